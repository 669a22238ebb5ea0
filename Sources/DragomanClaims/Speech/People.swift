import DragomanLanguage
import DragomanNames

/// The people of an article: their full names, their offices and organisations, wherever the article tells them.
struct People {
    private let tree: SpeechTree
    private let reader: DescriptionReader
    /// What is known of each person, by name.
    private var known: [String: Description] = [:]
    private var fullNames: [String: String] = [:]
    /// Who holds an office, by its noun; persons in the order of the article.
    private var holders: [String: [String]] = [:]

    /// Reads the words around each person's name: "chief executive Ann Lee", "Ann Lee, head of Example,", "the head
    /// of Example, Ann Lee,".
    init(_ tree: SpeechTree, reader: DescriptionReader) {
        self.tree = tree
        self.reader = reader
        for identity in tree.named.identities where identity.type == .person {
            guard let surname = identity.name.split(separator: " ").last.map(String.init) else { continue }
            if (fullNames[surname]?.count ?? 0) < identity.name.count { fullNames[surname] = identity.name }
        }
        for mention in tree.named.mentions where tree.identity(mention).type == .person {
            for found in [before(mention), after(mention)] where found.role != nil { learn(found, of: name(mention)) }
        }
    }

    /// The fullest name of the person mentioned.
    func name(_ mention: Mention) -> String {
        let name = tree.identity(mention).name
        return name.contains(" ") ? name : fullNames[name] ?? name
    }

    /// What is known of a person.
    func description(of name: String) -> Description { known[name] ?? Description() }

    /// Adds what a phrase tells of a person; what was known before stays.
    mutating func learn(_ found: Description, of name: String) {
        var description = known[name] ?? Description()
        if description.role == nil {
            let org = description.org
            description = found
            description.org = org ?? found.org
            if let office = found.office { holders[office, default: []].append(name) }
        } else if description.org == nil {
            description.org = found.org
        }
        known[name] = description
    }

    /// The one person who holds this office or one that may be called so; nil where there are none or several.
    func holder(of office: String) -> String? {
        var found: String?
        for (noun, names) in holders where tree.words.sameOffice(noun, office) {
            guard names.count == 1, found == nil else { return nil }
            found = names.first
        }
        return found
    }

    /// A person as a speaker.
    func speaker(_ name: String) -> SpeakerResolver.Resolution {
        let description = description(of: name)
        return SpeakerResolver.Resolution(
            speaker: Speaker(name: name, role: description.role, org: description.org), office: description.office)
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
}
