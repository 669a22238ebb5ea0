import DragomanNames
import DragomanText

/// What is grouped into identities: all occurrences of an entry or of one written name; a single word that names a person, which
/// may be anybody's, is one for each article.
struct NameNode {
    let key: String
    let type: NameType
    let entry: String?
    /// Whether it is a person's single name: it joins another only where the context bears it out.
    let isSingle: Bool
    /// Indices of its occurrences.
    var occurrences: [Int] = []
    /// Spellings with how many articles have them.
    var names: [String: Int] = [:]
    var offices: Set<String> = []
    var organisations: Set<String> = []
    var countries: Set<String> = []
    /// Keys of what stands in the same articles, places left out.
    var company: Set<String> = []
    /// Days of its first and last dated articles.
    var days: ClosedRange<Int>?

    /// The name that stands for it: the most frequent, of several the longest, then the first in order.
    var name: String {
        names.max { ($0.value, $0.key.utf8.count, $1.key) < ($1.value, $1.key.utf8.count, $0.key) }?.key ?? key
    }

    /// The key of a name in an article.
    static func key(_ name: ArticleName, article: String) -> String {
        if let entry = name.entry { return "entry " + entry }
        let folded = NameKey.of(name.name)
        let own = "\(name.type.rawValue) \(folded)"
        return isSingle(name) ? "\(own) in \(article)" : own
    }

    static func isSingle(_ name: ArticleName) -> Bool {
        name.type == .person && name.entry == nil && !NameKey.of(name.name).contains(" ")
    }

    /// The nodes of occurrences, in the order of their keys.
    static func nodes(_ occurrences: [ArticleNames.Occurrence]) -> [NameNode] {
        var nodes: [String: NameNode] = [:]
        var keysOfArticle: [String: Set<String>] = [:]
        for (index, one) in occurrences.enumerated() {
            let name = one.name
            let key = key(name, article: one.article)
            if ![.country, .region, .place].contains(name.type) { keysOfArticle[one.article, default: []].insert(key) }
            var node =
                nodes[key] ?? NameNode(key: key, type: name.type, entry: name.entry, isSingle: isSingle(name))
            node.occurrences.append(index)
            node.names[name.name, default: 0] += 1
            if let office = name.office { node.offices.insert(NameKey.of(office)) }
            if let organisation = name.organisation { node.organisations.insert(NameKey.of(organisation)) }
            if let country = name.country { node.countries.insert(country) }
            if let date = one.published.flatMap(CoarseDate.init(iso:)) {
                let span = date.span
                node.days =
                    min(
                        node.days?.lowerBound ?? span.lowerBound, span.lowerBound)...max(
                        node.days?.upperBound ?? span.upperBound, span.upperBound)
            }
            nodes[key] = node
        }
        return nodes.values.map { node in
            var node = node
            for index in node.occurrences { node.company.formUnion(keysOfArticle[occurrences[index].article] ?? []) }
            node.company.remove(node.key)
            return node
        }.sorted { $0.key < $1.key }
    }
}
