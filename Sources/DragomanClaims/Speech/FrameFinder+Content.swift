import DragomanLanguage
import DragomanNames

/// What a verb of saying covers: the clause behind it, the object it governs, or the words before it.
extension FrameFinder {
    func content(
        _ v: Int, _ kinds: SpeechWords.Kinds, own: Range<Int>, source: Range<Int>, sentence: Range<Int>,
        isTrailing: inout Bool
    ) -> [Range<Int>] {
        // A quotation right before the reporting words is what was said, whatever the parser sees behind them.
        let before = own.lowerBound - 1
        if before > sentence.lowerBound, tree.quotes.isMark(before),
            tree.quotes.span(at: before)?.upperBound == own.lowerBound
        {
            return backward(own, sentence: sentence, isTrailing: &isTrailing)
        }
        let clause = tree.children(v).first { tree.tokens[$0].dep == "ccomp" && $0 > v && tree.left[$0] > v }
        if let clause { return [forward(v, from: firstWord(tree.left[clause], after: v), to: tree.right[clause] + 1)] }
        let after = own.upperBound
        // "X said: ..." and "X said that ..." where the parser saw no clause.
        if let mark = (v + 1..<min(after + 2, v + Self.reach, sentence.upperBound)).first(where: {
            tree.lower[$0] == ":"
        }),
            mark + 1 < sentence.upperBound
        {
            return [mark + 1..<quoteEnd(mark + 1, sentence.upperBound)]
        }
        if kinds.contains(.say), let that = complementizer(after: v, in: sentence) {
            return [forward(v, from: that, to: max(tree.right[tree.tokens[that].head] + 1, that + 1))]
        }
        if let object = objectContent(v, kinds, source: source, sentence: sentence) { return [object] }
        guard kinds.contains(.say) || kinds.contains(.announce), mayTrail(v, source: source) else { return [] }
        return backward(own, sentence: sentence, isTrailing: &isTrailing)
    }

    /// Whether the verb's complement can stand before it: it governs no other complement.
    func mayTrail(_ v: Int, source: Range<Int>) -> Bool {
        !tree.children(v).contains { child in
            guard child > v, !source.contains(child) else { return false }
            return tree.tokens[child].dep == "xcomp"
                || (tree.tokens[child].dep == "dobj" && !tree.kinds[v].contains(.address))
        }
    }

    /// "that" a few words after the verb, with no other verb between.
    func complementizer(after v: Int, in sentence: Range<Int>) -> Int? {
        for i in v + 1..<min(v + 8, sentence.upperBound) {
            if tree.lower[i] == "that", tree.tokens[i].tag == "IN" { return i }
            if tree.isVerb(i) || tree.isComma(i) { return nil }
        }
        return nil
    }

    /// The first word of a clause that stands after the verb.
    func firstWord(_ start: Int, after v: Int) -> Int {
        start > v + 1 && ["that", "whether", "if", ":"].contains(tree.lower[start - 1]) ? start - 1 : start
    }

    /// From a clause's first word to its end, or to the end of what else depends on the verb, or of the quotation.
    func forward(_ v: Int, from start: Int, to end: Int) -> Range<Int> {
        var limit = max(tree.right[v] + 1, end)
        for child in tree.children(v) where child >= end && tree.tokens[child].dep == "conj" {
            limit = min(limit, tree.left[child])
            break
        }
        for child in tree.children(v)
        where child >= end && child < limit && tree.tokens[child].tag == "VBG"
            && !tree.kinds[child].isDisjoint(with: .verbs)
        {
            limit = min(limit, tree.left[child])
        }
        var last = max(limit, end)
        if let mark = Range(from: start, to: min(last, start + 2 * Self.reach)).first(where: { tree.lower[$0] == ";" }),
            tree.quotes.ofToken[mark] < 0
        {
            last = mark
        }
        return start..<max(start + 1, quoteEnd(start, last))
    }

    /// What verbs govern as an object: a thing announced, a report denied, a talk of something, a hope expressed.
    func objectContent(_ v: Int, _ kinds: SpeechWords.Kinds, source: Range<Int>, sentence: Range<Int>) -> Range<
        Int
    >? {
        let object = tree.children(v).first { tree.tokens[$0].dep == "dobj" && $0 > v && !source.contains($0) }
        let edge = min(tree.right[v] + 1, sentence.upperBound)
        if let object, kinds.contains(.deny), object < edge, isToldThing(object) { return v..<edge }
        if kinds.contains(.speak) || tree.kinds[v].contains(.announce),
            let about = tree.children(v).first(where: { $0 > v && ["of", "about"].contains(tree.lower[$0]) }),
            tree.right[about] > about
        {
            return about..<edge
        }
        guard let object else { return nil }
        if kinds.contains(.describe), tree.child(v, "oprd", "prep", "ccomp", "xcomp") != nil {
            return describedStart(v, object: object, source: source)..<edge
        }
        if kinds.contains(.express) { return tree.left[object]..<edge }
        if kinds.contains(.value),
            let at = tree.children(v).first(where: { $0 > object && tree.lower[$0] == "at" }) ?? descendantAt(object)
        {
            return tree.left[object]..<max(edge, tree.right[at] + 1)
        }
        if kinds.contains(.announce), tree.tokens[object].pos != "PRON", !tree.kinds[object].contains(.document) {
            return tree.left[object]..<edge
        }
        return nil
    }

