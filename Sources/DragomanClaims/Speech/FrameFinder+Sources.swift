import DragomanLanguage
import DragomanNames

/// Who stands as the subject of a reporting verb, and what is told as a report.
extension FrameFinder {
    /// The words that name the subject of a verb: by the tree, else by what stands right before or after the verb.
    func source(of v: Int, in sentence: Range<Int>) -> Range<Int>? {
        if let subject = tree.child(v, "nsubj") { return trimmed(subject, verb: v, in: sentence) }
        // "has indicated the director of the brand": the parser takes an inverted subject for an object.
        if !tree.kinds[v].contains(.address), let object = tree.child(v, "dobj"), tree.left[object] == v + 1,
            isSetOffBefore(v, in: sentence),
            namesSpeaker(tree.span(object).prefixRange(Self.reach))
        {
            return tree.left[object]..<tree.right[object] + 1
        }
        if let before = phrase(before: v, in: sentence) { return before }
        let links: Set<String> =
            tree.tokens[v].tag == "VB"
            ? ["conj", "xcomp", "acl", "pobj", "prep", "acomp", "attr"] : ["conj", "xcomp", "acl"]
        var i = v
        var steps = 0
        while links.contains(tree.tokens[i].dep), tree.tokens[i].head < i, steps < 6 {
            i = tree.tokens[i].head
            steps += 1
            if let subject = tree.child(i, "nsubj", "nsubjpass"), subject < v {
                return trimmed(subject, verb: v, in: sentence)
            }
        }
        // "..., said Jane Doe of the Daily" where no arc tells.
        if !tree.kinds[v].contains(.address), v + 1 < sentence.upperBound, isSetOffBefore(v, in: sentence) {
            let end = nounPhraseEnd(from: v + 1, limit: sentence.upperBound)
            if end > v + 1, namesSpeaker(v + 1..<end) { return v + 1..<end }
        }
        return nil
    }

    /// Whether the verb with its auxiliaries stands right after a comma, a quotation or a clause's end.
    private func isSetOffBefore(_ v: Int, in sentence: Range<Int>) -> Bool {
        var i = v - 1
        while i > sentence.lowerBound, tree.tokens[i].pos == "AUX" || tree.tokens[i].pos == "ADV" { i -= 1 }
        return i >= sentence.lowerBound && (tree.isPunctuation(i) || tree.quotes.isMark(i))
    }

    private func trimmed(_ subject: Int, verb v: Int, in sentence: Range<Int>) -> Range<Int>? {
        let word = tree.lower[subject]
        if ["who", "which", "that"].contains(word) {
            let noun = tree.tokens[v].head
            return tree.tokens[v].dep == "relcl" && noun < subject ? tree.left[noun]..<subject : nil
        }
        var range = tree.left[subject]..<tree.right[subject] + 1
        if subject < v, range.upperBound > v { range = range.lowerBound..<v }
        guard subject < v else { return range }
        // Words after the subject that the parser hung elsewhere: "Kim, chief executive, said".
        if let before = phrase(before: v, in: sentence), before.lowerBound > range.lowerBound, !tree.isComma(v - 1),
            before.lowerBound > subject, namesSpeaker(before, strictly: true)
        {
            return before
        }
        while range.count > 1, tree.isPunctuation(range.lowerBound) { range = range.lowerBound + 1..<range.upperBound }
        return range
    }

