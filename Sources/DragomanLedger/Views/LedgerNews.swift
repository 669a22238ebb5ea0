public import DragomanCapture

/// How far a ledger has got: equal where nothing was added to it or judged in between.
public struct LedgerMark: Sendable, Hashable {
    /// The number of the article added last.
    public var articles: Int
    /// The number of the last judgment.
    public var judgments: Int

    public init(articles: Int, judgments: Int) {
        self.articles = articles
        self.judgments = judgments
    }
}

/// What has come to a ledger since a mark.
public struct LedgerNews: Sendable, Equatable {
    /// The articles added, the last first.
    public var articles: [ArticleEntry]
    /// Ids of the deals that have a claim of these articles or are the subject of a judgment made since.
    public var deals: [String]
}

extension Ledger {
    /// How far the ledger has got. Takes the time of two look-ups.
    public func mark() throws -> LedgerMark {
        LedgerMark(
            articles: try database.number("SELECT coalesce(max(rowid), 0) FROM articles") ?? 0,
            judgments: try database.number("SELECT coalesce(max(number), 0) FROM judgments") ?? 0)
    }

    /// A number that changes whenever another connection has changed the file; not to be compared between ledgers.
    public func fileVersion() throws -> Int { try database.number("PRAGMA data_version") ?? 0 }

    /// What has come since `mark`.
    ///
    /// - Parameter limit: the most articles to give, those added last.
    public func news(since mark: LedgerMark, limit: Int) throws -> LedgerNews {
        let rows = try database.prepare(
            """
            SELECT \(StoredClaims.entryColumns) FROM articles JOIN captures ON captures.sha256 = articles.capture
            WHERE articles.rowid > ? ORDER BY articles.rowid DESC LIMIT ?
            """)
        try rows.bind([.integer(mark.articles), .integer(limit)])
        var articles: [ArticleEntry] = []
        while try rows.step() { articles.append(StoredClaims.entry(in: rows, from: 0)) }
        var deals: Set<String> = []
        let ofArticle = try database.prepare("SELECT DISTINCT deal FROM deal_claims WHERE article = ?")
        for article in articles {
            try ofArticle.bind([.text(article.id)])
            while try ofArticle.step() { deals.insert(ofArticle.text(0)) }
        }
        let ofClaim = try database.prepare("SELECT deal FROM deal_claims WHERE claim = ?")
        for judgment in try Judgments.all(in: database) where judgment.number > mark.judgments {
            for claim in judgment.subject.sides.flatMap(\.claims).prefix(Deal.mostKeys) {
                try ofClaim.bind([.text(claim.id)])
                while try ofClaim.step() { deals.insert(ofClaim.text(0)) }
            }
        }
        return LedgerNews(articles: articles, deals: deals.sorted())
    }

    /// The id of the article whose capture has these bytes; nil where the ledger has none.
    public func article(holding capture: Capture) throws -> String? {
        try holds(capture) ? StableID.article(sha256: capture.sha256) : nil
    }

    /// The ids of the deals that claims of articles belong to.
    public func deals(ofArticles ids: [String]) throws -> [String] {
        let rows = try database.prepare("SELECT DISTINCT deal FROM deal_claims WHERE article = ?")
        var deals: Set<String> = []
        for id in ids {
            try rows.bind([.text(id)])
            while try rows.step() { deals.insert(rows.text(0)) }
        }
        return deals.sorted()
    }

    /// The entries of articles, in the order of `ids`; those that are not there are left out.
    public func entries(_ ids: [String]) throws -> [ArticleEntry] {
        let rows = try database.prepare(
            """
            SELECT \(StoredClaims.entryColumns) FROM articles JOIN captures ON captures.sha256 = articles.capture
            WHERE articles.id = ?
            """)
        var entries: [ArticleEntry] = []
        for id in ids {
            try rows.bind([.text(id)])
            while try rows.step() { entries.append(StoredClaims.entry(in: rows, from: 0)) }
        }
        return entries
    }

    /// How often each rule of the packs fired: the number of claims by the rule's `FILE:LINE`.
    public func ruleCounts() throws -> [String: Int] {
        let rows = try database.prepare("SELECT rule, count(*) FROM claims GROUP BY rule")
        var counts: [String: Int] = [:]
        while try rows.step() { counts[rows.text(0)] = rows.integer(1) }
        return counts
    }
}
