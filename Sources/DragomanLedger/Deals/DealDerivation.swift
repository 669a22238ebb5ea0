internal import DragomanClaims
internal import DragomanText

/// The deals: which claims speak of one undertaking, and by which names it is found.
enum DealDerivation: Derivation {
    static let area = Area(
        "deals", .derived, tables: ["strands", "strand_keys", "deals", "deal_claims", "claim_names"],
        sql: StrandTable.sql + DealTable.sql)

    static func derive(_ new: AddedArticle, _ changes: inout Changes, in database: Database) throws {
        try renew([new], &changes, in: database)
    }

    static func judge(_ judgment: Judgment, _ changes: inout Changes, in database: Database) throws {
        var numbers = [judgment.number]
        // Undoing bears on what was judged, and undoing that on what was undone.
        if judgment.act == .undo {
            let all = try Judgments.all(in: database)
            var pending = judgment.subject.sides.flatMap(\.names).compactMap { Int($0) }
            while let number = pending.popLast(), let target = all.first(where: { $0.number == number }) {
                numbers.append(number)
                if target.act == .undo { pending += target.subject.sides.flatMap(\.names).compactMap { Int($0) } }
            }
        }
        var articles: Set<String> = []
        for number in numbers {
            let rows = try database.prepare(
                "SELECT DISTINCT article FROM judged_claims WHERE judgment = ? AND claim IS NOT NULL")
            try rows.bind([.integer(number)])
            while try rows.step() { articles.insert(rows.text(0)) }
        }
        try renew(
            try articles.sorted().compactMap { try StoredClaims.article($0, in: database) }, &changes, in: database)
    }

    /// Makes the strands of articles anew, links them and what follows, and writes the deals that have changed.
    private static func renew(_ articles: [AddedArticle], _ changes: inout Changes, in database: Database) throws {
        let isJudged = try Effects.any(in: database)
        var linking = Linking(database)
        var deals: Set<String> = []
        var inserted: [(claim: ReportedClaim, strand: String)] = []
        for article in articles {
            for row in try StrandTable.rows(ofArticle: article.entry.id, in: database) { try linking.detach(row) }
            deals.formUnion(try DealTable.remove(article: article.entry.id, in: database))
            let claims = try article.claims.map { claim in
                JudgedClaim(claim, isJudged ? try Effects.mentions(ofClaim: claim.id, in: database) : [])
            }
            let strands = Strand.of(claims, article: article.entry.id, published: article.entry.published)
            for (strand, claims) in strands {
                try StrandTable.insert(strand, in: database)
                linking.visit(strand)
                try linking.visitFollowers(of: strand)
                inserted += claims.map { ($0, strand.id) }
            }
        }
        try linking.run()
        for (strand, root) in linking.moved {
            try database.run(
                "UPDATE deal_claims SET root = ? WHERE strand = ? AND root <> ?",
                [.text(root), .text(strand), .text(root)])
        }
        for (claim, strand) in inserted {
            let root = try StrandTable.row(strand, in: database)?.root ?? strand
            try DealTable.insert(claim, strand: strand, root: root, in: database)
        }
        deals.formUnion(try assign(roots: linking.touched, isJudged: isJudged, in: database))
        if isJudged {
            // A judgment on a deal follows most of its claims: it may have gone over from one deal to another.
            for deal in deals { deals.formUnion(try sharers(of: deal, in: database)) }
        }
        deals.remove("")
        for deal in deals.sorted() { try DealTable.renew(deal, in: database) }
        changes.deals.formUnion(deals)
    }

    /// Gives the claims of trees the ids of their deals.
    ///
    /// - Returns: all deals that have gained or lost claims, or stayed.
    private static func assign(roots: Set<String>, isJudged: Bool, in database: Database) throws -> Set<String> {
        var merges = Merges()
        var roots = roots
        if isJudged {
            merges = try Merges(in: database)
            roots.formUnion(merges.roots)
        }
        var deals: Set<String> = []
        for root in roots.sorted() {
            let first = merges.first(of: root)
            guard
                let deal = try database.firstText("SELECT min(claim) FROM deal_claims WHERE strand = ?", [.text(first)])
            else { continue }
            let before = try database.prepare("SELECT DISTINCT deal FROM deal_claims WHERE root = ?")
            try before.bind([.text(root)])
            var old: Set<String> = []
            while try before.step() { old.insert(before.text(0)) }
            guard !old.isEmpty else { continue }
            if old != [deal] {
                try database.run(
                    "UPDATE deal_claims SET deal = ? WHERE root = ? AND deal <> ?",
                    [.text(deal), .text(root), .text(deal)])
            }
            deals.formUnion(old)
            deals.insert(deal)
        }
        return deals
    }

    /// The deals that a judgment on claims of `deal` may be about.
    private static func sharers(of deal: String, in database: Database) throws -> Set<String> {
        let rows = try database.prepare(
            """
            SELECT DISTINCT other.deal FROM deal_claims AS one JOIN judged_claims AS mine USING (claim)
                JOIN judged_claims AS theirs ON theirs.judgment = mine.judgment
                JOIN deal_claims AS other ON other.claim = theirs.claim
            WHERE one.deal = ?
            """)
        try rows.bind([.text(deal)])
        var found: Set<String> = []
        while try rows.step() { found.insert(rows.text(0)) }
        return found
    }
}

/// The trees that judgments make one deal.
private struct Merges {
    private var parent: [String: String] = [:]
    private var days: [String: Int] = [:]

    /// No merges.
    init() {}

    /// The merges in force. A side of a merge is the tree that most of its claims are in; claims that a later judgment has split off
    /// count no more.
    init(in database: Database) throws {
        let rows = try database.prepare(
            """
            SELECT judgment, side, deal_claims.root, count(*) AS many FROM judged
                JOIN judged_claims USING (judgment) JOIN deal_claims USING (claim) JOIN strands ON strands.id = strand
            WHERE act = 'merge' AND in_force = 1 AND (split IS NULL OR split < judgment)
            GROUP BY judgment, side, deal_claims.root ORDER BY judgment, side, many DESC, deal_claims.root
            """)
        var side: (judgment: Int, side: Int)?
        var first: String?
        while try rows.step() {
            let next = (rows.integer(0), rows.integer(1))
            if let side, side == next { continue }
            if side?.judgment != next.0 { first = nil }
            side = next
            let root = rows.text(2)
            for known in [first, root].compactMap({ $0 }) where days[known] == nil {
                days[known] = try StrandTable.row(known, in: database)?.strand.day ?? 0
            }
            if let first { join(first, root) } else { first = root }
        }
    }

    /// All trees that are part of a merge.
    var roots: Set<String> { Set(days.keys) }

    /// The earliest of the roots that are one deal with `root`.
    func first(of root: String) -> String {
        var at = root
        while let up = parent[at] { at = up }
        return at
    }

    private mutating func join(_ one: String, _ other: String) {
        let (one, other) = (first(of: one), first(of: other))
        guard one != other else { return }
        if (days[one] ?? 0, one) < (days[other] ?? 0, other) { parent[other] = one } else { parent[one] = other }
    }
}
