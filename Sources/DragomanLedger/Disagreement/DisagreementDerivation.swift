internal import DragomanText

/// Where the claims of each deal disagree or differ, found whenever the deal changes, so that they can be listed at once.
enum DisagreementDerivation: Derivation {
    /// `source_claims` and `other_claims` are the ids of all claims on that side, between spaces.
    static let area = Area(
        "disagreements", .derived, tables: ["disagreements"],
        sql: """
            CREATE TABLE disagreements (
                deal TEXT NOT NULL REFERENCES deals (id) DEFERRABLE INITIALLY DEFERRED,
                position INTEGER NOT NULL,
                kind TEXT NOT NULL,
                field TEXT NOT NULL,
                source TEXT NOT NULL REFERENCES claims (id),
                other TEXT NOT NULL REFERENCES claims (id),
                source_claims TEXT NOT NULL,
                other_claims TEXT NOT NULL,
                hardens INTEGER NOT NULL,
                PRIMARY KEY (deal, position)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX disagreements_of_kind ON disagreements (kind, deal);
            """)

    static func derive(_ new: AddedArticle, _ changes: inout Changes, in database: Database) throws {
        try renew(changes, in: database)
    }

    static func judge(_ judgment: Judgment, _ changes: inout Changes, in database: Database) throws {
        try renew(changes, in: database)
    }

    /// Finds anew what changed deals disagree on, and deals whose articles are copies of others or not any more.
    private static func renew(_ changes: Changes, in database: Database) throws {
        var deals = changes.deals
        let told = try database.prepare("SELECT DISTINCT deal FROM deal_claims WHERE article = ?")
        for article in changes.articles {
            try told.bind([.text(article)])
            while try told.step() { deals.insert(told.text(0)) }
        }
        for deal in deals.sorted() { try renew(deal, in: database) }
    }

    private static func renew(_ deal: String, in database: Database) throws {
        let found = try Disagreements.of(claims(of: deal, in: database)).map(Row.init)
        let before = try rows(of: deal, in: database)
        guard found != before else { return }
        if !before.isEmpty { try database.run("DELETE FROM disagreements WHERE deal = ?", [.text(deal)]) }
        for (position, row) in found.enumerated() {
            try database.run(
                """
                INSERT INTO disagreements (deal, position, kind, field, source, other, source_claims, other_claims, hardens)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                [
                    .text(deal), .integer(position), .text(row.kind), .text(row.field), .text(row.source),
                    .text(row.other), .text(row.sourceClaims), .text(row.otherClaims), .integer(row.hardens),
                ])
        }
    }

    /// The claims of a deal that are compared, with the edits in force.
    private static func claims(of deal: String, in database: Database) throws -> [ReportedClaim] {
        let rows = try database.prepare("SELECT claim, says, given, article FROM deal_claims WHERE deal = ?")
        try rows.bind([.text(deal)])
        var listed: [DisagreeingClaims] = []
        while try rows.step() {
            listed.append(
                DisagreeingClaims(
                    id: rows.text(0), says: rows.text(1), given: rows.optionalText(2), article: rows.text(3)))
        }
        guard listed.count > 1 else { return [] }
        let isJudged = try Effects.any(in: database)
        return try DisagreeingClaims.selected(listed).compactMap { id in
            guard let claim = try StoredClaims.claim(id, in: database) else { return nil }
            return isJudged ? Effects.judged(claim, try Effects.mentions(ofClaim: id, in: database)).claim : claim
        }
    }

    /// A row without its key.
    struct Row: Equatable {
        var kind, field, source, other, sourceClaims, otherClaims: String
        var hardens: Int

        init(_ found: Disagreement) {
            kind = found.kind.rawValue
            field = found.field.rawValue
            source = found.source.id
            other = found.other.id
            sourceClaims = found.sourceClaims.joined(separator: " ")
            otherClaims = found.otherClaims.joined(separator: " ")
            hardens = found.hardens ? 1 : 0
        }

        init(_ row: Statement) {
            kind = row.text(0)
            field = row.text(1)
            source = row.text(2)
            other = row.text(3)
            sourceClaims = row.text(4)
            otherClaims = row.text(5)
            hardens = row.integer(6)
        }
    }

    /// The rows of a deal, in order.
    static func rows(of deal: String, in database: Database) throws -> [Row] {
        let rows = try database.prepare(
            """
            SELECT kind, field, source, other, source_claims, other_claims, hardens FROM disagreements
            WHERE deal = ? ORDER BY position
            """)
        try rows.bind([.text(deal)])
        var found: [Row] = []
        while try rows.step() { found.append(Row(rows)) }
        return found
    }
}
