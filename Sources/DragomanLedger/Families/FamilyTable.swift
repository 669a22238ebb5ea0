internal import DragomanPage
internal import DragomanText

/// The rows of families: the family of each article, the shingles by which copies are found, and which are copies of which.
///
/// Two articles are linked where they are near each other in a shingle (`KeyOrder`) and one is a copy of the other; what is linked,
/// directly or through others, is a family. So which families there are depends on the set of articles alone.
enum FamilyTable {
    static let tables = ["families", "family_keys", "family_links"]
    static let sql = """
        CREATE TABLE families (
            article TEXT PRIMARY KEY REFERENCES articles (id),
            family TEXT NOT NULL,
            words INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX articles_of_family ON families (family, article);

        CREATE TABLE family_keys (
            key INTEGER NOT NULL,
            day INTEGER NOT NULL,
            article TEXT NOT NULL REFERENCES articles (id),
            PRIMARY KEY (key, day, article)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE family_links (
            one TEXT NOT NULL REFERENCES articles (id),
            other TEXT NOT NULL REFERENCES articles (id),
            keys INTEGER NOT NULL,
            PRIMARY KEY (one, other)
        ) STRICT, WITHOUT ROWID;
        """

    /// Most index keys kept of an article: those of some two thousand words.
    private static let mostKeys = 512
    static let order = KeyOrder(table: "family_keys", id: "article", reach: 8)

    /// What has become of the families.
    struct Change {
        /// Families there were before and are no more, and those there are now and were not before.
        var gone: Set<String> = []
        var come: Set<String> = []
        /// Articles that are copies of others now that they were no copies of before, or not any more; one side of two is enough.
        var articles: Set<String> = []

        mutating func lose(_ family: String) { if come.remove(family) == nil { gone.insert(family) } }
        mutating func gain(_ family: String) { if gone.remove(family) == nil { come.insert(family) } }
    }

    /// Puts an article into the family of its copies, and mends those it bears on.
    static func derive(_ new: AddedArticle, in database: Database) throws -> Change {
        let text = FamilyText(
            id: new.entry.id, text: new.article.text, blocks: new.article.blocks, outlet: new.article.outlet,
            wire: new.article.wire)
        let keys = Self.keys(of: text)
        let day = Strand.day(of: new.entry.published)
        let near = try order.change(text.id, day: day, keys: keys, in: database)
        try database.run(
            "INSERT INTO families (article, family, words) VALUES (?, ?, ?)",
            [.text(text.id), .text(text.id), .integer(text.shingles.sequence.count)])
        try order.insert(text.id, day: day, keys: keys, in: database)
        database.remembered.texts.insert(text, for: text.id, cost: text.cost)

        var links: Set<String> = []
        for (other, shared) in near.near.sorted(by: { $0.key < $1.key })
        where text.isCopy(of: try Self.text(of: other, in: database)) {
            links.insert(other)
            try insertLink(text.id, other, keys: shared, in: database)
        }
        var change = Change()
        change.gain(text.id)
        try join(text.id, with: links, &change, in: database)
        for (pair, keys) in near.parted.sorted(by: { $0.key < $1.key }) {
            guard try loosen(pair, by: keys, in: database), !(links.contains(pair.one) && links.contains(pair.other))
            else { continue }
            try part(pair, &change, in: database)
        }
        return change
    }

    /// The index keys of a text.
    static func keys(of text: FamilyText) -> [Int] {
        text.shingles.keys.prefix(mostKeys).map { Int(Int64(bitPattern: $0)) }
    }

    /// The family of an article; nil where there is no such article.
    static func family(of article: String, in database: Database) throws -> String? {
        try database.firstText("SELECT family FROM families WHERE article = ?", [.text(article)])
    }

    // MARK: Families

    /// Makes one family of an article that is one by itself and those of its copies.
    private static func join(
        _ article: String, with links: Set<String>, _ change: inout Change, in database: Database
    ) throws {
        let families = Set(try links.compactMap { try family(of: $0, in: database) })
        guard let name = families.union([article]).min(), !families.isEmpty else { return }
        // Those of the largest were no copies of the others' before, but that is told by the others.
        var parts = try families.sorted().map { try members(of: $0, in: database) }
        if let largest = parts.indices.max(by: { parts[$0].count < parts[$1].count }) { parts.remove(at: largest) }
        change.articles.formUnion(parts.joined())
        for family in families.union([article]).sorted() where family != name {
            try database.run("UPDATE families SET family = ? WHERE family = ?", [.text(name), .text(family)])
            change.lose(family)
        }
    }

