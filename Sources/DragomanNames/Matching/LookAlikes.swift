/// Letters of one script that look like letters of another, as in a Latin name with a Cyrillic "а".
enum LookAlikes {
    private static let cyrillic = Array("асеіјорхуѕԁһкмтвн".unicodeScalars.map(\.value))
    private static let greek = Array("αοιτρνκυχεη".unicodeScalars.map(\.value))
    private static let latinOfCyrillic = Array("aceijopxysdhkmtbh".unicodeScalars.map(\.value))
    private static let latinOfGreek = Array("aoitpvkuxen".unicodeScalars.map(\.value))

    /// Writes a word of mixed scripts in the script of most of its letters, as far as letters look alike, and notes them.
    ///
    /// - Returns: the script of the word.
    static func repair(_ name: inout ParsedName, _ letters: Range<Int>, _ word: Range<Int>) -> Script {
        var counts = [Int](repeating: 0, count: Script.allCases.count)
        for at in letters { counts[Int(Script(name.letters[at]).rawValue)] += 1 }
        counts[Int(Script.none.rawValue)] = 0
        // The first of equals, so that the answer does not hang on the order of the letters.
        let most = counts.indices.max { (counts[$0], -$0) < (counts[$1], -$1) } ?? 0
        let script = Script(rawValue: UInt8(most)) ?? .other
        for at in letters {
            let letter = name.letters[at]
            let own = Script(letter)
            guard own != script, own != .none, let twin = twin(of: letter, own, in: script) else { continue }
            name.letters[at] = twin
            if name.lookAlikes.count < 8 {
                name.lookAlikes.append(.init(letter: letter, script: own, word: word, wordScript: script))
            }
        }
        return script
    }

    private static func twin(of letter: UInt32, _ own: Script, in script: Script) -> UInt32? {
        switch (own, script) {
        case (.cyrillic, .latin): cyrillic.firstIndex(of: letter).map { latinOfCyrillic[$0] }
        case (.latin, .cyrillic): latinOfCyrillic.firstIndex(of: letter).map { cyrillic[$0] }
        case (.greek, .latin): greek.firstIndex(of: letter).map { latinOfGreek[$0] }
        case (.latin, .greek): latinOfGreek.firstIndex(of: letter).map { greek[$0] }
        default: nil
        }
    }
}
