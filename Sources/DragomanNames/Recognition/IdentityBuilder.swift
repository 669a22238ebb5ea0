import DragomanLanguage
import DragomanText

/// Collects mentions under their identities and names each by its fullest form.
struct IdentityBuilder {
    private enum Key: Hashable {
        case entry(Int)
        case group(Int)
    }
    private struct Draft {
        var key: Key
        var type: NameType
        var owner: String?
        /// Its first form in the plural, which names it only where there is no other.
        var plural: String?
        /// Forms in the order of first mention, with how often each stands.
        var forms: [(text: String, count: Int)] = []
    }

    private let words: ArticleWords
    private var drafts: [Draft] = []
    private var numbers: [Key: Int] = [:]
    private var mentions: [Mention] = []

    init(words: ArticleWords) { self.words = words }

    /// A mention of an entry of the base.
    mutating func add(_ tokens: Range<Int>, entry: Int, adjective: Bool) {
        let known = words.base.entries[entry]
        add(tokens, .entry(entry), known.type, known.owner, adjective)
    }

    /// A mention of a name that the base does not have.
    mutating func add(_ tokens: Range<Int>, group: Int, type: NameType, owner: String?) {
        add(tokens, .group(group), type, owner, false)
    }

    private mutating func add(_ tokens: Range<Int>, _ key: Key, _ type: NameType, _ owner: String?, _ adjective: Bool) {
        let number = numbers[key] ?? drafts.count
        if number == drafts.count {
            drafts.append(Draft(key: key, type: type, owner: owner))
            numbers[key] = number
        }
        mentions.append(Mention(tokens: tokens, identity: number, isAdjective: adjective))
        guard !adjective else { return }
        let text = words.analysis.text.string(words.analysis.bytes(tokens))
        if words.plurals.contains(tokens.upperBound - 1) {
            drafts[number].plural = drafts[number].plural ?? text
            return
        }
        if let form = drafts[number].forms.firstIndex(where: { $0.text == text }) {
            drafts[number].forms[form].count += 1
        } else if drafts[number].forms.count < 64 {
            drafts[number].forms.append((text, 1))
        }
    }

    func build() -> NamedAnalysis {
        let sorted = mentions.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
        var order = [Int](repeating: -1, count: drafts.count)
        var identities: [Identity] = []
        var placed: [Mention] = []
        var floor = 0
        for mention in sorted where mention.tokens.lowerBound >= floor {
            floor = mention.tokens.upperBound
            if order[mention.identity] < 0 {
                order[mention.identity] = identities.count
                identities.append(identity(drafts[mention.identity]))
            }
            placed.append(
                Mention(tokens: mention.tokens, identity: order[mention.identity], isAdjective: mention.isAdjective))
        }
        return NamedAnalysis(analysis: words.analysis, mentions: placed, identities: identities)
    }

    private func identity(_ draft: Draft) -> Identity {
        var entry: Entry?
        if case .entry(let number) = draft.key { entry = words.base.entries[number] }
        let geographic = draft.type == .country || draft.type == .region
        // A country's other names are no fuller ones: the most frequent is taken. Ties go to the first mention.
        var best = draft.forms.first
        for form in draft.forms {
            guard let old = best else { break }
            if geographic ? form.count > old.count : form.text.utf8.count > old.text.utf8.count { best = form }
        }
        return Identity(
            type: draft.type, name: best?.text ?? entry?.name ?? draft.plural ?? "", entry: entry?.id,
            owner: draft.owner)
    }
}
