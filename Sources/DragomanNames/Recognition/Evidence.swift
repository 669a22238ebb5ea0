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
    func own(_ range: Range<Int>, _ scores: inout Scores) {
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
    func isDatelinePlace(_ range: Range<Int>) -> Bool {
        let block = words.block(of: range.lowerBound)
        let next = range.upperBound
        guard range.lowerBound == block.lowerBound, next + 1 < block.upperBound, block.count > 12,
            range.allSatisfy({ words.shapes[$0].contains(.allCaps) })
        else { return false }
        if words.isWord(next, ",") { return words.has(.notName, next + 1) || words.shapes[next + 1].contains(.number) }
        return words.isWord(next, "(") || words.isWord(next, ".") || words.shapes[next].contains(.hyphen)
    }

    /// Whether a token is a domain: "autoreview.ru".
    func isSite(_ token: Int) -> Bool {
        let text = words.analysis.text[words.analysis.tokens[token].range]
        guard let dot = text.lastIndex(of: 0x2E), dot > text.startIndex, text.endIndex - dot > 2,
            text.endIndex - dot < 6
        else { return false }
        return text[text.index(after: dot)...].allSatisfy { (0x61...0x7A).contains($0) }
    }
}
