import DragomanLanguage
import DragomanText

/// Finds institutions around their heads: "Ministry of Industry, Mines and Trade", "Iran-Belarus joint chamber",
/// "Türkiye's Industry and Technology Ministry".
///
/// A possessor country directly before the name is a part of it. A head in small letters makes a name only where a
/// capitalised name or a demonym leads it ("the Belarusian embassy in Tehran").
struct InstitutionFinder {
    let words: ArticleWords
    /// Index of the gazetteer hit at each token, or -1.
    let hitOf: [Int]
    let hits: [Hit]

    /// - Returns: candidates in order, not overlapping.
    func find() -> [Candidate] {
        var found: [Candidate] = []
        var floor = 0
        var at = 0
        while at < words.count {
            defer { at += 1 }
            guard words.has(.institution, at), at >= floor, !isInsideOther(at),
                let range = span(head: at, floor: floor),
                !isKnown(range)
            else { continue }
            var candidate = Candidate(tokens: range, source: .found)
            candidate.scores[.institution] = 100
            candidate.owner = range.lazy.compactMap { country(at: $0) }.first
            found.append(candidate)
            floor = range.upperBound
            at = max(at, floor - 1)
        }
        return found
    }

    private func span(head: Int, floor: Int) -> Range<Int>? {
        let block = words.block(of: head)
        guard !words.inHeadline(head) else { return nil }
        let capital = words.isCapital(head)
        guard capital || words.has(.stateBody, head) else { return nil }
        var low = leftEdge(head, max(block.lowerBound, floor), capital)
        let high = rightEdge(head, block.upperBound, capital)
        // "the Commission": a short form of an institution named elsewhere in full.
        if capital, low == head, high == head + 1 {
            return head > block.lowerBound && words.isWord(head - 1, "the") ? low..<high : nil
        }
        guard low < head || high > head + 1 else { return nil }
        // "the Ministry", "Deputy Minister" and the like begin after what is no part of the name.
        while low < head, words.isWord(low, "the") || words.has(.title, low) { low += 1 }
        if capital { return low < head || high > head + 1 ? low..<high : nil }
        let named = (low..<high).contains { words.isCapital($0) && words.ids[$0] >= 0 && !isSentenceWord($0) }
        return named ? low..<high : nil
    }

    /// Leftwards: capitalised words, "and", "&", hyphens, then a possessor; before a small head also small modifiers.
    private func leftEdge(_ head: Int, _ floor: Int, _ capital: Bool) -> Int {
        var low = head
        var at = head - 1
        var small = 0
        while at >= floor {
            if isNamePart(at) {
                // "the NAMI institute" is NAMI.
                if !capital, hitOf[at] >= 0, !isGeographic(at) { break }
                low = at
            } else if words.isWord(at, "and") || words.isWord(at, "&") {
                guard capital, at > floor, isNamePart(at - 1), low == at + 1, words.has(.topic, at - 1) else { break }
            } else if words.isPossessive(at) {
                // The possessor must be a known country, region or place: "Iran's Ministry of Industry".
                guard at > floor, low == at + 1, isGeographic(at - 1), !isAdjective(hits[hitOf[at - 1]]) else { break }
                return max(floor, hits[hitOf[at - 1]].tokens.lowerBound)
            } else if words.shapes[at].contains(.hyphen) {
                guard at > floor, low == at + 1 else { break }
                if !isNamePart(at - 1), capital { break }
            } else if words.isWord(at, ",") {
                guard capital, words.has(.topic, at + 1), at > floor, words.has(.topic, at - 1), isNamePart(at - 1)
                else { break }
            } else if !capital, low == at + 1, small < 3, isModifier(at) {
                small += 1
                low = at
            } else {
                break
            }
            at -= 1
        }
        return low
    }

