import DragomanLanguage
import DragomanNames

/// Who a source phrase stands for, with what has been learnt in the article so far.
struct SpeakerResolver {
    /// What one phrase gave.
    struct Resolution {
        var speaker: Speaker?
        /// Outlets and documents named by the phrase itself.
        var media: [String] = []
        /// The office noun of the speaker, for "the envoy".
        var office: String?
        /// Whether several speak.
        var isPlural = false
        /// Whether the phrase only pointed back to somebody.
        var isAnaphor = false
    }

    let tree: SpeechTree
    let reader: DescriptionReader
    let outlet: String?
    /// What is known of each named person, by name.
    private var known: [String: Description] = [:]
    /// Speakers so far with their office nouns, the last one last.
    private var history: [(speaker: Speaker, office: String?, isPlural: Bool)] = []
    private var lastOutlet: String?
    /// The token of the last reporting word.
    private var place = -1
    /// How many speakers back an office or pronoun may point.
    private static let memory = 40
    private var fullNames: [String: String] = [:]

    init(_ tree: SpeechTree, outlet: String?) {
        self.tree = tree
        self.outlet = outlet
        reader = DescriptionReader(tree: tree, antecedents: Antecedents(tree))
        learn()
    }

    // MARK: what the article says of its people

    /// Reads the words around each person's name: "chief executive Ann Lee", "Ann Lee, head of Example,", "the head of Example, Ann Lee,".
    private mutating func learn() {
        for identity in tree.named.identities where identity.type == .person {
            guard let surname = identity.name.split(separator: " ").last.map(String.init) else { continue }
            if (fullNames[surname]?.count ?? 0) < identity.name.count { fullNames[surname] = identity.name }
        }
        for mention in tree.named.mentions where tree.identity(mention).type == .person {
            let name = fullName(mention)
            var description = known[name] ?? Description()
            for found in [before(mention), after(mention)] where found.role != nil {
                if description.role == nil {
                    description = found
                } else if description.org == nil {
                    description.org = found.org
                }
            }
            known[name] = description
        }
    }

    private func fullName(_ mention: Mention) -> String {
        let name = tree.identity(mention).name
        guard !name.contains(" ") else { return name }
        return fullNames[name] ?? name
    }

    private func before(_ mention: Mention) -> Description {
        let sentence = tree.sentenceRange(mention.tokens.lowerBound)
        var end = mention.tokens.lowerBound
        guard end > sentence.lowerBound else { return Description() }
        if tree.isComma(end - 1) {
            guard mention.tokens.upperBound >= sentence.upperBound || tree.isPunctuation(mention.tokens.upperBound)
            else { return Description() }
            end -= 1
        }
        var start = end
        let floor = max(sentence.lowerBound, end - 20)
        while start > floor {
            if let inner = tree.mention(start - 1), inner.tokens.lowerBound >= floor {
                guard tree.identity(inner).type != .person else { break }
                start = inner.tokens.lowerBound
                continue
            }
            let token = tree.tokens[start - 1]
            guard
                ["ADJ", "NOUN", "PROPN", "DET", "PART", "ADP", "CCONJ"].contains(token.pos) || token.tag == "PRP$"
                    || token.tag == "VBG" || tree.lower[start - 1] == "-"
            else { break }
            start -= 1
        }
        guard start < end, (start..<end).contains(where: { reader.isOffice($0) }) else { return Description() }
        return reader.describe(start..<end)
    }

    private func after(_ mention: Mention) -> Description {
        let sentence = tree.sentenceRange(mention.tokens.lowerBound)
        let comma = mention.tokens.upperBound
        guard comma + 1 < sentence.upperBound, tree.isComma(comma) else { return Description() }
        var end = comma + 1
        let limit = min(sentence.upperBound, comma + 24)
        let isRelative = tree.lower[comma + 1] == "who"
        while end < limit, !tree.isFinite(end) || isRelative {
            if let inner = tree.mention(end) {
                end = min(limit, inner.tokens.upperBound)
                continue
            }
            if tree.isComma(end) || tree.lower[end] == ";" { break }
            end += 1
        }
        let range = comma + 1..<end
        guard isRelative || range.prefix(6).contains(where: { reader.isOffice($0) }) else { return Description() }
        return reader.describe(range)
    }

