extension ValueParser {
    /// A number, a percentage or an amount of money.
    private struct Magnitude {
        var amount: Amount
        var end: Int
        var currency: Currency?
        /// The adjective's country that stands by the currency word.
        var adjective: String?
        var isPercent = false
    }

    private static let periods: Set<String> = ["days", "weeks", "months", "years", "decades"]

    /// A number, percentage or amount of money at `index`, with the words of vagueness and the range it stands in.
    func quantity(at index: Int) -> Match? {
        if matches(["between"], at: index) || matches(["anywhere", "between"], at: index)
            || matches(["anywhere", "from"], at: index)
        {
            let start = index + (word(index) == "between" ? 1 : 2)
            return span(from: index, at: start, joiners: ["and", "to"])
        }
        let vague = vagueness(at: index)
        let start = vague?.end ?? index
        let joiners: Set<String> = word(index - 1) == "from" ? ["-", "–"] : ["-", "–", "—", "to", "or"]
        if let match = span(from: index, at: start, joiners: joiners) {
            guard let vague, var value = match.value else { return match }
            value.mod = vague.mod
            return Match(end: match.end, value: value)
        }
        guard let magnitude = magnitude(at: start) else { return nil }
        if vague != nil, word(magnitude.end) == "ago" { return nil }
        // "over three years" is as likely "in the course of" as "more than".
        if word(index) == "over", Self.periods.contains(word(magnitude.end)), word(index - 1) != "for" { return nil }
        if magnitude.amount.isYearLike, magnitude.currency == nil, !magnitude.isPercent, !isCounted(magnitude.end) {
            return vague == nil ? Match(end: magnitude.end, value: nil) : nil
        }
        let after = vaguenessAfter(magnitude.end)
        let end = vague == nil ? after?.end ?? magnitude.end : magnitude.end
        return match(magnitude, from: index, to: end, mod: vague?.mod ?? after?.mod)
    }

    /// Two numbers as the ends of a range; the value is the lower end.
    private func span(from start: Int, at index: Int, joiners: Set<String>) -> Match? {
        guard var low = magnitude(at: index) else { return nil }
        let joiner = word(low.end)
        guard joiners.contains(joiner) else { return nil }
        guard var high = magnitude(at: low.end + 1) else { return nil }
        if joiner == "or", high.amount.value != low.amount.value + 1 { return nil }
        if low.amount.isYearLike, high.amount.isYearLike, high.currency == nil, !isCounted(high.end) { return nil }
        if low.amount.scale == 1, high.amount.scale > 1, low.amount.value < high.amount.value / high.amount.scale {
            low.amount.value *= high.amount.scale
        }
        if low.currency == nil {
            low.currency = high.currency
            low.adjective = high.adjective
        }
        if high.currency == nil { high.currency = low.currency }
        if low.isPercent, !high.isPercent { return nil }
        low.isPercent = high.isPercent
        guard high.amount.value > low.amount.value else { return nil }
        return match(low, from: start, to: high.end, mod: .min)
    }

    private func match(_ magnitude: Magnitude, from start: Int, to end: Int, mod: Vagueness?) -> Match {
        let content: Value.Content
        if let currency = magnitude.currency {
            content = .money(
                Money(
                    amount: magnitude.amount.value * currency.factor,
                    currency: currency.code(adjective: magnitude.adjective, around: country ?? countryAhead(end))))
        } else if magnitude.isPercent {
            content = .percent(magnitude.amount.value)
        } else {
            content = .number(magnitude.amount.value)
        }
        return Match(end: end, value: Value(range: bytes(start, end), content: content, mod: mod))
    }

    /// The first country named after `index`, within a sentence's reach.
    private func countryAhead(_ index: Int) -> String? {
        for position in index..<min(index + 40, lexemes.count) {
            if case .country(let code)? = lexemes[position].term { return code }
        }
        return nil
    }

    // MARK: One number with its signs

