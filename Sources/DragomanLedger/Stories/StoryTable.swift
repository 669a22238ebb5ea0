internal import DragomanPage
internal import DragomanText

/// The rows of stories. A family of copies is one node, which stands for it by the article of the smallest id.
///
/// `base` is the story as it is found, `story` what judgments make of it.
enum StoryTable {
    static let tables = ["story_nodes", "story_keys", "story_links"]
    static let sql = """
        CREATE TABLE story_nodes (
            family TEXT PRIMARY KEY REFERENCES articles (id),
            base TEXT NOT NULL,
            story TEXT NOT NULL,
            day INTEGER,
            profile BLOB NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX nodes_of_story ON story_nodes (story);
        CREATE INDEX nodes_of_base ON story_nodes (base);
        CREATE INDEX judged_nodes ON story_nodes (family) WHERE story <> base;

        CREATE TABLE story_keys (
            key INTEGER NOT NULL,
            day INTEGER NOT NULL,
            family TEXT NOT NULL REFERENCES articles (id),
            PRIMARY KEY (key, day, family)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE story_links (
            one TEXT NOT NULL REFERENCES articles (id),
            other TEXT NOT NULL REFERENCES articles (id),
            chance INTEGER NOT NULL,
            PRIMARY KEY (one, other)
        ) STRICT, WITHOUT ROWID;
        """

    /// Chances are kept in millionths.
    private static let scale: Float = 1_000_000
    /// The day of an article without a date, in the index.
    private static let undated = -1

    /// Brings the stories in line with what has become of the families.
    static func derive(_ change: FamilyTable.Change, new: AddedArticle, in database: Database) throws {
        let links = StoredLinks(database: database)
        var changed: Set<String> = []
        for family in change.gone { try remove(family, to: &changed, in: database) }
        // A copy whose id is not the smallest changes nothing: its family is a node already.
        if change.family == new.entry.id { try insert(new, to: &changed, in: database) }
        while let next = changed.min() {
            let field = try StoryField.around(next, in: links)
            changed.subtract(field)
            changed.remove(next)
            let nodes = try field.compactMap { id in try profile(of: id, in: database).map { (id, $0) } }
            for story in StoryGrouping.stories(of: nodes.map(\.1)) {
                guard let name = story.first.map({ nodes[$0].0 }) else { continue }
                for member in story {
                    try database.run(
                        "UPDATE story_nodes SET base = ?, story = ? WHERE family = ? AND base <> ?",
                        [.text(name), .text(name), .text(nodes[member].0), .text(name)])
                }
            }
        }
    }

    /// Takes a node out; what its field was is to be grouped anew.
    private static func remove(_ node: String, to changed: inout Set<String>, in database: Database) throws {
        guard let profile = try profile(of: node, in: database) else { return }
        changed.formUnion(try StoryField.around(node, in: StoredLinks(database: database)))
        changed.remove(node)
        let day = try database.number("SELECT day FROM story_nodes WHERE family = ?", [.text(node)]) ?? undated
        for key in profile.keys {
            for day in [day, undated] {
                try database.run(
                    "DELETE FROM story_keys WHERE key = ? AND day = ? AND family = ?",
                    [.integer(Int(key)), .integer(day), .text(node)])
            }
        }
        let others = try StoredLinks(database: database).neighbours(of: node, from: 0, limit: -1)
        for other in others {
            for (one, two) in [(node, other), (other, node)] {
                try database.run("DELETE FROM story_links WHERE one = ? AND other = ?", [.text(one), .text(two)])
            }
        }
        try database.run("DELETE FROM story_nodes WHERE family = ?", [.text(node)])
    }

    private static func insert(_ new: AddedArticle, to changed: inout Set<String>, in database: Database) throws {
        let id = new.entry.id
        let profile = StoryProfile(new.article.text, blocks: new.article.blocks)
        let day = new.entry.published?.span.lowerBound
        let keys = profile.keys
        let lists = try keys.map { try families(withKey: Int($0), near: day, in: database) }
        var links: [(id: String, chance: Float)] = []
        for other in StoryCandidates.best(of: lists) {
            guard let near = try Self.profile(of: other, in: database) else { continue }
            let chance = StoryLikeness.chance(StoryLikeness.of(profile, near))
            guard chance >= StoryWeights.link else { continue }
            changed.formUnion(try StoryField.around(other, in: StoredLinks(database: database)))
            links.append((other, chance))
        }
        try database.run(
            "INSERT INTO story_nodes (family, base, story, day, profile) VALUES (?, ?, ?, ?, ?)",
            [.text(id), .text(id), .text(id), .init(day), .bytes(profile.bytes)])
        for key in keys {
            try database.run(
                "INSERT INTO story_keys (key, day, family) VALUES (?, ?, ?)",
                [.integer(Int(key)), .integer(day ?? undated), .text(id)])
        }
        for link in links {
            for (one, other) in [(id, link.id), (link.id, id)] {
                try database.run(
                    "INSERT INTO story_links (one, other, chance) VALUES (?, ?, ?)",
                    [.text(one), .text(other), .integer(Int(link.chance * scale))])
            }
        }
        changed.insert(id)
    }

    /// The profile of a node; nil where there is no such node.
    static func profile(of node: String, in database: Database) throws -> StoryProfile? {
        let row = try database.prepare("SELECT profile FROM story_nodes WHERE family = ?")
        try row.bind([.text(node)])
        guard try row.step() else { return nil }
        guard let profile = StoryProfile(bytes: row.bytes(0)) else {
            throw LedgerFailure.unreadable("the story of \(node)", in: database.path)
        }
        return profile
    }

    /// The families with an index key whose day is near: the nearest on either side, and undated ones.
    private static func families(withKey key: Int, near day: Int?, in database: Database) throws -> [String] {
        func list(_ condition: String, _ values: [Int], _ order: String) throws -> [String] {
            let rows = try database.prepare(
                """
                SELECT family FROM story_keys WHERE key = ? AND \(condition) ORDER BY day \(order), family \(order)
                LIMIT \(StoryCandidates.perKey)
                """)
            try rows.bind([.integer(key)] + values.map { .integer($0) })
            var found: [String] = []
            while try rows.step() { found.append(rows.text(0)) }
            return found
        }
        let without = try list("day = ?", [undated], "ASC")
        guard let day else { return without + (try list("day > ?", [undated], "DESC")) }
        return try without + list("day BETWEEN ? AND ?", [max(0, day - StoryCandidates.window), day], "DESC")
            + list("day BETWEEN ? AND ?", [day + 1, day + StoryCandidates.window], "ASC")
    }

    /// The links of nodes as they are stored.
    struct StoredLinks: StoryLinks {
        let database: Database

        func neighbours(of node: String, from level: Float, limit: Int) throws -> [String] {
            let rows = try database.prepare("SELECT other FROM story_links WHERE one = ? AND chance >= ? LIMIT ?")
            try rows.bind([.text(node), .integer(Int(level * scale)), .integer(limit)])
            var found: [String] = []
            while try rows.step() { found.append(rows.text(0)) }
            return found
        }
    }
}
