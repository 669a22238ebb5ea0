internal import DragomanClaims
internal import DragomanText

extension Ledger {
    /// Groups anew all claims that claims `changed` can bear on, and writes their deals.
    ///
    /// The claims that share index keys or an article's undertaking with one another, directly or through others, are a
    /// closed field: grouping it alone gives what grouping the whole ledger would.
    func renewDeals(around changed: [String]) throws {
        let field = try closedField(around: changed)
        let claims = try reportedClaims(withIDs: field)
        var dealOf: [String: String] = [:]
        let known = try database.prepare("SELECT deal FROM claims WHERE id = ? AND deal IS NOT NULL")
        for id in field {
            try known.bind([.text(id)])
            while try known.step() { dealOf[id] = known.text(0) }
        }
        let write = try database.prepare(
            """
            INSERT INTO deals (id, kind, stage, newest, reports) VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE
            SET kind = excluded.kind, stage = excluded.stage, newest = excluded.newest, reports = excluded.reports
            """)
        let assign = try database.prepare("UPDATE claims SET deal = ? WHERE id = ?")
        var current: Set<String> = []
        for deal in Grouping.groups(of: claims).compactMap(Deal.init(assembling:)) {
            current.insert(deal.id)
            try write.run([
                .text(deal.id), .text(deal.kind.rawValue), .text(deal.stage.rawValue),
                .init(deal.newest?.description), .integer(deal.reports),
            ])
            for claim in deal.claims where dealOf[claim.id] != deal.id {
                try assign.run([.text(deal.id), .text(claim.id)])
            }
        }
        for gone in Set(dealOf.values).subtracting(current).sorted() {
            try database.run("DELETE FROM deals WHERE id = ?", [.text(gone)])
        }
    }

    private func closedField(around changed: [String]) throws -> [String] {
        let keysOf = try database.prepare("SELECT key FROM claim_keys WHERE claim = ?")
        let claimsOf = try database.prepare("SELECT claim FROM claim_keys WHERE key = ?")
        let siblingsOf = try database.prepare(
            """
            SELECT sibling.id FROM claims AS claim JOIN claims AS sibling
            ON sibling.article = claim.article AND sibling.undertaking = claim.undertaking WHERE claim.id = ?
            """)
        func column(_ statement: Statement, _ value: String) throws -> [String] {
            var found: [String] = []
            try statement.bind([.text(value)])
            while try statement.step() { found.append(statement.text(0)) }
            return found
        }
        var field = Set(changed)
        var keys: Set<String> = []
        var pending = changed
        while let claim = pending.popLast() {
            var near = try column(siblingsOf, claim)
            for key in try column(keysOf, claim) where keys.insert(key).inserted { near += try column(claimsOf, key) }
            pending += near.filter { field.insert($0).inserted }
        }
        return field.sorted()
    }

    private func reportedClaims(withIDs ids: [String]) throws -> [ReportedClaim] {
        let statement = try database.prepare(Self.claimQuery + " WHERE claims.id = ?")
        var claims: [ReportedClaim] = []
        for id in ids {
            try statement.bind([.text(id)])
            while try statement.step() { claims.append(try reportedClaim(in: statement)) }
        }
        return claims
    }

    /// Selects claims with their articles and evidence, for `reportedClaim(in:)`.
    static let claimQuery = """
        SELECT claims.id, claims.deal, substr(articles.text, evidence_start + 1, evidence_end - evidence_start),
            articles.id, title, outlet, published, address, wire, language, captures.source,
            (SELECT count(*) FROM claims AS counted WHERE counted.article = articles.id), \(StoredClaim.columns)
        FROM claims JOIN articles ON articles.id = claims.article JOIN captures ON captures.sha256 = articles.capture
        """

    /// The claim in the current row of a `claimQuery`.
    func reportedClaim(in row: Statement) throws -> ReportedClaim {
        let id = row.text(0)
        guard let claim = StoredClaim.claim(in: row, from: 12) else {
            throw LedgerFailure.unreadable("claim \(id)", in: path)
        }
        return ReportedClaim(id: id, claim: claim, article: articleEntry(in: row, from: 3), quote: row.text(2))
    }

    /// The article in nine columns of the current row, from `first` on.
    func articleEntry(in row: Statement, from first: Int32) -> ArticleEntry {
        ArticleEntry(
            id: row.text(first), title: row.optionalText(first + 1), outlet: row.optionalText(first + 2),
            published: row.optionalText(first + 3).flatMap(CoarseDate.init(iso:)),
            address: row.optionalText(first + 4), wire: row.optionalText(first + 5),
            language: row.optionalText(first + 6), source: row.text(first + 7), claims: row.integer(first + 8))
    }
}
