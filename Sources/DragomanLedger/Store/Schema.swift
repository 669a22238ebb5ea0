internal import DragomanText

/// The tables of a ledger and the marks by which its file is known.
enum Schema {
    /// "DRGL" in ASCII, in the header of the file, as SQLite's `application_id`.
    static let applicationID = 0x4452_474C
    /// Kept as SQLite's `user_version`; to be raised with every change of the tables.
    static let version = 1

    /// Makes the tables in an empty database.
    static func create(in database: Database) throws {
        try database.transaction {
            // Another process may have made them while this one waited.
            guard try database.number("PRAGMA user_version") == 0 else { return }
            try database.run(tables)
            try database.run("PRAGMA application_id = \(applicationID); PRAGMA user_version = \(version)")
        }
    }

    /// `captures` is what was given and is never changed; the rest is derived from it and may be thrown away.
    ///
    /// Lists and values of several parts are JSON with sorted keys; dates are as coarse as they were written.
    private static let tables = """
        CREATE TABLE captures (
            sha256 TEXT PRIMARY KEY,
            source TEXT NOT NULL,
            bytes BLOB NOT NULL,
            added_at INTEGER NOT NULL
        ) STRICT;
        CREATE TRIGGER captures_are_not_changed BEFORE UPDATE ON captures
            BEGIN SELECT RAISE(ABORT, 'captures are append-only'); END;
        CREATE TRIGGER captures_are_not_deleted BEFORE DELETE ON captures
            BEGIN SELECT RAISE(ABORT, 'captures are append-only'); END;

        CREATE TABLE articles (
            id TEXT PRIMARY KEY,
            capture TEXT NOT NULL UNIQUE REFERENCES captures (sha256),
            text BLOB NOT NULL,
            blocks TEXT NOT NULL,
            title TEXT,
            outlet TEXT,
            published TEXT,
            address TEXT,
            authors TEXT NOT NULL,
            wire TEXT,
            language TEXT,
            previous TEXT,
            next TEXT
        ) STRICT;

        CREATE TABLE deals (
            id TEXT PRIMARY KEY,
            kind TEXT NOT NULL,
            stage TEXT NOT NULL,
            newest TEXT,
            reports INTEGER NOT NULL
        ) STRICT;

        CREATE TABLE claims (
            id TEXT PRIMARY KEY,
            article TEXT NOT NULL REFERENCES articles (id),
            deal TEXT REFERENCES deals (id),
            undertaking INTEGER NOT NULL,
            kind TEXT NOT NULL,
            stage TEXT NOT NULL,
            actor TEXT NOT NULL,
            counterpart TEXT NOT NULL,
            place TEXT NOT NULL,
            goods TEXT NOT NULL,
            quantity TEXT,
            money TEXT,
            share TEXT,
            date TEXT,
            said TEXT,
            speaker TEXT,
            via TEXT NOT NULL,
            evidence_start INTEGER NOT NULL,
            evidence_end INTEGER NOT NULL,
            rule TEXT NOT NULL
        ) STRICT;
        CREATE INDEX claims_of_article ON claims (article, undertaking);
        CREATE INDEX claims_of_deal ON claims (deal);

        CREATE TABLE claim_keys (
            key TEXT NOT NULL,
            claim TEXT NOT NULL REFERENCES claims (id),
            PRIMARY KEY (key, claim)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX keys_of_claim ON claim_keys (claim);

        CREATE TABLE claim_names (
            claim TEXT NOT NULL REFERENCES claims (id),
            role TEXT NOT NULL,
            name TEXT NOT NULL,
            PRIMARY KEY (claim, role, name)
        ) STRICT, WITHOUT ROWID;
        """
}
