internal import DragomanPage
internal import DragomanText

/// The rows of families: the family of each article, and the shingles by which copies are found.
enum FamilyTable {
    static let tables = ["families", "family_keys"]
    static let sql = """
        CREATE TABLE families (
            article TEXT PRIMARY KEY REFERENCES articles (id),
            family TEXT NOT NULL,
            words INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX articles_of_family ON families (family, article);

        CREATE TABLE family_keys (
            key INTEGER NOT NULL,
            article TEXT NOT NULL REFERENCES articles (id),
            PRIMARY KEY (key, article)
        ) STRICT, WITHOUT ROWID;
        """

    /// Most index keys kept of an article: those of some two thousand words.
    private static let mostKeys = 512

    /// What has become of the families.
    struct Change {
        /// The family the article is in now.
        var family: String
        /// Families there were before and are no more.
        var gone: [String]
        /// Articles that were no copies of others before that they are copies of now; one side of two is enough.
        var articles: Set<String>
    }

    /// Puts an article into the family of its copies, and makes one of those it joins.
    static func derive(_ new: AddedArticle, in database: Database) throws -> Change {
        let text = text(of: new)
        let keys = text.shingles.keys.prefix(mostKeys).map { Int(Int64(bitPattern: $0)) }
        let candidates = FamilyCandidates.best(of: try keys.map { try articles(withKey: $0, in: database) })
        try database.run(
            "INSERT INTO families (article, family, words) VALUES (?, ?, ?)",
            [.text(text.id), .text(text.id), .integer(text.shingles.sequence.count)])
        for key in keys {
            try database.run("INSERT INTO family_keys (key, article) VALUES (?, ?)", [.integer(key), .text(text.id)])
        }
        var joined: Set<String> = [text.id]
        for candidate in candidates {
            guard let family = try family(of: candidate, in: database), !joined.contains(family),
                let other = try StoredClaims.article(candidate, in: database),
                text.isCopy(of: Self.text(of: other))
            else { continue }
            joined.insert(family)
        }
        let name = joined.min() ?? text.id
        var parts = try joined.subtracting([text.id]).map { try members(of: $0, in: database) }
        if let largest = parts.indices.max(by: { parts[$0].count < parts[$1].count }) {
            parts.remove(at: largest)
        }
        for family in joined.sorted() where family != name {
            try database.run("UPDATE families SET family = ? WHERE family = ?", [.text(name), .text(family)])
        }
        return Change(family: name, gone: joined.subtracting([name, text.id]).sorted(), articles: Set(parts.joined()))
    }

    private static func members(of family: String, in database: Database) throws -> [String] {
        let rows = try database.prepare("SELECT article FROM families WHERE family = ?")
        try rows.bind([.text(family)])
        var found: [String] = []
        while try rows.step() { found.append(rows.text(0)) }
        return found
    }

    /// The family of an article; nil where there is no such article.
    static func family(of article: String, in database: Database) throws -> String? {
        let row = try database.prepare("SELECT family FROM families WHERE article = ?")
        try row.bind([.text(article)])
        return try row.step() ? row.text(0) : nil
    }

    private static func text(of article: AddedArticle) -> FamilyText {
        FamilyText(
            id: article.entry.id, text: article.article.text, blocks: article.article.blocks,
            outlet: article.article.outlet, wire: article.article.wire)
    }

    private static func articles(withKey key: Int, in database: Database) throws -> [String] {
        let rows = try database.prepare(
            "SELECT article FROM family_keys WHERE key = ? ORDER BY article LIMIT \(FamilyCandidates.perKey)")
        try rows.bind([.integer(key)])
        var found: [String] = []
        while try rows.step() { found.append(rows.text(0)) }
        return found
    }
}
