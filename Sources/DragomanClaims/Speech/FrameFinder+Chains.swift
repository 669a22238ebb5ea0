import DragomanLanguage
import DragomanNames

/// Participles and chains: "adding that", "as saying", "citing Y", "as quoted by O".
extension FrameFinder {
    /// "adding that", "saying", "as saying that".
    mutating func participle(_ v: Int, _ kinds: SpeechWords.Kinds) {
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
    mutating func asSaying(_ v: Int, as preposition: Int) {
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
            frame.source = Range(from: tree.left[subject], to: min(tree.right[subject] + 1, head))
            frame.own = frame.source.map { Range(from: $0.lowerBound, to: v + 1) } ?? frame.own
            frame.via = agents(of: head)
        } else if let object = tree.child(head, "dobj", "attr") {
            frame.source = source(of: head, in: sentence)
            frame.cited = Range(from: tree.left[object], to: min(tree.right[object] + 1, preposition))
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
            frame.own = Range(from: frame.own.lowerBound, to: end)
            frame.content = backward(frame.own, sentence: sentence, isTrailing: &frame.isTrailing)
        }
        if !frame.content.isEmpty { add(frame) }
    }

    /// "citing Y", "as quoted by O", "which O quoted", "carried by O": changes the frame before. True where the verb
    /// was one of these.
    mutating func handOn(_ v: Int, isPassive: Bool) -> Bool {
        let tag = tree.tokens[v].tag
        let kinds = tree.kinds[v]
        if kinds.contains(.cite),
            let object = tree.children(v).first(where: { ["dobj", "pobj"].contains(tree.tokens[$0].dep) && $0 < v }),
            ["which", "whom", "who"].contains(tree.lower[object])
        {
            if let index = lastInSentence, let subject = tree.child(v, "nsubj") {
                let phrase = tree.span(subject)
                change(index) { if $0.via.count < Self.longestChain { $0.via.insert(phrase, at: 0) } }
            }
            return true
        }
        if tag == "VBN", !agents(of: v).isEmpty, tree.child(v, "nsubjpass") == nil {
            if let index = lastInSentence, frames[index].source?.contains(v) ?? false { return true }
            let media = agents(of: v)
            if let index = lastInSentence {
                change(index) { if $0.via.count < Self.longestChain { $0.via.insert(contentsOf: media, at: 0) } }
            }
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
    func agents(of v: Int) -> [Range<Int>] {
        var found: [Range<Int>] = []
        for by in tree.children(v) where by > v && tree.lower[by] == "by" {
            if let object = tree.child(by, "pobj") { found.append(tree.left[object]..<tree.right[object] + 1) }
        }
        return found
    }
}
