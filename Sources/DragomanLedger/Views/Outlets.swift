internal import DragomanText

/// An outlet with how much the ledger holds of it.
public struct OutletCount: Sendable, Equatable, Encodable {
    public var name: String
    public var articles: Int
    /// The days of its first and newest article, as exactly as they are known; nil where none is dated.
    public var first: String?
    public var newest: String?
}

/// How an outlet's articles stand to those of others.
public struct OutletWork: Sendable, Equatable {
    /// An article whose text others have too, and the likely original.
    public struct Copied: Sendable, Equatable {
        public var article: ArticleEntry
        public var original: ArticleEntry
        public var reason: LikelyOriginal.Reason
        /// How many articles have the text.
        public var copies: Int
    }

    public var outlet: OutletCount
    /// Its newest articles, at most `OutletWork.most`.
    public var articles: [ArticleEntry]
    /// Of these, those that others copied.
    public var originals: [Copied]
    /// Of these, those that are copies.
    public var copies: [Copied]

    /// The most articles that are looked at, the newest.
    public static let most = 200
}

extension Ledger {
    /// The outlets, those with most articles first.
    public func outlets(limit: Int, offset: Int) throws -> (outlets: [OutletCount], count: Int) {
        let rows = try database.prepare(
            """
            SELECT outlet, count(*), min(published), max(published) FROM articles WHERE outlet IS NOT NULL
            GROUP BY outlet ORDER BY 2 DESC, 1 LIMIT ? OFFSET ?
            """)
        try rows.bind([.integer(limit), .integer(offset)])
        var outlets: [OutletCount] = []
        while try rows.step() { outlets.append(Self.outlet(in: rows)) }
        return (outlets, try database.number("SELECT count(DISTINCT outlet) FROM articles") ?? 0)
    }

    /// What the ledger holds of an outlet; nil where it has no article of it.
    public func outlet(_ name: String) throws -> OutletWork? {
        let count = try database.prepare(
            "SELECT outlet, count(*), min(published), max(published) FROM articles WHERE outlet = ? GROUP BY outlet")
        try count.bind([.text(name)])
        guard try count.step() else { return nil }
        let outlet = Self.outlet(in: count)
        let rows = try database.prepare(
            """
            SELECT \(StoredClaims.entryColumns) FROM articles JOIN captures ON captures.sha256 = articles.capture
            WHERE articles.outlet = ? ORDER BY articles.published DESC, articles.id LIMIT ?
            """)
        try rows.bind([.text(name), .integer(OutletWork.most)])
        var articles: [ArticleEntry] = []
        while try rows.step() { articles.append(StoredClaims.entry(in: rows, from: 0)) }
        var record = OutletWork(outlet: outlet, articles: articles, originals: [], copies: [])
        var seen: Set<String> = []
        for article in articles {
            guard let family = article.family, seen.insert(family).inserted,
                let copied = try copied(article, of: family)
            else { continue }
            if copied.original.outlet == name { record.originals.append(copied) } else { record.copies.append(copied) }
        }
        return record
    }

    private static func outlet(in row: Statement) -> OutletCount {
        OutletCount(
            name: row.text(0), articles: row.integer(1), first: row.optionalText(2), newest: row.optionalText(3))
    }

    /// The likely original of an article's text; nil where no other article has it.
    private func copied(_ article: ArticleEntry, of family: String) throws -> OutletWork.Copied? {
        let rows = try database.prepare(
            """
            SELECT families.words, \(StoredClaims.entryColumns) FROM families
                JOIN articles ON articles.id = families.article JOIN captures ON captures.sha256 = articles.capture
            WHERE families.family = ? ORDER BY articles.published, articles.id LIMIT 100
            """)
        try rows.bind([.text(family)])
        var members: [(entry: ArticleEntry, words: Int)] = []
        while try rows.step() {
            members.append((StoredClaims.entry(in: rows, from: 1), rows.integer(0)))
        }
        guard members.count > 1, let original = LikelyOriginal.of(members),
            let entry = members.first(where: { $0.entry.id == original.article })?.entry
        else { return nil }
        return OutletWork.Copied(article: article, original: entry, reason: original.reason, copies: members.count)
    }
}
