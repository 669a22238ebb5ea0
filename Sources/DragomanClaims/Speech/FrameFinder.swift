import DragomanLanguage
import DragomanNames

/// Finds the reporting constructions of an article, in the order of their cues.
///
/// One pass over the tokens; each construction looks at its own subtree's edges and at a bounded neighbourhood only.
struct FrameFinder {
    let tree: SpeechTree
    private(set) var frames: [Frame] = []
    /// The frame that began last in the current sentence, for "as quoted by O" and "citing Y".
    var lastInSentence: Int?
    /// The furthest a search walks from its starting point.
    static let reach = 60
    /// The most outlets and documents that are taken into one chain.
    static let longestChain = 6

    init(_ tree: SpeechTree) {
        self.tree = tree
        for (number, sentence) in tree.named.analysis.sentences.enumerated() {
            lastInSentence = nil
            colon(in: sentence, isTitle: number < 2 && tree.isTitle(tree.block[sentence.lowerBound]))
            for i in sentence {
                let kinds = tree.kinds[i]
                if tree.lower[i] == "it", i > sentence.lowerBound, tree.kinds[i - 1].contains(.aside) {
                    aside(i, in: sentence)
                }
                if tree.tokens[i].lemma == "believe" {
                    believed(i, in: sentence)
                } else if tree.lower[i] == "according" {
                    according(i)
                } else if !kinds.isDisjoint(with: .verbs.union(.carry)), looksLikeVerb(i) {
                    verb(i, kinds)
                } else if tree.tokens[i].pos == "NOUN" || tree.tokens[i].pos == "PROPN" {
                    if kinds.contains(.opinion) { opinion(i) }
                    if kinds.contains(.rumour) { rumour(i) }
                }
            }
        }
    }

    mutating func add(_ frame: Frame) {
        lastInSentence = frames.count
        frames.append(frame)
    }

    mutating func change(_ index: Int, _ edit: (inout Frame) -> Void) { edit(&frames[index]) }

    /// The tagger takes some verbs between commas for plural nouns: "which, the ministry admits, will".
    private func looksLikeVerb(_ i: Int) -> Bool {
        let token = tree.tokens[i]
        if token.pos == "VERB" { return true }
        return token.tag == "NNS" && ["relcl", "ccomp", "parataxis", "ROOT"].contains(token.dep)
            && tree.child(i, "nsubj") != nil
    }

    /// `X` of "according to X", and all the rest of the sentence as its content.
    private mutating func according(_ i: Int) {
        let sentence = tree.sentenceRange(i)
        guard i + 2 < sentence.upperBound, tree.lower[i + 1] == "to" else { return }
        let start = i + 2
        var end = start
        if let object = tree.children(i + 1).first(where: { tree.tokens[$0].dep == "pobj" }), object >= start {
            end = min(tree.right[object] + 1, sentence.upperBound)
        }
        end = max(end, nounPhraseEnd(from: start, limit: sentence.upperBound))
        while end > start, tree.isPunctuation(end - 1) { end -= 1 }
        guard end > start else { return }
        let own = i..<end
        var frame = Frame(cue: i, manner: .according, source: start..<end, content: [], own: own)
        frame.content = parenthesisContent(own, in: sentence)
        add(frame)
    }

    /// "if X is to be believed", "if one believes X".
    private mutating func believed(_ i: Int, in sentence: Range<Int>) {
        guard let mark = (max(sentence.lowerBound, i - 16)..<i).last(where: { tree.lower[$0] == "if" }), mark + 1 < i
        else { return }
        var source: Range<Int>?
        var end = i + 1
        if let object = tree.children(i).first(where: { tree.tokens[$0].dep == "dobj" && $0 > i }) {
            source = tree.left[object]..<min(tree.right[object] + 1, sentence.upperBound)
            end = source?.upperBound ?? end
        } else if let verb = (mark + 1..<i).first(where: { tree.isFinite($0) || tree.tokens[$0].pos == "AUX" }),
            verb > mark + 1
        {
            source = mark + 1..<verb
        }
        guard let source, source.count < Self.reach, namesSpeaker(source) else { return }
        let own = mark..<end
        add(Frame(cue: i, manner: .according, source: source, content: parenthesisContent(own, in: sentence), own: own))
    }

    /// "as X reads it", "as Y put it".
    private mutating func aside(_ it: Int, in sentence: Range<Int>) {
        guard let mark = (max(sentence.lowerBound, it - 12)..<it).last(where: { tree.lower[$0] == "as" }),
            mark + 1 < it - 1
        else { return }
        let source = mark + 1..<it - 1
        let own = mark..<it + 1
        guard namesSpeaker(source), !source.contains(where: { tree.isComma($0) && tree.mention($0) == nil }) else {
            return
        }
        var content = parenthesisContent(own, in: sentence)
        if content.count == 2 { content.removeLast() }
        add(Frame(cue: it - 1, manner: .according, source: source, content: content, own: own))
    }

    /// "in X's view", "in the words of X".
    private mutating func opinion(_ i: Int) {
        let preposition = tree.tokens[i].head
        guard preposition < i, ["in", "by"].contains(tree.lower[preposition]) else { return }
        let sentence = tree.sentenceRange(i)
        if let owner = tree.child(i, "poss"), owner < i {
            let source = tree.left[owner]..<owner + 1
            let own = preposition..<i + 1
            add(
                Frame(
                    cue: i, manner: .according, source: source, content: parenthesisContent(own, in: sentence), own: own
                ))
        } else if tree.lower[preposition] == "in", let of = tree.child(i, "prep"), tree.lower[of] == "of",
            let owner = tree.child(of, "pobj")
        {
            let source = tree.left[owner]..<tree.right[owner] + 1
            let own = Range(from: preposition, to: source.upperBound)
            add(
                Frame(
                    cue: i, manner: .according, source: source, content: parenthesisContent(own, in: sentence), own: own
                ))
        }
    }