    // MARK: phrases

    /// Who the words of `phrase` stand for. `verb` is the lemma of the reporting verb.
    mutating func resolve(_ phrase: Range<Int>, verb: String) -> Resolution {
        var range = phrase
        while range.count > 1,
            tree.isPunctuation(range.lowerBound)
                || ["both", "even", "meanwhile"].contains(tree.lower[range.lowerBound])
        {
            range = range.lowerBound + 1..<range.upperBound
        }
        while range.count > 1,
            tree.isPunctuation(range.upperBound - 1) || tree.tokens[range.upperBound - 1].tag == "POS"
        {
            range = range.lowerBound..<range.upperBound - 1
        }
        guard !range.isEmpty else { return Resolution() }
        if range.count == 1, tree.tokens[range.lowerBound].pos == "PRON" { return pronoun(range.lowerBound) }
        let full = range.prefix(FrameFinder.reach)
        if let relative = full.dropFirst().first(where: {
            ["who", "which", "whose"].contains(tree.lower[$0]) || tree.tokens[$0].tag == "WDT"
        }) {
            range = range.lowerBound..<relative
            while range.count > 1, tree.isPunctuation(range.upperBound - 1) {
                range = range.lowerBound..<range.upperBound - 1
            }
        }
        if let person = person(in: range) {
            return named(person, in: full.startIndex..<full.endIndex)
        }
        return unnamed(range)
    }

    private func person(in range: Range<Int>) -> Mention? {
        tree.mentions(in: range).first { mention in
            guard tree.identity(mention).type == .person else { return false }
            let next = mention.tokens.upperBound
            let previous = mention.tokens.lowerBound - 1
            if next < range.upperBound, tree.tokens[next].tag == "POS" { return false }
            return previous < range.lowerBound || !["of", "for", "by", "to"].contains(tree.lower[previous])
        }
    }

    private mutating func named(_ person: Mention, in range: Range<Int>) -> Resolution {
        let name = fullName(person)
        var description = known[name] ?? Description()
        if description.role == nil {
            let here = reader.describe(range)
            description.role = here.role
            description.office = here.office
            description.org = description.org ?? here.org
            known[name] = description
        }
        return Resolution(
            speaker: Speaker(name: name, role: description.role, org: description.org), office: description.office)
    }

    private func pronoun(_ i: Int) -> Resolution {
        let word = tree.lower[i]
        if ["he", "she", "him", "her", "they", "them", "his", "their"].contains(word) {
            let isPlural = word.hasPrefix("the")
            let found = history.suffix(Self.memory).last { said in
                isPlural
                    || (!said.isPlural && (said.speaker.name != nil || said.office != nil || said.speaker.role != nil))
            }
            if !isPlural, let fresh = freshSubject(before: i) { return fresh }
            if let found { return Resolution(speaker: found.speaker, office: found.office, isAnaphor: true) }
            if let mention = tree.named.mentions.last(where: {
                $0.tokens.upperBound <= i && tree.identity($0).type == .person
            }) {
                let name = fullName(mention)
                let description = known[name]
                return Resolution(
                    speaker: Speaker(name: name, role: description?.role, org: description?.org),
                    office: description?.office,
                    isAnaphor: true)
            }
            return Resolution()
        }
        if word == "one" || word == "some" || word == "others" || word == "both" {
            return Resolution(speaker: Speaker(role: tree.named.analysis.word(i)))
        }
        return Resolution()
    }

    /// A person who became the subject of the sentence before without speaking: "The minister, Ann Lee, went there. ..., she said".
    private func freshSubject(before i: Int) -> Resolution? {
        let number = tree.sentence[i]
        guard number > 0 else { return nil }
        let sentence = tree.named.analysis.sentences[number - 1]
        guard tree.block[sentence.lowerBound] == tree.block[i], place < sentence.lowerBound else { return nil }
        for mention in tree.mentions(in: sentence.prefixRange(FrameFinder.reach))
        where tree.identity(mention).type == .person {
            guard
                mention.tokens.contains(where: {
                    tree.tokens[$0].dep.hasPrefix("nsubj") || tree.tokens[$0].dep == "appos"
                })
            else { continue }
            let name = fullName(mention)
            let description = known[name]
            return Resolution(
                speaker: Speaker(name: name, role: description?.role, org: description?.org),
                office: description?.office, isAnaphor: true)
        }
        return nil
    }

