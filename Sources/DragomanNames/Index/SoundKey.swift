/// Keys under which a name is found: the bare consonants of its words, in classes that scripts and spellings agree on.
///
/// A name has a key for each word, one for each two words (common words alone lead to too many names), and one for each
/// three neighbouring consonants of a word, so that a slip leaves most keys as they are.
enum SoundKey {
    /// Class of each sound; 0 for what keys leave out: vowels, h and its like, y.
    private static let classes: [UInt8] = {
        var table = [UInt8](repeating: 0, count: Sound.count)
        let sets = ["bpB", "PfvV", "td8TD", "kqgG46KX1", "szSZ5cCJjQ7", "m", "nN", "r", "l", "x"]
        for (number, set) in sets.enumerated() {
            for letter in set.utf8 { table[Int(Sound.number(letter))] = UInt8(number + 1) }
        }
        return table
    }()

    /// Second class of sounds that a spelling leaves open: Latin "c", "ch", "g" before "e", "j".
    private static let others: [UInt8] = {
        var table = classes
        for letter in "4K6".utf8 { table[Int(Sound.number(letter))] = 5 }
        table[Int(Sound.number(UInt8(ascii: "j")))] = 0
        table[Int(Sound.number(UInt8(ascii: "w")))] = 2
        table[Int(Sound.number(UInt8(ascii: "W")))] = 2
        return table
    }()

    /// Kinds of keys, in the high bits, so that keys of different kinds never meet.
    private enum Kind: UInt64 {
        case word = 1
        case pair = 2
        case gram = 3
        case whole = 4
    }

    /// Most words of a name that give keys.
    private static let mostWords = 8

    /// The keys of a name with what each tells: 4 for two words or a whole, 2 for a word, 1 for a part of one.
    static func keys(_ name: ParsedName) -> [(key: UInt64, worth: UInt8)] {
        var words: [[UInt64]] = []
        var out: [(key: UInt64, worth: UInt8)] = []
        var whole = WordHash()
        var letters = 0
        for token in name.tokens where Self.counts(token) {
            let sounds = name.sounds[token.sounds]
            let plain = bones(sounds, classes)
            for bone in plain { whole.add(UInt32(bone)) }
            letters += plain.count
            guard words.count < mostWords else { continue }
            var readings: [UInt64] = []
            for bones in [plain, bones(sounds, others)] {
                let word = Self.word(bones, sounds)
                guard !readings.contains(word) else { continue }
                readings.append(word)
                out.append((tagged(word, .word), 2))
                for gram in grams(bones) { out.append((gram, 1)) }
            }
            words.append(readings)
        }
        for i in words.indices {
            for j in words.indices.dropFirst(i + 1) {
                for one in words[i] {
                    for two in words[j] {
                        out.append((tagged(WordHash.joining(min(one, two), max(one, two)), .pair), 4))
                    }
                }
            }
        }
        if letters > 2 { out.append((tagged(whole.value, .whole), 4)) }
        return unique(out)
    }

    private static func word(_ bones: [UInt8], _ sounds: ArraySlice<UInt8>) -> UInt64 {
        var hash = WordHash()
        for bone in bones { hash.add(UInt32(bone)) }
        // A word of vowels only is known by them.
        if bones.isEmpty { for sound in sounds.prefix(3) { hash.add(64 + UInt32(sound)) } }
        return hash.value
    }

    private static func grams(_ bones: [UInt8]) -> [UInt64] {
        guard bones.count >= 3 else { return [] }
        return (0..<min(bones.count - 2, 12)).map { at in
            let gram = UInt64(bones[at]) << 16 | UInt64(bones[at + 1]) << 8 | UInt64(bones[at + 2])
            return tagged(gram &* 0x9E37_79B9_7F4A_7C15, .gram)
        }
    }

    private static func counts(_ token: NameToken) -> Bool {
        switch token.role {
        case .core, .patronymic, .generic, .number: true
        case .initial, .particle, .title, .filler, .legal: false
        }
    }

    /// The classes of a word's consonants, without neighbours that repeat.
    private static func bones(_ sounds: ArraySlice<UInt8>, _ classes: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        for sound in sounds {
            let bone = classes[Int(sound)]
            if bone != 0, bone != 10, out.last != bone { out.append(bone) }
            if out.count == SoundCosts.longest { break }
        }
        return out
    }

    private static func tagged(_ hash: UInt64, _ kind: Kind) -> UInt64 { hash << 3 | kind.rawValue }

    private static func unique(_ keys: [(key: UInt64, worth: UInt8)]) -> [(key: UInt64, worth: UInt8)] {
        let sorted = keys.sorted { $0.key < $1.key }
        var out: [(key: UInt64, worth: UInt8)] = []
        for key in sorted where out.last?.key != key.key { out.append(key) }
        return out
    }
}
