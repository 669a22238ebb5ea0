public import DragomanClaims
public import DragomanLedger

/// Who has to do with whom: parties and places, and between them the deals.
public struct Network: Tabular {
    /// A party or a place.
    public struct Node: Sendable, Equatable, Encodable {
        public enum Kind: String, Sendable, Encodable {
            case party, place
        }
        /// Its name as it is compared: `NameKey.of(name)`.
        public var id: String
        /// The name as most deals have it.
        public var name: String
        public var kind: Kind
        /// How many deals it is part of.
        public var deals: Int

        public init(id: String, name: String, kind: Kind, deals: Int) {
            self.id = id
            self.name = name
            self.kind = kind
            self.deals = deals
        }
    }

    /// What one does with or in another.
    public struct Edge: Sendable, Equatable, Encodable {
        /// Ids of nodes: who does it, and with whom or where.
        public var from: String
        public var to: String
        public var kind: ClaimKind
        /// The stage of the newest of its deals.
        public var stage: Stage
        /// Ids of deals, the newest first.
        public var deals: [String]

        public init(from: String, to: String, kind: ClaimKind, stage: Stage, deals: [String]) {
            self.from = from
            self.to = to
            self.kind = kind
            self.stage = stage
            self.deals = deals
        }
    }

    /// Those with most deals first.
    public var nodes: [Node]
    /// Between nodes that are there, those of most deals first.
    public var edges: [Edge]
    /// How many nodes and edges were left out to keep it small, and how many deals were not looked at.
    public var nodesLeftOut: Int
    public var edgesLeftOut: Int
    public var dealsLeftOut: Int

    public init(nodes: [Node], edges: [Edge], nodesLeftOut: Int = 0, edgesLeftOut: Int = 0, dealsLeftOut: Int = 0) {
        self.nodes = nodes
        self.edges = edges
        self.nodesLeftOut = nodesLeftOut
        self.edgesLeftOut = edgesLeftOut
        self.dealsLeftOut = dealsLeftOut
    }

    /// The network of the deals `filter` lets through, of the `limit` parties and places with most deals.
    public init(of ledger: Ledger, _ filter: DealFilter = DealFilter(), limit: Int = 60) throws {
        let deals = try ledger.deals(filter, limit: Timeline.mostDeals)
        let left = deals.count < Timeline.mostDeals ? 0 : try ledger.count(filter) - deals.count
        self.init(of: deals, limit: limit, dealsLeftOut: left)
    }

    /// Names of one field of a deal beyond this many are left out: so many are a list, not parties.
    private static let mostNames = 6

    /// The network of `deals`, of the `limit` parties and places with most deals.
    public init(of deals: [Deal], limit: Int = 60, dealsLeftOut: Int = 0) {
        var spellings: [String: [String: Int]] = [:]
        var counts: [String: Int] = [:]
        var kinds: [String: Node.Kind] = [:]
        var edges: [String: Edge] = [:]
        for deal in deals {
            func ids(_ values: [Supported<String>], _ kind: Node.Kind) -> [String] {
                values.prefix(Self.mostNames).map { value in
                    let id = NameKey.of(value.value)
                    spellings[id, default: [:]][value.value, default: 0] += 1
                    // A country that is a party somewhere is one node, wherever else it stands.
                    if kinds[id] != .party { kinds[id] = kind }
                    return id
                }
            }
            let actors = ids(deal.actors, .party)
            let others = ids(deal.counterparts, .party)
            let places = ids(deal.places, .place)
            for id in Set(actors + others + places) { counts[id, default: 0] += 1 }
            for actor in actors {
                for other in others.isEmpty ? places : others where other != actor {
                    let key = [actor, other, deal.kind.rawValue].joined(separator: "\n")
                    edges[
                        key, default: Edge(from: actor, to: other, kind: deal.kind, stage: deal.stage, deals: [])
                    ].deals.append(deal.id)
                }
            }
        }
        let joined = edges.values.reduce(into: Set<String>()) { $0.formUnion([$1.from, $1.to]) }
        let all = counts.filter { joined.contains($0.key) }.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        let kept = Set(all.prefix(limit).map(\.key))
        nodes = all.prefix(limit).map { id, count in
            let name = spellings[id]?.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? id
            return Node(id: id, name: name, kind: kinds[id] ?? .party, deals: count)
        }
        let found = edges.values.filter { kept.contains($0.from) && kept.contains($0.to) }.sorted {
            ($1.deals.count, $0.from, $0.to, $0.kind.rawValue) < ($0.deals.count, $1.from, $1.to, $1.kind.rawValue)
        }
        self.edges = Array(found.prefix(2 * limit))
        nodesLeftOut = all.count - nodes.count
        edgesLeftOut = edges.count - self.edges.count
        self.dealsLeftOut = dealsLeftOut
    }

    public static let nothing = "No parties with deals between them."

    public var table: Table {
        let names = Dictionary(nodes.map { ($0.id, $0.name) }) { first, _ in first }
        return Table(
            "Who has to do with whom", columns: ["WHO", "WHAT", "WITH WHOM OR WHERE", "STAGE", "DEALS"],
            rows: edges.map {
                [
                    names[$0.from] ?? $0.from, $0.kind.rawValue, names[$0.to] ?? $0.to, $0.stage.rawValue,
                    $0.deals.map { String($0.prefix(8)) }.prefix(8).joined(separator: " ")
                        + ($0.deals.count > 8 ? " …" : ""),
                ]
            }, note: note)
    }

    private var note: String? {
        var parts: [String] = []
        if nodesLeftOut > 0 { parts.append("\(nodesLeftOut) parties and places with fewer deals") }
        if edgesLeftOut > 0 { parts.append("\(edgesLeftOut) relations") }
        if dealsLeftOut > 0 { parts.append("\(dealsLeftOut) older deals") }
        return parts.isEmpty ? nil : "Left out: " + parts.joined(separator: ", ")
    }
}
