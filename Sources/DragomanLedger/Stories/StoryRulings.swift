internal import DragomanText
internal import Foundation

/// What people judged of stories: which are one, and which articles are another story than the rest.
///
/// Judgments are laid over the stories as they are found, so that they hold whatever comes later and leave nothing behind when they are
/// undone. What a split takes out is a story of its own; a later article of that story joins the side it is more alike. A side of a
/// merge is the story that most of its articles are in. Of two judgments that contradict each other the later one holds.
enum StoryRulings {
    private struct Ruling {
        var number: Int
        var isMerge: Bool
        /// Families.
        var sides: [[String]]
    }

    private struct Node {
        var base: String
        /// The split that it went with; nil where it stayed.
        var split: Int?
    }

    /// Most articles of each side that a later one is compared with.
    private static let mostCompared = 32

    /// Whether anything was ever judged of stories.
    static func any(in database: Database) throws -> Bool {
        try database.number("SELECT 1 FROM judged WHERE sort = 'story' LIMIT 1") != nil
    }

    /// Sets the stories of all articles that judgments bear on, or did before.
    static func apply(in database: Database) throws {
        let rulings = try inForce(in: database)
        let judged = Set(rulings.flatMap(\.sides).joined())
        var nodes: [String: Node] = [:]
        let rows = try database.prepare(
            """
            SELECT family, base FROM story_nodes
            WHERE base IN (SELECT base FROM story_nodes WHERE family = ? UNION SELECT base FROM story_nodes WHERE story <> base)
            """)
        for family in judged.isEmpty ? [""] : judged.sorted() {
            try rows.bind([.text(family)])
            while try rows.step() { nodes[rows.text(0)] = Node(base: rows.text(1)) }
        }
        for ruling in rulings where !ruling.isMerge { try split(ruling, &nodes, in: database) }
        let stories = Self.names(of: nodes, merges: rulings.filter(\.isMerge))
        for (family, story) in stories.sorted(by: { $0.key < $1.key }) {
            try database.run(
                "UPDATE story_nodes SET story = ? WHERE family = ? AND story <> ?",
                [.text(story), .text(family), .text(story)])
        }
    }

    private static func inForce(in database: Database) throws -> [Ruling] {
        let rows = try database.prepare(
            """
            SELECT number, judgments.act, subject FROM judgments JOIN judged ON judgment = number
            WHERE sort = 'story' AND in_force = 1 AND judgments.act IN ('merge', 'split') ORDER BY number
            """)
        var rulings: [Ruling] = []
        while try rows.step() {
            guard let subject = try? JSONDecoder().decode(JudgedSubject.self, from: Data(rows.bytes(2))) else {
                throw LedgerFailure.unreadable("judgment \(rows.integer(0))", in: database.path)
            }
            let sides = try subject.sides.map { side in
                try Set(side.names.compactMap { try FamilyTable.family(of: $0, in: database) }).sorted()
            }
            rulings.append(Ruling(number: rows.integer(0), isMerge: rows.text(1) == "merge", sides: sides))
        }
        return rulings
    }

    private static func split(_ ruling: Ruling, _ nodes: inout [String: Node], in database: Database) throws {
        guard ruling.sides.count == 2 else { return }
        let (going, staying) = (ruling.sides[0], ruling.sides[1])
        for family in going { nodes[family]?.split = ruling.number }
        // Articles that came later, or into the story since, go with those they are more alike.
        let bases = Set(going.compactMap { nodes[$0]?.base })
        let named = Set(going + staying)
        let sides = try [going, staying].map { side in
            try side.prefix(mostCompared).compactMap { try StoryTable.profile(of: $0, in: database) }
        }
        guard !sides[1].isEmpty else { return }
        for (family, node) in nodes.sorted(by: { $0.key < $1.key })
        where bases.contains(node.base) && !named.contains(family) && node.split == nil {
            guard let profile = try StoryTable.profile(of: family, in: database) else { continue }
            let means = sides.map { side in
                side.reduce(0) { $0 + StoryLikeness.chance(StoryLikeness.of(profile, $1)) } / Float(max(1, side.count))
            }
            if means[0] > means[1] { nodes[family]?.split = ruling.number }
        }
    }

    /// The story of each node: the smallest family of those that are one.
    private static func names(of nodes: [String: Node], merges: [Ruling]) -> [String: String] {
        func group(_ node: Node) -> String { node.split.map { "\($0)" } ?? node.base }
        var parent: [String: String] = [:]
        func first(_ group: String) -> String {
            var at = group
            while let up = parent[at] { at = up }
            return at
        }
        for merge in merges {
            let groups = merge.sides.compactMap { side -> String? in
                // What a later judgment has taken out counts no more.
                let counted = side.compactMap { nodes[$0] }.filter { $0.split ?? 0 < merge.number }
                let counts = Dictionary(grouping: counted, by: group).mapValues(\.count)
                return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
            }
            for other in groups.dropFirst() {
                let (one, two) = (first(groups[0]), first(other))
                if one != two { parent[max(one, two)] = min(one, two) }
            }
        }
        var names: [String: String] = [:]
        for (family, node) in nodes {
            let root = first(group(node))
            names[root] = min(names[root] ?? family, family)
        }
        return nodes.mapValues { names[first(group($0))] ?? $0.base }
    }
}
