/// How long and how often.
extension TimeParser {
    /// The letter of a unit of time in ISO 8601, with `T` before those of less than a day.
    static let units: [String: String] = [
        "year": "Y", "years": "Y", "month": "M", "months": "M", "week": "W", "weeks": "W", "weekend": "W",
        "day": "D", "days": "D", "hour": "TH", "hours": "TH", "minute": "TM", "minutes": "TM", "second": "TS",
        "seconds": "TS", "quarter": "Q", "quarters": "Q", "decade": "E", "decades": "E", "century": "C",
        "centuries": "C",
    ]

    /// `P2Y`, `PT30M`; decades and centuries in years; `X` where the number is not told.
    static func period(_ count: Double?, _ unit: String) -> String {
        var count = count
        var unit = unit
        if unit == "E" || unit == "C" {
            count = count.map { $0 * (unit == "E" ? 10 : 100) }
            unit = "Y"
        }
        let isTime = unit.hasPrefix("T")
        let number = count.map { $0 == $0.rounded() && $0 < 1e9 ? "\(Int($0))" : "\($0)" } ?? "X"
        return "P" + (isTime ? "T" : "") + number + (isTime ? String(unit.dropFirst()) : unit)
    }

    /// "two", "41", "a", "two and a half"; "several" and the like without a number. With the lexeme behind it.
    func count(at index: Int) -> (count: Double?, end: Int)? {
        switch word(index) {
        case "several", "some", "many": return (nil, index + 1)
        case "a", "an":
            switch word(index + 1) {
            case "few": return (nil, index + 2)
            case "couple" where word(index + 2) == "of": return (2, index + 3)
            case "half" where word(index + 2) == "-" || Self.units[word(index + 2)] != nil:
                return (0.5, word(index + 2) == "-" ? index + 3 : index + 2)
            case "single", "full", "whole": return (1, index + 2)
            default: return (1, index + 1)
            }
        case "half" where ["a", "an"].contains(word(index + 1)): return (0.5, index + 2)
        case "one", "single": return (1, index + 1)
        default: break
        }
        guard let amount = values.amount(at: index), !values.isGluedBefore(index) else { return nil }
        if matches(["and", "a", "half"], at: amount.end) { return (amount.value + 0.5, amount.end + 3) }
        return (amount.value, amount.end)
    }

    /// "two years", "a 27-year contract", "the past decade", "half an hour", "years".
    func duration(at index: Int) -> Match? {
        if ["the", "these"].contains(word(index)) || ["past", "last", "next"].contains(word(index)),
            let stretch = stretch(at: index)
        {
            return stretch
        }
        guard let (count, afterCount) = count(at: index) else { return bareUnit(at: index) }
        var position = afterCount
        var isAdjective = false
        if word(position) == "-", values.touches(position) {
            position += 1
            isAdjective = true
        }
        // "two straight days", "five trading days".
        if Self.units[word(position)] == nil,
            ["straight", "consecutive", "full", "trading", "working", "more"]
                .contains(word(position))
        {
            position += 1
        }
        guard let unit = Self.units[word(position)] else { return nil }
        let isArticle = ["a", "an"].contains(word(index))
        if isArticle {
            // "15 a year" is a rate; "a second" mostly an ordinal; "a decades-long" begins behind its article.
            if ["TS", "Q"].contains(unit) || (count == 1 && word(position).hasSuffix("s")) { return nil }
            if isRate(before: index) {
                return Match(start: index, end: position + 1, kind: .set, value: Self.period(1, unit))
            }
        }
        // "41 years old", "a 20-year-old" is an age.
        let after = position + 1
        if word(after) == "old" || (word(after) == "-" && word(after + 1) == "old") {
            return Match(start: index, end: after + (word(after) == "-" ? 2 : 1), value: nil)
        }
        guard !isAdjective || count != nil else { return nil }
        return Match(start: index, end: position + 1, kind: .duration, value: Self.period(count, unit))
    }

    /// Whether what stands before "a year" makes it a rate: a number or what is counted.
    private func isRate(before index: Int) -> Bool {
        guard let last = values.lexeme(index - 1) else { return false }
        if last.kind == .figure { return true }
        switch last.term {
        case .scale?, .cardinal?, .currency?, .unit?: return true
        default: return Vocabulary.counted.contains(last.text) || ["once", "twice", "times"].contains(last.text)
        }
    }

    /// "the past nine days", "the next six months", "the past decade", "the last few years".
    private func stretch(at index: Int) -> Match? {
        var position = index
        if ["the", "these"].contains(word(position)) { position += 1 }
        guard ["past", "last", "next", "coming", "following", "previous", "first", "final"].contains(word(position))
        else { return nil }
        let isPast = ["past", "last", "previous"].contains(word(position))
        position += 1
        var count: Double?
        if let found = self.count(at: position) {
            count = found.count
            position = found.end
        } else if word(position) == "few" {
            position += 1
        } else if isPast || word(index) == "the", ["decade", "century"].contains(word(position)) {
            count = 1
        } else if word(index) == "the", word(position - 1) == "past", Self.units[word(position)] != nil,
            !word(position).hasSuffix("s")
        {
            count = 1
        } else {
            return nil
        }
        if ["straight", "consecutive", "trading", "working"].contains(word(position)) { position += 1 }
        guard let unit = Self.units[word(position)], unit != "TS" || count != nil else { return nil }
        return Match(start: index, end: position + 1, kind: .duration, value: Self.period(count, unit))
    }

    /// "years", "for months", "decades-long": a length without a number.
    private func bareUnit(at index: Int) -> Match? {
        guard word(index).hasSuffix("s"), let unit = Self.units[word(index)] else { return nil }
        let isLong = word(index + 1) == "-" && word(index + 2) == "long"
        guard
            isLong || ["for", "in", "of", "after", "within", "just", "the", "over", "took"].contains(word(index - 1)),
            isLong || !["of", "earlier", "later"].contains(word(index + 1))
        else { return nil }
        if word(index - 1) == "the", word(index - 2) != "over" { return nil }
        let start = word(index - 1) == "the" ? index - 1 : index
        return Match(start: start, end: isLong ? index + 3 : index + 1, kind: .duration, value: Self.period(nil, unit))
    }

    /// "annually", "weekly", "every day", "per month", "each quarter".
    func often(at index: Int) -> Match? {
        switch word(index) {
        case "annually", "yearly": return set(index, index + 1, "Y")
        case "monthly": return set(index, index + 1, "M")
        case "weekly": return set(index, index + 1, "W")
        case "daily": return values.lexeme(index)?.capital == true ? nil : set(index, index + 1, "D")
        case "quarterly": return set(index, index + 1, "Q")
        case "hourly": return set(index, index + 1, "TH")
        case "per", "every", "each", "/":
            guard let unit = Self.units[word(index + 1)], !word(index + 1).hasSuffix("s") else { return nil }
            return set(index, index + 2, unit)
        default: return nil
        }
    }

    private func set(_ start: Int, _ end: Int, _ unit: String) -> Match {
        Match(start: start, end: end, kind: .set, value: Self.period(1, unit))
    }
}
