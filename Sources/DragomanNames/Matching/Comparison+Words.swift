/// Pairs words with words.
extension Comparison {
    static func isCompared(_ role: TokenRole) -> Bool {
        switch role {
        case .core, .initial, .patronymic, .particle, .generic: true
        case .title, .filler, .legal, .number: false
        }
    }

    /// How much a word counts: its sounds, less for weak words.
    static func weight(_ token: NameToken) -> Float {
        switch token.role {
        case .particle: token.weight * 0.15
        case .generic: token.weight * 0.35
        case .initial: 1
        case .patronymic: token.weight * 0.6
        default: token.weight
        }
    }

    mutating func pairWords() {
        var candidates: [Candidate] = []
        for (i, one) in a.tokens.enumerated() where usedA >> UInt32(i) & 1 == 0 && Self.isCompared(one.role) {
            for (j, two) in b.tokens.enumerated() where usedB >> UInt32(j) & 1 == 0 && Self.isCompared(two.role) {
                guard let candidate = compare(i, j) else { continue }
                compared.append(candidate)
                if Self.strength(candidate) >= 0.6 { candidates.append(candidate) }
            }
        }
        candidates.sort { one, two in
            let x = Self.strength(one)
            let y = Self.strength(two)
            // Of equals, those in the same order, then the earlier ones.
            return x != y ? x > y : (abs(one.i - one.j), one.i, one.j) < (abs(two.i - two.j), two.i, two.j)
        }
        var paired: [(i: Int, j: Int)] = []
        for candidate in candidates
        where usedA >> UInt32(candidate.i) & 1 == 0 && usedB >> UInt32(candidate.j) & 1 == 0 {
            usedA |= 1 << UInt32(candidate.i)
            usedB |= 1 << UInt32(candidate.j)
            take(candidate)
            // Initials stand before the family name or behind it: "I. P. Solovkin", "Solovkin I. P.".
            if a.tokens[candidate.i].role != .particle, candidate.relation != .initial {
                paired.append((candidate.i, candidate.j))
            }
        }
        paired.sort { $0.i < $1.i }
        let crossed = zip(paired, paired.dropFirst()).contains { $0.j > $1.j }
        if crossed, !a.hasComma, !b.hasComma { set(.order, 1) }
    }

    static func strength(_ candidate: Candidate) -> Float {
        switch candidate.relation {
        case .equal: 1
        case .nickname: 0.95
        case .translated: 0.97
        case .initial: 0.7
        default: max(candidate.sound * 0.98, 0.5 * (candidate.sound + candidate.letter))
        }
    }

    func compare(_ i: Int, _ j: Int) -> Candidate? {
        let one = a.tokens[i]
        let two = b.tokens[j]
        if one.hash == two.hash { return Candidate(i: i, j: j, sound: 1, letter: 1, edits: 0, relation: .equal) }
        if one.meaning >= 0, one.meaning == two.meaning {
            return Candidate(i: i, j: j, sound: 1, letter: 1, edits: 0, relation: .translated)
        }
        if one.role == .initial || two.role == .initial {
            guard let x = a.sounds[one.sounds].first, let y = b.sounds[two.sounds].first, one.role != .particle,
                two.role != .particle, model.costs.likeness(of: x, y, unwritten: false) > 0.75
            else { return nil }
            return Candidate(i: i, j: j, sound: 1, letter: 1, edits: 0, relation: .initial)
        }
        if (one.role == .particle) != (two.role == .particle) { return nil }
        if model.tables.shareNickname(one.nickname, two.nickname) {
            return Candidate(i: i, j: j, sound: 1, letter: 1, edits: 0, relation: .nickname)
        }
        if one.role == .patronymic, two.role == .patronymic, !haveLikeFathers(one, two) { return nil }
        let (least, most) = one.weight < two.weight ? (one.weight, two.weight) : (two.weight, one.weight)
        if least < most * 0.34 { return nil }
        return alike(i, one.sounds, one.letters, one.script, j, two.sounds, two.letters, two.script)
    }

    /// Whether two patronymics are of fathers whose names are alike: all end alike, so the endings tell nothing.
    private func haveLikeFathers(_ one: NameToken, _ two: NameToken) -> Bool {
        let unwritten = one.script.omitsVowels != two.script.omitsVowels
        let likeness = model.costs.likeness(
            model.fatherSounds(a, one)[...], model.fatherSounds(b, two)[...], unwritten: unwritten)
        return likeness >= Self.likeFathers
    }

