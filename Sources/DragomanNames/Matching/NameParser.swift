/// What sort of thing a name is said to name; decides how its words are read.
public enum NameKind: String, Sendable, CaseIterable {
    case person, firm, any

    /// The kind for a schema of FollowTheMoney: `Person`, `Company`, `Organization`; `any` for what is neither.
    public init(schema: String) {
        switch schema {
        case "Person": self = .person
        case "Company", "Organization", "PublicBody", "LegalEntity", "Vessel", "Asset", "Airplane": self = .firm
        default: self = .any
        }
    }
}

/// Cuts names into words and tells what each word does.
final class NameParser: Sendable {
    /// Words beyond this many are not compared.
    static let mostTokens = 16
    private static let mostLetters = 64
    /// Meanings from this number on are places.
    private static let firstPlace: Int32 = 1 << 20

    let sounds: SoundTable
    let costs: SoundCosts
    let tables: MatchingTables
    /// Names of countries and cities of one word: numbers of their entries by the words' hashes.
    let places: [UInt64: Int32]

    init(sounds: SoundTable, costs: SoundCosts, tables: MatchingTables, places: [UInt64: Int32] = [:]) {
        self.sounds = sounds
        self.costs = costs
        self.tables = tables
        self.places = places
    }

    func parse(_ name: String, as kind: NameKind) -> ParsedName {
        let letters = Letters(name)
        var parsed = ParsedName()
        parsed.source = letters.scalars
        parsed.isCut = letters.isCut
        parsed.hadControls = letters.hadControls
        parsed.letters.reserveCapacity(letters.scalars.count)
        parsed.tokens.reserveCapacity(8)
        cut(&parsed, kind)
        if kind != .person { markLegalForms(&parsed) }
        for index in parsed.tokens.indices { classify(index, kind, &parsed) }
        if kind != .firm { markPatronymic(&parsed) }
        joinNumbers(&parsed)
        keepCore(&parsed)
        for index in parsed.tokens.indices { sound(index, &parsed) }
        hashBare(&parsed)
        return parsed
    }

    // MARK: Cutting

    private func cut(_ name: inout ParsedName, _ kind: NameKind) {
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
    private func joinsSingles(_ source: [UInt32], _ at: Int) -> Bool {
        guard at > 0, at + 1 < source.count, Self.isWord(source[at + 1]) else { return false }
        let before = at < 2 || !Self.isWord(source[at - 2])
        let after = at + 2 >= source.count || !Self.isWord(source[at + 2])
        return before && after
    }

    /// Cuts off a legal form that is stuck to the end of a word ("SiemensAG").
    private func split(_ range: Range<Int>, _ word: [UInt32], _ name: inout ParsedName, _ kind: NameKind) {
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

    private func add(_ range: Range<Int>, _ word: [UInt32], _ name: inout ParsedName) {
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

    private static func isApostrophe(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x27, 0x60, 0xB4, 0x2B9, 0x2BB, 0x2BC, 0x2018, 0x2019, 0x5F3, 0x5F4: true
        default: false
        }
    }

    // MARK: Classes of words

    private func markLegalForms(_ name: inout ParsedName) {
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

    private func classify(_ index: Int, _ kind: NameKind, _ name: inout ParsedName) {
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
    private func readDigitsAsLetters(_ index: Int, _ name: inout ParsedName) {
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
    private func markPatronymic(_ name: inout ParsedName) {
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

    /// "Forty-Four" is 44.
    private func joinNumbers(_ name: inout ParsedName) {
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
    private func keepCore(_ name: inout ParsedName) {
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

    // MARK: Sounds

    private func sound(_ index: Int, _ name: inout ParsedName) {
        let start = name.sounds.count
        let token = name.tokens[index]
        if token.script.hasSounds {
            sounds.fold(name.letters[token.letters], into: &name.sounds)
        } else if token.script != .none {
            sounds.fold(Romanizer.latin(name.letters[token.letters]), into: &name.sounds)
        }
        name.tokens[index].sounds = start..<name.sounds.count
        let heard = Float(costs.weight(name.sounds[start...])) / 800
        name.tokens[index].weight = max(heard, 0.5)
    }

    private func hashBare(_ name: inout ParsedName) {
        var joined: UInt64 = 0
        for token in name.tokens where token.role != .legal && token.role != .filler {
            joined = WordHash.joining(joined, token.hash)
        }
        name.bareHash = joined
    }
}