    private func magnitude(at index: Int) -> Magnitude? {
        if let (currency, start) = prefix(at: index) {
            guard let amount = amount(at: start, inMoney: true) else { return nil }
            var magnitude = Magnitude(amount: amount, end: amount.end, currency: currency)
            if let suffix = suffix(at: amount.end), suffix.currency.code == currency.code { magnitude.end = suffix.end }
            return magnitude
        }
        guard let amount = amount(at: index) else { return nil }
        var magnitude = Magnitude(amount: amount, end: amount.end)
        if let end = percent(at: amount.end) {
            magnitude.isPercent = true
            magnitude.end = end
            if ["point", "points"].contains(word(end)) { return nil }
        } else if let suffix = suffix(at: amount.end),
            !suffix.currency.isCommonWord || amount.scale > 1 || amount.value >= 1000 || suffix.adjective != nil
        {
            magnitude.currency = suffix.currency
            magnitude.adjective = suffix.adjective
            magnitude.end = suffix.end
        } else if case .letterScale? = term(amount.end), touches(amount.end) {
            return nil
        }
        return magnitude
    }

    /// A currency before its amount: `$`, `US$`, `EUR`, `Rs.`.
    private func prefix(at index: Int) -> (currency: Currency, end: Int)? {
        guard let lexeme = lexeme(index) else { return nil }
        if lexeme.kind == .word, word(index + 1) == "$", touches(index + 1) {
            return Currency.beforeDollarSign[lexeme.text].map { (Currency(code: $0), index + 2) }
        }
        guard case .currency(let currency)? = lexeme.term else { return nil }
        if lexeme.kind == .word {
            guard Vocabulary.isMoneyPrefix(text[lexeme.range]) else { return nil }
            if word(index + 1) == ".", touches(index + 1) { return (currency, index + 2) }
        }
        return (currency, index + 1)
    }

    /// A currency after its amount: "dollars", "-euro", "Algerian dinars", `EUR`, `€`, "US dollars".
    private func suffix(at index: Int) -> (currency: Currency, adjective: String?, end: Int)? {
        var position = word(index) == "-" && touches(index) ? index + 1 : index
        if word(position) == "of" { position += 1 }
        var adjective: String?
        for _ in 0..<2 {
            if case .country(let code)? = term(position) {
                adjective = code
                position += 1
            } else if ["hong", "new", "sri", "south"].contains(word(position)) {
                position += 1
            }
        }
        guard case .currency(let currency)? = term(position), let lexeme = lexeme(position) else { return nil }
        if lexeme.kind == .sign {
            // "5 $10" is two things; a sign after its amount has no figure right behind it.
            if self.lexeme(position + 1)?.kind == .figure { return nil }
        } else if lexeme.text == currency.code.lowercased(), !Vocabulary.isMoneyPrefix(text[lexeme.range]) {
            return nil
        }
        return (currency, adjective, position + 1)
    }

    /// The end of "%", "percent", "per cent", "pct" or "-percent" at `index`.
    private func percent(at index: Int) -> Int? {
        let position = word(index) == "-" && touches(index) ? index + 1 : index
        switch word(position) {
        case "%", "percent", "pct", "percentage": return position + 1
        case "per" where word(position + 1) == "cent": return position + 2
        case "p" where matches([".", "c", "."], at: position + 1): return position + 4
        default: return nil
        }
    }

    /// Whether the words from `index` on are counted by the four-digit figure before them: "2000 cars", "2000 Tiggo cars".
    func isCounted(_ index: Int) -> Bool {
        if ["in", "since", "of", "by", "until", "during", "from", "the"].contains(word(index - 2)) { return false }
        if word(index) == "-" { return word(index + 1) == "strong" || Vocabulary.counted.contains(word(index + 1)) }
        if Vocabulary.counted.contains(word(index)) { return true }
        return lexeme(index)?.kind == .word && lexeme(index)?.capital == true
            && Vocabulary.counted.contains(word(index + 1))
    }
}
