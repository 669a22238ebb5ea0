/// The captures: what the ledger was given, whole, for good.
enum Captures {
    /// `form` is `article` for the bytes of an article, `entry` for a claim entered by hand. `outlet` and `published` are what
    /// whoever added it said of an article that does not say it itself; `address` and `type` are what came with the bytes.
    static let area = Area(
        "captures", .kept, tables: ["captures"],
        sql: """
            CREATE TABLE captures (
                sha256 TEXT PRIMARY KEY,
                form TEXT NOT NULL,
                source TEXT NOT NULL,
                address TEXT,
                type TEXT,
                outlet TEXT,
                published TEXT,
                bytes BLOB NOT NULL,
                added_at INTEGER NOT NULL
            ) STRICT;
            """)
}
