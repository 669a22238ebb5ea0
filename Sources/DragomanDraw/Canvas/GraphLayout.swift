internal import CDragomanGraph
internal import DragomanText
internal import Synchronization

/// Where boxes and the lines between them stand, as Graphviz's dot lays them out from left to right.
struct GraphLayout {
    /// The boxes' middles, in the order given.
    let boxes: [(x: Double, y: Double)]
    /// The lines' paths, in the order given: a point, then three for each cubic curve; empty for a line that was not laid.
    let lines: [[(x: Double, y: Double)]]
    let width: Double
    let height: Double

    /// Graphviz is one for the whole program and no two threads may use it at once.
    private static let turn = Mutex(())

    /// Doubles for the paths, above what the largest network drawn takes.
    private static let room = 200_000

    /// - Parameters:
    ///   - boxes: widths and heights in pixels.
    ///   - lines: positions in `boxes`.
    /// - Throws: `DragomanError` G001.
    init(boxes: [(width: Double, height: Double)], lines: [(from: Int, to: Int)]) throws {
        var nodes = boxes.map { dragoman_graph_node(width: $0.width, height: $0.height, x: 0, y: 0) }
        var edges = lines.map { dragoman_graph_edge(from: UInt32($0.from), to: UInt32($0.to), first: 0, count: 0) }
        var points = [Double](repeating: 0, count: Self.room)
        var (width, height) = (0.0, 0.0)
        let code = Self.turn.withLock { _ in
            dragoman_graph_layout(&nodes, nodes.count, &edges, edges.count, &points, points.count, &width, &height)
        }
        guard code == 0 else {
            throw DragomanError(
                .failure, "G001", "Graphviz could not lay out the network",
                advice: "Is its library whole? As root: apt-get install --reinstall libgvc6, then dot -c.")
        }
        self.boxes = nodes.map { ($0.x, $0.y) }
        self.lines = edges.map { edge in
            (0..<edge.count).map { (points[edge.first + 2 * $0], points[edge.first + 2 * $0 + 1]) }
        }
        self.width = width
        self.height = height
    }
}
