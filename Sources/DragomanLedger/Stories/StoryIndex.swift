/// Stories of articles held in memory, all found at once: what a ledger comes to article by article, for measuring and testing.
struct StoryIndex: StoryLinks {
    private struct Node {
        var profile: StoryProfile
        var day: Int
        var links: [(id: String, chance: Float)] = []
    }
    private var nodes: [String: Node] = [:]

    func neighbours(of node: String, from level: Float, limit: Int) -> [String] {
        Array((nodes[node]?.links ?? []).filter { $0.chance >= level }.prefix(limit).map(\.id))
    }

    /// Adds an article; `day` is in days since 1970, nil where it is unknown.
    mutating func add(_ id: String, _ profile: StoryProfile, day: Int?) {
        nodes[id] = Node(profile: profile, day: day ?? KeyOrder.undated)
    }

    /// The story of each article: the smallest id of its articles.
    mutating func stories() throws -> [String: String] {
        link()
        var stories: [String: String] = [:]
        var pending = Set(nodes.keys)
        while let next = pending.min() {
            let field = try StoryField.around(next, in: self)
            pending.subtract(field)
            for story in StoryGrouping.stories(of: field.compactMap { nodes[$0]?.profile }) {
                for member in story { stories[field[member]] = story.first.map { field[$0] } }
            }
        }
        return stories
    }

    /// Links the articles that are near each other in keys enough, and alike.
    private mutating func link() {
        var lists: [UInt32: [(day: Int, id: String)]] = [:]
        for (id, node) in nodes { for key in node.profile.keys { lists[key, default: []].append((node.day, id)) } }
        var shared: [KeyOrder.Pair: Int] = [:]
        for list in lists.values {
            let ordered = list.sorted { ($0.day, $0.id) < ($1.day, $1.id) }
            for (place, one) in ordered.enumerated() {
                for other in ordered[(place + 1)...].prefix(StoryCandidates.reach)
                where other.day - one.day <= StoryCandidates.window || other.day == KeyOrder.undated {
                    shared[KeyOrder.Pair(one.id, other.id), default: 0] += 1
                }
            }
        }
        for id in nodes.keys { nodes[id]?.links = [] }
        for (pair, count) in shared where count >= StoryCandidates.shared {
            guard let one = nodes[pair.one], let other = nodes[pair.other] else { continue }
            let chance = StoryLikeness.chance(StoryLikeness.of(one.profile, other.profile))
            guard chance >= StoryWeights.link else { continue }
            nodes[pair.one]?.links.append((pair.other, chance))
            nodes[pair.other]?.links.append((pair.one, chance))
        }
    }
}
