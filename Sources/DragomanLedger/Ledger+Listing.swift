internal import DragomanClaims
public import DragomanPage
internal import DragomanText

/// An article with its text and its claims.
public struct LedgerArticle: Sendable {
    public var entry: ArticleEntry
    public var article: Article
    /// In the order of their evidence.
    public var claims: [ReportedClaim]
    /// The deal of each claim, by the claim's id.
    public var deals: [String: String]
}

/// How many deals there are of one kind or stage.
public struct DealFacet: Sendable, Equatable, Encodable {
    public var value: String
    public var count: Int
}

extension Ledger {
    /// The article with the id `id`; nil where there is none.
    ///
    /// - Throws: `DragomanError` D008 where its row cannot be read.
    public func article(_ id: String) throws -> LedgerArticle? {
        guard let found = try StoredClaims.article(id, in: database) else { return nil }
        let statement = try database.prepare(
            """
            SELECT deal_claims.claim, deal_claims.deal FROM deal_claims JOIN claims ON claims.id = deal_claims.claim
            WHERE claims.article = ?
            """)
        try statement.bind([.text(id)])
        var deals: [String: String] = [:]
        while try statement.step() { deals[statement.text(0)] = statement.text(1) }
        return LedgerArticle(entry: found.entry, article: found.article, claims: found.claims, deals: deals)
    }

    /// A stretch of the deals that `filter` lets through, and how many there are.
    ///
    /// In the order of `deals(_:limit:)`.
    ///
    /// - Parameters:
    ///   - limit: how many at most.
    ///   - offset: how many are passed over.
    public func deals(_ filter: DealFilter, limit: Int, offset: Int) throws -> (deals: [Deal], count: Int) {
        let condition = try condition(of: filter)
        let statement = try database.prepare(
            "SELECT id FROM deals WHERE \(condition.sql) \(Self.dealOrder) LIMIT ? OFFSET ?")
        try statement.bind(condition.values + [.integer(limit), .integer(offset)])
        var ids: [String] = []
        while try statement.step() { ids.append(statement.text(0)) }
        return (try ids.compactMap { try storedDeal($0) }, try count(filter))
    }

    /// How the deals that `filter` lets through fall into kinds and stages, the most frequent first.
    public func facets(_ filter: DealFilter) throws -> (kinds: [DealFacet], stages: [DealFacet]) {
        func facet(_ column: String, _ filter: DealFilter) throws -> [DealFacet] {
            let condition = try condition(of: filter)
            let statement = try database.prepare(
                "SELECT \(column), count(*) FROM deals WHERE \(condition.sql) GROUP BY 1 ORDER BY 2 DESC, 1")
            try statement.bind(condition.values)
            var found: [DealFacet] = []
            while try statement.step() {
                found.append(DealFacet(value: statement.text(0), count: statement.integer(1)))
            }
            return found
        }
        // What is chosen of a kind does not hide the other kinds.
        var (ofKinds, ofStages) = (filter, filter)
        ofKinds.kinds = []
        ofStages.stages = []
        return (try facet("kind", ofKinds), try facet("stage", ofStages))
    }

    /// A stretch of the articles, the newest first, undated ones last.
    public func articles(limit: Int, offset: Int) throws -> [ArticleEntry] {
        let statement = try database.prepare(
            """
            SELECT \(StoredClaims.entryColumns) FROM articles JOIN captures ON captures.sha256 = articles.capture
            ORDER BY articles.published DESC, articles.id LIMIT ? OFFSET ?
            """)
        try statement.bind([.integer(limit), .integer(offset)])
        var entries: [ArticleEntry] = []
        while try statement.step() { entries.append(StoredClaims.entry(in: statement, from: 0)) }
        return entries
    }
}
