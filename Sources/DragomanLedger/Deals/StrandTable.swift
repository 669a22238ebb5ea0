internal import DragomanText

/// Strands as they stand in the ledger, and the trees they make.
///
/// A strand's parent is the most alike of the earlier strands, by day of publication and then id, that it agrees with. So a strand
/// joins one tree and never makes two trees one, and which trees there are depends on the strands alone. A tree is
/// a deal, but for merges.
enum StrandTable {
    /// How many strands before it, for each of its index keys, a strand is compared with. A chain of reports joins the first to the
    /// last; the work for one strand does not grow with the ledger.
    static let reach = 16

    static let sql = """
        CREATE TABLE strands (
            id TEXT PRIMARY KEY,
            article TEXT NOT NULL REFERENCES articles (id),
            day INTEGER NOT NULL,
            root TEXT NOT NULL,
            parent TEXT,
            split INTEGER,
            stays TEXT NOT NULL,
            signatures TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX strands_of_article ON strands (article);
        CREATE INDEX strands_of_parent ON strands (parent) WHERE parent IS NOT NULL;
        CREATE INDEX strands_of_root ON strands (root);
        CREATE INDEX strands_of_split ON strands (split) WHERE split IS NOT NULL;

        CREATE TABLE strand_keys (
            key TEXT NOT NULL,
            day INTEGER NOT NULL,
            strand TEXT NOT NULL REFERENCES strands (id) DEFERRABLE INITIALLY DEFERRED,
            PRIMARY KEY (key, day, strand)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX keys_of_strand ON strand_keys (strand);
        """

    /// A strand with its place in a tree.
    struct Row {
        var strand: Strand
        var root: String
        var parent: String?
    }

    private static let columns = "id, article, day, root, parent, split, stays, signatures"

    private static func row(_ statement: Statement) -> Row {
        let signatures = statement.text(7).split(separator: "\n").compactMap(Signature.init(line:))
        let stays = statement.text(6).split(separator: " ").compactMap { Int($0) }
        return Row(
            strand: Strand(
                id: statement.text(0), article: statement.text(1), day: statement.integer(2), signatures: signatures,
                split: statement.isNull(5) ? nil : statement.integer(5), stays: Set(stays)),
            root: statement.text(3), parent: statement.optionalText(4))
    }

    static func rows(ofArticle article: String, in database: Database) throws(DragomanError) -> [Row] {
        let statement = try database.prepare("SELECT \(columns) FROM strands WHERE article = ? ORDER BY id")
        try statement.bind([.text(article)])
        var rows: [Row] = []
        while try statement.step() { rows.append(row(statement)) }
        return rows
    }

    static func row(_ id: String, in database: Database) throws(DragomanError) -> Row? {
        let statement = try database.prepare("SELECT \(columns) FROM strands WHERE id = ?")
        try statement.bind([.text(id)])
        return try statement.step() ? row(statement) : nil
    }

    /// Puts a strand in, as a tree of its own.
    static func insert(_ strand: Strand, in database: Database) throws(DragomanError) {
        try database.run(
            "INSERT INTO strands (\(columns)) VALUES (?, ?, ?, ?, NULL, ?, ?, ?)",
            [
                .text(strand.id), .text(strand.article), .integer(strand.day), .text(strand.id), .init(strand.split),
                .text(strand.stays.sorted().map(String.init).joined(separator: " ")),
                .text(strand.signatures.map(\.line).joined(separator: "\n")),
            ])
        for key in strand.keys {
            try database.run(
                "INSERT INTO strand_keys (key, day, strand) VALUES (?, ?, ?)",
                [.text(key), .integer(strand.day), .text(strand.id)])
        }
    }

    static func remove(_ id: String, in database: Database) throws(DragomanError) {
        try database.run("DELETE FROM strand_keys WHERE strand = ?", [.text(id)])
        try database.run("DELETE FROM strands WHERE id = ?", [.text(id)])
    }

    /// The strands with a common index key that stand before (or after) one, within reach.
    static func neighbours(
        of strand: Strand, before: Bool, in database: Database
    ) throws(DragomanError) -> Set<String> {
        let (sign, order) = before ? ("<", "DESC") : (">", "ASC")
        let statement = try database.prepare(
            """
            SELECT strand FROM strand_keys WHERE key = ? AND (day, strand) \(sign) (?, ?)
            ORDER BY day \(order), strand \(order) LIMIT \(reach)
            """)
        var found: Set<String> = []
        for key in strand.keys {
            try statement.bind([.text(key), .integer(strand.day), .text(strand.id)])
            while try statement.step() { found.insert(statement.text(0)) }
        }
        return found
    }

    /// The earliest strand that the same judgment split off; nil where `strand` is that itself.
    static func firstOfSplit(_ strand: Strand, in database: Database) throws(DragomanError) -> String? {
        guard let split = strand.split else { return nil }
        let first = try database.firstText(
            "SELECT id FROM strands WHERE split = ? ORDER BY day, id LIMIT 1", [.integer(split)])
        return first == strand.id ? nil : first
    }

    static func children(of id: String, in database: Database) throws(DragomanError) -> [Row] {
        let statement = try database.prepare("SELECT \(columns) FROM strands WHERE parent = ? ORDER BY id")
        try statement.bind([.text(id)])
        var rows: [Row] = []
        while try statement.step() { rows.append(row(statement)) }
        return rows
    }

    static func set(_ id: String, parent: String?, root: String, in database: Database) throws(DragomanError) {
        try database.run(
            "UPDATE strands SET parent = ?, root = ? WHERE id = ?", [.init(parent), .text(root), .text(id)])
    }
}
