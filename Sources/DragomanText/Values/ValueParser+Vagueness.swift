extension ValueParser {
    /// Words that stand before a number and say how exact it is, by their first word; longer ones first.
    private static let before: [String: [(words: [String], mod: Vagueness)]] = {
        let phrases: [(Vagueness, [String])] = [
            (
                .about,
                [
                    "some", "about", "around", "roughly", "approximately", "nearly", "almost", "close to", "circa",
                    "an estimated", "estimated", "somewhere around", "just about", "in the region of",
                    "on the order of",
                    "in the order of", "~", "≈", "as much as around", "approx", "approx .", "nearly a full",
                ]
            ),
            (
                .min,
                [
                    "more than", "over", "at least", "upwards of", "upward of", "a minimum of", "minimum of", "minimum",
                    "no less than", "not less than", "no fewer than", "not fewer than", "in excess of", "above",
                    "just over", "just above", "slightly more than", "slightly over", "a little more than",
                    "a little over", "little more than", "well over", "well above", "far more than", "as few as",
                    "as little as", "greater than", "exceeding", "higher than", ">", "from at least", "better than",
                ]
            ),
            (
                .max,
                [
                    "up to", "as many as", "as much as", "less than", "fewer than", "under", "at most", "a maximum of",
                    "maximum of", "maximum", "no more than", "not more than", "not exceeding", "just under",
                    "slightly less than", "slightly under", "a little less than", "a little under", "well under",
                    "below", "just below", "<", "at the most", "lower than",
                ]
            ),
        ]
        var table: [String: [(words: [String], mod: Vagueness)]] = [:]
        for (mod, texts) in phrases {
            for text in texts {
                let words = text.split(separator: " ").map(String.init)
                if let first = words.first { table[first, default: []].append((words, mod)) }
            }
        }
        return table.mapValues { $0.sorted { $0.words.count > $1.words.count } }
    }()

    private static let after: [(words: [String], mod: Vagueness)] = [
        (["or", "more"], .min), (["and", "more"], .min), (["or", "above"], .min), (["+"], .min),
        (["or", "so"], .about), (["or", "thereabouts"], .about), ([",", "give", "or", "take"], .about),
        (["or", "less"], .max), (["or", "fewer"], .max), (["at", "most"], .max), (["at", "least"], .min),
    ]

    /// The vagueness that the words at `index` give to what follows them.
    func vagueness(at index: Int) -> (end: Int, mod: Vagueness)? {
        guard let phrases = Self.before[word(index)] else { return nil }
        guard let phrase = phrases.first(where: { matches($0.words, at: index) }) else { return nil }
        return (index + phrase.words.count, phrase.mod)
    }

    /// The vagueness that the words at `index` give to what stands before them.
    func vaguenessAfter(_ index: Int) -> (end: Int, mod: Vagueness)? {
        for (words, mod) in Self.after where matches(words, at: index) {
            if words == ["+"], !touches(index) { continue }
            return (index + words.count, mod)
        }
        return nil
    }
}
