/// How two parsed names compare, word by word, and the few figures on which the score rests.
///
/// Words are paired by likeness, best first, so that order does not matter; two neighbours may pair with one word that
/// joins them. The names stand in an order of their own, so that a pair and its reverse give the same.
struct Comparison {
    /// What a pair of words, or a word alone, amounts to.
    enum Relation {
        case equal, nickname, translated, initial, alike, joined, omittedFirst, omittedSecond
    }

    struct Part {
        var first: Range<Int>?
        var second: Range<Int>?
        var relation: Relation
        /// How alike the words sound, 0 to 1.
        var likeness: Float
    }

    /// The figures; each is 0 where the names agree and at most about 1. Names of the weights' table.
    enum Figure: Int, CaseIterable {
        case bias, soundLoss, letterLoss, worstSound, worstLetter, contradiction, omission, patronymic, initial, order
        case nickname, oneWord, numberContradiction, numberOmission, legal, genericContradiction, genericOmission
        case qualifierOmission, qualifierContradiction, otherScript, edits, joined, firstSound, syllable, lastWord,
            nearness, farLetters, contradicted, clash
    }

    private(set) var figures = [Float](repeating: 0, count: Figure.allCases.count)
    /// Only where explanations are asked for.
    private(set) var parts: [Part] = []

    private let a: ParsedName
    private let b: ParsedName
    private let model: NameParser
    private let explains: Bool
    private var usedA: UInt32 = 0
    private var usedB: UInt32 = 0
    private var lossWeight: Float = 0

    /// A pair of words under consideration.
    private struct Candidate { var i: Int, j: Int, sound: Float, letter: Float, edits: Int32, relation: Relation }

    init(_ a: ParsedName, _ b: ParsedName, model: NameParser, explains: Bool) {
        self.a = a
        self.b = b
        self.model = model
        self.explains = explains
        set(.bias, 1)
        compareNumbers()
        pairJoined()
        pairWords()
        settleRest()
        compareLegalForms()
    }

    private subscript(figure: Figure) -> Float { figures[figure.rawValue] }
    private mutating func set(_ figure: Figure, _ value: Float) { figures[figure.rawValue] = value }
    private mutating func raise(_ figure: Figure, _ value: Float) {
        figures[figure.rawValue] = max(figures[figure.rawValue], value)
    }

    // MARK: Numbers

    private mutating func compareNumbers() {
        var onlyA = 0
        var onlyB = 0
        for (i, token) in a.tokens.enumerated() where token.role == .number {
            usedA |= 1 << UInt32(i)
            let twin = b.tokens.indices.first {
                usedB >> UInt32($0) & 1 == 0 && b.tokens[$0].role == .number && b.tokens[$0].number == token.number
            }
            if let twin {
                usedB |= 1 << UInt32(twin)
                note(token.source, b.tokens[twin].source, .equal, 1)
            } else {
                onlyA += 1
                note(token.source, nil, .omittedSecond, 0)
            }
        }
        for (j, token) in b.tokens.enumerated() where token.role == .number && usedB >> UInt32(j) & 1 == 0 {
            usedB |= 1 << UInt32(j)
            onlyB += 1
            note(nil, token.source, .omittedFirst, 0)
        }
        if onlyA > 0, onlyB > 0 { set(.numberContradiction, 1) } else if onlyA + onlyB > 0 { set(.numberOmission, 1) }
    }

    // MARK: Words

    private static func isCompared(_ role: TokenRole) -> Bool {
        switch role {
        case .core, .initial, .patronymic, .particle, .generic: true
        case .title, .filler, .legal, .number: false
        }
    }

    /// How much a word counts: its sounds, less for weak words.
    private static func weight(_ token: NameToken) -> Float {
        switch token.role {
        case .particle: token.weight * 0.15
        case .generic: token.weight * 0.35
        case .initial: 1
        case .patronymic: token.weight * 0.6
        default: token.weight
        }
    }