    /// "Importer: no Tara before summer"; in a title also "Plant to close - minister".
    private mutating func colon(in sentence: Range<Int>, isTitle: Bool) {
        if let colon = sentence.prefix(12).first(where: { tree.lower[$0] == ":" }), colon > sentence.lowerBound,
            colon + 2 < sentence.upperBound, tree.lower[sentence.upperBound - 1] != "?"
        {
            let source = sentence.lowerBound..<colon
            guard !source.contains(where: { tree.isVerb($0) }), endsInSpeaker(source) else { return }
            let content = colon + 1..<sentence.upperBound
            add(
                Frame(
                    cue: colon, manner: .plain, source: source, content: [content], own: sentence.lowerBound..<colon + 1
                ))
        } else if isTitle, let dash = sentence.suffix(7).last(where: { ["-", "–", "—"].contains(tree.lower[$0]) }),
            dash > sentence.lowerBound + 2, dash + 1 < sentence.upperBound,
            tree.named.analysis.text[tree.tokens[dash].range.lowerBound - 1] == 0x20
        {
            let source = dash + 1..<sentence.upperBound
            guard !source.contains(where: { tree.isVerb($0) }), endsInSpeaker(source) else { return }
            add(
                Frame(
                    cue: dash, manner: .plain, source: source, content: [sentence.lowerBound..<dash],
                    own: dash..<sentence.upperBound))
        }
    }

    /// Whether the words can name one who speaks. `strictly` leaves firms' names and places out.
    func namesSpeaker(_ range: Range<Int>, strictly: Bool = false) -> Bool {
        range.contains { i in
            if !tree.kinds[i].isDisjoint(with: [.office, .source, .medium]), tree.tokens[i].pos != "VERB" {
                return true
            }
            if !tree.kinds[i].isDisjoint(with: [.firm, .body, .document]), tree.tokens[i].pos != "VERB" {
                return !strictly || i == range.upperBound - 1
            }
            guard let type = tree.nameType(i) else { return !strictly && tree.tokens[i].pos == "PROPN" }
            return type == .person || type == .outlet || type == .institution || (!strictly && type != .model)
        }
    }

    /// Whether the last word is an office, a medium, an institution or a person's name.
    private func endsInSpeaker(_ range: Range<Int>) -> Bool {
        guard let last = range.last(where: { !tree.isPunctuation($0) }) else { return false }
        return namesSpeaker(last..<last + 1, strictly: true)
    }

    // MARK: what is said

    /// What a reporting clause inside or after a sentence covers: all of the sentence but itself.
    ///
    /// After "and," or "that," it covers only what comes next. Where the part before it begins inside a quotation that
    /// opened in an earlier sentence, that belongs to it too.
    func parenthesisContent(_ own: Range<Int>, in sentence: Range<Int>) -> [Range<Int>] {
        var content: [Range<Int>] = []
        let after = own.upperBound
        if isAfterConnective(own, in: sentence) {
            let end =
                (after..<sentence.upperBound).prefix(2 * Self.reach).first { tree.lower[$0] == ";" }
                ?? sentence.upperBound
            if after < end { content.append(after..<end) }
            return content
        }
        var start = sentence.lowerBound
        if let quote = tree.quotes.span(at: start), quote.lowerBound < start,
            tree.block[quote.lowerBound] == tree.block[start]
        {
            start = quote.lowerBound
        }
        if start < own.lowerBound { content.append(start..<own.lowerBound) }
        if after < sentence.upperBound { content.append(after..<quoteEnd(after, sentence.upperBound)) }
        return content
    }

    /// Whether a reporting clause stands between a connective with a comma and what it reports: "and, he hinted, to Y".
    func isAfterConnective(_ own: Range<Int>, in sentence: Range<Int>) -> Bool {
        let comma = own.lowerBound - 1
        guard comma > sentence.lowerBound, tree.isComma(comma), own.upperBound < sentence.upperBound,
            tree.isComma(own.upperBound)
        else { return false }
        let before = comma - 1
        return tree.tokens[before].pos == "CCONJ"
            || ["that", "which", "because", "although", "while"].contains(tree.lower[before])
    }

    /// `end`, or the end of the quotation that runs over it.
    func quoteEnd(_ start: Int, _ end: Int) -> Int {
        guard end > start, end < tree.tokens.count, let quote = tree.quotes.span(at: end - 1),
            quote.lowerBound >= start,
            tree.block[quote.lowerBound] == tree.block[end - 1]
        else { return end }
        return max(end, quote.upperBound)
    }

    /// Where a noun phrase that begins at `start` ends by its tags: names and nouns, "of" and "in" phrases, "and"
    /// inside a name.
    func nounPhraseEnd(from start: Int, limit: Int) -> Int {
        var i = start
        let stop = min(limit, start + Self.reach)
        while i < stop {
            let token = tree.tokens[i]
            if let mention = tree.mention(i), mention.tokens.contains(i) {
                i = min(mention.tokens.upperBound, stop)
                continue
            }
            switch token.pos {
            case "NOUN", "PROPN", "ADJ", "DET", "NUM", "PRON", "PART": i += 1
            case "ADP" where i > start && ["of", "at", "in", "for"].contains(tree.lower[i]): i += 1
            default:
                if tree.lower[i] == "-" { i += 1 } else { return i }
            }
        }
        return i
    }
}
