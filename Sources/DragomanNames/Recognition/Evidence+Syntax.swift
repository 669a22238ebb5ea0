import DragomanLanguage
import DragomanText

/// What the tree, the model's labels and names joined by "and" say, and what the others ask.
extension Evidence {
    func syntax(_ range: Range<Int>, _ scores: inout Scores) {
        let tokens = words.analysis.tokens
        guard let top = range.last(where: { !range.contains(tokens[$0].head) || tokens[$0].head == $0 }) else { return }
        let head = tokens[top].head
        guard head != top else { return }
        switch tokens[top].dep {
        case "nsubj":
            if words.lemmaHas(.speech, head) {
                scores[.company] += 1
                scores[.person] += range.count > 1 ? 1.5 : 0.7
                if words.isWord(head, "reported") || words.isWord(head, "wrote") || words.isWord(head, "reports") {
                    scores[.outlet] += 2.5
                }
                pronoun(after: max(head, range.upperBound), &scores)
            } else {
                scores[.company] += 1.2
                scores[.person] += 0.2
            }
        case "nsubjpass": scores[.company] += 0.4
        case "dobj":
            if words.lemmaHas(.making, head) {
                scores[.model] += 1.2
                scores[.brand] += 0.4
            }
            if words.lemmaHas(.buying, head) { scores[.company] += 1.5 }
        case "appos":
            if words.has(.role, head) { scores[.person] += 3 }
            if words.lemmaHas(.companyNoun, head) { scores[.company] += 3 }
            if words.lemmaHas(.goods, head) || words.lemmaHas(.modelNoun, head) { scores[.model] += 2 }
        default: break
        }
    }

    /// "X said it will": a firm; "X said his": a person.
    func pronoun(after start: Int, _ scores: inout Scores) {
        for at in start..<min(words.block(of: start < words.count ? start : words.count - 1).upperBound, start + 6) {
            if words.isWord(at, "it") || words.isWord(at, "its") {
                scores[.company] += 1.5
                return
            }
            if words.isWord(at, "he") || words.isWord(at, "she") || words.isWord(at, "his") || words.isWord(at, "her") {
                scores[.person] += 2
                return
            }
        }
    }

    /// The entity model's word, which only breaks ties.
    func label(_ range: Range<Int>, _ scores: inout Scores) {
        guard let first = range.first else { return }
        switch words.analysis.tokens[first].entity.dropFirst(2) {
        case "PERSON": scores[.person] += range.count > 1 ? 1.2 : 0.4
        case "ORG": scores[.company] += 0.8
        case "GPE", "LOC", "FAC": scores[.place] += 0.8
        case "PRODUCT": scores[.model] += 0.8
        default: break
        }
    }

    /// "X and Y" with a known Y: most likely of Y's type.
    func coordination(_ range: Range<Int>, _ scores: inout Scores) {
        let block = words.block(of: range.lowerBound)
        let left = range.lowerBound - 1
        let right = range.upperBound
        if left > block.lowerBound, isJoint(left), let type = type(endingAt: left - 1) { scores[type] += 1.5 }
        if right + 1 < block.upperBound, isJoint(right), hitOf[right + 1] >= 0, let type = type(hits[hitOf[right + 1]])
        {
            scores[type] += 1.5
        }
    }

    func isJoint(_ at: Int) -> Bool {
        words.isWord(at, "and") || words.isWord(at, ",") || words.isWord(at, "or")
    }

    func type(endingAt token: Int) -> NameType? {
        hitOf[token] >= 0 ? type(hits[hitOf[token]]) : nil
    }

    func type(_ hit: Hit) -> NameType? {
        let uses = words.base.spellings.all[hit.spelling].uses
        guard uses.count == 1, !uses[0].ambiguous else { return nil }
        let type = words.base.entries[uses[0].entry].type
        return type == .country ? .place : type
    }

    func isCountry(_ hit: Hit) -> Bool {
        words.base.spellings.all[hit.spelling].uses.contains {
            words.base.entries[$0.entry].type == .country && !$0.adjective
        }
    }

    /// Whether a clause or phrase ends at `at`.
    func isClause(_ at: Int, _ ceiling: Int) -> Bool {
        at >= ceiling || words.ids[at] < 0 || words.analysis.tokens[at].pos == "VERB"
            || words.analysis.tokens[at].pos == "AUX"
            || words.analysis.tokens[at].pos == "ADP" || words.analysis.tokens[at].pos == "CCONJ"
    }

    func isNameNoun(_ at: Int) -> Bool {
        words.lemmaHas(.goods, at) || words.lemmaHas(.modelNoun, at) || words.lemmaHas(.siteNoun, at)
    }

    func determiner(before range: Range<Int>) -> Bool {
        let block = words.block(of: range.lowerBound)
        let at = range.lowerBound - 1
        return at >= block.lowerBound
            && (words.isWord(at, "the") || words.isWord(at, "a") || words.isWord(at, "an")
                || words.isPossessive(at) || words.isWord(at, "new") || words.analysis.tokens[at].tag == "PRP$")
    }

    func isQuote(_ at: Int) -> Bool {
        let tag = words.analysis.tokens[at].tag
        return tag == "``" || tag == "''" || tag == "\"\""
    }
}
