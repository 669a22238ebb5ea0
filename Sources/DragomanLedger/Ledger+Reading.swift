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

    /// The condition on the table `deals`, with its values.
    var condition: (sql: String, values: [StoredValue]) {
        var parts = ["1"]
        var values: [StoredValue] = []
        func among(_ column: String, _ names: [String]) {
            guard !names.isEmpty else { return }
            parts.append("\(column) IN (\(names.map { _ in "?" }.joined(separator: ", ")))")
            values += names.map { .text($0) }
        }
        among("deals.kind", kinds.map(\.rawValue))
        among("deals.stage", stages.map(\.rawValue))
        for (role, name) in [("party", party), ("place", place), ("goods", goods)] {
            guard let name else { continue }
            parts.append(
                """
                deals.id IN (SELECT named.deal FROM claim_names JOIN deal_claims AS named ON named.claim = claim_names.claim
                WHERE role = '\(role)' AND instr(name, ?) > 0)
                """)
            values.append(.text(NameKey.of(name)))
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
    public func deals(_ filter: DealFilter = DealFilter()) throws -> [Deal] {
        let condition = filter.condition
        return try deals(where: "deal IN (SELECT id FROM deals WHERE \(condition.sql))", condition.values)
            .filter { deal in
                guard let since = filter.since else { return true }
                return deal.newest.map { $0.span.upperBound >= since.span.lowerBound } ?? false
            }
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
            if let only = found.first { return try deals(where: "deal = ?", [.text(only)]).first }
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

    func deals(where condition: String, _ values: [StoredValue]) throws -> [Deal] {
        let statement = try database.prepare(StoredClaims.queryWithDeals + " WHERE " + condition)
        try statement.bind(values)
        var groups: [String: [ReportedClaim]] = [:]
        while try statement.step() {
            groups[statement.text(StoredClaims.dealColumn), default: []]
                .append(try StoredClaims.claim(in: statement, of: database))
        }
        return groups.values.compactMap(Deal.init(assembling:)).sorted { one, other in
            if CoarseDate.isEarlier(other.newest, one.newest) { return true }
            if CoarseDate.isEarlier(one.newest, other.newest) { return false }
            return one.id < other.id
        }
    }
}
