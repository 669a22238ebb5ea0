import DragomanNames
import DragomanLanguage
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
        span = span.clamped(to: sentence)
        var first = span.lowerBound
        var last = span.upperBound - 1
        while first < last, isEdge(first) { first += 1 }
        while last > first, ["PUNCT", "SPACE"].contains(tree.tokens[last].pos), !isQuote(last) { last -= 1 }
        return tree.named.analysis.bytes(first..<last + 1)
    }

    private func isEdge(_ token: Int) -> Bool {
        ["PUNCT", "SPACE", "CCONJ"].contains(tree.tokens[token].pos) && !isQuote(token)
    }

    private func isQuote(_ token: Int) -> Bool { ["``", "''", "\""].contains(tree.tokens[token].tag) }
}
