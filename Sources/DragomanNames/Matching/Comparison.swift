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

    var figures = [Float](repeating: 0, count: Figure.allCases.count)
    /// Only where explanations are asked for.
    private(set) var parts: [Part] = []

    let a: ParsedName
    let b: ParsedName
    let model: NameParser
    let explains: Bool
    var usedA: UInt32 = 0
    var usedB: UInt32 = 0
    var lossWeight: Float = 0
    /// Every pair of words that was compared, likely or not.
    var compared: [Candidate] = []

    /// Fathers' names less alike than this are two.
    static let likeFathers: Float = 0.72

    /// A word in another case of the noun is this like it, at most.
    static let declined: Float = 0.96
    /// Less like than this, an ending is taken for a part of the word.
    static let likelyDeclined: Float = 0.9

    /// A pair of words under consideration.
    struct Candidate { var i: Int, j: Int, sound: Float, letter: Float, edits: Int32, relation: Relation }

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

    subscript(figure: Figure) -> Float { figures[figure.rawValue] }
    mutating func set(_ figure: Figure, _ value: Float) { figures[figure.rawValue] = value }
    mutating func raise(_ figure: Figure, _ value: Float) {
        figures[figure.rawValue] = max(figures[figure.rawValue], value)
    }

    // MARK: Numbers

    mutating func compareNumbers() {
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

    mutating func compareLegalForms() {
        // The general word "company" agrees with every form.
        if a.legalKinds != 0, b.legalKinds != 0, a.legalKinds & b.legalKinds == 0 { set(.legal, 1) }
    }

    mutating func note(_ first: Range<Int>?, _ second: Range<Int>?, _ relation: Relation, _ likeness: Float) {
        guard explains else { return }
        parts.append(Part(first: first, second: second, relation: relation, likeness: likeness))
    }
}
