import DragomanLanguage
import DragomanText

/// Weighs what the words of a name and the words around it say of its type.
///
/// The weights are rough on purpose: 4 and more decide alone ("carmaker X", "Mr X"), 1 to 2 add up, under 1 only breaks ties.
struct Evidence {
    let words: ArticleWords
    /// Index of the gazetteer hit at each token, or -1.
    let hitOf: [Int]
    let hits: [Hit]

    /// The scores of one stretch of tokens.
    func scores(_ range: Range<Int>) -> Scores {
        var scores = Scores()
        own(range, &scores)
        before(range, &scores)
        after(range, &scores)
        syntax(range, &scores)
        label(range, &scores)
        coordination(range, &scores)
        return scores
    }

    /// The words of the name itself.
    private func own(_ range: Range<Int>, _ scores: inout Scores) {
        guard let first = range.first, let last = range.last else { return }
        if words.has(.givenName, first), range.count > 1, !words.has(.companyHead, last) { scores[.person] += 3 }
        if range.contains(where: { words.has(.companyForm, $0) }), range.count > 1 { scores[.company] += 5 }
        if range.count > 1 {
            if words.has(.companyHead, last) { scores[.company] += 4 }
            if words.has(.outletHead, last) { scores[.outlet] += 3 }
            if words.has(.placeNoun, last) { scores[.place] += 4 }
            if words.has(.siteNoun, last) {
                scores[.plant] += 2
                scores[.company] += 1
            }
            if range.dropFirst().contains(where: { words.has(.placeNoun, $0) }) { scores[.place] += 1 }
        }
        if range.contains(where: { words.shapes[$0].contains(.hasDigit) }) { scores[.model] += 2 }
        if range.count > 1, words.shapes[first].contains(.allCaps), !words.shapes[last].contains(.allCaps),
            words.analysis.text[words.analysis.tokens[first].range.upperBound - 1] != 0x2E
        {
            // "SK On": no given name is an acronym.
            scores[.person] -= 2
            scores[.company] += 1
        }
        if range.count == 1, words.shapes[first].contains(.innerUpper), !words.shapes[first].contains(.allCaps) {
            scores[.company] += 1
        }
        if isSite(first) { scores[.outlet] += 3 }
        if isDatelinePlace(range) { scores[.place] += 3 }
        // A capital inside a sentence is some name; a firm's most often.
        if !RunFinder.opens(words, first), words.analysis.tokens[first].pos == "PROPN" { scores[.company] += 0.8 }
    }

    /// "RUSE, May 14", "RUSE (Danube Wire) -", "RUSE -": capitals at the start of a block that say where it was written.
    private func isDatelinePlace(_ range: Range<Int>) -> Bool {
        let block = words.block(of: range.lowerBound)
        let next = range.upperBound
        guard range.lowerBound == block.lowerBound, next + 1 < block.upperBound, block.count > 12,
            range.allSatisfy({ words.shapes[$0].contains(.allCaps) })
        else { return false }
        if words.isWord(next, ",") { return words.has(.notName, next + 1) || words.shapes[next + 1].contains(.number) }
        return words.isWord(next, "(") || words.isWord(next, ".") || words.shapes[next].contains(.hyphen)
    }

    /// Whether a token is a domain: "autoreview.ru".
    private func isSite(_ token: Int) -> Bool {
        let text = words.analysis.text[words.analysis.tokens[token].range]
        guard let dot = text.lastIndex(of: 0x2E), dot > text.startIndex, text.endIndex - dot > 2,
            text.endIndex - dot < 6
        else { return false }
        return text[text.index(after: dot)...].allSatisfy { (0x61...0x7A).contains($0) }
    }

