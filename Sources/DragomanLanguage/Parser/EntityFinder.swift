/// A worker's entity recognizer: one step a token, each opening, continuing or closing an entity, as spaCy's `ner` does it.
final class EntityFinder {
    private let model: LanguageModel
    private let scorer: Scorer
    private var slots = Scratch<Int32>(capacity: 3)

    init(model: LanguageModel, scorer: Scorer) {
        self.model = model
        self.scorer = scorer
    }

    /// Finds the entities of the tokens `base..<base + count` of the batch.
    ///
    /// - Parameters:
    ///   - tree: for the sentence starts, which no entity crosses.
    ///   - isSpace: whether a token of the block is white space.
    ///   - found: takes first token, end and label number.
    func find(
        base: Int, count n: Int, tree: borrowing Tree, isSpace: (Int) -> Bool, found: (Int, Int, Int) -> Void
    ) {
        let moves = model.entityMoves
        var start = -1
        var label = 0
        for i in 0..<n {
            let goesOn = i + 1 < n && !tree.startsSentence[i + 1]
            slots[0] = Int32(truncatingIfNeeded: base + i)
            if start < 0 {
                if isSpace(i) { continue }  // nothing but Out is allowed
                slots[1] = -1
                slots[2] = -1
                let mask = model.entityMasks.base + (goesOn ? scorer.weights.columns : 0)
                let best = scorer.best(slots.base, mask: mask)
                guard best < moves.count else { continue }
                if moves[best].action == EntityMove.begin {
                    start = i
                    label = moves[best].label
                } else if moves[best].action == EntityMove.unit {
                    found(i, i + 1, moves[best].label)
                }
            } else {
                guard goesOn else {
                    found(start, i + 1, label)
                    start = -1
                    continue
                }
                slots[1] = Int32(truncatingIfNeeded: base + start)
                slots[2] = Int32(truncatingIfNeeded: base + i - 1)
                scorer.score(slots.base)
                let inside = model.insideColumn[label]
                let last = model.lastColumn[label]
                if scorer.score(of: inside) >= scorer.score(of: last) { continue }
                found(start, i + 1, label)
                start = -1
            }
        }
    }
}

/// What a class of the entity recognizer does.
struct EntityMove {
    static let begin = 1, inside = 2, last = 3, unit = 4, out = 5
    let action: Int
    /// Number of the entity type.
    let label: Int
}
