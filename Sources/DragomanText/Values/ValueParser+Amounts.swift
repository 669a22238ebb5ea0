extension ValueParser {
    /// A number in figures or words, with its multipliers.
    struct Amount {
        var value: Double
        var end: Int
        /// The multiplier that was applied to it, 1 for none.
        var scale = 1.0
        /// Whether it may be a year: four digits and nothing else.
        var isYearLike = false
    }

    /// The number at `index`; nil where there is none or where it is an ordinal, a time or part of a name.
    func amount(at index: Int, inMoney: Bool = false) -> Amount? {
        guard let first = lexeme(index) else { return nil }
        return first.kind == .figure ? figureAmount(at: index, inMoney: inMoney) : wordAmount(at: index)
    }

    private func figureAmount(at index: Int, inMoney: Bool) -> Amount? {
        let figure = lexemes[index]
        if !inMoney, isGluedBefore(index) { return nil }
        var amount = Amount(value: figure.value, end: index + 1)
        amount.isYearLike = figure.digits == 4 && figure.value >= 1900 && figure.value < 2100
        applyScales(to: &amount, inMoney: inMoney)
        guard let next = lexeme(amount.end), touches(amount.end) else { return amount }
        switch next.kind {
        case .word:
            if case .unit? = next.term { return amount }
            if case .currency? = next.term { return amount }
            return nil
        case .mixed, .figure: return nil
        case .sign:
            let figureFollows = lexeme(amount.end + 1)?.kind == .figure && touches(amount.end + 1)
            return figureFollows && ["/", ":", ".", "×", "*"].contains(next.text) ? nil : amount
        }
    }

    /// Takes "million", "-billion", "bn", "lakh crore" and, touching the figure, "m", "k" and "b".
    private func applyScales(to amount: inout Amount, inMoney: Bool) {
        if case .letterScale(let factor)? = term(amount.end), touches(amount.end) || inMoney {
            let metres =
                factor == 1e6 && !inMoney
                && ["from", "away", "long", "wide", "high", "tall", "deep", "of"]
                    .contains(word(amount.end + 1))
            if !metres, !touches(amount.end + 1) || lexeme(amount.end + 1)?.kind == .sign {
                multiply(&amount, by: factor, to: amount.end + 1)
            }
        }
        for _ in 0..<2 {
            let position = word(amount.end) == "-" && touches(amount.end) ? amount.end + 1 : amount.end
            guard case .scale(let factor)? = term(position) else { break }
            multiply(&amount, by: factor, to: position + 1)
        }
    }

    private func multiply(_ amount: inout Amount, by factor: Double, to end: Int) {
        amount.value *= factor
        amount.scale *= factor
        amount.end = end
        amount.isYearLike = false
    }

    private func wordAmount(at index: Int) -> Amount? {
        if isGluedBefore(index) { return nil }
        if let amount = halfAmount(at: index) { return amount }
        var position = index
        var total = 0.0
        var current = 0.0
        var largest = Double.infinity
        var scale = 1.0
        if ["a", "an"].contains(word(index)), case .scale? = term(index + 1) {
            current = 1
            position += 1
        } else {
            guard case .cardinal? = term(index) else { return nil }
        }
        var end = position
        var last = 0.0
        while true {
            switch term(position) {
            case .cardinal(let value)?:
                guard last == 0 || last >= 100 || (last >= 20 && value < 10 && value > 0) else {
                    return touches(position) ? nil : wordAmount(total + current, from: index, to: end, scale: scale)
                }
                current += value
                last = value
            case .scale(let factor)?:
                if factor <= 100 {
                    guard current > 0, current < 100 else { return nil }
                    current *= factor
                } else {
                    guard factor < largest else { return nil }
                    total += max(current, 1) * factor
                    largest = factor
                    current = 0
                }
                scale = max(scale, factor)
                last = max(factor, 100)
            default: return wordAmount(total + current, from: index, to: end, scale: scale)
            }
            end = position + 1
            position = end
            if word(position) == "-", touches(position) {
                position += 1
            } else if word(position) == "and", last >= 100, case .cardinal? = term(position + 1) {
                position += 1
            }
        }
    }

    /// Closes a number in words: "and a half million", and nothing for ordinals, fractions and the pronoun "one".
    private func wordAmount(_ value: Double, from index: Int, to end: Int, scale: Double) -> Amount? {
        var amount = Amount(value: value, end: end, scale: scale)
        if case .half(let position) = andHalf(at: end) {
            amount.value += 0.5
            amount.end = position
            applyScales(to: &amount, inMoney: false)
            return amount
        }
        let next = word(end) == "-" && touches(end) ? end + 1 : end
        switch term(next) {
        case .parts?: return nil
        case .ordinal? where next > end || value == 1: return nil
        default: break
        }
        if next > end, ["quarter", "half"].contains(word(next)) { return nil }
        return value == 1 && scale == 1 && !isCountingOne(at: index) ? nil : amount
    }

    private enum AndHalf {
        case none
        case half(end: Int)
    }

    /// "and a half" or "-and-a-half" from `position` on.
    private func andHalf(at position: Int) -> AndHalf {
        if matches(["and", "a", "half"], at: position) { return .half(end: position + 3) }
        if matches(["-", "and", "-", "a", "-", "half"], at: position) { return .half(end: position + 6) }
        return .none
    }

    /// "half a million", "half-a-dozen", "a quarter of a million".
    private func halfAmount(at index: Int) -> Amount? {
        let forms: [([String], Double)] = [
            (["half", "a"], 0.5), (["half", "-", "a", "-"], 0.5), (["quarter", "of", "a"], 0.25),
            (["a", "quarter", "of", "a"], 0.25),
        ]
        for (words, part) in forms where matches(words, at: index) {
            guard case .scale(let factor)? = term(index + words.count) else { continue }
            return Amount(value: part * factor, end: index + words.count + 1, scale: factor)
        }
        return nil
    }

    /// Whether "one" there counts something: "one ruble", not "one of them", "no one", "the one that".
    private func isCountingOne(at index: Int) -> Bool {
        guard let next = lexeme(index + 1), next.kind == .word, next.spaced, !next.capital else { return false }
        if ["no", "this", "that", "the", "each", "every", "another", "any", "which", "some", "only", "first", "last"]
            .contains(word(index - 1))
        {
            return false
        }
        return ![
            "of", "that", "who", "which", "another", "is", "was", "has", "had", "can", "could", "will", "would", "may",
            "should", "and", "or", "in", "on", "at", "for", "to", "by", "with", "from", "day", "side", "hand", "thing",
            "more", "after", "as", "might", "must", "way", "time", "where", "whose",
        ].contains(next.text)
    }
}
