/// The articles and their claims as the reader found them; nothing but a rebuild changes them.
enum Articles {
    /// Lists and values of several parts are JSON with sorted keys; dates are as coarse as they were written. A dateline's ranges
    /// are byte ranges in `text`, which stands last so that a list of articles is read without it.
    static let area = Area(
        "articles", .derived, tables: ["readers", "articles", "claims"],
        sql: """
            CREATE TABLE readers (
                id TEXT PRIMARY KEY,
                description TEXT NOT NULL
            ) STRICT;

            CREATE TABLE articles (
                id TEXT PRIMARY KEY,
                capture TEXT NOT NULL UNIQUE REFERENCES captures (sha256),
                reader TEXT REFERENCES readers (id),
                title TEXT,
                outlet TEXT,
                published TEXT,
                address TEXT,
                authors TEXT NOT NULL,
                wire TEXT,
                dateline_place TEXT,
                dateline_date TEXT,
                dateline_wire TEXT,
                dateline_start INTEGER,
                dateline_end INTEGER,
                dateline_place_start INTEGER,
                language TEXT,
                previous TEXT,
                next TEXT,
                blocks TEXT NOT NULL,
                text BLOB NOT NULL
            ) STRICT;

            CREATE TABLE claims (
                id TEXT PRIMARY KEY,
                article TEXT NOT NULL REFERENCES articles (id),
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
                rule TEXT NOT NULL,
                factuality TEXT
            ) STRICT;
            CREATE INDEX claims_of_article ON claims (article, undertaking);
            """)
}
