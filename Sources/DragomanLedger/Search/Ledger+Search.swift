public import DragomanNames
internal import DragomanText

/// An article that a search found.
public struct SearchHit: Sendable, Equatable {
    public var article: ArticleEntry
    /// Words around the best match, in parts; the parts that match are marked.
    public var snippet: [(text: String, matches: Bool)]

    public static func == (one: SearchHit, other: SearchHit) -> Bool {
        one.article == other.article && one.snippet.elementsEqual(other.snippet, by: ==)
    }
}

extension SearchHit: Encodable {
    private enum Key: String, CodingKey { case article, snippet }
    private struct Part: Encodable {
        var text: String
        var matches: Bool
    }

    /// Writes `article` and `snippet`, a list of `text` and `matches`.
    public func encode(to encoder: any Encoder) throws {
        var box = encoder.container(keyedBy: Key.self)
        try box.encode(article, forKey: .article)
        try box.encode(snippet.map { Part(text: $0.text, matches: $0.matches) }, forKey: .snippet)
    }
}

/// What a search gave.
public struct SearchResult: Sendable, Equatable {
    /// The best first.
    public var hits: [SearchHit]
    /// How many articles match, counted up to `mostRanked`.
    public var total: Int
    /// The other names that were looked for too.
    public var names: [NameMeant] = []
}

extension Ledger {
    /// Articles that are ranked by a search: of more matches, those added last.
    public static let mostRanked = 2000

    /// Finds articles by their words.
    ///
    /// ```
    /// try ledger.search("Джалали Беларусь", names: NameFinder(packs: packs, cache: cache))   // finds "Jalali ... Belarus" too
    /// ```
    /// - Parameters:
    ///   - text: words that must all occur; between quotation marks words that follow one another; `word*` for all that begin so.
    ///   - finder: where given, a name is found under its other names too, in any script; `SearchResult.names` says which.
    ///   - limit: the most to give.
    /// - Returns: the best matches first, by BM25 (Robertson and Zaragoza 2009), of equal ones the one added last.
    public func search(_ text: String, names finder: NameFinder? = nil, limit: Int = 20) throws -> SearchResult {
        var names: [NameMeant] = []
        let index = try finder.map { try NameFile(beside: self, matcher: $0.matcher).index }
        let query = try SearchQuery(text).expression { words in
            guard let finder, let index else { return [] }
            let meant = try namesMeant(by: words, finder, index)
            names += meant
            return meant.map(\.name)
        }
        guard let expression = query else { return SearchResult(hits: [], total: 0) }
        let rows = try database.prepare(
            "SELECT rowid, bm25(search) FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT ?")
        try rows.bind([.text(expression), .integer(Self.mostRanked)])
        var found: [(number: Int, score: Double)] = []
        while try rows.step() { found.append((rows.integer(0), rows.real(1))) }
        found.sort { ($0.score, -$0.number) < ($1.score, -$1.number) }
        let detail = try database.prepare(
            """
            SELECT snippet(search, 0, char(57344), char(57345), '…', 24), \(StoredClaims.entryColumns)
            FROM search JOIN search_articles ON number = search.rowid JOIN articles ON articles.id = search_articles.article
                JOIN captures ON captures.sha256 = articles.capture
            WHERE search MATCH ? AND search.rowid = ?
            """)
        var hits: [SearchHit] = []
        for match in found.prefix(limit) {
            try detail.bind([.text(expression), .integer(match.number)])
            while try detail.step() {
                hits.append(
                    SearchHit(article: StoredClaims.entry(in: detail, from: 1), snippet: Self.parts(detail.text(0))))
            }
        }
        return SearchResult(hits: hits, total: found.count, names: names)
    }

    /// Cuts a snippet at the marks around its matches; line breaks become spaces.
    private static func parts(_ snippet: String) -> [(text: String, matches: Bool)] {
        var parts: [(text: String, matches: Bool)] = []
        var text = String.UnicodeScalarView()
        func end(_ matches: Bool) {
            if !text.isEmpty { parts.append((String(text), matches)) }
            text.removeAll()
        }
        for scalar in snippet.unicodeScalars {
            switch scalar {
            case "\u{E000}": end(false)
            case "\u{E001}": end(true)
            case "\n", "\r", "\t": if text.last != " " { text.append(" ") }
            default: text.append(scalar)
            }
        }
        end(false)
        return parts
    }
}
