internal import DragomanClaims
internal import DragomanText

/// A number in a claim, with what it must share with another to be compared.
struct Figure {
    let field: Disagreement.Field
    let value: Double
    let mod: Vagueness?
    /// The class of unit or the currency.
    let unit: String
    let per: Period?
    /// The claim's date.
    let date: CoarseDate?
    /// Whether the sentence speaks of a part: a first batch, an option for more, a share of the whole.
    let isPart: Bool
    let claim: ReportedClaim

    /// The figures of a claim: quantity, money, and a share that is a number of percent.
    static func all(of claim: ReportedClaim) -> [Figure] {
        var found: [Figure] = []
        let isPart = speaksOfPart(claim.quote)
        if let quantity = claim.claim.quantity {
            found.append(
                Figure(
                    field: .quantity, value: quantity.n, mod: quantity.mod, unit: unitClass(quantity.unit),
                    per: quantity.per, date: claim.claim.date, isPart: isPart, claim: claim))
        }
        if let money = claim.claim.money {
            found.append(
                Figure(
                    field: .money, value: money.amount, mod: nil, unit: money.currency, per: nil,
                    date: claim.claim.date, isPart: isPart, claim: claim))
        }
        if let share = claim.claim.share, let percent = percent(share) {
            found.append(
                Figure(
                    field: .share, value: percent, mod: nil, unit: "percent", per: nil, date: claim.claim.date,
                    isPart: false, claim: claim))
        }
        return found
    }

    /// Whether both can be the same number: within a tenth where one is vague, and a bound is kept.
    func agrees(with other: Figure) -> Bool {
        if value == other.value { return true }
        let (low, high) = (min(abs(value), abs(other.value)), max(abs(value), abs(other.value)))
        if mod == .min && other.value >= value || other.mod == .min && value >= other.value { return high <= low * 3 }
        if mod == .max && other.value <= value || other.mod == .max && value <= other.value { return high <= low * 3 }
        let isVague = mod != nil || other.mod != nil || field == .money
        return low >= high * (isVague ? 0.9 : 0.99)
    }

    private static let vehicles: Set<String> = [
        "vehicles", "cars", "vans", "trucks", "buses", "units", "sedans", "machines", "automobiles", "pickups",
    ]

    private static func unitClass(_ unit: String) -> String { vehicles.contains(unit) ? "vehicles" : unit }

    private static let partWords: Set<String> = [
        "first", "initial", "batch", "consignment", "tranche", "another", "further", "additional", "option", "more",
        "already", "so", "remaining", "rest", "second", "part", "pilot", "trial",
    ]

    /// Whether a sentence speaks of a part of a whole.
    static func speaksOfPart(_ sentence: String) -> Bool {
        let words = sentence.lowercased().split { !$0.isLetter }.map(String.init)
        // "More than 500" is a bound, "500 more" a part.
        return zip(words, words.dropFirst() + [""]).contains { word, next in
            partWords.contains(word) && !(word == "more" && next == "than") && !(word == "so" && next != "far")
        }
    }

    private static func percent(_ share: String) -> Double? {
        guard share.contains("%") || share.lowercased().contains("percent") || share.contains("per cent") else {
            return nil
        }
        return Double(share.prefix { $0.isNumber || $0 == "." })
    }
}