    /// The token of a phrase that the others depend on.
    private func head(of range: Range<Int>) -> Int {
        range.first { !range.contains(tree.tokens[$0].head) || tree.tokens[$0].head == $0 } ?? range.upperBound - 1
    }

    private func withoutArticle(_ range: Range<Int>) -> Range<Int> {
        guard range.count > 1, ["a", "an", "the"].contains(tree.lower[range.lowerBound]) else { return range }
        return range.lowerBound + 1..<range.upperBound
    }

    private mutating func unnamed(_ phrase: Range<Int>) -> Resolution {
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
        guard isNoun ? isHuman(head) : ["NUM", "PRON", "ADJ"].contains(tree.tokens[head].pos) else { return Resolution() }
        return Resolution(
            speaker: Speaker(role: tree.text(withoutArticle(range).prefixRange(10))), isPlural: isPlural(head))
    }

    /// "civic group, Friends of the Lake", "the trade body Example Association": the name beside its noun.
    private func properApposition(_ range: Range<Int>, after head: Int) -> String? {
        guard
            let start = (head + 1..<max(range.upperBound, head + 1)).first(where: {
                tree.tokens[$0].pos == "PROPN" || isCapital($0)
            })
        else { return nil }
        guard start == head + 1 || (start == head + 2 && tree.isComma(head + 1)) else { return nil }
        if let mention = tree.mention(start) { return tree.identity(mention).name }
        return tree.text((start..<range.upperBound).prefixRange(8))
    }

    private func isCapital(_ i: Int) -> Bool {
        let first = tree.named.analysis.text[tree.tokens[i].range.lowerBound]
        return first >= UInt8(ascii: "A") && first <= UInt8(ascii: "Z")
    }

    /// "the ministry spokesman", "a Commission spokesman", "the envoy": points back where it can.
    private func official(_ range: Range<Int>, head: Int, isDefinite: Bool) -> Resolution {
        let description = reader.describe(range)
        if isDefinite, let office = description.office, range.count <= 4 || description.org == nil {
            let earlier = history.suffix(Self.memory).last { said in
                guard let old = said.office, tree.words.sameOffice(old, office) || isGeneral(office) else {
                    return false
                }
                return description.org == nil || said.speaker.org == nil || description.org == said.speaker.org
            }
            if let earlier { return Resolution(speaker: earlier.speaker, office: earlier.office, isAnaphor: true) }
            let person = known.filter { $0.value.office.map { tree.words.sameOffice($0, office) } ?? false }
            if person.count == 1, let only = person.first {
                return Resolution(
                    speaker: Speaker(name: only.key, role: only.value.role, org: only.value.org),
                    office: only.value.office, isAnaphor: true)
            }
        }
        var speaker = Speaker(role: description.role, org: description.org)
        let noun = description.office ?? ""
        if speaker.org == nil, tree.words.kinds(of: noun).contains(.deputy) || isDefinite {
            speaker.org = reader.antecedents.firm(at: range.lowerBound)
        }
        return Resolution(speaker: speaker, office: description.office)
    }

    private func isGeneral(_ office: String) -> Bool {
        office == "official" || office == "executive" || office == "diplomat"
    }

