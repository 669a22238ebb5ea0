import DragomanLanguage
import DragomanNames

/// Speakers without a name: offices, anonymous sources, organisations, documents.
extension SpeakerResolver {
    mutating func unnamed(_ phrase: Range<Int>) -> Resolution {
        var range = phrase
        let head = head(of: range)
        if let and = tree.children(head).first(where: { tree.tokens[$0].dep == "cc" && range.contains($0) }), and > head
        {
            range = range.lowerBound..<and
        }
        let kinds = tree.kinds[head]
        let isNoun = tree.tokens[head].pos == "NOUN" || tree.tokens[head].pos == "PROPN"
        let isDefinite = ["the", "this", "that"].contains(tree.lower[range.lowerBound])
        if tree.lower[range.lowerBound] == "this", kinds.contains(.medium) { return Resolution() }
        if let type = tree.nameType(head), let mention = tree.mention(head), !mention.isAdjective {
            let name = tree.identity(mention).name
            let isUnknown = tree.identity(mention).entry == nil && type != .institution && type != .person
            if isUnknown, isMasthead(name) { return Resolution(media: isOwn(name) ? [] : [name]) }
            switch type {
            case .outlet: return Resolution(media: isOwn(name) ? [] : [name])
            case .company, .brand, .institution, .country, .region, .place, .plant:
                return Resolution(speaker: Speaker(org: name))
            default: break
            }
        }
        if kinds.contains(.medium), isNoun,
            !kinds.contains(.body) || tree.mentions(in: range).contains(where: { tree.identity($0).type == .outlet })
        {
            let media = media(range)
            if !media.isEmpty { return Resolution(media: media) }
        }
        if isNoun, !kinds.isDisjoint(with: [.document, .rumour]) { return document(head, range) }
        if let office = range.first(where: { reader.isOffice($0) }), office <= head || tree.tokens[head].pos == "PROPN"
        {
            return official(range, head: head, isDefinite: isDefinite)
        }
        if kinds.contains(.source), isNoun || tree.tokens[head].pos == "PRON" {
            if isDefinite, tree.tokens[head].tag == "NN", range.count == 2,
                let last = history.suffix(Self.memory).last(where: { $0.speaker.name != nil || $0.speaker.role != nil })
            {
                return Resolution(speaker: last.speaker, office: last.office, isAnaphor: true)
            }
            return anonymous(range, head: head)
        }
        if isNoun, !kinds.isDisjoint(with: [.body, .firm]) {
            if let name = properApposition(range, after: head) {
                return Resolution(
                    speaker: Speaker(role: tree.text(withoutArticle(range.lowerBound..<head + 1)), org: name))
            }
            if kinds.contains(.body), tree.lower[head] == "service", head > range.lowerBound,
                tree.lower[head - 1] == "press"
            {
                return Resolution(
                    speaker: Speaker(role: "press service", org: reader.antecedents.firm(at: range.lowerBound)))
            }
            if let org = reader.organisation(range, after: "") { return Resolution(speaker: Speaker(org: org)) }
        }
        if isDefinite, ["two", "sides", "partners", "side", "pair"].contains(tree.lower[range.upperBound - 1]),
            let firm = reader.antecedents.firm(at: range.lowerBound)
        {
            return Resolution(speaker: Speaker(org: firm))
        }
        if tree.tokens[head].pos == "PROPN" {
            let name = tree.text(withoutArticle(range).prefixRange(8))
            if kinds.contains(.masthead) { return Resolution(media: isOwn(name) ? [] : [name]) }
            let isPerson = tree.tokens[head].entity.hasSuffix("PERSON")
            return Resolution(speaker: isPerson ? Speaker(name: name) : Speaker(org: name))
        }
        guard isNoun ? isHuman(head) : ["NUM", "PRON", "ADJ"].contains(tree.tokens[head].pos) else {
            return Resolution()
        }
        return Resolution(
            speaker: Speaker(role: tree.text(withoutArticle(range).prefixRange(10))), isPlural: isPlural(head))
    }

    /// "civic group, Friends of the Lake", "the trade body Example Association": the name beside its noun.
    func properApposition(_ range: Range<Int>, after head: Int) -> String? {
        guard
            let start = (head + 1..<max(range.upperBound, head + 1)).first(where: {
                tree.tokens[$0].pos == "PROPN" || isCapital($0)
            })
        else { return nil }
        guard start == head + 1 || (start == head + 2 && tree.isComma(head + 1)) else { return nil }
        if let mention = tree.mention(start) { return tree.identity(mention).name }
        return tree.text((start..<range.upperBound).prefixRange(8))
    }

    func isCapital(_ i: Int) -> Bool {
        let first = tree.named.analysis.text[tree.tokens[i].range.lowerBound]
        return first >= UInt8(ascii: "A") && first <= UInt8(ascii: "Z")
    }

