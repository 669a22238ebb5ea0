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
    /// Adds an article with its capture and claims, and derives what follows: all in one transaction.
    ///
    /// - Parameters:
    ///   - capture: kept whole; its SHA-256 decides whether the article is in the ledger already.
    ///   - claims: evidence ranges point into `article.text`; exact repetitions are kept once.
    ///   - names: the persons, firms and places it names.
    ///   - given: what was said of the article beside the capture; kept, so that a rebuild knows it too.
    ///   - reader: what read the article.
    ///   - time: when it is added, to the second.
    /// - Throws: `DragomanError`: D004 read-only, D005 disk full, D006 in use, D008 damaged, D013 evidence outside the text.
    @discardableResult
    public func add(
        capture: Capture, article: Article, claims: [Claim], names: [ArticleName] = [],
        given: GivenMetadata = GivenMetadata(), reader: ReaderMark? = nil, at time: Date
    ) throws -> Addition {
        try add(
            KeptCapture(
                sha256: capture.sha256, form: .article, capture: capture, given: given,
                addedAt: Int(time.timeIntervalSince1970)), article, claims, names, reader)
    }

    func add(
        _ kept: KeptCapture, _ article: Article, _ claims: [Claim], _ names: [ArticleName], _ reader: ReaderMark?
    ) throws -> Addition {
        let id = StableID.article(sha256: kept.sha256)
        if try holds(kept.sha256) { return .alreadyThere(id) }
        return try database.transaction {
            // Another process may have added it since.
            if try holds(kept.sha256) { return .alreadyThere(id) }
            try Captures.insert(kept, in: database)
            let new = try insert(article, of: kept.capture, claims, names, reader)
            try Derivations.derive(new, in: database)
            return .added(id)
        }
    }

    /// Puts in the article of a capture, and its claims, in the order of their evidence.
    func insert(
        _ article: Article, of capture: Capture, _ claims: [Claim], _ names: [ArticleName], _ reader: ReaderMark?
    ) throws -> AddedArticle {
        var seen: Set<String> = []
        var entry = ArticleEntry(capture: capture, article: article, claims: 0)
        let distinct = try claims.filter { seen.insert(try StableID.claim($0, article: entry.id)).inserted }
        entry.claims = distinct.count
        let reported = try distinct.map { try ReportedClaim($0, article: entry, text: article.text) }
            .sorted {
                ($0.claim.evidence.lowerBound, $0.claim.evidence.upperBound, $0.id)
                    < ($1.claim.evidence.lowerBound, $1.claim.evidence.upperBound, $1.id)
            }
        try insert(article, id: entry.id, sha256: capture.sha256, reader: try reader.map(insert))
        for claim in reported { try insert(claim) }
        try ArticleNames.insert(names, article: entry.id, in: database)
        return AddedArticle(entry: entry, article: article, claims: reported)
    }

    /// Writes down what read an article, where it is not known yet; gives its id.
    private func insert(_ reader: ReaderMark) throws -> String {
        let description = try StoredClaim.json(reader)
        let id = StableID.reader(description)
        try database.run(
            "INSERT INTO readers (id, description) VALUES (?, ?) ON CONFLICT DO NOTHING",
            [.text(id), .text(description)])
        return id
    }

    private func insert(_ article: Article, id: String, sha256: String, reader: String?) throws {
        let blocks = try StoredClaim.json(
            article.blocks.map { [$0.kind.rawValue, "\($0.range.lowerBound)", "\($0.range.upperBound)"] })
        let dateline = article.dateline
        try database.run(
            """
            INSERT INTO articles (id, capture, reader, text, blocks, title, outlet, published, address, authors, wire,
                dateline_place, dateline_date, dateline_wire, dateline_start, dateline_end, dateline_place_start,
                language, previous, next) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .text(id), .text(sha256), .init(reader), .bytes(article.text), .text(blocks), .init(article.title),
                .init(article.outlet), .init(article.published?.description), .init(article.address),
                .text(try StoredClaim.json(article.authors)), .init(article.wire),
                .init(dateline?.place.map(article.text.string)), .init(dateline?.date?.description),
                .init(dateline?.wire), .init(dateline?.range.lowerBound), .init(dateline?.range.upperBound),
                .init(dateline?.place?.lowerBound), .init(article.language), .init(article.previous),
                .init(article.next),
            ])
    }

    private func insert(_ claim: ReportedClaim) throws {
        try database.run(
            """
            INSERT INTO claims (id, article, \(StoredClaim.columns))
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """, [.text(claim.id), .text(claim.article.id)] + StoredClaim.values(of: claim.claim))
    }
}
