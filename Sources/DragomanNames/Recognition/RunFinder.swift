import DragomanLanguage
import DragomanText

/// Finds runs of capitalised tokens and cuts them into names.
///
/// A run ends at a small word, a comma, a possessive. Inside it, roles and titles ("Industry Minister"), nouns for firms
/// ("Truckmaker") and demonyms are cut off; what the knowledge base knows is kept together; what is left is a name to be typed.
struct RunFinder {
    let words: ArticleWords
    let hits: [Hit]
    let hitOf: [Int]
    /// Tokens that a candidate has already.
    let taken: [Bool]
    /// Words written with a capital inside a sentence somewhere in the article, and words written small.
    let capitalInside: Set<Int32>
    let small: Set<Int32>

    init(words: ArticleWords, hits: [Hit], hitOf: [Int], taken: [Bool]) {
        self.words = words
        self.hits = hits
        self.hitOf = hitOf
        self.taken = taken
        var capitals: Set<Int32> = []
        var small: Set<Int32> = []
        for at in 0..<words.count where words.ids[at] >= 0 && !words.inHeadline(at) {
            if words.isCapital(at) {
                if !Self.opens(words, at) { capitals.insert(words.ids[at]) }
            } else {
                small.insert(words.ids[at])
            }
        }
        capitalInside = capitals
        self.small = small
    }

    /// Whether the token begins a sentence, a block or a quotation, where capitals say little.
    static func opens(_ words: ArticleWords, _ at: Int) -> Bool {
        if words.analysis.tokens[at].startsSentence || at == words.block(of: at).lowerBound { return true }
        let before = words.analysis.text[words.analysis.tokens[at - 1].range.lowerBound]
        let last = words.analysis.tokens[at - 1]
        return last.tag == "``" || last.tag == ":" || before == 0x22 || before == 0x2E || before == 0x3F
            || before == 0x21
    }

    func find() -> [Candidate] {
        var found: [Candidate] = []
        var at = 0
        while at < words.count {
            guard let end = run(from: at) else {
                if hitOf[at] >= 0, !taken[at], hits[hitOf[at]].tokens.lowerBound == at {
                    // A known name that capitals alone do not show, such as one in Persian script.
                    found.append(known(hits[hitOf[at]]))
                    at = hits[hitOf[at]].tokens.upperBound
                } else {
                    at += 1
                }
                continue
            }
            RunCutter(finder: self, range: at..<end).cut(into: &found)
            at = end
        }
        return found
    }

    func known(_ hit: Hit) -> Candidate { Candidate(tokens: hit.tokens, source: .spelling(hit.spelling)) }

    /// The end of the run that begins at `start`; nil where none does.
    private func run(from start: Int) -> Int? {
        guard !taken[start], isNameToken(start) || startsHit(start) else { return nil }
        let ceiling = words.block(of: start).upperBound
        var at = start
        while at < ceiling, !taken[at] {
            if startsHit(at) {
                at = hits[hitOf[at]].tokens.upperBound
            } else if isNameToken(at) {
                at += 1
            } else if at > start, isModelNumber(at) || isSuffix(at) {
                at += 1
            } else {
                break
            }
            guard at < ceiling, !taken[at] else { break }
            if opensSentence(at) { break }
            if at + 1 < ceiling, !taken[at + 1], joins(at),
                isNameToken(at + 1) || startsHit(at + 1) || isSuffix(at + 1), !isPairOfCountries(at)
            {
                at += 1
            }
        }
        return at
    }

    private func opensSentence(_ at: Int) -> Bool {
        words.analysis.tokens[at].startsSentence && at > 0
            && [0x2E, 0x3F, 0x21, 0x22].contains(
                words.analysis.text[words.analysis.tokens[at - 1].range.upperBound - 1])
    }

    private func startsHit(_ at: Int) -> Bool {
        hitOf[at] >= 0 && hits[hitOf[at]].tokens.lowerBound == at && hits[hitOf[at]].tokens.allSatisfy { !taken[$0] }
    }

    private func isNameToken(_ at: Int) -> Bool {
        guard words.isCapital(at), words.ids[at] >= 0, !words.has(.notName, at), !endsInHyphen(at) else { return false }
        if words.inHeadline(at) { return hitOf[at] >= 0 }
        guard Self.opens(words, at) else { return true }
        if hitOf[at] >= 0 || capitalInside.contains(words.ids[at]) { return true }
        let token = words.analysis.tokens[at]
        if small.contains(words.ids[at]) {
            // "General Motors" even where somebody is a director general.
            return token.pos == "PROPN" && token.spaced && at + 1 < words.block(of: at).upperBound
                && words.isCapital(at + 1) && hitOf[at + 1] < 0
        }
        if words.has(.givenName, at) { return true }
        // "Farhod Saidov": a noun the base has never seen, before another unknown capital.
        if Int(words.ids[at]) >= words.base.words.count, ["ADJ", "NOUN", "X"].contains(token.pos), token.spaced,
            at + 1 < words.block(of: at).upperBound, words.isCapital(at + 1), hitOf[at + 1] < 0,
            !words.has(.notName, at + 1)
        {
            return true
        }
        return token.pos == "PROPN" || token.tag.hasPrefix("NNP")
            || !words.shapes[at].isDisjoint(with: [.allCaps, .innerUpper])
    }

    /// A letter or two after a hyphen: "DM-i".
    private func isSuffix(_ at: Int) -> Bool {
        words.shapes[at - 1].contains(.hyphen) && words.shapes[at].contains(.hasLetter)
            && words.analysis.tokens[at].range.count <= 2
    }

    /// "Franco-": half of a compound.
    private func endsInHyphen(_ at: Int) -> Bool {
        words.analysis.text[words.analysis.tokens[at].range.upperBound - 1] == 0x2D
    }

    /// A number that goes on with a name ("Moskvich 3"): short, no year, no per cent.
    private func isModelNumber(_ at: Int) -> Bool {
        guard words.shapes[at].contains(.number), words.analysis.tokens[at].range.count <= 3,
            !words.shapes[at - 1].contains(.hyphen), words.analysis.tokens[at].tag != "SYM"
        else { return false }
        guard at + 1 < words.count else { return true }
        return !words.isWord(at + 1, "%") && !words.isWord(at + 1, "percent") && !words.isWord(at + 1, "million")
            && !words.isWord(at + 1, "per") && !words.isWord(at + 1, "billion") && !words.isWord(at + 1, "-")
    }

    /// Whether the token joins two parts of one name: a hyphen without spaces, "&", a particle ("de", "bin").
    private func joins(_ at: Int) -> Bool {
        if words.shapes[at].contains(.hyphen) {
            return !words.analysis.tokens[at].spaced && at > 0 && !words.analysis.tokens[at - 1].spaced
        }
        return words.isWord(at, "&") || (words.has(.particle, at) && !words.isCapital(at))
    }

    /// "Iran-Russia": a hyphen between two countries, demonyms or places joins no name.
    private func isPairOfCountries(_ hyphen: Int) -> Bool {
        words.shapes[hyphen].contains(.hyphen) && isGeographic(hyphen - 1) && isGeographic(hyphen + 1)
    }

    private func isGeographic(_ at: Int) -> Bool {
        guard hitOf[at] >= 0 else { return false }
        return words.base.spellings.all[hits[hitOf[at]].spelling].uses.contains {
            [.country, .region, .place].contains(words.base.entries[$0.entry].type)
        }
    }
}
