import DragomanLanguage
import DragomanNames

/// Who is told and through what: "told O", "in a statement carried by O", "in an interview with O".
extension FrameFinder {
    /// "told O", "in a statement", "in an interview with O", "to O", and whether a date or place sets the occasion
    /// apart.
    func audience(_ v: Int, _ frame: inout Frame) {
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

    func openingDocument(before start: Int) -> [Range<Int>]? {
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

    /// The words that name a document's outlet, or the document itself: "a statement carried by O", "an interview
    /// with O", "a Bloomberg story".
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
