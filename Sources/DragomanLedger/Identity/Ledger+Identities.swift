public import DragomanNames
internal import DragomanText

/// The identities of a ledger with what is left for people to judge.
public struct IdentityList: Sendable {
    /// The most named first.
    public let identities: [LedgerIdentity]
    /// The likeliest first.
    public let questions: [IdentityQuestion]
}

extension Ledger {
    /// The persons, firms and places of all articles, each under all its names.
    ///
    /// A function of articles, judgments and the matcher's tables: the order in which articles were added plays no part.
    /// Names join by likeness with office, organisation, country, company and time; what stays in doubt is a question.
    public func identities(matcher: NameMatcher) throws -> IdentityList {
        let occurrences = try ArticleNames.all(in: database)
        let grouping = IdentityGrouping(
            NameNode.nodes(occurrences), rulings: try NameRulings.inForce(in: database), matcher: matcher)
        var identities: [LedgerIdentity] = []
        var idOf: [Int: LedgerIdentity] = [:]
        for group in grouping.groups {
            let identity = LedgerIdentity(group.map { grouping.nodes[$0] }, occurrences)
            identities.append(identity)
            for node in group { idOf[node] = identity }
        }
        identities.sort { ($1.articles.count, $0.name, $0.id) < ($0.articles.count, $1.name, $1.id) }
        // Of the questions between two identities, the likeliest.
        var asked: Set<String> = []
        let questions: [IdentityQuestion] = grouping.questions.compactMap { question in
            guard let one = idOf[question.a], let two = idOf[question.b] else { return nil }
            let (first, second) = one.id < two.id ? (one, two) : (two, one)
            guard asked.insert(first.id + second.id).inserted else { return nil }
            return IdentityQuestion(
                first: first.id, firstName: first.name, second: second.id, secondName: second.name,
                score: (question.likeness.score * 1_000).rounded() / 1_000,
                why: question.likeness.reasons.joined(separator: "; "))
        }
        return IdentityList(identities: identities, questions: questions)
    }

    /// The one identity with that id, or whose id begins with it; nil for none or several.
    public func identity(_ id: String, matcher: NameMatcher) throws -> LedgerIdentity? {
        let found = try identities(matcher: matcher).identities.filter { $0.id.hasPrefix(id) }
        return found.count == 1 ? found.first : nil
    }

    /// Whether an article has a name that is `name` but for case, accents and legal forms.
    public func holds(name: String) throws -> Bool {
        let key = NameKey.of(name)
        return try NameFile.names(in: database).contains { NameKey.of($0) == key }
    }

    /// The names in the ledger's articles that are like `name`, in any script, the likeliest first, with the ids of the articles
    /// that have them.
    public func findName(
        _ name: String, as kind: NameKind = .any, matcher: NameMatcher, limit: Int
    ) throws -> [(name: String, score: Double, articles: [String])] {
        let index = try NameFile(beside: self, matcher: matcher).index
        let articles = try database.prepare(
            "SELECT DISTINCT article FROM article_names WHERE name = ? ORDER BY article")
        return try index.find(name, as: kind, limit: limit).map { found in
            try articles.bind([.text(found.name)])
            var ids: [String] = []
            while try articles.step() { ids.append(articles.text(0)) }
            return (found.name, found.score, ids)
        }
    }
}

extension LedgerIdentity {
    init(_ nodes: [NameNode], _ occurrences: [ArticleNames.Occurrence]) {
        let own = nodes.flatMap(\.occurrences).map { occurrences[$0] }
        let entryNode = nodes.first { $0.entry != nil }
        let key = entryNode?.key ?? nodes.map(\.key).min() ?? ""
        var names: [String: Int] = [:]
        for node in nodes { names.merge(node.names, uniquingKeysWith: +) }
        let forms = names.map { Form(name: $0.key, articles: $0.value) }.sorted {
            ($1.articles, $1.name.utf8.count, $0.name) < ($0.articles, $0.name.utf8.count, $1.name)
        }
        let full = nodes.contains { !$0.isSingle } ? forms.first { $0.name.contains(" ") } : nil
        id = StableID.identity(key)
        type = (entryNode ?? nodes.first)?.type ?? .person
        name = (type == .person ? full?.name : nil) ?? forms.first?.name ?? ""
        entry = entryNode?.entry
        self.names = forms
        offices = Self.offices(own)
        countries = Set(own.compactMap(\.name.country)).sorted()
        articles = Set(own.map(\.article)).sorted()
    }

    private static func offices(_ occurrences: [ArticleNames.Occurrence]) -> [Office] {
        struct Post: Hashable { var office: String?, organisation: String? }
        let said = occurrences.filter { $0.name.type == .person && ($0.name.office ?? $0.name.organisation) != nil }
        let posts = Dictionary(grouping: said) { Post(office: $0.name.office, organisation: $0.name.organisation) }
        return posts.map { post, occurrences in
            let dates = occurrences.compactMap(\.published).sorted()
            return Office(
                office: post.office, organisation: post.organisation, first: dates.first, last: dates.last,
                articles: Set(occurrences.map(\.article)).count)
        }.sorted {
            ($0.first ?? "9", $0.office ?? "", $0.organisation ?? "")
                < ($1.first ?? "9", $1.office ?? "", $1.organisation ?? "")
        }
    }
}