    private func before(_ range: Range<Int>, _ scores: inout Scores) {
        let floor = words.block(of: range.lowerBound).lowerBound
        var at = range.lowerBound - 1
        while at >= floor, isQuote(at) { at -= 1 }
        guard at >= floor else { return }
        if words.has(.title, at) { scores[.person] += 5 }
        if words.isWord(at, ","), at > floor {
            // "the new brand, Solaris," and "the carmaker, Togg,"
            if words.lemmaHas(.modelNoun, at - 1) { scores[.brand] += 2.5 }
            if words.lemmaHas(.companyNoun, at - 1) { scores[.company] += 2.5 }
            if words.has(.role, at - 1) { scores[.person] += 2.5 }
        }
        if words.has(.role, at) || isSplitRole(at, floor) { scores[.person] += range.count > 1 ? 4 : 2.5 }
        if words.isWord(at, "("), isDateline(at, range) { scores[.outlet] += 5 }
        if words.lemmaHas(.companyNoun, at) { scores[.company] += 4 }
        if words.lemmaHas(.outletNoun, at) { scores[.outlet] += 4 }
        if words.lemmaHas(.goods, at) || words.lemmaHas(.modelNoun, at) {
            scores[.model] += 1
            scores[.brand] += 1
        }
        if words.isWord(at, "the") || words.isWord(at, "a") || words.isWord(at, "an") {
            scores[.person] -= 4
            scores[.place] -= 1.5
            scores[.model] += 1
        }
        if words.isWord(at, "the"), at > floor, isGoodsOf(at - 1, floor) { scores[.model] += 1.5 }
        if words.isPossessive(at), at > floor, isMaker(at - 1) { scores[.model] += 2.5 }
        if words.isWord(at, "told") || words.isWord(at, "tells") { scores[.outlet] += 3.5 }
        if words.isWord(at, "via") || words.isWord(at, "citing") || words.isWord(at, "cites") { scores[.outlet] += 2 }
        guard words.analysis.tokens[at].pos == "ADP" || words.analysis.tokens[at].tag == "IN" || words.isWord(at, "to")
        else { return }
        let noun = at > floor ? at - 1 : at
        if words.isWord(at, "in") {
            if words.lemmaHas(.stake, noun) { scores[.company] += 4 } else { scores[.place] += 2.5 }
        } else if words.isWord(at, "near") || words.isWord(at, "outside") || words.isWord(at, "around") {
            scores[.place] += 3
        } else if words.isWord(at, "at") {
            scores[.place] += 1
            scores[.company] += 1
            if words.has(.role, noun) { scores[.company] += 3 }
        } else if words.isWord(at, "of") || words.isWord(at, "for") {
            if words.has(.role, noun) { scores[.company] += 2.5 }
            if words.lemmaHas(.placeNoun, noun) { scores[.place] += 4 }
            if words.lemmaHas(.stake, noun) || words.lemmaHas(.companyNoun, noun) { scores[.company] += 2 }
            if words.lemmaHas(.siteNoun, noun) {
                scores[.company] += 1
                scores[.place] += 1
            }
        } else if words.isWord(at, "with") {
            scores[.company] += 1.2
            if words.lemmaHas(.speech, noun) { scores[.outlet] += 1 }
        } else if words.isWord(at, "by") {
            scores[.company] += 0.8
            if words.lemmaHas(.speech, noun) {
                scores[.outlet] += 1.5
                scores[.person] += 0.5
            }
        } else if words.isWord(at, "from") {
            scores[.place] += 0.7
            scores[.company] += 0.6
        } else if words.isWord(at, "to") {
            scores[.place] += 0.4
            scores[.company] += 0.4
            if words.isWord(noun, "according") {
                scores[.outlet] += 1
                scores[.person] += 0.4
                scores[.company] += 0.4
            }
        }
    }

    /// "production of the X", "a new car, the X", "exports the X".
    private func isGoodsOf(_ at: Int, _ floor: Int) -> Bool {
        if words.lemmaHas(.making, at) { return true }
        if words.isWord(at, ","), at > floor {
            return (max(floor, at - 5)..<at).contains { words.lemmaHas(.goods, $0) || words.lemmaHas(.modelNoun, $0) }
        }
        return words.isWord(at, "of") && at > floor && words.lemmaHas(.makingNoun, at - 1)
    }

