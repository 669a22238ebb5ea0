public import DragomanClaims
internal import DragomanText

/// A deal that articles tell of together with another one, by the same party.
public struct RelatedDeal: Sendable, Equatable, Encodable {
    /// How it stands to the other.
    public enum Relation: String, Sendable, Encodable {
        /// What is to be sold or made, and the certification it waits for, in one market.
        case waiting
        /// An agreement to cooperate, and what is done under it by the same parties.
        case agreement
        /// The same party's undertaking in another market.
        case market
        /// Another undertaking of the same party.
        case party
    }

    public var id: String
    public var kind: ClaimKind
    public var stage: Stage
    public var relation: Relation
    /// The reason of the link, as seen from the other deal: "the certification it waits for", "in another market: Laos".
    public var why: String
    /// Names of the parties of both.
    public var parties: [String]
    /// Where it is.
    public var places: [String]
    /// How many articles tell of both.
    public var reports: Int
    /// The ids of those articles, the first twenty in order.
    public var articles: [String]
}

extension Ledger {
    /// How many related deals are given at most, and how many articles that tell of both are named.
    private static let most = 20

    /// The deals that an article tells of together with `deal` and that share a named party with it: those told together most often
    /// first, at most twenty.
    public func related(to deal: Deal) throws -> [RelatedDeal] {
        let rows = try database.prepare(
            """
            SELECT other.deal, count(DISTINCT other.article) AS many FROM deal_claims AS one
                JOIN deal_claims AS other ON other.article = one.article AND other.deal <> one.deal
            WHERE one.deal = ? GROUP BY other.deal ORDER BY many DESC, other.deal LIMIT 60
            """)
        try rows.bind([.text(deal.id)])
        var related: [RelatedDeal] = []
        let parties = Self.parties(of: deal)
        let (told, here) = (Set(deal.claims.map(\.article.id)), try markets(of: deal))
        while related.count < Self.most, try rows.step() {
            guard let other = try storedDeal(rows.text(0)), other.verdict.verdict != .rejected else { continue }
            let shared = Self.parties(of: other).filter { parties[$0.key] != nil }
            guard !shared.isEmpty else { continue }
            let there = try markets(of: other)
            let sameMarket = here.isEmpty || there.isEmpty || !Set(here.values).isDisjoint(with: there.values)
            let places = there.filter { !here.values.contains($0.value) }.keys.sorted()
            let (relation, why) = Self.relation(deal, other, shared.values.sorted(), sameMarket ? [] : places)
            related.append(
                RelatedDeal(
                    id: other.id, kind: other.kind, stage: other.stage, relation: relation, why: why,
                    parties: shared.values.sorted(), places: other.places.map(\.value), reports: rows.integer(1),
                    articles: Array(told.intersection(other.claims.map(\.article.id)).sorted().prefix(Self.most))))
        }
        return related
    }

    private static func parties(of deal: Deal) -> [String: String] {
        let names = (deal.actors + deal.counterparts).map(\.value).filter(NameKey.isProper)
        return Dictionary(names.map { (NameKey.of($0), $0) }, uniquingKeysWith: { one, _ in one })
    }

    /// The places of a deal with the country of each, where an article knows it, else the place itself.
    private func markets(of deal: Deal) throws -> [String: String] {
        let rows = try database.prepare(
            """
            SELECT min(country) FROM article_names
            WHERE article = ? AND type IN ('country', 'region', 'place') AND name = ?
            """)
        let articles = Dictionary(deal.claims.map { ($0.id, $0.article.id) }, uniquingKeysWith: { one, _ in one })
        var markets: [String: String] = [:]
        for place in deal.places {
            markets[place.value] = NameKey.of(place.value)
            guard let article = place.claims.first.flatMap({ articles[$0] }) else { continue }
            try rows.bind([.text(article), .text(place.value)])
            if try rows.step(), let country = rows.optionalText(0) { markets[place.value] = country }
        }
        return markets
    }

    /// How `other` stands to `one`, and why; `shared` are the parties of both, `there` the places of another market.
    private static func relation(
        _ one: Deal, _ other: Deal, _ shared: [String], _ there: [String]
    ) -> (RelatedDeal.Relation, String) {
        let sameMarket = there.isEmpty
        if sameMarket, one.kind != other.kind {
            if other.kind == .certification { return (.waiting, "the certification it waits for") }
            if one.kind == .certification { return (.waiting, "waits for this certification") }
        }
        if one.kind != other.kind, shared.count > 1 {
            if other.kind == .cooperation { return (.agreement, "the agreement it is part of") }
            if one.kind == .cooperation {
                return (
                    .agreement,
                    sameMarket
                        ? "part of this agreement" : "part of this agreement, for \(there.joined(separator: ", "))"
                )
            }
        }
        if !sameMarket { return (.market, "in another market: \(there.joined(separator: ", "))") }
        return (.party, "told together, by \(shared.joined(separator: ", "))")
    }
}