    /// "two people familiar with the matter", "an official at the ministry", "a senior ministry source".
    private func anonymous(_ range: Range<Int>, head: Int) -> Resolution {
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
    private func isHuman(_ i: Int) -> Bool {
        let lemma = tree.tokens[i].lemma.lowercased()
        let endings = ["er", "or", "ist", "ian", "ant", "ent", "man", "men", "woman", "women", "eer", "ee", "people", "folk", "party", "youth"]
        return endings.contains { lemma.hasSuffix($0) } || !tree.kinds[i].isDisjoint(with: [.source, .audience, .medium, .office])
    }

    private func isPlural(_ i: Int) -> Bool { tree.tokens[i].tag.hasSuffix("S") || tree.tokens[i].lemma == "people" }

    private func antecedentBody(_ i: Int) -> String {
        reader.antecedents.institution(called: tree.lower[i], before: i) ?? tree.named.analysis.word(i)
    }

    /// "a statement by the firm", "customs data compiled by X", "a report from O", "Bloomberg's story".
    private mutating func document(_ head: Int, _ range: Range<Int>) -> Resolution {
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
                    makers.append(tree.left[object]..<min(tree.right[object] + 1, range.upperBound))
                } else if child < i, ["poss", "compound", "nmod", "amod"].contains(token.dep),
                    token.pos == "PROPN" || tree.kinds[child].contains(.firm) || token.dep == "poss"
                {
                    makers.append(tree.left[child]..<child + 1)
                } else if child > i, token.tag == "VBN" {
                    for by in tree.children(child) where tree.lower[by] == "by" {
                        if let object = tree.child(by, "pobj") {
                            makers.append(tree.left[object]..<min(tree.right[object] + 1, range.upperBound))
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
            result.speaker = resolve(maker, verb: "").speaker
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

    // MARK: outlets and documents

    /// The outlet or document that a phrase after "told", "in" or "by" names; empty for an audience, a person, the article's own outlet.
    ///
    /// `unknown` takes a proper name that nobody knows for an outlet.
    func media(_ phrase: Range<Int>, unknown: Bool = true) -> [String] {
        let range = withoutArticle(phrase).prefixRange(FrameFinder.reach)
        guard !range.isEmpty, tree.lower[phrase.lowerBound] != "this", tree.lower[phrase.lowerBound] != "our" else {
            return []
        }
        let head = head(of: range)
        let outlets = tree.mentions(in: range).filter { tree.identity($0).type == .outlet }.map {
            tree.identity($0).name
        }
        if let first = outlets.first { return isOwn(first) ? [] : [first] }
        let kinds = tree.kinds[head]
        let names = range.filter {
            tree.tokens[$0].pos == "PROPN" && ![.place, .country, .region].contains(tree.nameType($0))
                && !(tree.mention($0)?.isAdjective ?? false)
        }
        if kinds.contains(.medium)
            || range.contains(where: { $0 < head && tree.kinds[$0].contains(.medium) && tree.tokens[$0].pos == "NOUN" })
        {
            if let first = names.first, let last = names.last {
                let name = tree.text(first..<last + 1)
                return isOwn(name) ? [] : [name]
            }
            if ["the", "that"].contains(tree.lower[phrase.lowerBound]), range.count == 1, let lastOutlet {
                return [lastOutlet]
            }
            return tree.tokens[head].pos == "NOUN" ? [tree.text(range)] : []
        }
        if kinds.contains(.audience) { return [] }
        if !kinds.isDisjoint(with: .document), tree.tokens[head].pos == "NOUN" {
            return [tree.text(range.lowerBound..<head + 1)]
        }
        guard tree.tokens[head].pos == "PROPN", range.count <= 4, unknown || kinds.contains(.masthead) else {
            return []
        }
        if let mention = tree.mention(head) {
            let identity = tree.identity(mention)
            guard identity.entry == nil, [.company, .brand, .model, .plant].contains(identity.type) else { return [] }
            return isOwn(identity.name) ? [] : [identity.name]
        }
        let name = tree.text(range)
        return isOwn(name) || tree.tokens[head].entity.hasSuffix("GPE") ? [] : [name]
    }

    /// "Example Herald": a name nobody knows that ends as names of newspapers do.
    private func isMasthead(_ name: String) -> Bool {
        let parts = name.lowercased().split(separator: " ")
        return parts.count > 1 && parts.last.map { tree.words.kinds(of: String($0)).contains(.masthead) } ?? false
    }

    private func isOwn(_ name: String) -> Bool { outlet?.lowercased() == name.lowercased() }

    // MARK: memory

    /// Notes who has spoken last.
    mutating func remember(_ speaker: Speaker, office: String?, isPlural: Bool, at place: Int) {
        history.append((speaker, office, isPlural))
        self.place = place
    }

    /// Notes the outlet named last, for "the newspaper".
    mutating func remember(outlet: String) { lastOutlet = outlet }
}

extension Range<Int> {
    /// The first `count` indices.
    func prefixRange(_ count: Int) -> Range<Int> { lowerBound..<Swift.min(upperBound, lowerBound + count) }
}
