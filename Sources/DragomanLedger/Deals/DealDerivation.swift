internal import DragomanClaims
internal import DragomanText

/// The deals: which claims speak of one undertaking, and by which names it is found.
enum DealDerivation: Derivation {
    static let area = Area(
        "deals", .derived, tables: ["deals", "deal_claims", "claim_keys", "claim_names"],
        sql: """
            CREATE TABLE deals (
                id TEXT PRIMARY KEY,
                kind TEXT NOT NULL,
                stage TEXT NOT NULL,
                newest TEXT,
                reports INTEGER NOT NULL
            ) STRICT, WITHOUT ROWID;

            CREATE TABLE deal_claims (
                claim TEXT PRIMARY KEY REFERENCES claims (id),
                deal TEXT NOT NULL REFERENCES deals (id)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX claims_of_deal ON deal_claims (deal);

            CREATE TABLE claim_keys (
                key TEXT NOT NULL,
                claim TEXT NOT NULL REFERENCES claims (id),
                PRIMARY KEY (key, claim)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX keys_of_claim ON claim_keys (claim);

            CREATE TABLE claim_names (
                claim TEXT NOT NULL REFERENCES claims (id),
                role TEXT NOT NULL,
                name TEXT NOT NULL,
                PRIMARY KEY (claim, role, name)
            ) STRICT, WITHOUT ROWID;
            """)

    static func derive(_ new: AddedArticle, in database: Database) throws {
        for claim in new.claims {
            for key in Signature(claim).keys.sorted() {
                try database.run(
                    "INSERT INTO claim_keys (key, claim) VALUES (?, ?)", [.text(key), .text(claim.id)])
            }
            for (role, name) in names(of: claim.claim) {
                try database.run(
                    "INSERT INTO claim_names (claim, role, name) VALUES (?, ?, ?)",
                    [.text(claim.id), .text(role), .text(name)])
            }
        }
        try renewDeals(around: new.claims.map(\.id), in: database)
    }

    /// The names by which a claim's deal can be looked up: roles `party`, `place` and `goods` with comparison forms of names, without
    /// repetition.
    private static func names(of claim: Claim) -> [(role: String, name: String)] {
        let goods = claim.goods.flatMap { [$0.type] + ($0.name.map { [NameKey.of($0)] } ?? []) }
        return Set((claim.actor + claim.counterpart).map(NameKey.of)).sorted().map { ("party", $0) }
            + Set(claim.place.map(NameKey.of)).sorted().map { ("place", $0) }
            + Set(goods).sorted().map { ("goods", $0) }
    }

    /// Groups anew all claims that claims `changed` can bear on, and writes their deals.
    ///
    /// The claims that share index keys or an article's undertaking with one another, directly or through others, are a
    /// closed field: grouping it alone gives what grouping the whole ledger would.
    private static func renewDeals(around changed: [String], in database: Database) throws {
        let field = try closedField(around: changed, in: database)
        let claims = try field.compactMap { try StoredClaims.claim($0, in: database) }
        var dealOf: [String: String] = [:]
        let known = try database.prepare("SELECT deal FROM deal_claims WHERE claim = ?")
        for id in field {
            try known.bind([.text(id)])
            while try known.step() { dealOf[id] = known.text(0) }
        }
        let write = try database.prepare(
            """
            INSERT INTO deals (id, kind, stage, newest, reports) VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE
            SET kind = excluded.kind, stage = excluded.stage, newest = excluded.newest, reports = excluded.reports
            """)
        let assign = try database.prepare(
            "INSERT INTO deal_claims (claim, deal) VALUES (?, ?) ON CONFLICT (claim) DO UPDATE SET deal = excluded.deal"
        )
        var current: Set<String> = []
        for deal in Grouping.groups(of: claims).compactMap(Deal.init(assembling:)) {
            current.insert(deal.id)
            try write.run([
                .text(deal.id), .text(deal.kind.rawValue), .text(deal.stage.rawValue),
                .init(deal.newest?.description), .integer(deal.reports),
            ])
            for claim in deal.claims where dealOf[claim.id] != deal.id {
                try assign.run([.text(claim.id), .text(deal.id)])
            }
        }
        for gone in Set(dealOf.values).subtracting(current).sorted() {
            try database.run("DELETE FROM deals WHERE id = ?", [.text(gone)])
        }
    }

    private static func closedField(around changed: [String], in database: Database) throws -> [String] {
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
}