    /// The noun phrase that ends right before a verb, with the apposition a comma closes: "the head of the firm, Ann
    /// Lee, told".
    private func phrase(before v: Int, in sentence: Range<Int>) -> Range<Int>? {
        var end = v
        while end > sentence.lowerBound, ["AUX", "ADV", "PART"].contains(tree.tokens[end - 1].pos) { end -= 1 }
        let floor = max(sentence.lowerBound, end - Self.reach)
        guard end > floor, tree.isComma(end - 1) else {
            guard let start = segmentStart(end: end, floor: floor), namesSpeaker(start..<end) else { return nil }
            return start..<end
        }
        // "the head of the firm, Ann Lee, told"; "its head, asked about it, said".
        let close = end - 1
        if let start = segmentStart(end: close, floor: floor) {
            if start - 1 > floor, tree.isComma(start - 1), let earlier = segmentStart(end: start - 1, floor: floor),
                namesSpeaker(earlier..<close)
            {
                return earlier..<close
            }
            if namesSpeaker(start..<close) { return start..<close }
        }
        guard let comma = (max(floor, close - 16)..<close).last(where: { tree.isComma($0) && tree.mention($0) == nil }),
            ["VBN", "VBD", "VBG"].contains(tree.tokens[comma + 1].tag),
            let start = segmentStart(end: comma, floor: floor), namesSpeaker(start..<comma)
        else { return nil }
        return start..<comma
    }

    /// Where the words between commas that end at `end` begin; nil where there are none. Commas inside a name do not
    /// count.
    private func segmentStart(end: Int, floor: Int) -> Int? {
        var i = end
        while i > floor {
            let token = i - 1
            if let mention = tree.mention(token), mention.tokens.lowerBound >= floor {
                i = mention.tokens.lowerBound
                continue
            }
            let word = tree.lower[token]
            if tree.isComma(token) || word == ";" || word == ":" || word == "–" || tree.quotes.isMark(token)
                || tree.isFinite(token)
            {
                break
            }
            if token > floor, tree.tokens[token].tag == "CC", !isInsideName(token) { break }
            i = token
        }
        return i < end ? i : nil
    }

    private func isInsideName(_ i: Int) -> Bool {
        i > 0 && i + 1 < tree.tokens.count && tree.tokens[i - 1].pos == "PROPN" && tree.tokens[i + 1].pos == "PROPN"
    }

    /// "claims that ...", "a report in O that ...", "X's announcement that ...", "reports about ...".
    mutating func rumour(_ n: Int) {
        let sentence = tree.sentenceRange(n)
        var content: Range<Int>?
        for child in tree.children(n) where child > n {
            let dep = tree.tokens[child].dep
            if ["acl", "ccomp", "relcl"].contains(dep), tree.lower[tree.left[child]] == "that", tree.isVerb(child) {
                let that = tree.left[child]
                guard
                    tree.tokens[that].dep == "mark" || tree.tokens[that].dep == "dobj" || tree.tokens[that].tag == "IN"
                else { continue }
                content = that..<tree.right[child] + 1
            } else if dep == "prep", ["about", "of"].contains(tree.lower[child]), isTold(n), tree.right[child] > child {
                content = child + 1..<tree.right[child] + 1
            }
            if content != nil { break }
        }
        guard let content, content.upperBound <= sentence.upperBound else { return }
        var frame = Frame(
            cue: n, manner: .rumour, source: nil, content: [content], own: tree.left[n]..<content.lowerBound)
        for child in tree.children(n) where !content.contains(child) {
            let dep = tree.tokens[child].dep
            if dep == "poss", child < n {
                frame.source = tree.left[child]..<child + 1
            } else if dep == "prep", child > n, ["by", "from", "in"].contains(tree.lower[child]),
                let object = tree.child(child, "pobj")
            {
                frame.source = tree.left[object]..<min(tree.right[object] + 1, max(object + 1, content.lowerBound))
            } else if ["compound", "nmod", "amod"].contains(dep), child < n,
                tree.tokens[child].pos == "PROPN" || tree.kinds[child].contains(.medium)
            {
                frame.source = tree.left[child]..<child + 1
            }
        }
        let saved = lastInSentence
        add(frame)
        lastInSentence = saved ?? lastInSentence
    }

    /// Nouns whose "of" or "about" tells something rather than owns it: only plurals and nouns without article are
    /// told at large.
    private func isTold(_ n: Int) -> Bool {
        let token = tree.tokens[n]
        guard token.tag == "NNS" || (token.tag == "NN" && tree.child(n, "det") == nil) || token.lemma == "report" else {
            return false
        }
        return !["remark", "comment", "statement", "news", "warning", "assurance"].contains(token.lemma)
            || tree.child(n, "poss") != nil
    }
}
