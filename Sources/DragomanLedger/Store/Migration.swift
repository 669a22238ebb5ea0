internal import DragomanText

/// Brings a ledger of an earlier version up to date.
///
/// What is kept, and the articles and claims the reader found, are copied into tables of the present shape; everything else is
/// derived again. All in one transaction: an interrupted migration leaves the ledger as it was.
enum Migration {
    /// For each earlier version, what copies its tables, which are named `old_...` then.
    private static let copies: [Int: String] = [
        1: """
        INSERT INTO captures (sha256, form, source, outlet, published, bytes, added_at)
            SELECT sha256, 'article', source, outlet, published, bytes, added_at
            FROM old_captures JOIN old_articles ON capture = sha256 ORDER BY sha256;
        INSERT INTO articles (id, capture, text, blocks, title, outlet, published, address, authors, wire, language, previous, next)
            SELECT id, capture, text, blocks, title, outlet, published, address, authors, wire, language, previous, next
            FROM old_articles ORDER BY id;
        INSERT INTO claims (id, article, undertaking, kind, stage, actor, counterpart, place, goods, quantity, money, share,
                date, said, speaker, via, evidence_start, evidence_end, rule)
            SELECT id, article, undertaking, kind, stage, actor, counterpart, place, goods, quantity, money, share,
                date, said, speaker, via, evidence_start, evidence_end, rule
            FROM old_claims ORDER BY article, evidence_start, id;
        """
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
            guard let copy = copies[version] else {
                throw LedgerFailure.unreadable("its schema \(version)", in: database.path)
            }
            let tables = try setAside(in: database)
            try Schema.makeTables(in: database)
            try database.run(copy)
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
            for derivation in Derivations.all { try derivation.derive(article, in: database) }
            try progress(done + 1, articles.count)
        }
    }

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
