import DragomanLanguage
import DragomanNames

/// What a person is and for whom: "the president of Example Motors", "its commercial director", "Turkey's Industry
/// Minister".
struct Description {
    /// The office as written, without article; nil where there is none.
    var role: String?
    /// The office's noun, for "the envoy".
    var office: String?
    /// The organisation, resolved where it is "its" or "the firm".
    var org: String?
}

/// Reads descriptions of people and names of organisations out of noun phrases.
struct DescriptionReader {
    let tree: SpeechTree
    let antecedents: Antecedents

    /// The office and organisation that the words of `range` give.
    func describe(_ range: Range<Int>) -> Description {
        var result = Description()
        guard let first = range.first(where: { isOffice($0) }) else { return heads(range) }
        var last = first
        extend: while last + 1 < range.upperBound {
            for step in 1...3 where last + step < range.upperBound {
                let i = last + step
                let word = tree.lower[i]
                if isOffice(i) || ["general", "executive", "officer"].contains(word),
                    tree.nameType(i) == nil || tree.nameType(i) == .institution
                {
                    last = i
                    continue extend
                }
                guard ["ADJ", "NOUN", "PROPN"].contains(tree.tokens[i].pos) || word == "-", tree.nameType(i) == nil
                else { break extend }
            }
            break
        }
        let start = roleStart(first, in: range)
        result.office = tree.tokens[last].lemma.lowercased()
        if !isOffice(last) { result.office = tree.tokens[first].lemma.lowercased() }
        var role = tree.text(start..<last + 1)
        result.org = owner(before: start, in: range)
        var i = last + 1
        var rounds = 0
        while i + 1 < range.upperBound, rounds < 3,
            ["of", "for", "at", "from", "in", "to", "with"].contains(tree.lower[i])
        {
            rounds += 1
            let end = phraseEnd(i + 1, limit: range.upperBound)
            guard end > i + 1 else { break }
            let phrase = i + 1..<end
            if let org = organisation(phrase, after: tree.lower[i]) {
                if result.org == nil { result.org = org }
            } else if ["of", "for"].contains(tree.lower[i]) {
                role += " " + tree.text(i..<end)
            }
            i = end
        }
        result.role = role
        return result
    }

    /// An office noun that is not part of a firm's or a person's name.
    func isOffice(_ i: Int) -> Bool {
        guard tree.kinds[i].contains(.office), tree.tokens[i].pos == "NOUN" || tree.tokens[i].pos == "PROPN" else {
            return false
        }
        guard let type = tree.nameType(i) else { return true }
        return type == .person
    }

    /// "who heads the firm's local unit".
    private func heads(_ range: Range<Int>) -> Description {
        var result = Description()
        guard let who = range.first(where: { tree.lower[$0] == "who" }), who + 1 < range.upperBound,
            ["head", "lead", "run", "be", "chair", "manage", "oversee"].contains(tree.tokens[who + 1].lemma)
        else { return result }
        var clause = who + 1..<min(range.upperBound, who + 14)
        while clause.count > 1, tree.isPunctuation(clause.upperBound - 1) {
            clause = clause.lowerBound..<clause.upperBound - 1
        }
        result.role = tree.text(clause)
        for i in clause
        where tree.kinds[i].contains(.firm) || tree.lower[i] == "its"
            || ["company", "brand"].contains(tree.nameType(i)?.rawValue)
        {
            result.org =
                tree.nameType(i) == nil
                ? antecedents.firm(at: range.lowerBound) : tree.mention(i).map { tree.identity($0).name }
            break
        }
        return result
    }

    private func roleStart(_ office: Int, in range: Range<Int>) -> Int {
        var i = office
        while i > range.lowerBound {
            let token = tree.tokens[i - 1]
            if tree.mention(i - 1) != nil, tree.nameType(i - 1) != .person { break }
            let isInside =
                token.pos == "CCONJ" && tree.tokens[i].pos == "PROPN" && i - 1 > range.lowerBound
                && tree.tokens[i - 2].pos == "PROPN"
            let isVerbal = token.tag == "VBG"
            guard ["ADJ", "NOUN", "PROPN"].contains(token.pos) || tree.lower[i - 1] == "-" || isInside || isVerbal
            else { break }
            if token.tag == "POS" || ["other", "same", "mr.", "mr", "ms.", "ms"].contains(tree.lower[i - 1]) { break }
            i -= 1
        }
        return i
    }

    /// The organisation right before an office: "AvtoCo president", "the firm's director", "its director".
    private func owner(before start: Int, in range: Range<Int>) -> String? {
        guard start > range.lowerBound else { return nil }
        let i = start - 1
        if let mention = tree.mention(i) {
            let identity = tree.identity(mention)
            if mention.isAdjective { return nil }
            return [.company, .brand, .institution, .outlet, .country].contains(identity.type) ? identity.name : nil
        }
        if tree.tokens[i].tag == "PRP$" {
            return tree.lower[i] == "its" || tree.lower[i] == "their"
                ? antecedents.firm(at: tree.sentenceStartOrQuote(i)) : nil
        }
        // "the dealers' union, whose head": the noun phrase before the comma.
        if tree.tokens[i].tag == "WP$", i >= 2 {
            let end = tree.isComma(i - 1) ? i - 1 : i
            let phrase = nominal(before: end, floor: max(tree.sentenceRange(i).lowerBound, end - 20))
            return phrase.isEmpty ? nil : organisation(phrase, after: "of")
        }
        guard tree.tokens[i].tag == "POS", i > range.lowerBound else { return nil }
        let phrase = nominal(before: i, floor: range.lowerBound)
        return phrase.isEmpty ? nil : organisation(phrase, after: "'s")
    }

