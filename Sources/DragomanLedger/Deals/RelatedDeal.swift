public import DragomanClaims
internal import DragomanText

/// A deal that articles tell of together with another one, by the same party.
public struct RelatedDeal: Sendable, Equatable, Encodable {
    /// How it stands to the other.
    public enum Relation: String, Sendable, Encodable {
        /// What is to be sold or made, and the certification it waits for, in one market.
        case waiting
        /// The same sort of undertaking in another market.
        case market
        /// Another undertaking of the same party.
        case party
    }

    public var id: String
    public var kind: ClaimKind
    public var stage: Stage
    public var relation: Relation
    /// Names of the parties of both.
    public var parties: [String]
    /// Where it is.
    public var places: [String]
    /// How many articles tell of both.
    public var reports: Int
}

extension Ledger {
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
        while related.count < 20, try rows.step() {
            guard let other = try self.deal(rows.text(0)), other.verdict.verdict != .rejected else { continue }
            let shared = Self.parties(of: other).filter { parties[$0.key] != nil }
            guard !shared.isEmpty else { continue }
            related.append(
                RelatedDeal(
                    id: other.id, kind: other.kind, stage: other.stage, relation: Self.relation(deal, other),
                    parties: shared.values.sorted(), places: other.places.map(\.value), reports: rows.integer(1)))
        }
        return related
    }

    private static func parties(of deal: Deal) -> [String: String] {
        let names = (deal.actors + deal.counterparts).map(\.value).filter(NameKey.isProper)
        return Dictionary(names.map { (NameKey.of($0), $0) }, uniquingKeysWith: { one, _ in one })
    }

    private static func relation(_ one: Deal, _ other: Deal) -> RelatedDeal.Relation {
        func places(_ deal: Deal) -> Set<String> { Set(deal.places.map { NameKey.of($0.value) }) }
        let (here, there) = (places(one), places(other))
        let sameMarket = here.isEmpty || there.isEmpty || !here.isDisjoint(with: there)
        let certifies = one.kind == .certification || other.kind == .certification
        if certifies, one.kind != other.kind, sameMarket { return .waiting }
        return sameMarket ? .party : .market
    }
}