    /// Whether a known maker or brand ends at `at`: "JAC's X".
    private func isMaker(_ at: Int) -> Bool {
        guard hitOf[at] >= 0, let type = type(hits[hitOf[at]]) else { return false }
        return type == .company || type == .brand
    }

    /// "secretary-general", "director general".
    private func isSplitRole(_ at: Int, _ floor: Int) -> Bool {
        guard words.has(.roleModifier, at), at > floor else { return false }
        let head = words.shapes[at - 1].contains(.hyphen) ? at - 2 : at - 1
        return head >= floor && words.has(.role, head)
    }

    /// "CAIRO (NNW) -": brackets before a dash near the start of a block hold an agency.
    private func isDateline(_ bracket: Int, _ range: Range<Int>) -> Bool {
        let block = words.block(of: bracket)
        return bracket - block.lowerBound <= 12 && range.upperBound + 1 < block.upperBound
            && words.isWord(range.upperBound, ")") && words.shapes[range.upperBound + 1].contains(.hyphen)
    }

    private func after(_ range: Range<Int>, _ scores: inout Scores) {
        let ceiling = words.block(of: range.lowerBound).upperBound
        var at = range.upperBound
        while at < ceiling, isQuote(at) { at += 1 }
        guard at < ceiling else { return }
        if words.isPossessive(at) {
            let next = at + 1
            if next < ceiling {
                if words.lemmaHas(.siteNoun, next) || words.has(.role, next) || words.lemmaHas(.stake, next) {
                    scores[.company] += 2
                } else {
                    scores[.company] += 0.5
                    scores[.place] += 0.5
                }
            }
            return
        }
        if words.isWord(at, ",") {
            if at + 1 < ceiling { apposition(at + 1, ceiling, &scores) }
            return
        }
        if words.isWord(at, "who") { scores[.person] += 3 }
        if range.count > 1, words.isWord(at, "of"), at + 2 < ceiling {
            // "Anna Berg of the Chamber", "Anna Berg of Lada"
            let next = words.isWord(at + 1, "the") ? at + 2 : at + 1
            if words.isCapital(next) { scores[.person] += 1 }
        }
        var noun = at
        // "passenger cars", "electric sedans": one modifier may stand between.
        if noun + 1 < ceiling, !isNameNoun(noun),
            words.analysis.tokens[noun].pos == "ADJ" || words.analysis.tokens[noun].pos == "NOUN",
            isNameNoun(noun + 1)
        {
            noun += 1
        }
        if words.lemmaHas(.goods, noun) || words.lemmaHas(.modelNoun, noun) {
            if determiner(before: range), words.analysis.tokens[noun].tag == "NN" || words.has(.modelNoun, noun) {
                scores[.model] += 3
                scores[.brand] += 1
            } else {
                let isModel = words.has(.modelNoun, noun) && !words.has(.goods, noun)
                scores[.company] += isModel ? 0.5 : 1.5
                scores[.brand] += isModel ? 1 : 1.5
                scores[.model] += isModel ? 2.5 : 1.5
            }
        }
        if words.lemmaHas(.siteNoun, noun) {
            scores[.company] += 1.5
            scores[.place] += 1.5
            scores[.plant] += 0.5
        }
        if noun == at, words.has(.placeNoun, at) {
            scores[.place] += 4
            scores[.person] -= 4
        }
        if noun == at, words.lemmaHas(.outletNoun, at) { scores[.outlet] += 4 }
        if words.has(.role, noun) { scores[.company] += 2 }
        if words.lemmaHas(.companyNoun, noun) { scores[.company] += 1.5 }
    }

