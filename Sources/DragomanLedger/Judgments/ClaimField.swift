internal import DragomanClaims
internal import DragomanText

/// A field of a claim as people edit and enter it, from text.
///
/// Lists are separated by `;`. Goods are a type and a name: `van Sobol NN`. A quantity is a number, a unit, and if need be `per
/// year`: `45000 vehicles`. Money is an amount and a currency: `300000000 USD`. Dates are as coarse as they are known: `2023-Q1`.
struct ClaimField {
    static let names = [
        "kind", "stage", "actor", "counterpart", "place", "goods", "quantity", "money", "share", "date", "said",
        "speaker",
    ]
    /// What a value looks like, for messages.
    static let forms: [String: String] = [
        "kind": ClaimKind.allCases.map(\.rawValue).joined(separator: ", "),
        "stage": Stage.allCases.map(\.rawValue).joined(separator: ", "), "goods": "TYPE NAME, such as van Sobol NN",
        "quantity": "NUMBER UNIT, such as 45000 vehicles or 20000 vehicles per year",
        "money": "AMOUNT CURRENCY, such as 300000000 USD", "date": "a date, such as 2023-03-20, 2023-Q1 or 2023",
        "said": "a date, such as 2023-03-20",
    ]
    static let goodsTypes: Set<String> = [
        "car", "van", "truck", "bus", "motorcycle", "tractor", "vehicle", "parts", "engine", "battery", "kit", "tyre",
        "service", "other",
    ]

    let name: String

    /// Nil where there is no such field.
    init?(_ name: String) {
        guard Self.names.contains(name) else { return nil }
        self.name = name
    }

    /// Sets the field of `claim` to what `text` says, nothing for nil.
    ///
    /// - Returns: whether `text` can be understood; where not, the claim stays as it is.
    @discardableResult
    func set(_ text: String?, of claim: inout Claim) -> Bool {
        let words = text?.split(whereSeparator: \.isWhitespace).map(String.init) ?? []
        let list = text?.split(separator: ";").map { Self.trimmed($0) }.filter { !$0.isEmpty } ?? []
        switch name {
        case "kind":
            guard let kind = ClaimKind(rawValue: text ?? "") else { return false }
            claim.kind = kind
        case "stage":
            guard let stage = Stage(rawValue: text ?? "") else { return false }
            claim.stage = stage
        case "actor": claim.actor = list
        case "counterpart": claim.counterpart = list
        case "place": claim.place = list
        case "goods":
            let goods = list.compactMap(Self.goods)
            guard goods.count == list.count else { return false }
            claim.goods = goods
        case "quantity":
            let quantity = Self.quantity(words)
            guard words.isEmpty || quantity != nil else { return false }
            claim.quantity = quantity
        case "money":
            let money = Self.money(words)
            guard words.isEmpty || money != nil else { return false }
            claim.money = money
        case "share": claim.share = words.isEmpty ? nil : text
        case "speaker": claim.speaker = list.first.map { Speaker(name: $0) }
        default:
            let date = CoarseDate(iso: words.first ?? "")
            guard words.isEmpty || date != nil else { return false }
            if name == "date" { claim.date = date } else { claim.said = date }
        }
        return true
    }

    private static func goods(_ text: String) -> Goods? {
        let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
        guard let type = parts.first, goodsTypes.contains(type) else { return nil }
        return Goods(type: type, name: parts.count > 1 ? trimmed(parts[1][...]) : nil)
    }

    private static func quantity(_ words: [String]) -> Quantity? {
        guard words.count == 2 || (words.count == 4 && words[2] == "per"), let number = number(words[0]) else {
            return nil
        }
        guard words.count == 4 else { return Quantity(n: number, unit: words[1]) }
        return Period(rawValue: words[3]).map { Quantity(n: number, unit: words[1], per: $0) }
    }

    private static func money(_ words: [String]) -> Money? {
        guard words.count == 2, let amount = number(words[0]), words[1].utf8.count == 3,
            words[1].utf8.allSatisfy({ (0x41...0x5A).contains($0) })
        else { return nil }
        return Money(amount: amount, currency: words[1])
    }

    private static func number(_ text: String) -> Double? {
        guard let number = Double(text), number.isFinite, number >= 0 else { return nil }
        return number
    }

    private static func trimmed(_ text: Substring) -> String {
        var text = text
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
