internal import DragomanText

/// Brings a ledger of an earlier version up to date.
///
/// What is kept, and the articles and claims the reader found, are copied into tables of the present shape; everything else is
/// derived again. All in one transaction: an interrupted migration leaves the ledger as it was.
enum Migration {
    /// The first version there was.
    private static let first = 1
    /// The tables whose rows are copied, with the order of the rows; columns that an earlier version had are copied, others stay empty.
    private static let copied = [
        ("captures", "sha256"), ("judgments", "number"), ("readers", "id"), ("articles", "id"),
        ("claims", "article, evidence_start, id"), ("article_names", "article, type, name"),
    ]

    /// Brings `database` from `version`, which is earlier than the present one, up to date.
    ///
    /// - Throws: `DragomanError`: D008 where it is damaged or of a version there never was, D004 read-only, D005 disk full, D006 in use.
    static func run(_ database: Database, from version: Int) throws {
        try database.run("PRAGMA foreign_keys = OFF")
        try database.transaction {
            // Another process may have done it while this one waited.
            let version = try database.number("PRAGMA user_version") ?? 0
            guard version != Schema.version else { return }
            guard version >= first else { throw LedgerFailure.unreadable("its schema \(version)", in: database.path) }
            let tables = try setAside(in: database)
            try Schema.makeTables(in: database)
            for (table, order) in copied where tables.contains(table) { try copy(table, by: order, in: database) }
            for table in tables { try database.run("DROP TABLE old_\(table)") }
            try deriveAll(in: database)
        }
        // Gives the room of the old tables back; a ledger is whole without it.
        try? database.run("VACUUM")
    }

    /// Derives everything that follows from the articles, claims and judgments, whose derived tables are empty; the oldest article
    /// first, undated ones last.
    ///
    /// - Parameter progress: called after each article, with how many of how many are done.
    static func deriveAll(in database: Database, progress: (Int, Int) throws -> Void = { _, _ in }) throws {
        try Effects.derive(in: database)
        let rows = try database.prepare("SELECT id, published FROM articles ORDER BY id")
        var articles: [(day: Int, id: String)] = []
        while try rows.step() {
            articles.append((Strand.day(of: rows.optionalText(1).flatMap(CoarseDate.init(iso:))), rows.text(0)))
        }
        articles.sort { ($0.day, $0.id) < ($1.day, $1.id) }
        for (done, next) in articles.enumerated() {
            guard let article = try StoredClaims.article(next.id, in: database) else { continue }
            try Derivations.derive(article, in: database)
            try progress(done + 1, articles.count)
        }
    }

    /// Copies the rows of `old_TABLE` into the table of the present shape.
    private static func copy(_ table: String, by order: String, in database: Database) throws {
        let old = try RowSums.columns(of: "old_\(table)", in: database)
        let shared = try RowSums.columns(of: table, in: database).filter(old.contains).joined(separator: ", ")
        guard table != "captures" || old.contains("form") else { return try database.run(firstCaptures) }
        try database.run("INSERT INTO \(table) (\(shared)) SELECT \(shared) FROM old_\(table) ORDER BY \(order)")
    }

    /// The first version did not keep what whoever added an article said of it, but in the article.
    private static let firstCaptures = """
        INSERT INTO captures (sha256, form, source, outlet, published, bytes, added_at)
            SELECT sha256, 'article', source, outlet, published, bytes, added_at
            FROM old_captures JOIN old_articles ON capture = sha256 ORDER BY sha256;
        """

    /// Renames the tables to `old_...` and drops what belongs to them; gives their names.
    private static func setAside(in database: Database) throws -> [String] {
        func names(_ condition: String) throws -> [String] {
            let statement = try database.prepare(
                "SELECT name FROM sqlite_schema WHERE name NOT LIKE 'sqlite%' AND \(condition) ORDER BY name")
            var names: [String] = []
            while try statement.step() { names.append(statement.text(0)) }
            return names
        }
        for name in try names("type = 'trigger'") { try database.run("DROP TRIGGER \(name)") }
        for name in try names("type = 'view'") { try database.run("DROP VIEW \(name)") }
        for name in try names("type = 'table' AND sql LIKE 'CREATE VIRTUAL %'") {
            try database.run("DROP TABLE \(name)")
        }
        for name in try names("type = 'index' AND sql IS NOT NULL") { try database.run("DROP INDEX \(name)") }
        let tables = try names("type = 'table'")
        for table in tables { try database.run("ALTER TABLE \(table) RENAME TO old_\(table)") }
        return tables
    }
}