    /// The noun phrase that ends before `end`, not reaching back over `floor`.
    private func nominal(before end: Int, floor: Int) -> Range<Int> {
        var from = end
        while from > floor {
            let token = from - 1
            if let mention = tree.mention(token), mention.tokens.lowerBound >= floor {
                from = mention.tokens.lowerBound
                continue
            }
            let isNominal =
                ["ADJ", "NOUN", "PROPN", "DET"].contains(tree.tokens[token].pos) || tree.tokens[token].tag == "POS"
            guard isNominal || tree.lower[token] == "-" else { break }
            from = token
        }
        return from..<end
    }

    /// The organisation a noun phrase names, resolved; nil where it names none. `link` is the word that led to it.
    func organisation(_ phrase: Range<Int>, after link: String) -> String? {
        var range = phrase
        while range.count > 1, tree.tokens[range.lowerBound].pos == "DET" || tree.isPunctuation(range.lowerBound) {
            range = range.lowerBound + 1..<range.upperBound
        }
        guard !range.isEmpty else { return nil }
        let mentions = tree.mentions(in: range)
        for type in [NameType.institution, .company, .brand, .outlet] {
            if let mention = mentions.last(where: { tree.identity($0).type == type && !$0.isAdjective }) {
                // "Iran's Industry Ministry", where only a part is known as a name: keep the words up to the noun.
                return tree.identity(mention).name
            }
        }
        if let i = range.first(where: {
            tree.kinds[$0].contains(.body) && tree.tokens[$0].pos != "VERB" && tree.tokens[$0].pos != "ADJ"
        }) {
            let name = bodyName(i, in: range)
            let isBare = tree.tokens[phrase.lowerBound].pos == "DET" && name.count == 1
            if isBare, let known = antecedents.institution(called: tree.lower[i], before: phrase.lowerBound) {
                return known
            }
            return tree.text(name)
        }
        if let i = range.first(where: {
            tree.kinds[$0].contains(.firm) && tree.tokens[$0].pos != "VERB" && tree.tokens[$0].pos != "ADJ"
        }) {
            let isDefinite =
                tree.tokens[phrase.lowerBound].pos == "DET" && ["the", "this"].contains(tree.lower[phrase.lowerBound])
                && !range.contains { tree.tokens[$0].tag == "POS" }
            if isDefinite, let firm = antecedents.firm(at: phrase.lowerBound) { return firm }
            return tree.text(range.lowerBound..<i + 1)
        }
        if let country = mentions.first(where: {
            tree.identity($0).type == .country || tree.identity($0).type == .region
        }),
            link != "in", link != "to", !country.isAdjective
        {
            return tree.identity(country).name
        }
        // "Example Union of Dealers": a proper name that nobody knows.
        if link != "in", link != "to", let last = range.last, tree.tokens[last].pos == "PROPN", range.count < 8,
            tree.mention(last) == nil,
            tree.tokens[range.lowerBound].pos == "PROPN", range.count > 1
        {
            return tree.text(range)
        }
        return nil
    }

    /// The name of a body around its noun: "Iran's Industry Ministry", "Ministry of Industry and Trade", "development
    /// corporation".
    private func bodyName(_ noun: Int, in range: Range<Int>) -> Range<Int> {
        var end = noun + 1
        if end < range.upperBound, tree.lower[end] == "of", tree.tokens[noun].pos == "PROPN" {
            end = phraseEnd(end + 1, limit: range.upperBound)
        }
        while end < range.upperBound, tree.tokens[end].pos == "NOUN", tree.tokens[noun].pos == "NOUN" { end += 1 }
        return range.lowerBound..<end
    }

    /// Where a noun phrase that begins at `start` ends: names whole, nouns, adjectives, articles, possessives, hyphens.
    private func phraseEnd(_ start: Int, limit: Int) -> Int {
        var i = start
        while i < limit {
            if let mention = tree.mention(i) {
                i = min(limit, mention.tokens.upperBound)
                continue
            }
            let token = tree.tokens[i]
            let isInside =
                token.pos == "CCONJ" && i > start && i + 1 < limit && tree.tokens[i - 1].pos == "PROPN"
                && tree.tokens[i + 1].pos == "PROPN"
            guard
                ["ADJ", "NOUN", "PROPN", "DET", "PART", "NUM"].contains(token.pos) || token.tag == "PRP$"
                    || tree.lower[i] == "-" || isInside
            else { break }
            i += 1
        }
        return i
    }
}

extension SpeechTree {
    /// The token itself; inside or right after a quotation that opened in the same sentence, the first token of that
    /// sentence, because
    /// "its" then looks back over what was quoted.
    func sentenceStartOrQuote(_ i: Int) -> Int {
        let start = sentenceRange(i).lowerBound
        return quotes.ofToken[start] >= 0 && quotes.ofToken[i] < 0 ? start : i
    }
}