    /// "this", "the report", "the idea": what one can deny having said or done, not an offer one turns down.
    func isToldThing(_ object: Int) -> Bool {
        tree.tokens[object].pos == "PRON" || !tree.kinds[object].isDisjoint(with: [.rumour, .document])
    }

    func descendantAt(_ object: Int) -> Int? { tree.children(object).first { tree.lower[$0] == "at" } }

    /// "had heard of contacts but called them exploratory": what a pronoun takes up belongs to it.
    func describedStart(_ v: Int, object: Int, source: Range<Int>) -> Int {
        let isTakenUp = tree.tokens[object].pos == "PRON" && tree.tokens[v].dep == "conj" && source.upperBound < v
        return isTakenUp ? source.upperBound : tree.left[object]
    }

    /// What stands before "..., X said", and what goes on behind it.
    func backward(_ own: Range<Int>, sentence: Range<Int>, isTrailing: inout Bool) -> [Range<Int>] {
        let before = own.lowerBound - 1
        if before < sentence.lowerBound {
            // The sentence begins with the reporting clause: a quotation may stand right before it.
            if before >= 0, tree.block[before] == tree.block[sentence.lowerBound],
                let quote = tree.quotes.span(at: before)
            {
                isTrailing = true
                return [quote]
            }
            return []
        }
        if isAfterConnective(own, in: sentence) { return parenthesisContent(own, in: sentence) }
        let isSetOff = tree.isPunctuation(before) || tree.quotes.isMark(before)
        guard isSetOff, tree.quotes.isMark(before) || endsClause(own.upperBound, in: sentence) else { return [] }
        var content = parenthesisContent(own, in: sentence)
        if let floor = floor(of: own, in: sentence), let first = content.first, first.lowerBound < floor {
            content[0] = min(floor, first.upperBound)..<first.upperBound
        }
        if content.count == 2 || (content.count == 1 && content[0].lowerBound >= own.upperBound) {
            if !goesOn(content[content.count - 1]) { content.removeLast() }
        }
        content.removeAll { range in range.prefix(Self.reach).allSatisfy { tree.isPunctuation($0) } }
        guard content.contains(where: { $0.upperBound <= own.lowerBound }) || own.lowerBound == sentence.lowerBound
        else { return [] }
        isTrailing = true
        return content
    }

    /// Whether a reporting clause can end before token `i`: at a sign, a participle or the end of the sentence.
    func endsClause(_ i: Int, in sentence: Range<Int>) -> Bool {
        i >= sentence.upperBound || tree.isPunctuation(i) || tree.quotes.isMark(i) || tree.tokens[i].tag == "VBG"
            || ["who", "which", "as"].contains(tree.lower[i])
    }

    /// Where an earlier reporting clause of the same kind ends in this sentence: "A, X said, and B, Y said".
    func floor(of own: Range<Int>, in sentence: Range<Int>) -> Int? {
        guard let last = lastInSentence, frames[last].own.lowerBound >= sentence.lowerBound, frames[last].isTrailing,
            let next = Range(from: frames[last].cue + 1, to: min(own.lowerBound, frames[last].cue + Self.reach)).first(
                where: {
                    tree.isComma($0) || tree.lower[$0] == ";"
                }), next + 1 < own.lowerBound
        else { return nil }
        let connective = tree.isComma(next) ? next + 1 : next
        return tree.lower[next] == ";" || tree.tokens[connective].pos == "CCONJ" ? next + 1 : nil
    }

    /// The part of a sentence behind "..., X said" that is still what X said: a new clause or quotation, not an
    /// addition to "said".
    func goesOn(_ rest: Range<Int>) -> Bool {
        guard let mark = rest.first else { return false }
        if tree.lower[mark] == ";" || tree.lower[mark] == ":" { return true }
        guard let first = rest.prefix(Self.reach).first(where: { !tree.isPunctuation($0) }) else { return false }
        if tree.quotes.span(at: first)?.lowerBound ?? -1 >= mark { return true }
        guard tree.isComma(mark) else { return false }
        let tag = tree.tokens[first].tag
        if ["VBG", "VBN", "IN", "WDT", "WP", "WRB", "TO", "WP$"].contains(tag) { return false }
        if tag == "CC" {
            let finite = rest.prefix(Self.reach).first { tree.isFinite($0) }
            guard let finite,
                let subject = rest.prefix(Self.reach).first(where: { tree.tokens[$0].dep.hasPrefix("nsubj") }),
                subject < finite
            else {
                return false
            }
        }
        return true
    }
}
