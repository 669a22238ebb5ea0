internal import DragomanPage
internal import DragomanText

/// The rows of stories. A family of copies is one node, which stands for it by the article of the smallest id.
///
/// Two nodes are linked where they are near each other in two index keys or more (`KeyOrder`) and alike enough; `keys` is in how many.
/// `base` is the story as it is found, `story` what judgments make of it.
enum StoryTable {
    static let tables = ["story_nodes", "story_keys", "story_links"]
    static let sql = """
        CREATE TABLE story_nodes (
            family TEXT PRIMARY KEY REFERENCES articles (id),
            base TEXT NOT NULL,
            story TEXT NOT NULL,
            day INTEGER NOT NULL,
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
            keys INTEGER NOT NULL,
            PRIMARY KEY (one, other)
        ) STRICT, WITHOUT ROWID;
        """

    /// Chances are kept in millionths.
    private static let scale: Float = 1_000_000
    static let order = KeyOrder(
        table: "story_keys", id: "family", reach: StoryCandidates.reach, span: StoryCandidates.window)

    /// Brings the stories in line with what has become of the families.
    static func derive(_ change: FamilyTable.Change, new: AddedArticle, in database: Database) throws {
        let links = StoredLinks(database: database)
        var changed: Set<String> = []
        for family in change.gone.sorted() { try remove(family, to: &changed, in: database) }
        for family in change.come.sorted() {
            let article = family == new.entry.id ? new : try StoredClaims.article(family, in: database)
            if let article { try insert(article, to: &changed, in: database) }
        }
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
        let links = StoredLinks(database: database)
        let others = try links.neighbours(of: node, from: 0, limit: -1)
        // Without it a field that was too large may be none any more, for those whose links were too weak, too.
        for near in [node] + others where !changed.contains(near) {
            changed.formUnion(try StoryField.around(near, in: links))
        }
        changed.remove(node)
        let day = try self.day(of: node, in: database)
        let keys = profile.keys.map { Int($0) }
        for other in others { try deleteLink(KeyOrder.Pair(node, other), in: database) }
        try order.remove(node, day: day, keys: keys, in: database)
        try database.run("DELETE FROM story_nodes WHERE family = ?", [.text(node)])
        let near = try order.change(node, day: day, keys: keys, in: database)
        for (pair, shared) in near.parted.sorted(by: { $0.key < $1.key }) {
            if let keys = try keysOfLink(pair, in: database) {
                try setLink(pair, keys: keys + shared, in: database)
            } else {
                try linkIfNear(pair, to: &changed, in: database)
            }
        }
    }

    private static func insert(_ new: AddedArticle, to changed: inout Set<String>, in database: Database) throws {
        let id = new.entry.id
        let profile = StoryProfile(new.article.text, blocks: new.article.blocks)
        let day = Strand.day(of: new.entry.published)
        let keys = profile.keys.map { Int($0) }
        let near = try order.change(id, day: day, keys: keys, in: database)
        try database.run(
            "INSERT INTO story_nodes (family, base, story, day, profile) VALUES (?, ?, ?, ?, ?)",
            [.text(id), .text(id), .text(id), .integer(day), .bytes(profile.bytes)])
        database.remembered.profiles.insert(profile, for: id, cost: profile.terms.count + 1)
        try order.insert(id, day: day, keys: keys, in: database)
        for (pair, shared) in near.parted.sorted(by: { $0.key < $1.key }) {
            guard let keys = try keysOfLink(pair, in: database) else { continue }
            if keys - shared >= StoryCandidates.shared {
                try setLink(pair, keys: keys - shared, in: database)
            } else {
                try note(pair, in: &changed, in: database)
                try deleteLink(pair, in: database)
            }
        }
        for (other, shared) in near.near.sorted(by: { $0.key < $1.key }) where shared >= StoryCandidates.shared {
            guard let chance = try chance(profile, other, in: database) else { continue }
            let pair = KeyOrder.Pair(id, other)
            try note(pair, in: &changed, in: database)
            try insertLink(pair, chance: chance, keys: shared, in: database)
        }
        changed.insert(id)
    }

