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
    var people: People
    /// Speakers so far with their office nouns, the last one last.
    var history: [(speaker: Speaker, office: String?, isPlural: Bool)] = []
    var lastOutlet: String?
    /// The token of the last reporting word.
    private var place = -1
    /// How many speakers back an office or pronoun may point.
    static let memory = 40

    init(_ tree: SpeechTree, outlet: String?) {
        self.tree = tree
        self.outlet = outlet
        reader = DescriptionReader(tree: tree, antecedents: Antecedents(tree))
        people = People(tree, reader: reader)
    }

    /// Who the words of `phrase` stand for.
    mutating func resolve(_ phrase: Range<Int>) -> Resolution {
        var range = phrase.prefixRange(FrameFinder.reach)
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
        let full = range
        if let relative = full.dropFirst().first(where: {
            ["who", "which", "whose"].contains(tree.lower[$0]) || tree.tokens[$0].tag == "WDT"
        }) {
            range = range.lowerBound..<relative
            while range.count > 1, tree.isPunctuation(range.upperBound - 1) {
                range = range.lowerBound..<range.upperBound - 1
            }
        }
        if let person = person(in: range) {
            return named(person, in: full)
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
        let name = people.name(person)
        if people.description(of: name).role == nil { people.learn(reader.describe(range), of: name) }
        return people.speaker(name)
    }

    private func pronoun(_ i: Int) -> Resolution {
        let word = tree.lower[i]
        let recent = history.suffix(Self.memory)
        switch word {
        case "he", "she", "him", "her", "his":
            if let fresh = freshSubject(before: i) { return fresh }
            let found = recent.last { said in
                !said.isPlural && (said.speaker.name != nil || said.office != nil || said.speaker.role != nil)
            }
            if let found { return Resolution(speaker: found.speaker, office: found.office, isAnaphor: true) }
            return lastPerson(before: i)
        case "they", "them", "their":
            guard let found = recent.last else { return Resolution() }
            return Resolution(speaker: found.speaker, office: found.office, isPlural: found.isPlural, isAnaphor: true)
        case "it":
            if let firm = subjectFirm(before: i) { return Resolution(speaker: Speaker(org: firm), isAnaphor: true) }
            let found = recent.last { $0.speaker.name == nil && $0.speaker.role == nil && $0.speaker.org != nil }
            if let found { return Resolution(speaker: found.speaker, isAnaphor: true) }
            return Resolution(speaker: reader.antecedents.firm(at: i).map { Speaker(org: $0) }, isAnaphor: true)
        case "one", "some", "others", "both", "many", "several":
            return Resolution(speaker: Speaker(role: tree.named.analysis.word(i)))
        default: return Resolution()
        }
    }

    /// "Kia will build a plant, it said": the firm that is the subject of the words before.
    private func subjectFirm(before i: Int) -> String? {
        let start = tree.sentenceRange(i).lowerBound
        let mention = tree.mentions(in: max(start, i - FrameFinder.reach)..<i).first { mention in
            tree.identity(mention).type == .company && !mention.isAdjective
                && mention.tokens.contains { tree.tokens[$0].dep == "nsubj" }
        }
        return mention.map { tree.identity($0).name }
    }

    /// The person named last before a token, a few names back at most.
    private func lastPerson(before i: Int) -> Resolution {
        for mention in tree.mentions(before: i, atMost: Self.memory) where tree.identity(mention).type == .person {
            var found = people.speaker(people.name(mention))
            found.isAnaphor = true
            return found
        }
        return Resolution()
    }

    /// A person who became the subject of the sentence before without speaking: "The minister, Ann Lee, went there.
    /// ..., she said".
    private func freshSubject(before i: Int) -> Resolution? {
        let number = tree.sentence[i]
        guard number > 0 else { return nil }
        let sentence = tree.named.analysis.sentences[number - 1]
        guard tree.block[i] - tree.block[sentence.lowerBound] <= 1 else { return nil }
        for mention in tree.mentions(in: sentence.prefixRange(FrameFinder.reach))
        where tree.identity(mention).type == .person && mention.tokens.lowerBound > place {
            guard
                mention.tokens.contains(where: {
                    tree.tokens[$0].dep.hasPrefix("nsubj") || tree.tokens[$0].dep == "appos"
                })
            else { continue }
            var found = people.speaker(people.name(mention))
            found.isAnaphor = true
            return found
        }
        return nil
    }

    /// The token of a phrase that the others depend on.
    func head(of range: Range<Int>) -> Int {
        range.first { !range.contains(tree.tokens[$0].head) || tree.tokens[$0].head == $0 } ?? range.upperBound - 1
    }

    func withoutArticle(_ range: Range<Int>) -> Range<Int> {
        guard range.count > 1, ["a", "an", "the"].contains(tree.lower[range.lowerBound]) else { return range }
        return range.lowerBound + 1..<range.upperBound
    }

    /// Notes who has spoken last.
    mutating func remember(_ speaker: Speaker, office: String?, isPlural: Bool, at place: Int) {
        history.append((speaker, office, isPlural))
        self.place = place
    }

    /// Notes the outlet named last, for "the newspaper".
    mutating func remember(outlet: String) { lastOutlet = outlet }
}

extension Range<Int> {
    /// From `lower` to `upper`, empty where they cross.
    init(from lower: Int, to upper: Int) { self = lower..<Swift.max(lower, upper) }

    /// The first `count` indices.
    func prefixRange(_ count: Int) -> Range<Int> { lowerBound..<Swift.min(upperBound, lowerBound + count) }
}