    /// Rightwards: "of X, Y and Z", "for X", "in CITY" after an embassy.
    private func rightEdge(_ head: Int, _ ceiling: Int, _ capital: Bool) -> Int {
        var high = head + 1
        while capital, high < ceiling, isNamePart(high) { high += 1 }
        guard high < ceiling else { return high }
        if words.isWord(high, "of") || words.isWord(high, "for") || (words.isWord(high, "in") && isMission(head)) {
            var at = high + 1
            if at < ceiling, words.isWord(at, "the") { at += 1 }
            guard at < ceiling, isNamePart(at), capital || hitOf[at] >= 0 else { return high }
            while at < ceiling {
                // "Office of the Trade Representative": the office is named after its holder.
                if isNamePart(at) || (words.isWord(head, "office") && words.isCapital(at) && words.has(.role, at)) {
                    at += 1
                } else if at + 1 < ceiling, isNamePart(at + 1), isJoint(at, ceiling) {
                    at += 1
                } else {
                    break
                }
            }
            return at
        }
        return high
    }

    /// Whether a comma, "and", "of" or hyphen at `at` goes on with the name.
    private func isJoint(_ at: Int, _ ceiling: Int) -> Bool {
        if words.isWord(at, "and") || words.isWord(at, "&") {
            return words.has(.topic, at - 1) && words.has(.topic, at + 1)
        }
        if words.isWord(at, ",") { return words.has(.topic, at - 1) && words.has(.topic, at + 1) }
        if words.shapes[at].contains(.hyphen) { return !words.analysis.tokens[at].spaced }
        return words.isWord(at, "of")
    }

    private func isNamePart(_ at: Int) -> Bool {
        words.isCapital(at) && words.ids[at] >= 0 && !words.has(.role, at) && !words.has(.notName, at)
            && !isSentenceWord(at)
    }

    /// A capital that only begins a sentence: no proper noun for the tagger and no known name.
    private func isSentenceWord(_ at: Int) -> Bool {
        let token = words.analysis.tokens[at]
        return token.startsSentence && hitOf[at] < 0 && !token.tag.hasPrefix("NNP") && token.pos != "PROPN"
    }

    private func isModifier(_ at: Int) -> Bool {
        let token = words.analysis.tokens[at]
        return words.shapes[at].contains(.hasLetter) && (token.pos == "NOUN" || token.pos == "ADJ")
            && !words.has(.role, at)
    }

    /// Whether a known name covers all of it: "European Bank for Reconstruction and Development".
    private func isKnown(_ range: Range<Int>) -> Bool {
        guard hitOf[range.lowerBound] >= 0 else { return false }
        let known = hits[hitOf[range.lowerBound]].tokens
        return known.lowerBound <= range.lowerBound && known.upperBound >= range.upperBound
    }

    /// Whether a known name of another type covers the head ("Anadolu Agency").
    private func isInsideOther(_ at: Int) -> Bool {
        guard hitOf[at] >= 0, hits[hitOf[at]].tokens.count > 1 else { return false }
        let uses = words.base.spellings.all[hits[hitOf[at]].spelling].uses
        return uses.allSatisfy { words.base.entries[$0.entry].type != .institution }
    }

    private func isMission(_ head: Int) -> Bool { words.isWord(head, "embassy") || words.isWord(head, "consulate") }

    private func isGeographic(_ at: Int) -> Bool {
        guard hitOf[at] >= 0 else { return false }
        return words.base.spellings.all[hits[hitOf[at]].spelling].uses.contains {
            [.country, .region, .place].contains(words.base.entries[$0.entry].type)
        }
    }

    private func isAdjective(_ hit: Hit) -> Bool {
        words.base.spellings.all[hit.spelling].uses.allSatisfy(\.adjective)
    }

    private func country(at token: Int) -> String? {
        guard hitOf[token] >= 0 else { return nil }
        let uses = words.base.spellings.all[hits[hitOf[token]].spelling].uses
        let entries = uses.lazy.map { words.base.entries[$0.entry] }
        if let entry = entries.first(where: { $0.type == .country || $0.type == .region }) { return entry.id }
        return entries.first { $0.type == .place }?.country
    }
}
