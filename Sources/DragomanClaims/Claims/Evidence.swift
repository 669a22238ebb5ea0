import DragomanLanguage
import DragomanNames
import DragomanText

/// The words a claim rests on: the shortest run of whole clauses that carries it.
struct Evidence: Sendable {
    let tree: Tree

    /// The byte range of a clause with its operators, without the punctuation around it.
    func range(of clause: Clause) -> ByteRange {
        let sentence = tree.sentences[tree.sentenceOfToken[clause.predicate]]
        var span = tree.span(clause.top)
        // A clause is understood with its subject, wherever that stands.
        for head in clause.subject + clause.object where sentence.contains(head) {
            span = min(span.lowerBound, tree.span(head).lowerBound)..<max(span.upperBound, head + 1)
        }
        span = trimmed(span.clamped(to: sentence), of: clause)
        var first = span.lowerBound
        var last = span.upperBound - 1
        while first < last, isEdge(first) { first += 1 }
        while last > first, isEdge(last) { last -= 1 }
        return tree.named.analysis.bytes(first..<last + 1)
    }

    /// Cuts off what hangs on the clause but is a proposition of its own: coordinated clauses, asides.
    private func trimmed(_ span: Range<Int>, of clause: Clause) -> Range<Int> {
        var (first, end) = (span.lowerBound, span.upperBound)
        let members = clause.subject + clause.object + clause.operators + [clause.predicate]
        for word in clause.operators + [clause.predicate] {
            for child in tree.children(word) {
                let below = tree.span(child)
                guard !members.contains(where: below.contains) else { continue }
                let isOwn =
                    switch tree.tokens[child].dep {
                    case "conj": tree.child(child, "nsubj", "nsubjpass") != nil
                    case "advcl", "parataxis", "ccomp", "mark": true
                    default: false
                    }
                guard isOwn else { continue }
                if child > clause.predicate { end = min(end, below.lowerBound) }
                if child < clause.predicate { first = max(first, below.upperBound) }
            }
        }
        return first < end ? first..<end : span
    }

    private func isEdge(_ token: Int) -> Bool {
        ["PUNCT", "SPACE", "CCONJ"].contains(tree.tokens[token].pos) && !isQuote(token)
    }

    private func isQuote(_ token: Int) -> Bool { ["``", "''", "\""].contains(tree.tokens[token].tag) }
}
