public import DragomanClaims
public import DragomanText

/// Which deals to list; an empty filter lists all. All conditions must hold.
public struct DealFilter: Sendable, Equatable {
    /// Any of these kinds; all where empty.
    public var kinds: [ClaimKind]
    /// Any of these headline stages; all where empty.
    public var stages: [Stage]
    /// A name, or part of one, of an actor or counterpart; case, accents and legal forms play no part.
    public var party: String?
    /// A name, or part of one, of a place.
    public var place: String?
    /// A type of goods, or a name or part of one.
    public var goods: String?
    /// Only deals with a word given on or after the first day of this date.
    public var since: CoarseDate?

    public init(
        kinds: [ClaimKind] = [], stages: [Stage] = [], party: String? = nil, place: String? = nil,
        goods: String? = nil, since: CoarseDate? = nil
    ) {
        self.kinds = kinds
        self.stages = stages
        self.party = party
        self.place = place
        self.goods = goods
        self.since = since
    }

    /// Whether deals that somebody has rejected are among them.
    public var withRejected = false

    /// Comparison forms of other names of what `party`, `place` and `goods` name, by those words (`Ledger.acrossScripts`).
    var otherNames: [String: [String]] = [:]

    /// The names that are asked for, by what they are in a deal.
    var names: [(role: String, name: String)] {
        [("party", party), ("place", place), ("goods", goods)].compactMap { role, name in name.map { (role, $0) } }
    }

    /// The condition on the table `deals`, with its values.
    var condition: (sql: String, values: [StoredValue]) {
        var parts = [withRejected ? "1" : "verdict IS NOT 'rejected'"]
        var values: [StoredValue] = []
        func among(_ column: String, _ names: [String]) {
            guard !names.isEmpty else { return }
            parts.append("\(column) IN (\(names.map { _ in "?" }.joined(separator: ", ")))")
            values += names.map { .text($0) }
        }
        among("deals.kind", kinds.map(\.rawValue))
        among("deals.stage", stages.map(\.rawValue))
        for (role, name) in names {
            let others = otherNames[role] ?? []
            // Names are few beside claims: the index is stepped through from one name to the next, and only the claims of names that
            // fit are looked up; CROSS JOIN keeps SQLite to that order.
            parts.append(
                """
                deals.id IN (
                    WITH RECURSIVE names (name) AS (
                        SELECT min(name) FROM claim_names WHERE role = '\(role)'
                        UNION ALL SELECT (SELECT min(name) FROM claim_names WHERE role = '\(role)' AND name > names.name)
                        FROM names WHERE names.name IS NOT NULL)
                    SELECT deal FROM names CROSS JOIN claim_names ON role = '\(role)' AND claim_names.name = names.name
                        CROSS JOIN deal_claims ON deal_claims.claim = claim_names.claim
                    WHERE instr(names.name, ?) > 0 OR names.name IN (\(others.map { _ in "?" }.joined(separator: ", "))))
                """)
            values += ([NameKey.of(name)] + others).map { .text($0) }
        }
        if let since {
            parts.append("last_day >= ?")
            values.append(.integer(since.span.lowerBound))
        }
        return (parts.joined(separator: " AND "), values)
    }
}

/// How much a ledger holds.
public struct LedgerCounts: Sendable, Equatable, Encodable {
    public var articles: Int
    public var claims: Int
    public var deals: Int
}

extension Ledger {
    /// The deals that `filter` lets through, those with the newest word first, undated ones last.
    ///
    /// - Parameter limit: the most to give; nil for all.
    public func deals(_ filter: DealFilter = DealFilter(), limit: Int? = nil) throws -> [Deal] {
        let condition = filter.condition
        let rows = try database.prepare("SELECT id FROM deals WHERE \(condition.sql) \(Self.dealOrder) LIMIT ?")
        try rows.bind(condition.values + [.integer(limit ?? -1)])
        var deals: [Deal] = []
        while try rows.step() { if let deal = try storedDeal(rows.text(0)) { deals.append(deal) } }
        return deals
    }

    /// The newest word first, undated ones last, as null is the smallest: the order of the index `newest_deals`.
    static let dealOrder = "ORDER BY first_day DESC, last_day, id"

    /// How many deals `filter` lets through.
    public func count(_ filter: DealFilter) throws -> Int {
        let condition = filter.condition
        return try database.number("SELECT count(*) FROM deals WHERE \(condition.sql)", condition.values) ?? 0
    }

    /// The deal with the id `id`, or with a claim of that id; four characters are enough where they are unique.
    ///
    /// - Returns: nil where there is none.
    /// - Throws: `DragomanError`: D011 several deals have ids that begin so, D012 it cannot be an id.
    public func deal(_ id: String) throws -> Deal? {
        let id = id.lowercased()
        guard StableID.isPrefix(id) else { throw LedgerFailure.shortID(id) }
        // Ids of deals before ids of claims: a unique beginning stays good when claims are added to other deals.
        for (table, column) in [("deals", "id"), ("deal_claims", "claim")] {
            let deal = table == "deals" ? "id" : "deal"
            let statement = try database.prepare(
                "SELECT DISTINCT \(deal) FROM \(table) WHERE \(column) >= ? AND \(column) < ? || '~'")
            try statement.bind([.text(id), .text(id)])
            var found: [String] = []
            while try statement.step() { found.append(statement.text(0)) }
            if found.count > 1 { throw LedgerFailure.ambiguous(id, found.count) }
            if let only = found.first { return try storedDeal(only) }
        }
        return nil
    }

    /// All articles, the newest first, undated ones last.
    public func articles() throws -> [ArticleEntry] {
        let statement = try database.prepare(
            """
            SELECT \(StoredClaims.entryColumns)
            FROM articles JOIN captures ON captures.sha256 = articles.capture ORDER BY articles.id
            """)
        var entries: [ArticleEntry] = []
        while try statement.step() { entries.append(StoredClaims.entry(in: statement, from: 0)) }
        return entries.sorted { one, other in
            if CoarseDate.isEarlier(other.published, one.published) { return true }
            if CoarseDate.isEarlier(one.published, other.published) { return false }
            return one.id < other.id
        }
    }

    /// How much the ledger holds.
    public func counts() throws -> LedgerCounts {
        LedgerCounts(
            articles: try database.number("SELECT count(*) FROM articles") ?? 0,
            claims: try database.number("SELECT count(*) FROM claims") ?? 0,
            deals: try database.number("SELECT count(*) FROM deals") ?? 0)
    }

    /// The deal as it stands in the ledger; nil where there is none.
    func storedDeal(_ id: String) throws -> Deal? {
        let statement = try database.prepare(
            StoredClaims.query + " WHERE claims.id IN (SELECT claim FROM deal_claims WHERE deal = ?)")
        try statement.bind([.text(id)])
        var claims: [ReportedClaim] = []
        while try statement.step() {
            claims.append(try judged(try StoredClaims.claim(in: statement, of: database)))
        }
        return Deal(assembling: claims, id: id, verdict: try DealVerdict.of(id, in: database))
    }
}
