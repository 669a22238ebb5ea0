import DragomanLanguage

/// Makes one claim of several matches on the same words.
struct DraftMerging: Sendable {
    let tree: Tree
    let pack: Pack

    /// The drafts of one sentence without those that another says better.
    func merged(_ drafts: [Draft]) -> [Draft] {
        var dropped = Set<Int>()
        for (index, draft) in drafts.enumerated() {
            for (other, rival) in drafts.enumerated() where other != index && !dropped.contains(other) && !dropped.contains(index) {
                let nested = rival.clause.operators.contains(draft.clause.predicate)
                let same = draft.clause.predicate == rival.clause.predicate
                let linked = nested || draft.clause.operators.contains(rival.clause.predicate) || same
                // "signed an agreement to export": the export is the undertaking, the agreement its stage.
                if pack.rules[draft.rule].isFallback, linked || sharesClause(draft, rival), !pack.rules[rival.rule].isFallback {
                    dropped.insert(index)
                } else if linked, draft.kind == rival.kind {
                    if nested ? rival.filled >= draft.filled : rival.filled > draft.filled { dropped.insert(index) }
                } else if same, draft.kind != rival.kind, rival.filled > draft.filled {
                    dropped.insert(index)
                } else if !linked, draft.kind == rival.kind, draft.stage == rival.stage, draft.clause.top == rival.clause.top,
                    draft.actor == rival.actor, rival.filled > draft.filled || rival.filled == draft.filled && other < index
                {
                    dropped.insert(index)
                }
            }
        }
        return drafts.enumerated().filter { !dropped.contains($0.offset) }.map(\.element)
    }

    private func sharesClause(_ draft: Draft, _ rival: Draft) -> Bool {
        draft.clause.top == rival.clause.top || draft.clause.operators.contains(rival.clause.top)
            || rival.clause.operators.contains(draft.clause.top)
            || tree.span(draft.clause.predicate).contains(rival.clause.predicate)
    }
}