    /// Links two nodes that have come nearer each other, where they are alike and near in keys enough.
    private static func linkIfNear(
        _ pair: KeyOrder.Pair, to changed: inout Set<String>, in database: Database
    ) throws {
        guard let one = try profile(of: pair.one, in: database), let other = try profile(of: pair.other, in: database),
            let chance = try chance(one, pair.other, in: database)
        else { return }
        let shared = Set(one.keys).intersection(other.keys).sorted().map { Int($0) }
        let keys = try order.nearness(
            (pair.one, day(of: pair.one, in: database)), (pair.other, day(of: pair.other, in: database)),
            keys: shared, in: database)
        guard keys >= StoryCandidates.shared else { return }
        try note(pair, in: &changed, in: database)
        try insertLink(pair, chance: chance, keys: keys, in: database)
    }

    /// The chance that two belong together, where it is enough for a link.
    private static func chance(_ profile: StoryProfile, _ other: String, in database: Database) throws -> Float? {
        guard let near = try Self.profile(of: other, in: database) else { return nil }
        let chance = StoryLikeness.chance(StoryLikeness.of(profile, near))
        return chance >= StoryWeights.link ? chance : nil
    }

    /// Notes the fields of two nodes as they are before their link changes; those they have then follow from the nodes. Of a node that
    /// is noted its whole field is.
    private static func note(
        _ pair: KeyOrder.Pair, in changed: inout Set<String>, in database: Database
    ) throws {
        for node in [pair.one, pair.other] {
            guard !changed.contains(node) else { continue }
            changed.formUnion(try StoryField.around(node, in: StoredLinks(database: database)))
        }
    }

    // MARK: Rows

    private static func keysOfLink(_ pair: KeyOrder.Pair, in database: Database) throws -> Int? {
        try database.number(
            "SELECT keys FROM story_links WHERE one = ? AND other = ?", [.text(pair.one), .text(pair.other)])
    }

    private static func insertLink(_ pair: KeyOrder.Pair, chance: Float, keys: Int, in database: Database) throws {
        for (one, other) in [(pair.one, pair.other), (pair.other, pair.one)] {
            try database.run(
                "INSERT INTO story_links (one, other, chance, keys) VALUES (?, ?, ?, ?)",
                [.text(one), .text(other), .integer(Int(chance * scale)), .integer(keys)])
        }
    }

    private static func setLink(_ pair: KeyOrder.Pair, keys: Int, in database: Database) throws {
        for (one, other) in [(pair.one, pair.other), (pair.other, pair.one)] {
            try database.run(
                "UPDATE story_links SET keys = ? WHERE one = ? AND other = ?",
                [.integer(keys), .text(one), .text(other)])
        }
    }

    private static func deleteLink(_ pair: KeyOrder.Pair, in database: Database) throws {
        for (one, other) in [(pair.one, pair.other), (pair.other, pair.one)] {
            try database.run("DELETE FROM story_links WHERE one = ? AND other = ?", [.text(one), .text(other)])
        }
    }

    private static func day(of node: String, in database: Database) throws -> Int {
        try database.number("SELECT day FROM story_nodes WHERE family = ?", [.text(node)]) ?? KeyOrder.undated
    }

    /// The profile of a node; nil where there is no such node.
    static func profile(of node: String, in database: Database) throws -> StoryProfile? {
        if let known = database.remembered.profiles[node] { return known }
        let row = try database.prepare("SELECT profile FROM story_nodes WHERE family = ?")
        try row.bind([.text(node)])
        guard try row.step() else { return nil }
        guard let profile = StoryProfile(bytes: row.bytes(0)) else {
            throw LedgerFailure.unreadable("the story of \(node)", in: database.path)
        }
        database.remembered.profiles.insert(profile, for: node, cost: profile.terms.count + 1)
        return profile
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
