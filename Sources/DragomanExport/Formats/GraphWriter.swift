internal import DragomanBrief
internal import DragomanClaims
internal import DragomanLedger
internal import DragomanText

/// Deals, parties and places as a graph: each deal is a node, with an edge from each actor and to each counterpart and place.
///
/// Two passes over the rows: all nodes, then all edges. Sources: https://gexf.net/1.3/ and
/// http://graphml.graphdrawing.org/specification.html
struct GraphWriter: ExportWriter {
    enum Dialect { case gexf, graphML }

    let dialect: Dialect
    private let heading: ExportHeading
    private var known: Set<String> = []
    private var edges = 0

    init(dialect: Dialect, _ heading: ExportHeading) {
        self.dialect = dialect
        self.heading = heading
    }

    var passes: Int { 2 }

    /// The values a node carries beside its label, by the ids of their columns.
    private static let columns = ["type", "kind", "stage", "newest", "reports"]

    var opening: String {
        let xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        switch dialect {
        case .gexf:
            let columns = Self.columns.map {
                "<attribute id=\"\($0)\" title=\"\($0)\" type=\"\($0 == "reports" ? "integer" : "string")\"/>"
            }
            return xml
                + "<gexf xmlns=\"http://gexf.net/1.3\" version=\"1.3\"><meta><creator>Dragoman</creator><description>"
                + SafeText.markup(heading.title)
                + "</description></meta>\n<graph defaultedgetype=\"directed\" mode=\"static\">"
                + "<attributes class=\"node\">\(columns.joined())</attributes>\n<nodes>\n"
        case .graphML:
            let columns = (["label"] + Self.columns).map {
                "<key id=\"\($0)\" for=\"node\" attr.name=\"\($0)\" attr.type=\"\($0 == "reports" ? "int" : "string")\"/>"
            }
            return xml + "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">" + columns.joined()
                + "<key id=\"role\" for=\"edge\" attr.name=\"role\" attr.type=\"string\"/>\n"
                + "<graph edgedefault=\"directed\">\n"
        }
    }

    mutating func write(_ row: ExportRow, pass: Int) -> String {
        let ties: [(role: String, names: [String])] = [
            ("actor", row.actors), ("counterpart", row.counterparts), ("place", row.places),
        ]
        let deal = "deal-" + row.id
        if pass == 0 {
            var nodes = node(
                deal, label: row.statement,
                [
                    "deal", row.kind.rawValue, row.stage.rawValue, row.newest?.description ?? "", "\(row.reports)",
                ])
            for tie in ties {
                for name in tie.names {
                    let id = Self.id(name, tie.role)
                    if known.insert(id).inserted {
                        nodes += node(id, label: name, [tie.role == "place" ? "place" : "party"])
                    }
                }
            }
            return nodes
        }
        return ties.flatMap { tie in tie.names.inOrderOnce.map { (tie.role, Self.id($0, tie.role)) } }
            .map { role, id in role == "actor" ? edge(id, deal, role) : edge(deal, id, role) }.joined()
    }

    func ending(pass: Int) -> String {
        switch (dialect, pass) {
        case (.gexf, 0): "</nodes>\n<edges>\n"
        case (.gexf, _): "</edges></graph></gexf>\n"
        case (.graphML, 0): ""
        case (.graphML, _): "</graph></graphml>\n"
        }
    }

    private static func id(_ name: String, _ role: String) -> String {
        (role == "place" ? "place-" : "party-") + Escaping.id(of: name)
    }

    private func node(_ id: String, label: String, _ values: [String]) -> String {
        let pairs = zip(Self.columns, values).filter { !$1.isEmpty }
        let label = SafeText.markup(label)
        switch dialect {
        case .gexf:
            let values = pairs.map { "<attvalue for=\"\($0)\" value=\"\($1)\"/>" }.joined()
            return "<node id=\"\(id)\" label=\"\(label)\"><attvalues>\(values)</attvalues></node>\n"
        case .graphML:
            let values = pairs.map { "<data key=\"\($0)\">\($1)</data>" }.joined()
            return "<node id=\"\(id)\"><data key=\"label\">\(label)</data>\(values)</node>\n"
        }
    }

    private mutating func edge(_ source: String, _ target: String, _ role: String) -> String {
        edges += 1
        switch dialect {
        case .gexf:
            return "<edge id=\"\(edges)\" source=\"\(source)\" target=\"\(target)\" label=\"\(role)\"/>\n"
        case .graphML:
            return "<edge source=\"\(source)\" target=\"\(target)\"><data key=\"role\">\(role)</data></edge>\n"
        }
    }
}
