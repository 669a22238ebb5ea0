/// Tells whether a word is made of the first letters of a firm's words: "IKCO" of "Iran Khodro Industrial Company".
enum Acronym {
    /// - Parameters:
    ///   - short: a name of one word of two to eight letters.
    ///   - long: a name of two words or more. Each gives its first one or two letters, in order; weak words may give none.
    static func spells(_ short: ParsedName, _ long: ParsedName) -> Bool {
        guard let word = only(short), (2...8).contains(word.letters.count), long.tokens.count >= 2 else { return false }
        let letters = Array(short.letters[word.letters])
        // Bit n: the first n letters are spelled.
        var reached: UInt32 = 1
        var given = 0
        for token in long.tokens where token.script == word.script || token.role == .filler {
            let isWeak =
                token.role == .filler || token.role == .legal || token.role == .generic || token.role == .particle
            var next: UInt32 = isWeak ? reached : 0
            let own = long.letters[token.letters]
            for at in 0..<letters.count where reached >> UInt32(at) & 1 == 1 && letters[at] == own.first {
                next |= 1 << UInt32(at + 1)
                if at + 1 < letters.count, own.count > 2, own[own.startIndex + 1] == letters[at + 1] {
                    next |= 1 << UInt32(at + 2)
                }
            }
            if next != reached { given += 1 }
            reached = next
        }
        return given >= 2 && reached >> UInt32(letters.count) & 1 == 1
    }

    private static func only(_ name: ParsedName) -> NameToken? {
        let words = name.tokens.filter { $0.role != .legal && $0.role != .filler }
        return words.count == 1 ? words.first : nil
    }
}
