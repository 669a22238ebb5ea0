internal import DragomanClaims
internal import DragomanText

/// The deals' rows: one a deal, and one a claim of it.
enum DealTable {
    static let sql = """
        CREATE TABLE deals (
            id TEXT PRIMARY KEY,
            kind TEXT NOT NULL,
            stage TEXT NOT NULL,
            newest TEXT,
            first_day INTEGER,
            last_day INTEGER,
            reports INTEGER NOT NULL,
            verdict TEXT
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX newest_deals ON deals (first_day DESC, last_day, id);

        CREATE TABLE deal_claims (
            claim TEXT PRIMARY KEY REFERENCES claims (id),
            strand TEXT NOT NULL,
            root TEXT NOT NULL,
            deal TEXT NOT NULL REFERENCES deals (id) DEFERRABLE INITIALLY DEFERRED,
            article TEXT NOT NULL,
            kind TEXT NOT NULL,
            stage TEXT NOT NULL,
            given TEXT,
            says TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX claims_of_deal ON deal_claims (deal, kind, stage, given, article, says);
        CREATE INDEX claims_of_strand ON deal_claims (strand);
        CREATE INDEX claims_of_deals_article ON deal_claims (article, deal);
        CREATE INDEX claims_of_root ON deal_claims (root, claim);

        CREATE TABLE claim_names (
            role TEXT NOT NULL,
            name TEXT NOT NULL,
            claim TEXT NOT NULL REFERENCES claims (id),
            PRIMARY KEY (role, name, claim)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX names_of_claim ON claim_names (claim);
        """

    /// Puts in a claim of a strand; its root and deal are set by `settle`.
    static func insert(_ claim: ReportedClaim, strand: String, root: String, in database: Database) throws {
        try database.run(
            """
            INSERT INTO deal_claims (claim, strand, root, deal, article, kind, stage, given, says)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .text(claim.id), .text(strand), .text(root), .text(""), .text(claim.article.id),
                .text(claim.claim.kind.rawValue), .text(claim.claim.stage.rawValue), .init(claim.when?.description),
                .text(DisagreeingClaims.says(claim.claim)),
            ])
        for (role, name) in names(of: claim.claim) {
            try database.run(
                "INSERT INTO claim_names (role, name, claim) VALUES (?, ?, ?)",
                [.text(role), .text(name), .text(claim.id)])
        }
    }

    /// Takes out the claims of an article.
    ///
    /// - Returns: the deals they belonged to.
    static func remove(article: String, in database: Database) throws -> Set<String> {
        let rows = try database.prepare(
            "SELECT claim, deal FROM claims JOIN deal_claims ON claim = claims.id WHERE claims.article = ?")
        try rows.bind([.text(article)])
        var found: [(claim: String, deal: String)] = []
        while try rows.step() { found.append((rows.text(0), rows.text(1))) }
        for (claim, _) in found {
            try database.run("DELETE FROM claim_names WHERE claim = ?", [.text(claim)])
            try database.run("DELETE FROM deal_claims WHERE claim = ?", [.text(claim)])
        }
        return Set(found.map(\.deal))
    }

    /// The names by which a claim's deal can be looked up: roles `party`, `place` and `goods` with comparison forms of names, without
    /// repetition.
    private static func names(of claim: Claim) -> [(role: String, name: String)] {
        let goods = claim.goods.flatMap { [$0.type] + ($0.name.map { [NameKey.of($0)] } ?? []) }
        return Set((claim.actor + claim.counterpart).map(NameKey.of)).sorted().map { ("party", $0) }
            + Set(claim.place.map(NameKey.of)).sorted().map { ("place", $0) }
            + Set(goods).sorted().map { ("goods", $0) }
    }

    /// Writes the row of a deal from its claims, or takes it away where it has none.
    static func renew(_ deal: String, in database: Database) throws {
        let rows = try database.prepare(
            "SELECT kind, stage, given, article, count(*) FROM deal_claims WHERE deal = ? GROUP BY kind, stage, given, article"
        )
        try rows.bind([.text(deal)])
        var summary = DealSummary()
        while try rows.step() {
            guard let kind = ClaimKind(rawValue: rows.text(0)), let stage = Stage(rawValue: rows.text(1)) else {
                throw LedgerFailure.unreadable("deal \(deal)", in: database.path)
            }
            summary.add(
                kind: kind, stage: stage, given: rows.optionalText(2).flatMap(CoarseDate.init(iso:)),
                article: rows.text(3), count: rows.integer(4))
        }
        guard let kind = summary.kinds.first, let stage = summary.stage(of: kind) else {
            try database.run("DELETE FROM deals WHERE id = ?", [.text(deal)])
            return
        }
        let verdict = try DealVerdict.of(deal, in: database)
        try database.run(
            """
            INSERT INTO deals (id, kind, stage, newest, first_day, last_day, reports, verdict)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, stage = excluded.stage,
            newest = excluded.newest, first_day = excluded.first_day, last_day = excluded.last_day,
            reports = excluded.reports, verdict = excluded.verdict
            """,
            [
                .text(deal), .text(verdict.value("kind") ?? kind.rawValue),
                .text(verdict.value("stage") ?? stage.rawValue), .init(summary.newest?.description),
                .init(summary.newest?.span.lowerBound), .init(summary.newest?.span.upperBound),
                .integer(summary.articles.count), .init(verdict.verdict?.rawValue),
            ])
    }
}

/// What a deal comes to: counted over its claims, in whatever order.
struct DealSummary {
    private var counts: [ClaimKind: Int] = [:]
    private struct Newest {
        var given: CoarseDate?
        /// The stages given for that day, by article.
        var stages: [String: Set<Stage>] = [:]
    }
    private var newestOfKind: [ClaimKind: Newest] = [:]
    private(set) var newest: CoarseDate?
    private(set) var articles: Set<String> = []

    mutating func add(kind: ClaimKind, stage: Stage, given: CoarseDate?, article: String, count: Int = 1) {
        counts[kind, default: 0] += count
        articles.insert(article)
        if let given, newest == nil || Self.isEarlier(newest, given) { newest = given }
        if let known = newestOfKind[kind] {
            if CoarseDate.isEarlier(given, known.given) { return }
            if !CoarseDate.isEarlier(known.given, given) {
                newestOfKind[kind]?.stages[article, default: []].insert(stage)
                return
            }
        }
        newestOfKind[kind] = Newest(given: given, stages: [article: [stage]])
    }

    private static func isEarlier(_ one: CoarseDate?, _ other: CoarseDate) -> Bool { CoarseDate.isEarlier(one, other) }

    /// All kinds, the commonest first.
    var kinds: [ClaimKind] {
        ClaimKind.allCases.filter { counts[$0] != nil }.enumerated()
            .sorted { (counts[$1.element] ?? 0, $0.offset) < (counts[$0.element] ?? 0, $1.offset) }.map(\.element)
    }

    /// The newest stage of a kind; of several given for the same day the one furthest along, and off the path before on it.
    ///
    /// Where one article says that nothing is agreed and that there are talks, there are talks.
    func stage(of kind: ClaimKind) -> Stage? {
        let stages = newestOfKind[kind]?.stages.values.flatMap { stages in
            stages.isDisjoint(with: [.considered, .talks]) ? stages : stages.subtracting([.denied])
        }
        return stages?.max { $0.rank < $1.rank }
    }
}