    /// ", the maker of Lada", ", a city in Iran", ", president of X", ", Morocco".
    private func apposition(_ start: Int, _ ceiling: Int, _ scores: inout Scores) {
        if hitOf[start] >= 0, isCountry(hits[hitOf[start]]), isClause(hits[hitOf[start]].tokens.upperBound, ceiling) {
            scores[.place] += 3
            return
        }
        let determined = words.analysis.tokens[start].pos == "DET" || words.analysis.tokens[start].pos == "PRON"
        let direct = words.has(.role, start) || words.has(.roleModifier, start) || words.lemmaHas(.companyNoun, start)
        guard determined || direct || hitOf[start] >= 0 else { return }
        for at in start..<min(ceiling, start + 7) {
            let pos = words.analysis.tokens[at].pos
            if at > start, pos == "VERB" || pos == "AUX" || pos == "ADP" || words.isWord(at, ",") { return }
            if words.has(.role, at) {
                scores[.person] += 4
                return
            }
            if words.lemmaHas(.companyNoun, at) {
                scores[.company] += 4
                return
            }
            if words.lemmaHas(.outletNoun, at) {
                scores[.outlet] += 4
                return
            }
            if words.has(.placeNoun, at) {
                scores[.place] += 3
                return
            }
            if words.has(.institution, at) {
                scores[.institution] += 3
                return
            }
            if words.lemmaHas(.goods, at), determined {
                scores[.model] += 2.5
                return
            }
        }
    }

    private func syntax(_ range: Range<Int>, _ scores: inout Scores) {
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
    private func pronoun(after start: Int, _ scores: inout Scores) {
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
    private func label(_ range: Range<Int>, _ scores: inout Scores) {
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
    private func coordination(_ range: Range<Int>, _ scores: inout Scores) {
        let block = words.block(of: range.lowerBound)
        let left = range.lowerBound - 1
        let right = range.upperBound
        if left > block.lowerBound, isJoint(left), let type = type(endingAt: left - 1) { scores[type] += 1.5 }
        if right + 1 < block.upperBound, isJoint(right), hitOf[right + 1] >= 0, let type = type(hits[hitOf[right + 1]])
        {
            scores[type] += 1.5
        }
    }

    private func isJoint(_ at: Int) -> Bool {
        words.isWord(at, "and") || words.isWord(at, ",") || words.isWord(at, "or")
    }

    private func type(endingAt token: Int) -> NameType? {
        hitOf[token] >= 0 ? type(hits[hitOf[token]]) : nil
    }

    private func type(_ hit: Hit) -> NameType? {
        let uses = words.base.spellings.all[hit.spelling].uses
        guard uses.count == 1, !uses[0].ambiguous else { return nil }
        let type = words.base.entries[uses[0].entry].type
        return type == .country ? .place : type
    }

    private func isCountry(_ hit: Hit) -> Bool {
        words.base.spellings.all[hit.spelling].uses.contains {
            words.base.entries[$0.entry].type == .country && !$0.adjective
        }
    }

    /// Whether a clause or phrase ends at `at`.
    private func isClause(_ at: Int, _ ceiling: Int) -> Bool {
        at >= ceiling || words.ids[at] < 0 || words.analysis.tokens[at].pos == "VERB"
            || words.analysis.tokens[at].pos == "AUX"
            || words.analysis.tokens[at].pos == "ADP" || words.analysis.tokens[at].pos == "CCONJ"
    }

    private func isNameNoun(_ at: Int) -> Bool {
        words.lemmaHas(.goods, at) || words.lemmaHas(.modelNoun, at) || words.lemmaHas(.siteNoun, at)
    }

    private func determiner(before range: Range<Int>) -> Bool {
        let block = words.block(of: range.lowerBound)
        let at = range.lowerBound - 1
        return at >= block.lowerBound
            && (words.isWord(at, "the") || words.isWord(at, "a") || words.isWord(at, "an")
                || words.isPossessive(at) || words.isWord(at, "new") || words.analysis.tokens[at].tag == "PRP$")
    }

    private func isQuote(_ at: Int) -> Bool {
        let tag = words.analysis.tokens[at].tag
        return tag == "``" || tag == "''" || tag == "\"\""
    }
}