    /// "the ministry spokesman", "a Commission spokesman", "the envoy": points back where it can.
    func official(_ range: Range<Int>, head: Int, isDefinite: Bool) -> Resolution {
        let description = reader.describe(range)
        if isDefinite, let office = description.office, range.count <= 4 || description.org == nil {
            let earlier = history.suffix(Self.memory).last { said in
                guard let old = said.office, tree.words.sameOffice(old, office) || isGeneral(office) else {
                    return false
                }
                return description.org == nil || said.speaker.org == nil || description.org == said.speaker.org
            }
            if let earlier { return Resolution(speaker: earlier.speaker, office: earlier.office, isAnaphor: true) }
            if let name = people.holder(of: office) {
                var found = people.speaker(name)
                found.isAnaphor = true
                return found
            }
        }
        var speaker = Speaker(role: description.role, org: description.org)
        let noun = description.office ?? ""
        if speaker.org == nil, tree.words.kinds(of: noun).contains(.deputy) || (isDefinite && !isPlural(head)) {
            speaker.org = reader.antecedents.firm(at: range.lowerBound)
        }
        return Resolution(speaker: speaker, office: description.office, isPlural: isPlural(head))
    }

    func isGeneral(_ office: String) -> Bool {
        office == "official" || office == "executive" || office == "diplomat"
    }

    /// "two people familiar with the matter", "an official at the ministry", "a senior ministry source".
    func anonymous(_ range: Range<Int>, head: Int) -> Resolution {
        var role = tree.text(withoutArticle(range).prefixRange(14))
        var org: String?
        if let link = tree.children(head).first(where: {
            $0 > head && range.contains($0) && ["at", "in", "from", "of", "inside", "within"].contains(tree.lower[$0])
        }),
            let object = tree.child(link, "pobj"), object < range.upperBound
        {
            org = reader.organisation(tree.left[object]..<min(tree.right[object] + 1, range.upperBound), after: "at")
            if org != nil { role = tree.text(withoutArticle(range.lowerBound..<head + 1)) }
        } else if let compound = tree.children(head).first(where: {
            $0 < head && range.contains($0)
                && (tree.kinds[$0].contains(.body) || tree.nameType($0) == .company
                    || tree.nameType($0) == .institution)
                && tree.tokens[$0].dep != "amod"
        }) {
            org = tree.mention(compound).map { tree.identity($0).name } ?? antecedentBody(compound)
            role = tree.named.analysis.word(head)
        }
        return Resolution(
            speaker: Speaker(role: role, org: org), office: tree.tokens[head].lemma.lowercased(),
            isPlural: isPlural(head))
    }

    /// Whether a noun by its form can name people: "neighbours", "fishermen", "activist".
    func isHuman(_ i: Int) -> Bool {
        let lemma = tree.tokens[i].lemma.lowercased()
        let endings = [
            "er", "or", "ist", "ian", "ant", "ent", "man", "men", "woman", "women", "eer", "ee", "people", "folk",
            "party", "youth",
        ]
        return endings.contains { lemma.hasSuffix($0) }
            || !tree.kinds[i].isDisjoint(with: [.source, .audience, .medium, .office])
    }

    func isPlural(_ i: Int) -> Bool { tree.tokens[i].tag.hasSuffix("S") || tree.tokens[i].lemma == "people" }

    func antecedentBody(_ i: Int) -> String {
        reader.antecedents.institution(called: tree.lower[i], before: i) ?? tree.named.analysis.word(i)
    }

    /// "a statement by the firm", "customs data compiled by X", "a report from O", "Bloomberg's story".
    mutating func document(_ head: Int, _ range: Range<Int>) -> Resolution {
        var result = Resolution()
        let isPaper = !["report", "story", "article", "interview", "remark", "comment", "claim", "talk", "rumour"]
            .contains(tree.tokens[head].lemma)
        var makers: [Range<Int>] = []
        func collect(from i: Int) {
            for child in tree.children(i) where range.contains(child) {
                let token = tree.tokens[child]
                if child > i, ["by", "from", "of", "in"].contains(tree.lower[child]),
                    let object = tree.child(child, "pobj")
                {
                    makers.append(Range(from: tree.left[object], to: min(tree.right[object] + 1, range.upperBound)))
                } else if child < i, ["poss", "compound", "nmod", "amod"].contains(token.dep),
                    token.pos == "PROPN" || tree.kinds[child].contains(.firm) || token.dep == "poss"
                {
                    makers.append(tree.left[child]..<child + 1)
                } else if child > i, token.tag == "VBN" {
                    for by in tree.children(child) where tree.lower[by] == "by" {
                        if let object = tree.child(by, "pobj") {
                            makers.append(
                                Range(from: tree.left[object], to: min(tree.right[object] + 1, range.upperBound)))
                        }
                    }
                }
            }
        }
        collect(from: head)
        for maker in makers {
            let outlets = media(maker, unknown: !isPaper)
            if !outlets.isEmpty {
                result.media += outlets
                continue
            }
            guard result.speaker == nil else { continue }
            result.speaker = resolve(maker).speaker
        }
        if isPaper || (result.media.isEmpty && result.speaker == nil && tree.tokens[head].lemma == "report") {
            var start = head
            while start > range.lowerBound, tree.tokens[start - 1].pos == "NOUN", tree.tokens[start - 1].head == head {
                start -= 1
            }
            result.media.append(tree.text(start..<head + 1))
        }
        return result
    }
}
