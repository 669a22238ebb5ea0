internal import DragomanClaims

/// From one country to another.
public struct Corridor: Sendable, Hashable {
    /// Ids of entries of the knowledge base, such as `country/iran`.
    public var from: String
    public var to: String

    public init(from: String, to: String) {
        self.from = from
        self.to = to
    }
}

extension Ledger {
    /// Names of one field of a deal beyond this many are not looked up.
    private static let mostNames = 6

    /// Between which countries a deal runs: from those of its actors to those of its counterparts, else of its places.
    ///
    /// A name's country is what the articles' names say: its own entry, or that of the firm or its owner.
    ///
    /// - Returns: in a fixed order, each once; empty where a side is unknown or both are one country.
    public func corridors(of deal: Deal) throws -> [Corridor] {
        let known = try nameCountries(Set(deal.claims.map(\.article.id)))
        func countries(of values: [Supported<String>]) -> [String] {
            var seen: Set<String> = []
            return values.prefix(Self.mostNames).compactMap { known[NameKey.of($0.value)] }
                .filter { seen.insert($0).inserted }
        }
        let origins = countries(of: deal.actors)
        let partners = countries(of: deal.counterparts)
        // A firm's subsidiary in its own country is no partner abroad; where the goods go says more.
        let targets = partners.contains { !origins.contains($0) } ? partners : countries(of: deal.places)
        return origins.flatMap { origin in
            targets.filter { $0 != origin }.map { Corridor(from: origin, to: $0) }
        }
    }

    /// Names of articles, in their comparison form, with the country each stands for or belongs to.
    private func nameCountries(_ articles: Set<String>) throws -> [String: String] {
        var known: [String: String] = [:]
        let rows = try database.prepare(
            "SELECT name, coalesce(CASE type WHEN 'country' THEN entry END, country) FROM article_names "
                + "WHERE article = ? AND (type = 'country' OR country IS NOT NULL) ORDER BY type, name")
        for article in articles.sorted() {
            try rows.bind([.text(article)])
            while try rows.step() {
                let key = NameKey.of(rows.text(0))
                if known[key] == nil, let country = rows.optionalText(1) { known[key] = country }
            }
        }
        return known
    }
}
