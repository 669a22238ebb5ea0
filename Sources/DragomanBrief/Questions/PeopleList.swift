public import DragomanLedger
public import DragomanNames
internal import DragomanText

/// The persons of a ledger: what they were said to be, and how often claims are their word.
public struct PeopleList: Tabular {
    /// One person under all names.
    public struct Person: Sendable, Equatable, Encodable {
        public var id: String
        public var name: String
        /// Other names and spellings, the most frequent first.
        public var names: [String]
        /// Offices as first written, with the organisation: `spokesman, Saipa`.
        public var offices: [String]
        public var countries: [String]
        /// Articles that name the person, claims that are its word, and the deals these are of.
        public var articles: Int
        public var claims: Int
        public var deals: [String]
    }

    /// Those whose word most claims are first, then those of most articles.
    public var people: [Person]
    public var total: Int

    public init(_ people: [Person], of total: Int? = nil) {
        self.people = people
        self.total = total ?? people.count
    }

    /// The persons of a ledger, at most `limit`; with `name` those one of whose names is like it, in any script.
    public init(of ledger: Ledger, named name: String? = nil, matcher: NameMatcher, limit: Int = 100) throws {
        let said = try ledger.speakers()
        let like = try name.map { wanted in
            Set(try ledger.findName(wanted, as: .person, matcher: matcher, limit: 50).map(\.name))
        }
        let all = try ledger.identities(matcher: matcher).identities.filter { identity in
            guard identity.type == .person else { return false }
            guard let like, let name else { return true }
            let key = NameKey.of(name)
            return identity.names.contains { like.contains($0.name) || NameKey.of($0.name).contains(key) }
        }.map { identity in
            let records = identity.names.compactMap { said[$0.name] }
            return Person(
                id: identity.id, name: identity.name,
                names: identity.names.map(\.name).filter { $0 != identity.name },
                offices: identity.offices.map {
                    [$0.office, $0.organisation].compactMap { $0 }.joined(separator: ", ")
                }
                .inOrderOnce,
                countries: identity.countries.map(CountryName.of), articles: identity.articles.count,
                claims: records.reduce(0) { $0 + $1.claims },
                deals: records.reduce(into: Set<String>()) { $0.formUnion($1.deals) }.sorted())
        }.sorted { ($1.claims, $1.articles, $0.name, $0.id) < ($0.claims, $0.articles, $1.name, $1.id) }
        self.init(Array(all.prefix(limit)), of: all.count)
    }

    public static let nothing = "No people."

    public var table: Table {
        Table(
            "People", columns: ["NAME", "WHAT THEY ARE", "COUNTRY", "ARTICLES", "CLAIMS", "DEALS"],
            rows: people.map {
                [
                    $0.name, $0.offices.joined(separator: "; "), $0.countries.joined(separator: ", "), "\($0.articles)",
                    "\($0.claims)", "\($0.deals.count)",
                ]
            }, note: people.count < total ? "the first \(people.count) of \(total)" : nil)
    }
}
