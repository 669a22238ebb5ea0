internal import DragomanClaims
internal import DragomanPage
internal import DragomanText
internal import Foundation

/// Articles and claims as they are read back from their tables.
enum StoredClaims {
    /// Selects claims with their articles and evidence, for `claim(in:of:)`.
    static let query = """
        SELECT \(columns)
        FROM claims JOIN articles ON articles.id = claims.article JOIN captures ON captures.sha256 = articles.capture
        """

    private static let columns = """
        claims.id, substr(articles.text, evidence_start + 1, evidence_end - evidence_start), \(entryColumns),
        \(StoredClaim.columns)
        """
    /// The columns of an article's entry, for `entry(in:from:)`, where `articles` and `captures` are joined.
    static let entryColumns = """
        articles.id, title, articles.outlet, articles.published, articles.address, wire, language, captures.source,
        (SELECT count(*) FROM claims AS counted WHERE counted.article = articles.id),
        (SELECT family FROM families WHERE families.article = articles.id),
        (SELECT group_concat(DISTINCT via) FROM claims AS telling WHERE telling.article = articles.id AND via <> '[]')
        """

    /// The claim with the id `id`; nil where there is none.
    static func claim(_ id: String, in database: Database) throws -> ReportedClaim? {
        let statement = try database.prepare(query + " WHERE claims.id = ?")
        try statement.bind([.text(id)])
        return try statement.step() ? try claim(in: statement, of: database) : nil
    }

    /// The claims of an article, in the order of their evidence.
    static func claims(ofArticle id: String, in database: Database) throws -> [ReportedClaim] {
        let statement = try database.prepare(
            query + " WHERE claims.article = ? ORDER BY evidence_start, evidence_end, claims.id")
        try statement.bind([.text(id)])
        var claims: [ReportedClaim] = []
        while try statement.step() { claims.append(try claim(in: statement, of: database)) }
        return claims
    }

    /// The claim in the current row of `query`.
    static func claim(in row: Statement, of database: Database) throws -> ReportedClaim {
        let id = row.text(0)
        guard let claim = StoredClaim.claim(in: row, from: 13) else {
            throw LedgerFailure.unreadable("claim \(id)", in: database.path)
        }
        return ReportedClaim(id: id, claim: claim, article: entry(in: row, from: 2), quote: row.text(1))
    }

    /// The article's entry in the eleven `entryColumns` of the current row, from `first` on.
    static func entry(in row: Statement, from first: Int32) -> ArticleEntry {
        var entry = ArticleEntry(
            id: row.text(first), title: row.optionalText(first + 1), outlet: row.optionalText(first + 2),
            published: row.optionalText(first + 3).flatMap(CoarseDate.init(iso:)),
            address: row.optionalText(first + 4), wire: row.optionalText(first + 5),
            language: row.optionalText(first + 6), source: row.text(first + 7), claims: row.integer(first + 8))
        entry.family = row.optionalText(first + 9)
        var cited = Set([entry.wire].compactMap { $0 })
        if !row.isNull(first + 10) {
            let chains = try? JSONDecoder().decode([[String]].self, from: Data("[\(row.text(first + 10))]".utf8))
            cited.formUnion((chains ?? []).compactMap(\.first).filter { !Voice.isDocument($0) })
        }
        entry.cites = cited.sorted()
        return entry
    }

    /// The article with the id `id` and its claims, as when it was added; nil where there is none.
    ///
    /// - Throws: `DragomanError` D008 where its row cannot be read.
    static func article(_ id: String, in database: Database) throws -> AddedArticle? {
        let row = try database.prepare(
            """
            SELECT text, blocks, articles.published, authors, dateline_date, dateline_wire, dateline_start, dateline_end,
                dateline_place, dateline_place_start, previous, next, \(entryColumns)
            FROM articles JOIN captures ON captures.sha256 = articles.capture WHERE articles.id = ?
            """)
        try row.bind([.text(id)])
        guard try row.step() else { return nil }
        let text = row.bytes(0)
        let authors = try? JSONDecoder().decode([String].self, from: Data(row.bytes(3)))
        guard let blocks = blocks(row.bytes(1), in: text), let authors else {
            throw LedgerFailure.unreadable("article \(id)", in: database.path)
        }
        let entry = entry(in: row, from: 12)
        var article = Article(text: text, blocks: blocks)
        article.outlet = entry.outlet
        article.published = entry.published
        article.address = entry.address
        article.authors = authors
        article.wire = entry.wire
        article.language = entry.language
        article.previous = row.optionalText(10)
        article.next = row.optionalText(11)
        if !row.isNull(6) {
            let place = row.isNull(9) ? nil : row.integer(9)..<(row.integer(9) + row.bytes(8).count)
            article.dateline = Dateline(
                place: place, date: row.optionalText(4).flatMap(CoarseDate.init(iso:)), wire: row.optionalText(5),
                range: row.integer(6)..<max(row.integer(6), row.integer(7)))
        }
        return AddedArticle(entry: entry, article: article, claims: try claims(ofArticle: id, in: database))
    }

    /// Blocks as they are written: lists of kind, start and end.
    static func blocks(_ json: [UInt8], in text: [UInt8]) -> [Block]? {
        guard let written = try? JSONDecoder().decode([[String]].self, from: Data(json)) else { return nil }
        let blocks = written.compactMap { part -> Block? in
            guard part.count == 3, let kind = BlockKind(rawValue: part[0]), let start = Int(part[1]),
                let end = Int(part[2]), 0 <= start, start <= end, end <= text.count
            else { return nil }
            return Block(kind: kind, range: start..<end)
        }
        return blocks.count == written.count ? blocks : nil
    }
}