    private mutating func pairWords() {
        var candidates: [Candidate] = []
        for (i, one) in a.tokens.enumerated() where usedA >> UInt32(i) & 1 == 0 && Self.isCompared(one.role) {
            for (j, two) in b.tokens.enumerated() where usedB >> UInt32(j) & 1 == 0 && Self.isCompared(two.role) {
                if let candidate = compare(i, j), Self.strength(candidate) >= 0.6 { candidates.append(candidate) }
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
            if a.tokens[candidate.i].role != .particle { paired.append((candidate.i, candidate.j)) }
        }
        paired.sort { $0.i < $1.i }
        let crossed = zip(paired, paired.dropFirst()).contains { $0.j > $1.j }
        if crossed, !a.hasComma, !b.hasComma { set(.order, 1) }
    }

    private static func strength(_ candidate: Candidate) -> Float {
        switch candidate.relation {
        case .equal: 1
        case .nickname: 0.95
        case .translated: 0.97
        case .initial: 0.7
        default: max(candidate.sound * 0.98, 0.5 * (candidate.sound + candidate.letter))
        }
    }

    private func compare(_ i: Int, _ j: Int) -> Candidate? {
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
        let (least, most) = one.weight < two.weight ? (one.weight, two.weight) : (two.weight, one.weight)
        if least < most * 0.34 { return nil }
        return alike(i, one.sounds, one.letters, one.script, j, two.sounds, two.letters, two.script)
    }

    private func alike(
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
        var letter = sound
        var edits: Int32 = 0
        if scriptA == scriptB, sound > 0.4 || scriptA.isSyllabic {
            edits = EditDistance.between(a.letters[la], b.letters[lb])
            letter = max(0, 1 - Float(edits) / Float(max(1, max(la.count, lb.count))))
            if scriptA.isSyllabic { sound = letter }
        }
        return Candidate(i: i, j: j, sound: sound, letter: letter, edits: edits, relation: .alike)
    }

    private static func withoutArticle(_ name: ParsedName, _ letters: Range<Int>, _ sounds: Range<Int>) -> Range<Int>? {
        guard letters.count >= 5, sounds.count > 3, name.letters[letters.lowerBound] == 0x627,
            name.letters[letters.lowerBound + 1] == 0x644
        else { return nil }
        return sounds.lowerBound + 2..<sounds.upperBound
    }

    private mutating func take(_ pair: Candidate) {
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

    private mutating func count(
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

    // MARK: Joined words

    /// Pairs two or more neighbours with one word that joins them: "Ali Abadi" and "Aliabadi".
    private mutating func pairJoined() {
        guard a.tokens.count > 1 || b.tokens.count > 1 else { return }
        for i in a.tokens.indices where mayJoin(a.tokens[i], usedA, i) {
            for j in b.tokens.indices where mayJoin(b.tokens[j], usedB, j) {
                for count in 2...4 {
                    if let end = run(a, usedA, from: i, count) { join(i..<end, j..<j + 1) }
                    if let end = run(b, usedB, from: j, count) { join(i..<i + 1, j..<end) }
                }
            }
        }
    }

    private func mayJoin(_ token: NameToken, _ used: UInt32, _ index: Int) -> Bool {
        guard used >> UInt32(index) & 1 == 0 else { return false }
        return token.role != .legal && token.role != .number && token.role != .title
    }

    /// The end of a run of free words; nil where there are not so many, or all are weak.
    private func run(_ name: ParsedName, _ used: UInt32, from start: Int, _ count: Int) -> Int? {
        guard start + count <= name.tokens.count else { return nil }
        for index in start..<start + count where !mayJoin(name.tokens[index], used, index) { return nil }
        return start + count
    }

    private mutating func join(_ i: Range<Int>, _ j: Range<Int>) {
        guard free(usedA, i), free(usedB, j) else { return }
        let (a0, a1) = (a.tokens[i.lowerBound], a.tokens[i.upperBound - 1])
        let (b0, b1) = (b.tokens[j.lowerBound], b.tokens[j.upperBound - 1])
        let soundsA = a0.sounds.lowerBound..<a1.sounds.upperBound
        let soundsB = b0.sounds.lowerBound..<b1.sounds.upperBound
        let slack = a0.script == b0.script ? 1 : soundsA.count / 2
        guard abs(soundsA.count - soundsB.count) <= slack, let x = a.sounds[soundsA].first,
            let y = b.sounds[soundsB].first,
            model.costs.likeness(of: x, y, unwritten: a0.script.omitsVowels != b0.script.omitsVowels) > 0.6
        else { return }
        let lettersA = a0.letters.lowerBound..<a1.letters.upperBound
        let lettersB = b0.letters.lowerBound..<b1.letters.upperBound
        let pair = alike(
            i.lowerBound, soundsA, lettersA, a0.script, j.lowerBound, soundsB, lettersB, b0.script)
        guard pair.sound >= 0.88, pair.letter >= 0.75, a0.script != b0.script || pair.edits <= 2 else { return }
        // One of the words alone may be nearer: "Al Bin Ali" and "Bin".
        for one in i {
            for two in j { if let single = compare(one, two), Self.strength(single) >= pair.sound { return } }
        }
        var weight: Float = 0
        for index in i {
            usedA |= 1 << UInt32(index)
            weight += Self.weight(a.tokens[index])
        }
        for index in j {
            usedB |= 1 << UInt32(index)
            weight += Self.weight(b.tokens[index])
        }
        set(.joined, 1)
        note(
            a0.source.lowerBound..<a1.source.upperBound, b0.source.lowerBound..<b1.source.upperBound, .joined,
            pair.sound)
        count(pair, weight: weight, role: .core, a0.script, b0.script)
    }

    private func free(_ used: UInt32, _ range: Range<Int>) -> Bool {
        range.allSatisfy { used >> UInt32($0) & 1 == 0 }
    }

    // MARK: What is left

    private mutating func settleRest() {
        if lossWeight > 0 {
            figures[Figure.soundLoss.rawValue] /= lossWeight
            figures[Figure.letterLoss.rawValue] /= lossWeight
        } else {
            set(.soundLoss, 1)
            set(.letterLoss, 1)
        }
        let restA = rest(a, usedA)
        let restB = rest(b, usedB)
        let least = max(0.1, min(restA.whole, restB.whole))
        set(.contradiction, min(1, min(restA.open, restB.open) / least))
        set(.omission, min(1, abs(restA.open - restB.open) / max(0.1, max(restA.whole, restB.whole))))
        if lossWeight == 0 { set(.contradiction, 1) }
        set(.genericContradiction, min(restA.generic, restB.generic) > 0 ? 1 : 0)
        set(.genericOmission, abs(restA.generic - restB.generic) > 0 ? 1 : 0)
        if restA.qualifiers > 0, restB.open > 0 || restB.generic > 0 { set(.qualifierContradiction, 1) }
        if restB.qualifiers > 0, restA.open > 0 || restA.generic > 0 { set(.qualifierContradiction, 1) }
        if restA.qualifiers + restB.qualifiers > 0, self[.qualifierContradiction] == 0 { set(.qualifierOmission, 1) }
        if restA.patronymic && restB.patronymic { set(.patronymic, 1) }
        if (restA.names == 1) != (restB.names == 1) { set(.oneWord, 1) }
        if restA.lastOpen && restB.lastOpen { set(.lastWord, 1) }
        nearness()
    }

    private struct Rest {
        var open: Float = 0, whole: Float = 0, generic: Float = 0
        var qualifiers = 0, names = 0
        var patronymic = false, lastOpen = false
    }

    private mutating func rest(_ name: ParsedName, _ used: UInt32) -> Rest {
        var rest = Rest()
        for (index, token) in name.tokens.enumerated() where Self.isCompared(token.role) {
            let weight = Self.weight(token)
            let isOpen = used >> UInt32(index) & 1 == 0
            rest.whole += weight
            if token.role == .core || token.role == .patronymic { rest.names += 1 }
            if token.role == .core { rest.lastOpen = isOpen }
            guard isOpen, token.role != .particle, !model.looksLegal(name, token) else { continue }
            if token.isQualifier { rest.qualifiers += 1 }
            if token.role == .generic {
                rest.generic += weight
            } else {
                rest.open += weight
            }
            if token.role == .patronymic { rest.patronymic = true }
        }
        return rest
    }

    /// How alike the words without a partner are to each other: a slip of several letters is no other name. Also tells
    /// them in the explanation.
    private mutating func nearness() {
        var best: Float = 0
        for (i, one) in a.tokens.enumerated() where usedA >> UInt32(i) & 1 == 0 && Self.isCompared(one.role) {
            for (j, two) in b.tokens.enumerated()
            where usedB >> UInt32(j) & 1 == 0 && Self.isCompared(two.role) && one.role == two.role {
                if let pair = compare(i, j) { best = max(best, Self.strength(pair)) }
            }
        }
        set(.nearness, best)
        set(.contradicted, self[.contradiction] > 0 ? 1 : 0)
        guard explains else { return }
        for i in a.tokens.indices where usedA >> UInt32(i) & 1 == 0 { note(a.tokens[i].source, nil, .omittedSecond, 0) }
        for j in b.tokens.indices where usedB >> UInt32(j) & 1 == 0 { note(nil, b.tokens[j].source, .omittedFirst, 0) }
    }

    private mutating func compareLegalForms() {
        // The general word "company" agrees with every form.
        if a.legalKinds != 0, b.legalKinds != 0, a.legalKinds & b.legalKinds == 0 { set(.legal, 1) }
    }

    private mutating func note(_ first: Range<Int>?, _ second: Range<Int>?, _ relation: Relation, _ likeness: Float) {
        guard explains else { return }
        parts.append(Part(first: first, second: second, relation: relation, likeness: likeness))
    }
}
