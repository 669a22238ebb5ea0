import DragomanLanguage
import DragomanText

/// What stands before a name.
extension Evidence {
    func before(_ range: Range<Int>, _ scores: inout Scores) {
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
    func isGoodsOf(_ at: Int, _ floor: Int) -> Bool {
        if words.lemmaHas(.making, at) { return true }
        if words.isWord(at, ","), at > floor {
            return (max(floor, at - 5)..<at).contains { words.lemmaHas(.goods, $0) || words.lemmaHas(.modelNoun, $0) }
        }
        return words.isWord(at, "of") && at > floor && words.lemmaHas(.makingNoun, at - 1)
    }

    /// Whether a known maker or brand ends at `at`: "JAC's X".
    func isMaker(_ at: Int) -> Bool {
        guard hitOf[at] >= 0, let type = type(hits[hitOf[at]]) else { return false }
        return type == .company || type == .brand
    }

    /// "secretary-general", "director general".
    func isSplitRole(_ at: Int, _ floor: Int) -> Bool {
        guard words.has(.roleModifier, at), at > floor else { return false }
        let head = words.shapes[at - 1].contains(.hyphen) ? at - 2 : at - 1
        return head >= floor && words.has(.role, head)
    }

    /// "CAIRO (NNW) -": brackets before a dash near the start of a block hold an agency.
    func isDateline(_ bracket: Int, _ range: Range<Int>) -> Bool {
        let block = words.block(of: bracket)
        return bracket - block.lowerBound <= 12 && range.upperBound + 1 < block.upperBound
            && words.isWord(range.upperBound, ")") && words.shapes[range.upperBound + 1].contains(.hyphen)
    }
}
