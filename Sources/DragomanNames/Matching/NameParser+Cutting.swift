/// Cuts a name into words.
extension NameParser {
    func cut(_ name: inout ParsedName, _ kind: NameKind) {
        let source = name.source
        var at = 0
        while at < source.count {
            guard Self.isWord(source[at]) || source[at] == 0x26 else {
                if source[at] == 0x2C || source[at] == 0x60C { name.hasComma = name.hasComma || !name.tokens.isEmpty }
                at += 1
                continue
            }
            let start = at
            if source[at] == 0x26 {
                at += 1
                add(start..<at, [0x61, 0x6E, 0x64], &name)
                continue
            }
            var letters: [UInt32] = []
            while at < source.count {
                let scalar = source[at]
                if Self.isWord(scalar) {
                    if letters.count < Self.mostLetters { letters.append(scalar) }
                    at += 1
                } else if Self.isApostrophe(scalar), at + 1 < source.count, Self.isWord(source[at + 1]) {
                    at += 1
                } else if kind != .person, scalar == 0x2E || scalar == 0x2F, joinsSingles(source, at) {
                    at += 1
                } else {
                    break
                }
            }
            split(start..<at, letters, &name, kind)
            if name.tokens.count > 4 * Self.mostTokens {
                name.isCut = true
                return
            }
        }
    }

    /// A dot or stroke between single letters, as in "L.L.C." and "A/S".
    func joinsSingles(_ source: [UInt32], _ at: Int) -> Bool {
        guard at > 0, at + 1 < source.count, Self.isWord(source[at + 1]) else { return false }
        let before = at < 2 || !Self.isWord(source[at - 2])
        let after = at + 2 >= source.count || !Self.isWord(source[at + 2])
        return before && after
    }

    /// Cuts off a legal form that is stuck to the end of a word ("SiemensAG").
    func split(_ range: Range<Int>, _ word: [UInt32], _ name: inout ParsedName, _ kind: NameKind) {
        if kind != .person, range.count == word.count, word.count >= 4,
            let last = word.lastIndex(where: { !Letters.isUpper($0) }), last >= 1, last < word.count - 1
        {
            let tail = word[(last + 1)...].map { sounds.known(Letters.lower($0)) }
            if tables.legalForms[WordHash.joining(0, WordHash.of(tail))] != nil {
                add(range.lowerBound..<range.lowerBound + last + 1, Array(word[...last]), &name)
                add(range.lowerBound + last + 1..<range.upperBound, Array(word[(last + 1)...]), &name)
                return
            }
        }
        add(range, word, &name)
    }

    func add(_ range: Range<Int>, _ word: [UInt32], _ name: inout ParsedName) {
        let start = name.letters.count
        var script = Script.none
        var mixed = false
        for scalar in word {
            let lower = sounds.known(Letters.lower(scalar))
            let own = Script(lower)
            if script == .none { script = own } else if own != .none, own != script { mixed = true }
            name.letters.append(lower)
        }
        if mixed { script = LookAlikes.repair(&name, start..<name.letters.count, range) }
        let letters = start..<name.letters.count
        name.tokens.append(
            NameToken(
                source: range, letters: letters, sounds: 0..<0, script: script, hash: WordHash.of(name.letters[letters])
            ))
    }

    static func isWord(_ scalar: UInt32) -> Bool { (0x30...0x39).contains(scalar) || Script(scalar) != .none }

    static func isApostrophe(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x27, 0x60, 0xB4, 0x2B9, 0x2BB, 0x2BC, 0x2018, 0x2019, 0x5F3, 0x5F4: true
        default: false
        }
    }
}
