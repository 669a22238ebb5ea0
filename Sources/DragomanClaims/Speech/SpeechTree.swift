import DragomanLanguage
import DragomanNames

/// The trees of an article as speech needs them: children, edges of subtrees, sentences, blocks, quotations, kinds of
/// words.
///
/// Everything is computed once, in time linear in the number of tokens, without recursion.
struct SpeechTree {
    let named: NamedAnalysis
    let words: SpeechWords
    let tokens: [Token]
    /// First and last token of each token's subtree.
    let left: [Int], right: [Int]
    /// The sentence and the block of each token.
    let sentence: [Int], block: [Int]
    /// Each word in small letters.
    let lower: [String]
    /// What each token's lemma is good for.
    let kinds: [SpeechWords.Kinds]
    let quotes: Quotes
    private let childStart: [Int], childList: [Int]

    init(_ named: NamedAnalysis, words: SpeechWords) {
        let analysis = named.analysis
        let count = analysis.tokens.count
        let sentence = Self.owners(of: analysis.sentences, count: count)
        // An arc that leaves its sentence is cut, so that every subtree lies in one.
        var tokens = analysis.tokens
        for i in tokens.indices {
            let head = tokens[i].head
            if !tokens.indices.contains(head) || sentence[head] != sentence[i] { tokens[i].head = i }
        }
        self.sentence = sentence
        self.named = named
        self.words = words
        self.tokens = tokens
        var degree = [Int](repeating: 0, count: count + 1)
        for (i, token) in tokens.enumerated() where token.head != i { degree[token.head] += 1 }
        var start = [Int](repeating: 0, count: count + 1)
        for i in 0..<count { start[i + 1] = start[i] + degree[i] }
        var list = [Int](repeating: 0, count: start[count])
        var next = start
        for (i, token) in tokens.enumerated() where token.head != i {
            list[next[token.head]] = i
            next[token.head] += 1
        }
        childStart = start
        childList = list
        var left = Array(0..<count)
        var right = left
        var open = degree
        var leaves = (0..<count).filter { degree[$0] == 0 }
        while let i = leaves.popLast() {
            let head = tokens[i].head
            guard head != i else { continue }
            left[head] = min(left[head], left[i])
            right[head] = max(right[head], right[i])
            open[head] -= 1
            if open[head] == 0 { leaves.append(head) }
        }
        self.left = left
        self.right = right
        block = Self.owners(of: analysis.blocks, count: count)
        let lower = (0..<count).map { analysis.word($0).lowercased() }
        self.lower = lower
        // "data" and "media" are lemmatized as "datum" and "medium".
        kinds = tokens.indices.map { words.kinds(of: tokens[$0].lemma.lowercased()).union(words.kinds(of: lower[$0])) }
        quotes = Quotes(analysis)
    }

    private static func owners(of ranges: [Range<Int>], count: Int) -> [Int] {
        var owner = [Int](repeating: 0, count: count)
        for (n, range) in ranges.enumerated() {
            for i in range where i < count { owner[i] = n }
        }
        return owner
    }

    /// The tokens that depend on `i`, in order.
    func children(_ i: Int) -> ArraySlice<Int> { childList[childStart[i]..<childStart[i + 1]] }

    /// The first child of `i` whose label is one of `labels`.
    func child(_ i: Int, _ labels: String...) -> Int? { children(i).first { labels.contains(tokens[$0].dep) } }

    /// The tokens of the sentence that holds `i`.
    func sentenceRange(_ i: Int) -> Range<Int> { named.analysis.sentences[sentence[i]] }

    /// The subtree of `i` as one stretch.
    func span(_ i: Int) -> Range<Int> { left[i]..<right[i] + 1 }

    func isVerb(_ i: Int) -> Bool { tokens[i].pos == "VERB" || tokens[i].pos == "AUX" }
    func isComma(_ i: Int) -> Bool { lower[i] == "," }
    func isPunctuation(_ i: Int) -> Bool {
        tokens[i].pos == "PUNCT" || tokens[i].pos == "SPACE" || tokens[i].pos == "SYM"
    }
    func isFinite(_ i: Int) -> Bool {
        isVerb(i) && ["VBD", "VBZ", "VBP", "MD"].contains(tokens[i].tag)
    }

    /// The mention that covers token `i`.
    func mention(_ i: Int) -> Mention? {
        let index = named.mentionOfToken[i]
        return index < 0 ? nil : named.mentions[index]
    }

    func identity(_ mention: Mention) -> Identity { named.identities[mention.identity] }

    /// The type of the name that covers token `i`.
    func nameType(_ i: Int) -> NameType? { mention(i).map { identity($0).type } }

    /// The mentions that lie inside `range`, in order.
    func mentions(in range: Range<Int>) -> [Mention] {
        var found: [Mention] = []
        var i = range.lowerBound
        while i < range.upperBound {
            if let mention = mention(i), mention.tokens.lowerBound >= range.lowerBound,
                mention.tokens.upperBound <= range.upperBound
            {
                found.append(mention)
                i = mention.tokens.upperBound
            } else {
                i += 1
            }
        }
        return found
    }

    /// The mentions that end before token `i`, the nearest first, `count` at most.
    func mentions(before i: Int, atMost count: Int) -> [Mention] {
        var low = 0
        var high = named.mentions.count
        while low < high {
            let middle = (low + high) / 2
            if named.mentions[middle].tokens.upperBound <= i { low = middle + 1 } else { high = middle }
        }
        return named.mentions[max(0, low - count)..<low].reversed()
    }

    /// Whether a block is a title: the first one, with others behind it and no full stop.
    func isTitle(_ number: Int) -> Bool {
        let blocks = named.analysis.blocks
        guard number == 0, blocks.count > 1, let last = blocks[0].last(where: { !quotes.isMark($0) }) else {
            return false
        }
        return lower[last] != "." && lower[last] != ","
    }

    /// The words of `range` as written, on one line.
    func text(_ range: Range<Int>) -> String {
        var result = ""
        for i in range {
            result += named.analysis.word(i)
            if i + 1 < range.upperBound, tokens[i].spaced { result += " " }
        }
        return result
    }
}
