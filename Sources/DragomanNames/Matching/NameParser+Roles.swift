/// Tells what each word of a name does.
extension NameParser {
    func markLegalForms(_ name: inout ParsedName) {
        var at = 0
        while at < name.tokens.count {
            guard let longest = tables.legalStarts[name.tokens[at].hash] else {
                at += 1
                continue
            }
            var joined: UInt64 = 0
            var found: (end: Int, kind: UInt8)?
            for end in at..<min(at + longest, name.tokens.count) {
                joined = WordHash.joining(joined, name.tokens[end].hash)
                if let kind = tables.legalForms[joined] { found = (end, kind) }
            }
            guard let found, found.end + 1 - at < name.tokens.count else {
                at += 1
                continue
            }
            for index in at...found.end { name.tokens[index].role = .legal }
            name.legalKinds |= 1 << UInt32(found.kind)
            at = found.end + 1
        }
    }

    func classify(_ index: Int, _ kind: NameKind, _ name: inout ParsedName) {
        guard name.tokens[index].role != .legal else { return }
        let token = name.tokens[index]
        let letters = name.letters[token.letters]
        if token.script == .none {
            name.tokens[index].role = .number
            name.tokens[index].number = letters.reduce(Int32(0)) { ($0 &* 10 &+ Int32($1 & 15)) & 0xFFF_FFFF }
            return
        }
        if kind == .person, letters.contains(where: { $0 < 0x3A }) { readDigitsAsLetters(index, &name) }
        if kind != .person {
            let capital = Letters.isUpper(name.source[token.source.lowerBound])
            if let number = tables.numbers[token.hash] ?? (capital && index > 0 ? tables.romans[token.hash] : nil) {
                name.tokens[index].role = .number
                name.tokens[index].number = number
                return
            }
            if let place = places[token.hash] {
                name.tokens[index].isQualifier = true
                name.tokens[index].meaning = Self.firstPlace + place
            } else if let meaning = tables.meanings[token.hash] {
                name.tokens[index].meaning = meaning
            }
        }
        if let word = tables.words[name.tokens[index].hash] {
            name.tokens[index].isQualifier = name.tokens[index].isQualifier || (kind != .person && word.isQualifier)
            if kind != .firm, word.isTitle {
                name.tokens[index].role = .title
            } else if kind == .person, word.isParticle {
                name.tokens[index].role = .particle
            } else if kind != .person, word.role != .core {
                name.tokens[index].role = word.role
            } else if word.isParticle {
                name.tokens[index].role = .particle
            }
        }
        if letters.count == 1, kind != .firm, !token.script.isSyllabic { name.tokens[index].role = .initial }
        if kind != .firm, let nickname = tables.nicknameOf[token.hash] { name.tokens[index].nickname = nickname }
    }

    /// "Sech1n" is read "Sechin".
    func readDigitsAsLetters(_ index: Int, _ name: inout ParsedName) {
        let range = name.tokens[index].letters
        for at in range {
            switch name.letters[at] {
            case 0x30: name.letters[at] = 0x6F
            case 0x31: name.letters[at] = 0x69
            case 0x33: name.letters[at] = 0x65
            case 0x34: name.letters[at] = 0x61
            case 0x35: name.letters[at] = 0x73
            case 0x37: name.letters[at] = 0x74
            case 0x39: name.letters[at] = 0x67
            default: break
            }
        }
        name.tokens[index].hash = WordHash.of(name.letters[range])
    }

    private static let patronymicEnds: [[UInt32]] = [
        "ovich", "evich", "ovitch", "evitch", "owitsch", "ovna", "evna", "ович", "евич", "овна", "евна", "ична",
        "ovych", "yovych",
        "івна", "івни", "ївна", "івич", "ойович", "евіч", "овіч", "aўна", "ivna",
    ].map { $0.unicodeScalars.map(\.value) }

    /// A patronymic stands neither first nor last, or last after two other names.
    func markPatronymic(_ name: inout ParsedName) {
        let core = name.tokens.indices.filter { name.tokens[$0].role == .core }
        guard core.count >= 3 else { return }
        for index in core.dropFirst() {
            let letters = name.letters[name.tokens[index].letters]
            if letters.count >= 6, Self.patronymicEnds.contains(where: { letters.suffix($0.count).elementsEqual($0) }) {
                name.tokens[index].role = .patronymic
                return
            }
        }
    }

    /// The sounds of a patronymic without its ending: of the father's name.
    func fatherSounds(_ name: ParsedName, _ token: NameToken) -> [UInt8] {
        let letters = name.letters[token.letters]
        let ending = Self.patronymicEnds.filter { letters.suffix($0.count).elementsEqual($0) }.map(\.count).max() ?? 0
        return sounds(of: letters.dropLast(ending))
    }

    /// "Forty-Four" is 44.
    func joinNumbers(_ name: inout ParsedName) {
        var index = 0
        while index + 1 < name.tokens.count {
            let ten = name.tokens[index].number
            let unit = name.tokens[index + 1].number
            if name.tokens[index].script != .none, name.tokens[index + 1].script != .none, ten >= 20, ten <= 90,
                ten % 10 == 0,
                (1...9).contains(unit)
            {
                name.tokens[index].number = ten + unit
                name.tokens[index].source =
                    name.tokens[index].source.lowerBound..<name.tokens[index + 1].source.upperBound
                name.tokens.remove(at: index + 1)
            }
            index += 1
        }
    }

    /// A name made of weak words only is all core; one that is too long is cut.
    func keepCore(_ name: inout ParsedName) {
        func isStrong(_ token: NameToken) -> Bool { token.role == .core || token.role == .patronymic }
        if !name.tokens.contains(where: isStrong) {
            for weak in [TokenRole.generic, .title, .particle, .initial, .filler, .legal]
            where !name.tokens.contains(where: isStrong) {
                for index in name.tokens.indices where name.tokens[index].role == weak {
                    name.tokens[index].role = .core
                }
            }
        }
        if name.tokens.count > Self.mostTokens {
            name.isCut = true
            name.tokens.removeLast(name.tokens.count - Self.mostTokens)
        }
    }

    /// Whether a word is the word of a legal form with a slip of the pen: "Aktiengeselschaft".
    func looksLegal(_ name: ParsedName, _ token: NameToken) -> Bool {
        guard token.role == .core, token.letters.count >= 7, !name.tokens.isEmpty,
            token.source.lowerBound > name.tokens[0].source.lowerBound
        else { return false }
        let letters = name.letters[token.letters]
        return tables.legalWords.contains { word in
            abs(word.count - letters.count) <= 1 && word.first == letters.first
                && EditDistance.between(word[...], letters) <= 1
        }
    }
}