    /// Parts the family of two articles that are linked no more, where nothing else links them.
    private static func part(_ pair: KeyOrder.Pair, _ change: inout Change, in database: Database) throws {
        guard let family = try family(of: pair.one, in: database),
            let part = try Connection(database).smallerPart(of: pair.one, and: pair.other)
        else { return }
        change.articles.formUnion(part)
        change.lose(family)
        guard let own = part.min() else { return }
        // A family goes by its smallest article: where that has gone with the part, the rest goes by another.
        let rest = part.contains(family) ? try members(of: family, in: database).first { !part.contains($0) } : family
        if let rest, rest != family {
            try database.run("UPDATE families SET family = ? WHERE family = ?", [.text(rest), .text(family)])
        }
        for article in part.sorted() {
            try database.run("UPDATE families SET family = ? WHERE article = ?", [.text(own), .text(article)])
        }
        change.gain(own)
        if let rest { change.gain(rest) }
    }

    /// In order.
    private static func members(of family: String, in database: Database) throws -> [String] {
        let rows = try database.prepare("SELECT article FROM families WHERE family = ? ORDER BY article")
        try rows.bind([.text(family)])
        var found: [String] = []
        while try rows.step() { found.append(rows.text(0)) }
        return found
    }

    // MARK: Links

    private static func insertLink(_ one: String, _ other: String, keys: Int, in database: Database) throws {
        for (from, to) in [(one, other), (other, one)] {
            try database.run(
                "INSERT INTO family_links (one, other, keys) VALUES (?, ?, ?)",
                [.text(from), .text(to), .integer(keys)])
        }
    }

    /// Takes keys from a link; where none is left, the link goes.
    ///
    /// - Returns: whether a link has gone.
    private static func loosen(_ pair: KeyOrder.Pair, by keys: Int, in database: Database) throws -> Bool {
        let values: [StoredValue] = [.text(pair.one), .text(pair.other)]
        guard let left = try database.number("SELECT keys FROM family_links WHERE one = ? AND other = ?", values) else {
            return false
        }
        for (from, to) in [(pair.one, pair.other), (pair.other, pair.one)] {
            if left > keys {
                try database.run(
                    "UPDATE family_links SET keys = ? WHERE one = ? AND other = ?",
                    [.integer(left - keys), .text(from), .text(to)])
            } else {
                try database.run("DELETE FROM family_links WHERE one = ? AND other = ?", [.text(from), .text(to)])
            }
        }
        return left <= keys
    }

    /// The text of an article of the ledger.
    private static func text(of article: String, in database: Database) throws -> FamilyText {
        if let known = database.remembered.texts[article] { return known }
        let row = try database.prepare("SELECT text, blocks, outlet, wire FROM articles WHERE id = ?")
        try row.bind([.text(article)])
        guard try row.step(), let blocks = StoredClaims.blocks(row.bytes(1), in: row.bytes(0)) else {
            throw LedgerFailure.unreadable("article \(article)", in: database.path)
        }
        let text = FamilyText(
            id: article, text: row.bytes(0), blocks: blocks, outlet: row.optionalText(2), wire: row.optionalText(3))
        database.remembered.texts.insert(text, for: article, cost: text.cost)
        return text
    }
}

/// Whether articles are still linked through others.
private struct Connection {
    private let database: Database

    init(_ database: Database) { self.database = database }

    /// Walks from both articles at once, a step here and a step there: the work is that of the smaller part, or ends where they
    /// meet.
    ///
    /// - Returns: what is linked to the one that is linked to less; nil where the two are linked to each other.
    func smallerPart(of one: String, and other: String) throws -> Set<String>? {
        let links = try database.prepare("SELECT other FROM family_links WHERE one = ?")
        var seen: [Set<String>] = [[one], [other]]
        var pending = [[one], [other]]
        while true {
            for side in 0..<2 {
                guard let next = pending[side].popLast() else { return seen[side] }
                try links.bind([.text(next)])
                while try links.step() {
                    let found = links.text(0)
                    if seen[1 - side].contains(found) { return nil }
                    if seen[side].insert(found).inserted { pending[side].append(found) }
                }
            }
        }
    }
}
