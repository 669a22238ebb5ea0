import DragomanNames

/// Groups names into identities: a function of the set of names and of the judgments, whatever their order.
struct IdentityGrouping {
    /// A judgment on names, as the grouping needs it: folded names on both sides.
    struct Ruling {
        var isMerge: Bool
        var first: Set<String>
        var second: Set<String>
    }

    private struct Link { var a: Int, b: Int, likeness: IdentityLikeness }

    let nodes: [NameNode]
    /// The group of each node, and the nodes of each group.
    private var groupOf: [Int]
    private var members: [[Int]]
    private var hasEntry: [Bool]
    /// Pairs of nodes that are not one without a judgment, with their likeness.
    private(set) var questions: [(a: Int, b: Int, likeness: IdentityLikeness)] = []
    private var apart: [(Set<Int>, Set<Int>)] = []

    /// Candidates of one node that are compared.
    private static let candidates = 24

    /// - Parameter rulings: the judgments in force, the first first: of two that contradict each other the later one holds.
    init(_ nodes: [NameNode], rulings: [Ruling], matcher: NameMatcher) {
        self.nodes = nodes
        groupOf = Array(nodes.indices)
        members = nodes.indices.map { [$0] }
        hasEntry = nodes.map { $0.entry != nil }
        var merges: [(Set<Int>, Set<Int>)] = []
        for ruling in rulings {
            let sides = (selected(ruling.first), selected(ruling.second))
            if ruling.isMerge {
                merges.append(sides)
                apart.removeAll { Self.overlap($0, sides) }
            } else {
                apart.append(sides)
                merges.removeAll { Self.overlap($0, sides) }
            }
        }
        for merge in merges {
            let all = merge.0.union(merge.1).sorted()
            for other in all.dropFirst() { join(all[0], other) }
        }
        let links = Self.links(nodes, matcher)
        for link in links where !nodes[link.a].isSingle && !nodes[link.b].isSingle {
            if link.likeness.score >= IdentityLikeness.same, mayJoin(link.a, link.b) { join(link.a, link.b) }
        }
        attachSingles(links)
        for link in links where groupOf[link.a] != groupOf[link.b] && link.likeness.score >= IdentityLikeness.question {
            if !isRuledApart(link.a, link.b) { questions.append((link.a, link.b, link.likeness)) }
        }
    }

    /// Nodes that bear one of these names.
    private func selected(_ names: Set<String>) -> Set<Int> {
        Set(nodes.indices.filter { node in nodes[node].names.keys.contains { names.contains(NameKey.of($0)) } })
    }

    private static func overlap(_ one: (Set<Int>, Set<Int>), _ other: (Set<Int>, Set<Int>)) -> Bool {
        let straight = !one.0.isDisjoint(with: other.0) && !one.1.isDisjoint(with: other.1)
        return straight || (!one.0.isDisjoint(with: other.1) && !one.1.isDisjoint(with: other.0))
    }

    /// Pairs that are worth a look, the likeliest first; a fixed order.
    private static func links(_ nodes: [NameNode], _ matcher: NameMatcher) -> [Link] {
        var index = NameIndex(matcher: matcher)
        var owners: [Int] = []
        for (number, node) in nodes.enumerated() where isCompared(node) {
            for name in node.names.keys.sorted() {
                index.add(name, id: "")
                owners.append(number)
            }
        }
        var seen: Set<UInt64> = []
        var links: [Link] = []
        for (number, node) in nodes.enumerated() where isCompared(node) {
            for name in node.names.keys.sorted() {
                for candidate in index.candidates(name, most: candidates) {
                    let other = owners[candidate]
                    guard other != number, sorts(node.type) == sorts(nodes[other].type) else { continue }
                    if node.entry != nil, nodes[other].entry != nil { continue }
                    let (a, b) = (min(number, other), max(number, other))
                    guard seen.insert(UInt64(a) << 32 | UInt64(b)).inserted else { continue }
                    let likeness = IdentityLikeness(nodes[a], nodes[b], matcher: matcher)
                    if likeness.score >= IdentityLikeness.question {
                        links.append(Link(a: a, b: b, likeness: likeness))
                    }
                }
            }
        }
        return links.sorted { ($1.likeness.score, $0.a, $0.b) < ($0.likeness.score, $1.a, $1.b) }
    }

    /// Places are known by the knowledge base or not at all.
    private static func isCompared(_ node: NameNode) -> Bool { ![.country, .region, .place].contains(node.type) }

    /// Firms, brands and institutions may be taken for one another; persons only for persons.
    private static func sorts(_ type: NameType) -> Int { type == .person ? 0 : type == .model ? 1 : 2 }

    // MARK: Joining

    private mutating func join(_ a: Int, _ b: Int) {
        let (x, y) = (groupOf[a], groupOf[b])
        guard x != y else { return }
        let (large, small) = members[x].count >= members[y].count ? (x, y) : (y, x)
        for node in members[small] { groupOf[node] = large }
        members[large] += members[small]
        members[small] = []
        hasEntry[large] = hasEntry[large] || hasEntry[small]
    }

    /// Whether two groups may become one: no two entries, and no split between them.
    private func mayJoin(_ a: Int, _ b: Int) -> Bool {
        let (x, y) = (groupOf[a], groupOf[b])
        guard x != y else { return true }
        if hasEntry[x], hasEntry[y] { return false }
        return !apart.contains { first, second in
            func meet(_ group: Int, _ side: Set<Int>) -> Bool { members[group].contains(where: side.contains) }
            return (meet(x, first) && meet(y, second)) || (meet(y, first) && meet(x, second))
        }
    }

    private func isRuledApart(_ a: Int, _ b: Int) -> Bool {
        apart.contains { ($0.contains(a) && $1.contains(b)) || ($0.contains(b) && $1.contains(a)) }
    }

    /// A single name goes to the one group that the context bears out; where there are two, to none.
    private mutating func attachSingles(_ links: [Link]) {
        var fitting: [Int: Set<Int>] = [:]
        for link in links where nodes[link.a].isSingle != nodes[link.b].isSingle {
            let (single, full) = nodes[link.a].isSingle ? (link.a, link.b) : (link.b, link.a)
            if link.likeness.score >= IdentityLikeness.same, link.likeness.hasSupport, mayJoin(single, full) {
                fitting[single, default: []].insert(groupOf[full])
            }
        }
        // Groups of full names are settled by now; a single name may join one that has another single name already.
        for (single, groups) in fitting.sorted(by: { $0.key < $1.key })
        where groups.count == 1 && members[groupOf[single]].count == 1 {
            if let group = groups.first, let full = members[group].first { join(full, single) }
        }
    }

    /// The groups, each with its nodes in order, in the order of their first nodes.
    var groups: [[Int]] { members.filter { !$0.isEmpty }.map { $0.sorted() }.sorted { $0[0] < $1[0] } }
}
