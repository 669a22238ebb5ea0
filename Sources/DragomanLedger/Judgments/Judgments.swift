/// What people judged: in the order they judged it, for good.
enum Judgments {
    /// `subject` and `value` are JSON with sorted keys.
    static let area = Area(
        "judgments", .kept, tables: ["judgments"],
        sql: """
            CREATE TABLE judgments (
                number INTEGER PRIMARY KEY,
                act TEXT NOT NULL,
                subject TEXT NOT NULL,
                value TEXT,
                who TEXT NOT NULL,
                why TEXT,
                judged_at INTEGER NOT NULL
            ) STRICT;
            """)
}
