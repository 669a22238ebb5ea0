public import DragomanCapture
public import DragomanClaims
public import DragomanPage
internal import DragomanText
public import Foundation

/// What became of an article that was to be added.
public enum Addition: Sendable, Equatable {
    /// It is in the ledger now, under this article id.
    case added(String)
    /// The same bytes were in the ledger already, under this article id; nothing was changed.
    case alreadyThere(String)
}

extension Ledger {
    /// Adds an article with its capture and claims, and renews the deals its claims bear on: all in one transaction.
    ///
    /// - Parameters:
    ///   - capture: kept whole; its SHA-256 decides whether the article is in the ledger already.
    ///   - claims: evidence ranges point into `article.text`; exact repetitions are kept once.
    ///   - time: when it is added.
    /// - Throws: `DragomanError`: D004 read-only, D005 disk full, D006 in use, D008 damaged, D013 evidence outside the text.
    @discardableResult
    public func add(capture: Capture, article: Article, claims: [Claim], at time: Date) throws -> Addition {
        let sha256 = capture.sha256
        let entry = ArticleEntry(capture: capture, article: article, claims: claims.count)
        if try holds(capture) { return .alreadyThere(entry.id) }
        var seen: Set<String> = []
        let reported = try claims.map { try ReportedClaim($0, article: entry, text: article.text) }
            .filter { seen.insert($0.id).inserted }
        return try database.transaction {
            // Another process may have added it since.
            if try holds(capture) { return .alreadyThere(entry.id) }
            try database.run(
                "INSERT INTO captures (sha256, source, bytes, added_at) VALUES (?, ?, ?, ?)",
                [
                    .text(sha256), .text(capture.source), .bytes(capture.bytes),
                    .integer(Int(time.timeIntervalSince1970)),
                ])
            try insert(article, id: entry.id, sha256: sha256)
            for claim in reported { try insert(claim) }
            try renewDeals(around: reported.map(\.id))
            return .added(entry.id)
        }
    }

    private func insert(_ article: Article, id: String, sha256: String) throws {
        let blocks = try StoredClaim.json(
            article.blocks.map { [$0.kind.rawValue, "\($0.range.lowerBound)", "\($0.range.upperBound)"] })
        try database.run(
            """
            INSERT INTO articles (id, capture, text, blocks, title, outlet, published, address, authors, wire, language,
                previous, next) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .text(id), .text(sha256), .bytes(article.text), .text(blocks), .init(article.title),
                .init(article.outlet), .init(article.published?.description), .init(article.address),
                .text(try StoredClaim.json(article.authors)), .init(article.wire), .init(article.language),
                .init(article.previous), .init(article.next),
            ])
    }

    private func insert(_ claim: ReportedClaim) throws {
        try database.run(
            """
            INSERT INTO claims (id, article, \(StoredClaim.columns))
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """, [.text(claim.id), .text(claim.article.id)] + StoredClaim.values(of: claim.claim))
        for key in Signature(claim).keys.sorted() {
            try database.run(
                "INSERT INTO claim_keys (key, claim) VALUES (?, ?)", [.text(key), .text(claim.id)])
        }
        for (role, name) in ClaimNames.of(claim.claim) {
            try database.run(
                "INSERT INTO claim_names (claim, role, name) VALUES (?, ?, ?)",
                [.text(claim.id), .text(role), .text(name)])
        }
    }
}

/// The names by which a claim's deal can be looked up.
enum ClaimNames {
    /// Roles `party`, `place` and `goods` with comparison forms of names, without repetition.
    static func of(_ claim: Claim) -> [(role: String, name: String)] {
        let goods = claim.goods.flatMap { [$0.type] + ($0.name.map { [NameKey.of($0)] } ?? []) }
        return Set((claim.actor + claim.counterpart).map(NameKey.of)).sorted().map { ("party", $0) }
            + Set(claim.place.map(NameKey.of)).sorted().map { ("place", $0) }
            + Set(goods).sorted().map { ("goods", $0) }
    }
}
