import DragomanLanguage
import DragomanNames

/// The dependency tree of an analysis with its links turned round: from heads to dependents.
///
/// Children stand in one flat array (compressed rows), so a walk allocates nothing. Everything is computed once, in time
/// linear in the number of tokens, without recursion.
struct Tree: Sendable {
    let named: NamedAnalysis
    /// The tokens of the analysis; an arc that leaves its sentence is cut, so that every subtree lies in one.
    let tokens: [Token]
    /// The leftmost and rightmost token below each token, itself included.
    let left: [Int], right: [Int]
    /// For each token, the index of its sentence.
    let sentenceOfToken: [Int]
    /// For each token, the index of its block.
    let blockOfToken: [Int]
    /// Index of the first child of each token in `dependents`; one more entry than tokens.
    private let firstChild: [Int]
    private let dependents: [Int]

    var sentences: [Range<Int>] { named.analysis.sentences }

    init(_ named: NamedAnalysis) {
        self.named = named
        var tokens = named.analysis.tokens
        let sentence = Self.owners(of: named.analysis.sentences, count: tokens.count)
        for index in tokens.indices {
            let head = tokens[index].head
            if !tokens.indices.contains(head) || sentence[head] != sentence[index] { tokens[index].head = index }
        }
        self.tokens = tokens
        sentenceOfToken = sentence
        blockOfToken = Self.owners(of: named.analysis.blocks, count: tokens.count)
        var degree = [Int](repeating: 0, count: tokens.count)
        for (index, token) in tokens.enumerated() where token.head != index { degree[token.head] += 1 }
        var first = [0]
        for count in degree { first.append(first[first.count - 1] + count) }
        var next = first
        var list = [Int](repeating: 0, count: first[tokens.count])
        for (index, token) in tokens.enumerated() where token.head != index {
            list[next[token.head]] = index
            next[token.head] += 1
        }
        firstChild = first
        dependents = list
        // Leaves first, each head when all below it are done, so that no tree is too deep.
        var left = Array(tokens.indices)
        var right = left
        var leaves = tokens.indices.filter { degree[$0] == 0 }
        while let index = leaves.popLast() {
            let head = tokens[index].head
            guard head != index else { continue }
            left[head] = min(left[head], left[index])
            right[head] = max(right[head], right[index])
            degree[head] -= 1
            if degree[head] == 0 { leaves.append(head) }
        }
        self.left = left
        self.right = right
    }

    private static func owners(of ranges: [Range<Int>], count: Int) -> [Int] {
        var owner = [Int](repeating: 0, count: count)
        for (index, range) in ranges.enumerated() {
            for token in range where token < count { owner[token] = index }
        }
        return owner
    }

    /// The direct dependents of `token`, left to right.
    func children(_ token: Int) -> ArraySlice<Int> { dependents[firstChild[token]..<firstChild[token + 1]] }

    /// The first dependent whose label is one of `labels`.
    func child(_ token: Int, _ labels: String...) -> Int? { child(token, labels) }

    /// The first dependent whose label is one of `labels`.
    func child(_ token: Int, _ labels: [String]) -> Int? { children(token).first { labels.contains(tokens[$0].dep) } }

    /// All tokens from the leftmost to the rightmost below `token`.
    func span(_ token: Int) -> Range<Int> { left[token]..<right[token] + 1 }

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
