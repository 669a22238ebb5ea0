import DragomanLanguage

/// A spelling of the knowledge base that stands in an article.
struct Hit {
    var tokens: Range<Int>
    /// Index in the base's spellings.
    var spelling: Int
}

/// Finds the base's spellings, the longest at each token, from left to right.
enum Gazetteer {
    /// At most so many tokens are looked at for one spelling.
    static let reach = 12

    /// - Returns: hits in order, not overlapping.
    static func hits(_ words: ArticleWords) -> [Hit] {
        var hits: [Hit] = []
        var at = 0
        while at < words.count {
            if let hit = longest(words, at) {
                hits.append(hit)
                at = hit.tokens.upperBound
            } else {
                at += 1
            }
        }
        return hits
    }

    private static func longest(_ words: ArticleWords, _ start: Int) -> Hit? {
        let index = words.base.spellings
        let end = min(words.block(of: start).upperBound, start + reach)
        guard var node = index.step(0, words.ids[start]) else { return nil }
        var found: Hit?
        var at = start
        while true {
            if let spelling = index.end(node), isWritten(words, start..<at + 1, index.all[spelling]) {
                found = Hit(tokens: start..<at + 1, spelling: spelling)
            }
            at += 1
            // A hyphen inside a name has no word: "Mercedes-Benz".
            if at < end, words.shapes[at].contains(.hyphen) { at += 1 }
            guard at < end, let next = index.step(node, words.ids[at]) else { return found }
            node = next
        }
    }

    /// Whether the tokens are written as a name: capitals at both ends, and all capitals for an acronym such as "US".
    private static func isWritten(_ words: ArticleWords, _ range: Range<Int>, _ spelling: SpellingIndex.Spelling)
        -> Bool
    {
        let first = words.shapes[range.lowerBound]
        let last = words.shapes[range.upperBound - 1]
        if first.contains(.caseless) || last.contains(.caseless) { return true }
        if spelling.needsCapitals { return first.contains(.allCaps) }
        let ends: Shape = [.upperFirst, .innerUpper, .hasDigit]
        let afterHyphen = range.count > 2 && words.shapes[range.upperBound - 2].contains(.hyphen)
        return !first.isDisjoint(with: ends) && (afterHyphen || !last.isDisjoint(with: ends))
            && (range.count > 1 || !first.isDisjoint(with: [.upperFirst, .innerUpper]))
    }
}
