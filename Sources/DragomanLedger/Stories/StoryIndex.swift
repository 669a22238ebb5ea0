/// Stories of articles held in memory: the same steps as in a ledger, for measuring and testing.
struct StoryIndex: StoryLinks {
    private struct Node {
        var profile: StoryProfile
        /// Days since 1970; nil where unknown.
        var day: Int?
        var links: [(id: String, chance: Float)] = []
    }
    private var nodes: [String: Node] = [:]
    private var postings: [UInt32: [(day: Int?, id: String)]] = [:]
    /// The story of each article: the smallest id of its articles.
    private(set) var stories: [String: String] = [:]

    func neighbours(of node: String, from level: Float, limit: Int) -> [String] {
        Array((nodes[node]?.links ?? []).filter { $0.chance >= level }.prefix(limit).map(\.id))
    }

    /// Adds an article and groups anew what it bears on.
    mutating func add(_ id: String, _ profile: StoryProfile, day: Int?) throws {
        guard nodes[id] == nil else { return }
        let keys = profile.keys
        let lists = keys.map { key in
            Array(
                (postings[key] ?? []).filter { posting in
                    guard let one = posting.day, let day else { return true }
                    return abs(one - day) <= StoryCandidates.window
                }.prefix(2 * StoryCandidates.perKey).map(\.id))
        }
        var changed: Set<String> = [id]
        var node = Node(profile: profile, day: day)
        for other in StoryCandidates.best(of: lists) {
            guard let near = nodes[other] else { continue }
            let chance = StoryLikeness.chance(StoryLikeness.of(profile, near.profile))
            guard chance >= StoryWeights.link else { continue }
            changed.formUnion(try StoryField.around(other, in: self))
            node.links.append((other, chance))
        }
        nodes[id] = node
        for link in node.links { nodes[link.id]?.links.append((id, link.chance)) }
        for key in keys { postings[key, default: []].append((day, id)) }
        while let next = changed.popFirst() {
            let field = try StoryField.around(next, in: self)
            changed.subtract(field)
            let profiles = field.compactMap { nodes[$0]?.profile }
            for story in StoryGrouping.stories(of: profiles) {
                for member in story { stories[field[member]] = story.first.map { field[$0] } }
            }
        }
    }
}
