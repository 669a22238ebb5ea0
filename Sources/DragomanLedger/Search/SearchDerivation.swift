internal import DragomanPage
internal import DragomanText

/// The index by which articles are found by their words (SQLite's FTS5).
///
/// The words stand in `articles` only: the index refers to them through a view. Case and accents play no part.
enum SearchDerivation: Derivation {
    static let area = Area(
        "search", .numbered, tables: ["search_articles"],
        sql: """
            CREATE TABLE search_articles (
                number INTEGER PRIMARY KEY,
                article TEXT NOT NULL UNIQUE REFERENCES articles (id)
            ) STRICT;
            CREATE VIEW search_source AS
                SELECT number, CAST(text AS TEXT) AS text FROM search_articles JOIN articles ON articles.id = article;
            CREATE VIRTUAL TABLE search USING fts5 (
                text, content = 'search_source', content_rowid = 'number', tokenize = 'unicode61 remove_diacritics 2');
            """)

    static func derive(_ new: AddedArticle, _ changes: inout Changes, in database: Database) throws {
        let number = (try database.number("SELECT max(number) FROM search_articles") ?? 0) + 1
        try database.run(
            "INSERT INTO search_articles (number, article) VALUES (?, ?)", [.integer(number), .text(new.entry.id)])
        try database.run(
            "INSERT INTO search (rowid, text) VALUES (?, ?)",
            [.integer(number), .text(String(decoding: new.article.text, as: UTF8.self))])
    }
}
