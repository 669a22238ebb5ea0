/// Periods and parts of a whole.
extension ValueParser {
    private static let periodNouns: [String: Period] = ["year": .year, "annum": .year, "month": .month, "day": .day]
    private static let periodWords: [String: Period] = [
        "annually": .year, "annual": .year, "yearly": .year, "monthly": .month, "daily": .day,
    ]

    /// "a year", "per month", "every day", "annually", "/year".
    func period(at index: Int) -> Match? {
        if let period = Self.periodWords[word(index)] {
            return Match(end: index + 1, value: Value(range: bytes(index, index + 1), content: .period(period)))
        }
        guard ["a", "per", "every", "each", "/"].contains(word(index)),
            let period = Self.periodNouns[word(index + 1)], !["half", "once"].contains(word(index - 1))
        else { return nil }
        // "a year ago" is a date; "a day after", "a year-long" and "a month of talks" are no rates.
        if word(index) == "a",
            ["ago", "earlier", "later", "after", "before", "of", "-", "from", "on", "prior", "old"]
                .contains(word(index + 2))
        {
            return nil
        }
        return Match(end: index + 2, value: Value(range: bytes(index, index + 2), content: .period(period)))
    }

    private static let wholes: [[String]] = [
        ["a", "portion"], ["some", "portion"], ["the", "bulk", "of"], ["a", "majority", "of"],
        ["the", "majority", "of"], ["a", "part", "of"], ["some", "part", "of"], ["most", "of"], ["part", "of"],
        ["portion", "of"],
    ]
    private static let adjectives: Set<String> = [
        "small", "large", "larger", "smaller", "significant", "considerable", "substantial", "major", "minor", "big",
        "sizeable", "sizable", "good", "further", "certain",
    ]

    /// "a third", "half of", "nine-tenths", "roughly a third", "a portion", "part of".
    func fraction(at index: Int) -> Match? {
        if let match = shareNoun(at: index) { return match }
        let vague = vagueness(at: index)
        guard let end = fractionEnd(at: vague?.end ?? index, isVague: vague != nil) else { return nil }
        let start = vague?.end ?? index
        let range = bytes(index, end)
        return Match(
            end: end, value: Value(range: range, content: .fraction(text.string(bytes(start, end))), mod: vague?.mod))
    }

    private func shareNoun(at index: Int) -> Match? {
        for words in Self.wholes where matches([words[0]], at: index) {
            var rest = Array(words.dropFirst())
            var position = index + 1
            if ["a", "some"].contains(words[0]), Self.adjectives.contains(word(position)) { position += 1 }
            guard matches(rest, at: position) else { continue }
            // "as part of", "is part of" and "takes part" speak of belonging, not of a share.
            if words[0] == "part",
                [
                    "as", "is", "are", "was", "were", "be", "been", "being", "become", "became", "becomes", "form",
                    "forms",
                    "take", "takes", "took", "taking", "any", "this", "no", "second", "third", "first", "every",
                ].contains(word(index - 1))
            {
                continue
            }
            if rest.last == "of" { rest.removeLast() }
            let end = position + rest.count
            let range = bytes(index, end)
            return Match(end: end, value: Value(range: range, content: .fraction(text.string(range))))
        }
        return nil
    }

    private func fractionEnd(at index: Int, isVague: Bool) -> Int? {
        if isGluedBefore(index) { return nil }
        if let figure = lexeme(index), figure.kind == .figure { return slashFraction(at: index, figure) }
        if word(index) == "half" || matches(["a", "half"], at: index) || matches(["one", "half"], at: index) {
            let end = word(index) == "half" ? index + 1 : index + 2
            let stands = ["of", "the", "its", "their", "his", "her", "this", "that", "all", "our"].contains(word(end))
            return stands || isVague || ["by", "only"].contains(word(index - 1)) ? end : nil
        }
        var position = index
        var isOne = word(index) == "a" || word(index) == "one"
        if case .cardinal(let value)? = term(index) { isOne = value == 1 } else if !isOne { return nil }
        position += 1
        if word(position) == "-" { position += 1 }
        switch term(position) {
        case .parts? where !isOne: return position + 1
        case .ordinal(let ordinal)? where isOne && ordinal >= 3:
            return isVague || endsFraction(position + 1) ? position + 1 : nil
        default:
            guard isOne, word(position) == "quarter" else { return nil }
            return isVague || word(position + 1) == "of" || word(index - 1) == "by" ? position + 1 : nil
        }
    }

    /// "1/3"; not dates, model years or "24/7".
    private func slashFraction(at index: Int, _ figure: Lexeme) -> Int? {
        guard word(index + 1) == "/", touches(index + 1), touches(index + 2), let below = lexeme(index + 2),
            below.kind == .figure, figure.value >= 1, figure.value < below.value, below.value <= 10,
            !(touches(index + 3) && ["/", "-", "."].contains(word(index + 3)) && lexeme(index + 4)?.kind == .figure)
        else { return nil }
        return index + 3
    }

    /// Whether "a third" before `index` is a share: "a third plant" is not.
    private func endsFraction(_ index: Int) -> Bool {
        guard let next = lexeme(index) else { return true }
        if next.kind == .sign { return next.text != "-" }
        return [
            "of", "to", "in", "from", "by", "and", "more", "less", "since", "this", "last", "over", "on", "compared",
            "during", "as", "higher", "lower", "cheaper", "fewer", "or", "for", "at", "but", "while", "will", "is",
            "are", "was", "were", "year",
        ].contains(next.text)
    }
}