    func alike(
        _ i: Int, _ sa: Range<Int>, _ la: Range<Int>, _ scriptA: Script, _ j: Int, _ sb: Range<Int>, _ lb: Range<Int>,
        _ scriptB: Script
    ) -> Candidate {
        let unwritten = scriptA.omitsVowels != scriptB.omitsVowels
        var sound = model.costs.likeness(a.sounds[sa], b.sounds[sb], unwritten: unwritten)
        if scriptA == .arabic || scriptB == .arabic {
            // The article that grew onto the word may be missing in the other: "البصري" and "Basri".
            if let cut = Self.withoutArticle(a, la, sa) {
                sound = max(sound, model.costs.likeness(a.sounds[cut], b.sounds[sb], unwritten: unwritten))
            }
            if let cut = Self.withoutArticle(b, lb, sb) {
                sound = max(sound, model.costs.likeness(a.sounds[sa], b.sounds[cut], unwritten: unwritten))
            }
        }
        // A case ending is no part of the name: "Соловкиным" is Соловкин.
        let (stemA, stemB) = (Declension.stem(a.letters[la], scriptA), Declension.stem(b.letters[lb], scriptB))
        if (stemA == nil) != (stemB == nil), sound < Self.declined {
            let one = stemA.map { model.sounds(of: a.letters[$0]) } ?? Array(a.sounds[sa])
            let two = stemB.map { model.sounds(of: b.letters[$0]) } ?? Array(b.sounds[sb])
            let bare = Self.declined * model.costs.likeness(one[...], two[...], unwritten: unwritten)
            if bare > max(sound, Self.likelyDeclined) {
                let edits: Int32 = scriptA == scriptB ? 1 : 0
                return Candidate(i: i, j: j, sound: bare, letter: bare, edits: edits, relation: .alike)
            }
        }
        var letter = sound
        var edits: Int32 = 0
        if scriptA == scriptB, sound > 0.4 || scriptA.isSyllabic {
            edits = EditDistance.between(a.letters[la], b.letters[lb])
            letter = max(0, 1 - Float(edits) / Float(max(1, max(la.count, lb.count))))
            if scriptA.isSyllabic { sound = letter }
        }
        return Candidate(i: i, j: j, sound: sound, letter: letter, edits: edits, relation: .alike)
    }

    static func withoutArticle(_ name: ParsedName, _ letters: Range<Int>, _ sounds: Range<Int>) -> Range<Int>? {
        guard letters.count >= 5, sounds.count > 3, name.letters[letters.lowerBound] == 0x627,
            name.letters[letters.lowerBound + 1] == 0x644
        else { return nil }
        return sounds.lowerBound + 2..<sounds.upperBound
    }

    mutating func take(_ pair: Candidate) {
        let one = a.tokens[pair.i]
        let two = b.tokens[pair.j]
        note(one.source, two.source, pair.relation, pair.sound)
        count(pair, weight: Self.weight(one) + Self.weight(two), role: one.role, one.script, two.script)
        if pair.relation == .alike, one.role != .particle, one.script != .arabic, two.script != .arabic {
            let x = a.sounds[one.sounds].first ?? 0
            let y = b.sounds[two.sounds].first ?? 0
            let first =
                1 - model.costs.likeness(of: x, y, unwritten: one.script.omitsVowels != two.script.omitsVowels)
            raise(.firstSound, first)
        }
    }

    mutating func count(
        _ pair: Candidate, weight: Float, role: TokenRole, _ scriptA: Script, _ scriptB: Script
    ) {
        lossWeight += weight
        figures[Figure.soundLoss.rawValue] += weight * (1 - pair.sound)
        figures[Figure.letterLoss.rawValue] += weight * (1 - pair.letter)
        if role == .initial || pair.relation == .initial {
            set(.initial, 1)
        } else if role != .particle {
            raise(.worstSound, 1 - pair.sound)
            if scriptA == scriptB {
                raise(.worstLetter, 1 - pair.letter)
                raise(.clash, min(1, (1 - pair.sound) * Float(pair.edits)))
                raise(.farLetters, max(0, 1 - pair.letter - 0.3) * 3)
                if pair.edits > 0, scriptA.isSyllabic { set(.syllable, 1) }
            } else {
                set(.otherScript, 1)
            }
            figures[Figure.edits.rawValue] = min(1, self[.edits] + Float(pair.edits) / 4)
        }
        if pair.relation == .nickname { set(.nickname, 1) }
    }
}
