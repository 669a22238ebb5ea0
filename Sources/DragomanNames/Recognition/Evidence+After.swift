import DragomanLanguage
import DragomanText

/// What stands after a name.
extension Evidence {
    func after(_ range: Range<Int>, _ scores: inout Scores) {
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
    func apposition(_ start: Int, _ ceiling: Int, _ scores: inout Scores) {
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
}
