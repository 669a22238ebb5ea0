import DragomanLanguage
import DragomanNames

/// The dependency tree of an analysis with its links turned round: from heads to dependents.
///
/// Children stand in one flat array (compressed rows), so a walk allocates nothing.
struct Tree: Sendable {
    let named: NamedAnalysis
    /// Index of the first child of each token in `dependents`; one more entry than tokens.
    private let firstChild: [Int]
    private let dependents: [Int]
    /// The leftmost and rightmost token below each token, itself included.
    private let leftEdge: [Int]
    private let rightEdge: [Int]
    /// For each token, the index of its sentence.
    let sentenceOfToken: [Int]
    /// For each token, the index of its block.
    let blockOfToken: [Int]

    var tokens: [Token] { named.analysis.tokens }
    var sentences: [Range<Int>] { named.analysis.sentences }

    init(_ named: NamedAnalysis) {
        self.named = named
        let tokens = named.analysis.tokens
        var counts = [Int](repeating: 0, count: tokens.count + 1)
        for (index, token) in tokens.enumerated() where token.head != index { counts[token.head + 1] += 1 }
        for index in 1..<max(1, counts.count) { counts[index] += counts[index - 1] }
        firstChild = counts
        var next = counts
        var list = [Int](repeating: 0, count: counts.last ?? 0)
        for (index, token) in tokens.enumerated() where token.head != index {
            list[next[token.head]] = index
            next[token.head] += 1
        }
        dependents = list
        var left = Array(tokens.indices)
        var right = left
        // Children before parents: an explicit stack, so that no tree is too deep.
        var order: [Int] = []
        order.reserveCapacity(tokens.count)
        for root in tokens.indices where tokens[root].head == root {
            var stack = [root]
            while let node = stack.popLast() {
                order.append(node)
                stack.append(contentsOf: list[counts[node]..<counts[node + 1]])
            }
        }
        for node in order.reversed() where tokens[node].head != node {
            let head = tokens[node].head
            left[head] = min(left[head], left[node])
            right[head] = max(right[head], right[node])
        }
        leftEdge = left
        rightEdge = right
        var sentence = [Int](repeating: 0, count: tokens.count)
        for (index, range) in named.analysis.sentences.enumerated() {
            for token in range { sentence[token] = index }
        }
        sentenceOfToken = sentence
        var block = [Int](repeating: 0, count: tokens.count)
        for (index, range) in named.analysis.blocks.enumerated() {
            for token in range { block[token] = index }
        }
        blockOfToken = block
    }

    /// The direct dependents of `token`, left to right.
    func children(_ token: Int) -> ArraySlice<Int> { dependents[firstChild[token]..<firstChild[token + 1]] }

    /// The first dependent whose label is one of `labels`.
    func child(_ token: Int, _ labels: String...) -> Int? { children(token).first { labels.contains(tokens[$0].dep) } }

    /// All tokens from the leftmost to the rightmost below `token`.
    func span(_ token: Int) -> Range<Int> { leftEdge[token]..<rightEdge[token] + 1 }

    /// The mention that covers `token`; nil where there is none.
    func mention(_ token: Int) -> Mention? {
        let index = named.mentionOfToken[token]
        return index < 0 ? nil : named.mentions[index]
    }

    /// The identity of a mention.
    func identity(_ mention: Mention) -> Identity { named.identities[mention.identity] }

    /// Whether `token` is a verb or an auxiliary that stands as one.
    func isVerb(_ token: Int) -> Bool {
        let pos = tokens[token].pos
        return pos == "VERB" || (pos == "AUX" && !["aux", "auxpass"].contains(tokens[token].dep))
    }

    /// Whether `token` is a noun or name.
    func isNoun(_ token: Int) -> Bool { ["NOUN", "PROPN"].contains(tokens[token].pos) }

    /// The words of a token range as written, single-spaced.
    func text(_ range: Range<Int>) -> String {
        var words = ""
        for token in range {
            words += named.analysis.word(token)
            if token + 1 < range.upperBound, tokens[token].spaced { words += " " }
        }
        return words
    }
}
