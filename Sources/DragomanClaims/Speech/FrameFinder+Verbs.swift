import DragomanLanguage
import DragomanNames

/// Verbs of saying: "X said that", "..., said X", "X was quoted by O as saying", "adding that", "citing Y".
extension FrameFinder {
    mutating func verb(_ v: Int, _ kinds: SpeechWords.Kinds) {
        let tag = tree.tokens[v].tag
        if tree.children(v).contains(where: { tree.tokens[$0].dep == "neg" }) { return }
        let isPassive = tree.child(v, "auxpass", "nsubjpass") != nil
        let hasSubject = tree.child(v, "nsubj") != nil
        let hasAuxiliary = tree.children(v).contains {
            $0 < v && tree.tokens[$0].dep == "aux" && tree.lower[$0] != "to"
        }
        if !kinds.isDisjoint(with: [.cite, .carry]), handOn(v, isPassive: isPassive) { return }
        guard !kinds.isDisjoint(with: .verbs) else { return }
        switch tag {
        case "VBG":
            participle(v, kinds)
        case "VB":
            guard hasSubject || opensInfinitive(v), !hasAuxiliary || isDoSupport(v) else { return }
            active(v, kinds)
        case "VBN":
            if isPassive { return }
            guard hasSubject || hasAuxiliary || (v > 0 && tree.isComma(v - 1)) else { return }
            if hasAuxiliary, tree.children(v).contains(where: { tree.tokens[$0].tag == "MD" }) { return }
            active(v, kinds)
        default:
            if isPassive { return }
            active(v, kinds)
        }
    }

    func isDoSupport(_ v: Int) -> Bool {
        tree.children(v).contains { tree.tokens[$0].dep == "aux" && tree.tokens[$0].lemma == "do" }
    }

    /// "was at pains to stress", "was quick to add".
    func opensInfinitive(_ v: Int) -> Bool {
        v >= 2 && tree.lower[v - 1] == "to" && tree.kinds[v - 2].contains(.open)
    }

    mutating func active(_ v: Int, _ kinds: SpeechWords.Kinds) {
        let sentence = tree.sentenceRange(v)
        guard let source = source(of: v, in: sentence), speaks(source, v), source.count < Self.reach else {
            return
        }
        let end = ownEnd(v, source: source, kinds)
        let own = ownStart(v, source: source)..<max(end, v + 1)
        var frame = Frame(
            cue: v, manner: kinds.contains(.again) ? .again : .plain, source: source, content: [], own: own)
        frame.content = content(v, kinds, own: own, source: source, sentence: sentence, isTrailing: &frame.isTrailing)
        guard let last = frame.content.last else { return }
        audience(v, &frame)
        // "..., he said last week, as quoted by O": what goes on belongs to the reporting clause.
        frame.core = own
        frame.isThing =
            kinds.contains(.announce) && tree.tokens[v].dep != "ccomp"
            && tree.children(v).contains { tree.tokens[$0].dep == "dobj" && $0 > v && last.contains($0) }
        if frame.isTrailing, last.upperBound <= own.lowerBound { frame.own = own.lowerBound..<sentence.upperBound }
        if let noun = relativeNoun(v), !tree.kinds[noun].isDisjoint(with: [.document, .rumour]) {
            frame.via += mediaWords(of: noun)
        }
        add(frame)
    }

    /// The noun a relative clause with this verb belongs to, where the verb is inside "in which", not its subject.
    func relativeNoun(_ v: Int) -> Int? {
        tree.tokens[v].dep == "relcl" && tree.tokens[v].head < v ? tree.tokens[v].head : nil
    }

    /// The first word of the reporting clause: the speaker, "as" before it, or the verb's auxiliaries.
    func ownStart(_ v: Int, source: Range<Int>) -> Int {
        let floor = tree.sentenceRange(v).lowerBound
        // "In March he said": time and place in front belong to the clause.
        if let first = tree.children(v).first(where: { tree.tokens[$0].dep != "punct" }), opensClause(first),
            tree.left[first] == floor, first < source.lowerBound, !tree.kinds[first].contains(.additive)
        {
            return floor
        }
        // "March saw her confirm that": the month is when.
        let head = tree.tokens[v].head
        if tree.tokens[v].dep == "ccomp", tree.tokens[head].lemma == "see", head < source.lowerBound { return floor }
        if source.lowerBound < v {
            let before = source.lowerBound - 1
            return before > floor && tree.lower[before] == "as" ? before : source.lowerBound
        }
        var start = v
        while start > floor, tree.tokens[start - 1].pos == "AUX" || tree.tokens[start - 1].pos == "ADV" { start -= 1 }
        return start
    }

    func opensClause(_ i: Int) -> Bool {
        switch tree.tokens[i].dep {
        case "prep", "npadvmod", "advmod": true
        // "Speaking to reporters on Monday, he said"
        case "advcl": tree.tokens[i].tag.hasPrefix("VB") && tree.left[i] == i && tree.right[i] - i < 16
        default: false
        }
    }

    /// Speaker, verb and what belongs to them (audience, date, place), up to where the reporting clause ends.
    func ownEnd(_ v: Int, source: Range<Int>, _ kinds: SpeechWords.Kinds) -> Int {
        var end = max(v + 1, source.lowerBound > v ? source.upperBound : v + 1)
        let labels: Set<String> = ["dobj", "dative", "prep", "npadvmod", "advmod", "agent", "nsubj", "prt", "advcl"]
        for child in tree.children(v) where child > v && labels.contains(tree.tokens[child].dep) {
            if tree.tokens[child].dep == "advcl",
                tree.tokens[child].tag == "VBG" || tree.lower[tree.left[child]] != "as"
            {
                continue
            }
            let reach = tree.right[child] + 1
            let from = tree.left[child]
            let isDocument = tree.child(child, "pobj").map { tree.kinds[$0].contains(.document) } ?? false
            if from <= end || (from == end + 1 && tree.isComma(end) && isDocument) { end = max(end, reach) }
        }
        return end
    }

    /// Whether a subject can be somebody who is quoted here: not "I" and "you", and "it" only with verbs that things
    /// do not do.
    func speaks(_ source: Range<Int>, _ v: Int) -> Bool {
        guard source.count == 1 else { return true }
        let word = tree.lower[source.lowerBound]
        if word == "it" { return !tree.kinds[v].contains(.sign) && tree.quotes.ofToken[v] < 0 }
        return !["i", "we", "you", "this", "that", "which", "there", "what"].contains(word)
    }
}
