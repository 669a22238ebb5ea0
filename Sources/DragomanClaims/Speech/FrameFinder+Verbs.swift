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

    private func isDoSupport(_ v: Int) -> Bool {
        tree.children(v).contains { tree.tokens[$0].dep == "aux" && tree.tokens[$0].lemma == "do" }
    }

    /// "was at pains to stress", "was quick to add".
    private func opensInfinitive(_ v: Int) -> Bool {
        v >= 2 && tree.lower[v - 1] == "to" && tree.kinds[v - 2].contains(.open)
    }

    // MARK: active

    private mutating func active(_ v: Int, _ kinds: SpeechWords.Kinds) {
        let sentence = tree.sentenceRange(v)
        guard let source = source(of: v, in: sentence), !isFirstOrSecondPerson(source), source.count < Self.reach else {
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
        frame.isThing = kinds.contains(.announce) && tree.tokens[v].dep != "ccomp" && tree.children(v).contains { tree.tokens[$0].dep == "dobj" && $0 > v && last.contains($0) }
        if frame.isTrailing, last.upperBound <= own.lowerBound { frame.own = own.lowerBound..<sentence.upperBound }
        if let noun = relativeNoun(v), !tree.kinds[noun].isDisjoint(with: [.document, .rumour]) {
            frame.via += mediaWords(of: noun)
        }
        add(frame)
    }

    /// The noun a relative clause with this verb belongs to, where the verb is inside "in which", not its subject.
    private func relativeNoun(_ v: Int) -> Int? {
        tree.tokens[v].dep == "relcl" && tree.tokens[v].head < v ? tree.tokens[v].head : nil
    }

    /// The first word of the reporting clause: the speaker, "as" before it, or the verb's auxiliaries.
    private func ownStart(_ v: Int, source: Range<Int>) -> Int {
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

    private func opensClause(_ i: Int) -> Bool {
        switch tree.tokens[i].dep {
        case "prep", "npadvmod", "advmod": true
        // "Speaking to reporters on Monday, he said"
        case "advcl": tree.tokens[i].tag.hasPrefix("VB") && tree.left[i] == i && tree.right[i] - i < 16
        default: false
        }
    }

    /// Speaker, verb and what belongs to them (audience, date, place), up to where the reporting clause ends.
    private func ownEnd(_ v: Int, source: Range<Int>, _ kinds: SpeechWords.Kinds) -> Int {
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

    private func isFirstOrSecondPerson(_ source: Range<Int>) -> Bool {
        source.count == 1
            && ["i", "we", "you", "it", "this", "that", "which", "there", "what"].contains(
                tree.lower[source.lowerBound])
    }

    private func content(
        _ v: Int, _ kinds: SpeechWords.Kinds, own: Range<Int>, source: Range<Int>, sentence: Range<Int>,
        isTrailing: inout Bool
    ) -> [Range<Int>] {
        // A quotation right before the reporting words is what was said, whatever the parser sees behind them.
        let before = own.lowerBound - 1
        if before > sentence.lowerBound, tree.quotes.isMark(before), tree.quotes.span(at: before)?.upperBound == own.lowerBound {
            return backward(own, sentence: sentence, isTrailing: &isTrailing)
        }
        let clause = tree.children(v).first { tree.tokens[$0].dep == "ccomp" && $0 > v && tree.left[$0] > v }
        if let clause { return [forward(v, from: firstWord(tree.left[clause], after: v), to: tree.right[clause] + 1)] }
        let after = own.upperBound
        // "X said: ..." and "X said that ..." where the parser saw no clause.
        if let mark = (v + 1..<min(after + 2, sentence.upperBound)).first(where: { tree.lower[$0] == ":" }),
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
    private func mayTrail(_ v: Int, source: Range<Int>) -> Bool {
        !tree.children(v).contains { child in
            guard child > v, !source.contains(child) else { return false }
            return tree.tokens[child].dep == "xcomp" || (tree.tokens[child].dep == "dobj" && !tree.kinds[v].contains(.address))
        }
    }

    /// "that" a few words after the verb, with no other verb between.
    private func complementizer(after v: Int, in sentence: Range<Int>) -> Int? {
        for i in v + 1..<min(v + 8, sentence.upperBound) {
            if tree.lower[i] == "that", tree.tokens[i].tag == "IN" { return i }
            if tree.isVerb(i) || tree.isComma(i) { return nil }
        }
        return nil
    }

    /// The first word of a clause that stands after the verb.
    private func firstWord(_ start: Int, after v: Int) -> Int {
        start > v + 1 && ["that", "whether", "if", ":"].contains(tree.lower[start - 1]) ? start - 1 : start
    }

    /// From a clause's first word to its end, or to the end of what else depends on the verb, or of the quotation.
    private func forward(_ v: Int, from start: Int, to end: Int) -> Range<Int> {
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
        if let mark = (start..<min(last, start + 2 * Self.reach)).first(where: { tree.lower[$0] == ";" }),
            tree.quotes.ofToken[mark] < 0
        {
            last = mark
        }
        return start..<max(start + 1, quoteEnd(start, last))
    }

    /// What verbs govern as an object: a thing announced, a report denied, a talk of something, a hope expressed.
    private func objectContent(_ v: Int, _ kinds: SpeechWords.Kinds, source: Range<Int>, sentence: Range<Int>) -> Range<
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
    private func isToldThing(_ object: Int) -> Bool {
        tree.tokens[object].pos == "PRON" || !tree.kinds[object].isDisjoint(with: [.rumour, .document])
    }

    private func descendantAt(_ object: Int) -> Int? { tree.children(object).first { tree.lower[$0] == "at" } }

    /// "had heard of contacts but called them exploratory": what a pronoun takes up belongs to it.
    private func describedStart(_ v: Int, object: Int, source: Range<Int>) -> Int {
        let isTakenUp = tree.tokens[object].pos == "PRON" && tree.tokens[v].dep == "conj" && source.upperBound < v
        return isTakenUp ? source.upperBound : tree.left[object]
    }

    /// What stands before "..., X said", and what goes on behind it.
    private func backward(_ own: Range<Int>, sentence: Range<Int>, isTrailing: inout Bool) -> [Range<Int>] {
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
        guard isSetOff, endsClause(own.upperBound, in: sentence) else { return [] }
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
    private func endsClause(_ i: Int, in sentence: Range<Int>) -> Bool {
        i >= sentence.upperBound || tree.isPunctuation(i) || tree.quotes.isMark(i) || tree.tokens[i].tag == "VBG"
            || ["who", "which", "as"].contains(tree.lower[i])
    }

    /// Where an earlier reporting clause of the same kind ends in this sentence: "A, X said, and B, Y said".
    private func floor(of own: Range<Int>, in sentence: Range<Int>) -> Int? {
        guard let last = lastInSentence, frames[last].own.lowerBound >= sentence.lowerBound, frames[last].isTrailing,
            let next = (frames[last].cue + 1..<own.lowerBound).first(where: {
                tree.isComma($0) || tree.lower[$0] == ";"
            }), next + 1 < own.lowerBound
        else { return nil }
        let connective = tree.isComma(next) ? next + 1 : next
        return tree.lower[next] == ";" || tree.tokens[connective].pos == "CCONJ" ? next + 1 : nil
    }

    /// The part of a sentence behind "..., X said" that is still what X said: a new clause or quotation, not an addition to "said".
    private func goesOn(_ rest: Range<Int>) -> Bool {
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

    // MARK: participles and chains

    /// "adding that", "saying", "as saying that".
    private mutating func participle(_ v: Int, _ kinds: SpeechWords.Kinds) {
        let head = tree.tokens[v].head
        if tree.lower[head] == "as", head < v {
            asSaying(v, as: head)
            return
        }
        guard
            ["advcl", "conj", "acl", "dep", "prep", "parataxis", "ccomp"].contains(tree.tokens[v].dep)
                || tree.isComma(max(v - 1, 0))
        else { return }
        let clause = tree.children(v).first { tree.tokens[$0].dep == "ccomp" && $0 > v && tree.left[$0] > v }
        var range: Range<Int>?
        if let clause {
            range = forward(v, from: firstWord(tree.left[clause], after: v), to: tree.right[clause] + 1)
        } else if v + 1 < tree.tokens.count, tree.lower[v + 1] == "that", tree.tokens[v + 1].tag == "IN" {
            range = v + 1..<max(v + 2, tree.right[tree.tokens[v + 1].head] + 1)
        } else if kinds.contains(.deny), tree.right[v] > v {
            return  // "denying the report": the denied thing is found as a report
        }
        guard let content = range else { return }
        var source: Range<Int>?
        if lastInSentence == nil {
            source = self.source(of: head, in: tree.sentenceRange(v))
            guard let source, namesSpeaker(source) || tree.tokens[source.lowerBound].pos == "PRON" else { return }
        }
        add(Frame(cue: v, manner: .participle, source: source, content: [content], own: v..<v + 1))
    }

    /// "cites X as saying that ..." and "..., X was quoted by O as saying".
    private mutating func asSaying(_ v: Int, as preposition: Int) {
        var head = tree.tokens[preposition].head
        // "cites Ann Lee, head of the firm, as saying": the parser may hang "as" on the name.
        if !tree.isVerb(head), ["dobj", "nsubjpass"].contains(tree.tokens[head].dep) { head = tree.tokens[head].head }
        if !tree.isVerb(head), tree.tokens[head].dep == "appos", tree.tokens[tree.tokens[head].head].dep == "dobj" {
            head = tree.tokens[tree.tokens[head].head].head
        }
        guard tree.isVerb(head), head < preposition else { return }
        let sentence = tree.sentenceRange(v)
        let clause = tree.children(v).first { tree.tokens[$0].dep == "ccomp" && $0 > v && tree.left[$0] > v }
        var frame = Frame(cue: v, manner: .plain, source: nil, content: [], own: head..<v + 1)
        if let subject = tree.child(head, "nsubjpass") {
            frame.source = tree.left[subject]..<min(tree.right[subject] + 1, head)
            frame.own = frame.source.map { $0.lowerBound..<v + 1 } ?? frame.own
            frame.via = agents(of: head)
        } else if let object = tree.child(head, "dobj", "attr") {
            frame.source = source(of: head, in: sentence)
            frame.cited = tree.left[object]..<min(tree.right[object] + 1, preposition)
            frame.own = min(frame.source?.lowerBound ?? head, head)..<v + 1
        } else {
            return
        }
        if let clause {
            frame.content = [forward(v, from: firstWord(tree.left[clause], after: v), to: tree.right[clause] + 1)]
        } else {
            var end = v + 1
            for child in tree.children(v)
            where child > v && tree.left[child] == end && tree.tokens[child].dep != "punct" {
                end = tree.right[child] + 1
            }
            frame.own = frame.own.lowerBound..<end
            frame.content = backward(frame.own, sentence: sentence, isTrailing: &frame.isTrailing)
        }
        if !frame.content.isEmpty { add(frame) }
    }

    /// "citing Y", "as quoted by O", "which O quoted", "carried by O": changes the frame before. True where the verb was one of these.
    private mutating func handOn(_ v: Int, isPassive: Bool) -> Bool {
        let tag = tree.tokens[v].tag
        let kinds = tree.kinds[v]
        if kinds.contains(.cite),
            let object = tree.children(v).first(where: { ["dobj", "pobj"].contains(tree.tokens[$0].dep) && $0 < v }),
            ["which", "whom", "who"].contains(tree.lower[object])
        {
            if let index = lastInSentence, let subject = tree.child(v, "nsubj") {
                let phrase = tree.span(subject)
                change(index) { $0.via.insert(phrase, at: 0) }
            }
            return true
        }
        if tag == "VBN", !agents(of: v).isEmpty, tree.child(v, "nsubjpass") == nil {
            if let index = lastInSentence, frames[index].source?.contains(v) ?? false { return true }
            let media = agents(of: v)
            if let index = lastInSentence { change(index) { $0.via.insert(contentsOf: media, at: 0) } }
            return true
        }
        guard kinds.contains(.cite), !isPassive else { return false }
        guard let object = tree.children(v).first(where: { tree.tokens[$0].dep == "dobj" && $0 > v }) else {
            return tag == "VBG"
        }
        let cited = tree.left[object]..<tree.right[object] + 1
        let isAs =
            tree.children(v).contains { tree.lower[$0] == "as" && $0 > object }
            || tree.children(object).contains { tree.lower[$0] == "as" && $0 > object }
        if isAs { return true }
        let isRelative = tree.child(v, "nsubj").map { tree.lower[$0] == "which" || tree.lower[$0] == "who" } ?? false
        if tag == "VBG" || isRelative {
            if let index = lastInSentence { change(index) { $0.cited = cited } }
            return true
        }
        return false
    }

    /// The noun phrases after "by".
    private func agents(of v: Int) -> [Range<Int>] {
        var found: [Range<Int>] = []
        for by in tree.children(v) where by > v && tree.lower[by] == "by" {
            if let object = tree.child(by, "pobj") { found.append(tree.left[object]..<tree.right[object] + 1) }
        }
        return found
    }

    // MARK: audience and medium

    /// "told O", "in a statement", "in an interview with O", "to O", and whether a date or place sets the occasion apart.
    private func audience(_ v: Int, _ frame: inout Frame) {
        let content = frame.content
        func isSaid(_ i: Int) -> Bool { content.contains { $0.contains(i) } }
        let source = frame.source ?? v..<v
        for child in tree.children(v) where !source.contains(child) && !isSaid(child) {
            let token = tree.tokens[child]
            switch token.dep {
            case "dobj" where !tree.kinds[v].contains(.address): continue
            case "dobj", "dative":
                if tree.lower[child] == "to", let object = tree.child(child, "pobj") {
                    frame.via.append(tree.span(object))
                } else {
                    frame.via.append(tree.left[child]..<tree.right[child] + 1)
                }
                frame.hasOccasion = true
            case "prep":
                guard let object = tree.child(child, "pobj") else { continue }
                let word = tree.lower[child]
                if word == "to" || word == "with" || word == "via" || word == "through" {
                    frame.via.append(tree.span(object))
                } else if ["in", "by", "on", "during"].contains(word),
                    !tree.kinds[object].isDisjoint(with: [.document, .rumour])
                {
                    frame.via += mediaWords(of: object)
                }
                if child > v || word == "in" || word == "at" { frame.hasOccasion = true }
            case "npadvmod":
                frame.hasOccasion = true
            default: break
            }
        }
        // "In an interview with O on Monday, X said".
        if frame.via.isEmpty, let opening = openingDocument(before: frame.own.lowerBound) { frame.via = opening }
    }

    private func openingDocument(before start: Int) -> [Range<Int>]? {
        let sentence = tree.sentenceRange(start)
        guard start > sentence.lowerBound, tree.isComma(start - 1) else { return nil }
        for i in sentence.lowerBound..<min(start, sentence.lowerBound + 8)
        where tree.kinds[i].contains(.document) && tree.tokens[i].pos == "NOUN" {
            guard tree.tokens[tree.tokens[i].head].pos == "ADP",
                ["in", "during"].contains(tree.lower[tree.tokens[i].head])
            else { continue }
            return mediaWords(of: i)
        }
        return nil
    }

    /// The words that name a document's outlet, or the document itself: "a statement carried by O", "an interview with O", "a Bloomberg story".
    func mediaWords(of noun: Int) -> [Range<Int>] {
        var found: [Range<Int>] = []
        for child in tree.children(noun) {
            let token = tree.tokens[child]
            if child > noun, token.dep == "prep",
                ["with", "from", "by", "in", "of", "to", "for"].contains(tree.lower[child]),
                let object = tree.child(child, "pobj"),
                tree.tokens[object].pos == "PROPN" || tree.kinds[object].contains(.medium)
            {
                found.append(tree.span(object))
            } else if child < noun, ["compound", "nmod", "poss", "amod", "npadvmod"].contains(token.dep),
                token.pos == "PROPN" || tree.kinds[child].contains(.medium)
            {
                found.append(tree.left[child]..<child + 1)
            }
        }
        if tree.kinds[noun].contains(.document),
            !["interview", "story", "article", "remark", "speech"].contains(tree.tokens[noun].lemma)
        {
            found.append(documentName(noun))
        }
        return found
    }

    /// A document as written, with the nouns right before it: "customs data", "company statement".
    func documentName(_ noun: Int) -> Range<Int> {
        var start = noun
        while start > 0, tree.tokens[start - 1].pos == "NOUN", tree.tokens[start - 1].head == noun { start -= 1 }
        return start..<noun + 1
    }
}
