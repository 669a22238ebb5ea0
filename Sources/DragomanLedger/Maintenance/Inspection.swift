internal import DragomanClaims
internal import DragomanText

/// The single checks of `Ledger.verify`. Each gives what is wrong, in words; nothing where all is right.
enum Inspection {
    /// Most faults told of one sort: a damaged file has thousands.
    private static let most = 20

    /// SQLite's own check of trees, indexes and references.
    static func structure(of database: Database) throws -> [String] {
        var faults: [String] = []
        let check = try database.prepare("PRAGMA integrity_check(\(most))")
        while try check.step() { if check.text(0) != "ok" { faults.append(check.text(0)) } }
        let references = try database.prepare("SELECT DISTINCT \"table\", parent FROM pragma_foreign_key_check")
        while try references.step() {
            faults.append("rows of \(references.text(0)) refer to rows of \(references.text(1)) that are not there")
        }
        return faults
    }

    /// The statements that made the tables, against those of this program.
    static func schema(of database: Database) throws -> [String] {
        let fresh = try Database(path: ":memory:", mode: .memory, busyMilliseconds: 0)
        try Schema.makeTables(in: fresh)
        func objects(_ database: Database) throws -> Set<String> {
            let rows = try database.prepare("SELECT type, name, tbl_name, sql FROM sqlite_schema")
            var objects: Set<String> = []
            while try rows.step() {
                objects.insert("\(rows.text(0)) \(rows.text(1)) of \(rows.text(2))\n\(rows.text(3))")
            }
            return objects
        }
        func name(_ object: String) -> String { String(object.prefix { $0 != "\n" }) }
        let (expected, found) = (try objects(fresh), try objects(database))
        let strange = found.subtracting(expected).map(name).sorted()
        let missing = expected.subtracting(found).map(name).filter { !strange.contains($0) }.sorted()
        return strange.prefix(most).map { "\($0) is not as the program makes it" }
            + missing.prefix(most).map { "\($0) is missing" }
    }

    /// The rows of a table, against the sum kept of them.
    static func sum(of table: String, in database: Database) throws -> [String] {
        guard table != "sums" else { return [] }
        let counted = try RowSums.counted(for: table, in: database)
        let row = try database.number("SELECT 1 FROM sums WHERE name = ?", [.text(table)])
        guard let stored = try RowSums.stored(for: table, in: database) ?? (row == nil ? RowSums.Sum() : nil) else {
            return ["the sum of its rows cannot be read"]
        }
        if stored.rows != counted.rows { return ["it has \(counted.rows) rows, but \(stored.rows) were written"] }
        return stored == counted ? [] : ["a row is not as it was written"]
    }

    /// Sums of tables there are not.
    static func strangers(in database: Database) throws -> [String] {
        let tables = Set(Schema.areas.flatMap(\.tables))
        let rows = try database.prepare("SELECT name FROM sums")
        var strangers: [String] = []
        while try rows.step() { if !tables.contains(rows.text(0)) { strangers.append(rows.text(0)) } }
        return strangers.prefix(most).map { "there is a sum of a table \($0), which is none" }
    }

    /// The bytes of captures, against the SHA-256 by which they are known.
    static func captures(in database: Database, progress: (Int, Int) -> Void) throws -> [String] {
        let total = try database.number("SELECT count(*) FROM captures") ?? 0
        let rows = try database.prepare("SELECT sha256, source, bytes FROM captures")
        var faults: [String] = []
        var done = 0
        while try rows.step() {
            if SHA256.hex(of: rows.bytes(2)) != rows.text(0) {
                faults.append("the bytes of \(rows.text(1)) are not those of its SHA-256 \(rows.text(0))")
            }
            done += 1
            progress(done, total)
        }
        return Array(faults.prefix(most))
    }

    /// The index for search, against the words of the articles. In a read-only place it is left out: FTS5 checks itself by a
    /// statement that writes, though it changes nothing.
    static func search(path: String) throws -> [String] {
        guard let database = try? Database(path: path, mode: .writing, busyMilliseconds: 5000), !database.isReadOnly
        else { return [] }
        do {
            try database.run("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)")
            return []
        } catch {
            return error.code == "D008" ? ["the index does not fit the articles"] : []
        }
    }

    /// Articles and claims, against their ids, which are made of their content; evidence must lie in the text.
    static func articles(in database: Database) throws -> [String] {
        var faults: [String] = []
        let articles = try database.prepare("SELECT id, capture FROM articles")
        while faults.count < most, try articles.step() {
            if StableID.article(sha256: articles.text(1)) != articles.text(0) {
                faults.append("article \(articles.text(0)) is not that of its capture")
            }
        }
        let claims = try database.prepare(
            "SELECT claims.id, article, length(text), \(StoredClaim.columns) FROM claims JOIN articles ON articles.id = article"
        )
        while faults.count < most, try claims.step() {
            let id = claims.text(0)
            guard let claim = StoredClaim.claim(in: claims, from: 3) else {
                faults.append("claim \(id) cannot be read")
                continue
            }
            if claim.evidence.upperBound > claims.integer(2) { faults.append("claim \(id) points outside its article") }
            if try StableID.claim(claim, article: claims.text(1)) != id {
                faults.append("claim \(id) is not what its id was made of")
            }
        }
        return faults
    }
}
