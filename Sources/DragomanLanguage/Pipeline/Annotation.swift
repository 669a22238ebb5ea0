/// What the rules say of one token; labels by number.
struct Annotation: BitwiseCopyable {
    var tag: Int16 = 0
    var part: Int16 = 0
    var morph: Int16 = 0
    /// A lemma that a rule gave, 0 for none.
    var ruleLemma: Int16 = 0
    /// The lemma in the lexicon's pool, where no rule gave one.
    var lemma = TextSlice()
    /// Twice the entity type, plus 1 where it begins; 0 for none.
    var entity: Int16 = 0
}

/// A worker's memory of what the attribute rules come to for a token of some tag, word and label.
struct RuleCache: ~Copyable {
    struct Outcome {
        var change = AttributeRuler.Change()
        var rules: [Int] = []
        /// The patterns of two tokens that the token may be first and second of.
        var first: UInt64 = 0
        var second: UInt64 = 0
    }

    private var places: [Int32: Int32] = [:]
    private var outcomes: [Outcome] = []

    /// The place of the outcome for a token; there are at most tags x words x labels of them, far fewer in practice.
    mutating func place(tag: Int, word: Int, label: Int, isSpace: Bool, ruler: AttributeRuler) -> Int {
        let key = Int32(truncatingIfNeeded: ((tag << 9 | word) << 9 | label) << 1 | (isSpace ? 1 : 0))
        if let known = places[key] { return Int(known) }
        let view = AttributeRuler.View(tag: tag, word: word, label: label, isSpace: isSpace)
        var outcome = Outcome()
        outcome.rules = ruler.rules(for: view)
        for rule in outcome.rules { outcome.change.apply(ruler.changes[rule]) }
        outcome.first = ruler.pairBits(for: view, place: 0)
        outcome.second = ruler.pairBits(for: view, place: 1)
        places[key] = Int32(outcomes.count)
        outcomes.append(outcome)
        return outcomes.count - 1
    }

    subscript(place: Int) -> Outcome { outcomes[place] }
}
