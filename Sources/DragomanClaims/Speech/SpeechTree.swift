import DragomanLanguage
import DragomanNames

/// The trees of an article with what speech needs beside them: words in small letters, kinds of words, quotations.
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
    private let tree: Tree

    init(_ named: NamedAnalysis, words: SpeechWords) {
        let tree = Tree(named)
        self.tree = tree
        self.named = named
        self.words = words
        tokens = tree.tokens
        left = tree.left
        right = tree.right
        sentence = tree.sentenceOfToken
        block = tree.blockOfToken
        let lower = tree.tokens.indices.map { named.analysis.word($0).lowercased() }
        self.lower = lower
        // "data" and "media" are lemmatized as "datum" and "medium".
        kinds = lower.indices.map { index in
            words.kinds(of: tree.tokens[index].lemma.lowercased()).union(words.kinds(of: lower[index]))
        }
        quotes = Quotes(named.analysis)
    }

    /// The tokens that depend on `i`, in order.
    func children(_ i: Int) -> ArraySlice<Int> { tree.children(i) }

    /// The first child of `i` whose label is one of `labels`.
    func child(_ i: Int, _ labels: String...) -> Int? { tree.child(i, labels) }

    /// The tokens of the sentence that holds `i`.
    func sentenceRange(_ i: Int) -> Range<Int> { named.analysis.sentences[sentence[i]] }

    /// The subtree of `i` as one stretch.
    func span(_ i: Int) -> Range<Int> { tree.span(i) }

    func isVerb(_ i: Int) -> Bool { tokens[i].pos == "VERB" || tokens[i].pos == "AUX" }
    func isComma(_ i: Int) -> Bool { lower[i] == "," }
    func isPunctuation(_ i: Int) -> Bool {
        tokens[i].pos == "PUNCT" || tokens[i].pos == "SPACE" || tokens[i].pos == "SYM"
    }
    func isFinite(_ i: Int) -> Bool {
        isVerb(i) && ["VBD", "VBZ", "VBP", "MD"].contains(tokens[i].tag)
    }

    /// The mention that covers token `i`.
    func mention(_ i: Int) -> Mention? { tree.mention(i) }

    func identity(_ mention: Mention) -> Identity { tree.identity(mention) }

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
    func text(_ range: Range<Int>) -> String { tree.text(range) }
}
