public import DragomanBrief
internal import DragomanClaims
internal import DragomanText

extension Network {
    /// The most parties and places, and the most relations, that are drawn.
    public static let mostNodes = 60
    public static let mostEdges = 120

    /// The network as a picture, laid out by Graphviz: who does something left of whom it is done with.
    ///
    /// Parties are boxes, places rounded ones; a line is drawn for each kind of undertaking between two, thicker for more deals, in the ink of the
    /// newest stage, which the table names.
    ///
    /// - Parameter width: pixels at most, where the network can be drawn so narrow without its words becoming small; held to `Picture.widths`. Wider
    ///   networks are as wide as they must be.
    /// - Throws: `DragomanError` G001 where Graphviz cannot lay it out.
    public func picture(width: Double = 720) throws -> Picture {
        let width = Picture.width(width)
        let drawnNodes = Array(nodes.prefix(Self.mostNodes))
        let position = Dictionary(drawnNodes.enumerated().map { ($1.id, $0) }) { first, _ in first }
        let between = edges.filter { position[$0.from] != nil && position[$0.to] != nil && $0.from != $0.to }
        let drawnEdges = Array(between.prefix(Self.mostEdges))
        var canvas = Canvas()
        guard !drawnNodes.isEmpty else {
            canvas.text(Self.nothing, 12, 24, .dim)
            return Picture(table, description: Self.nothing, width: width, height: 36, canvas)
        }
        let room = max(90, min(220, width / 3.4))
        let labels = drawnNodes.map { TextMeasure.fitted($0.name, into: room, isBold: true) }
        let layout = try GraphLayout(
            boxes: labels.map { (TextMeasure.width($0, isBold: true) + 20, 28) },
            lines: drawnEdges.map { (position[$0.from] ?? 0, position[$0.to] ?? 0) })
        let margin = 14.0
        let full = max(width, layout.width + 2 * margin)
        let left = (full - layout.width) / 2
        for (edge, path) in zip(drawnEdges, layout.lines) {
            draw(edge, path.map { ($0.x + left, $0.y + margin) }, on: &canvas)
        }
        for (node, (label, place)) in zip(drawnNodes, zip(labels, layout.boxes)) {
            let size = TextMeasure.width(label, isBold: true) + 20
            let (x, y) = (place.x + left, place.y + margin)
            canvas.box(
                x - size / 2, y - 14, size, 28, node.kind == .place ? .place : .paper,
                radius: node.kind == .place ? 14 : 3, outline: .dim,
                tip: "\(node.name): \(node.deals) \(node.deals == 1 ? "deal" : "deals")")
            canvas.text(label, x, y + 4.5, anchor: .middle, isBold: true)
        }
        var legend = "Boxes are parties, rounded ones places; an arrow leads from who does it to with whom or where."
        let (fewerNodes, fewerEdges) = (nodes.count - drawnNodes.count, edges.count - drawnEdges.count)
        if fewerNodes > 0 { legend += " \(fewerNodes) parties and places are not drawn." }
        if fewerEdges > 0 { legend += " \(fewerEdges) relations are not drawn." }
        var y = layout.height + 2 * margin + 14
        for line in TextMeasure.wrapped(legend, into: full - 24, most: 3) {
            canvas.text(line, 12, y, .dim)
            y += TextMeasure.line
        }
        let told = "\(drawnNodes.count) parties and places with \(drawnEdges.count) relations between them."
        return Picture(table, description: told, width: full, height: y - 6, canvas)
    }

    private func draw(_ edge: Edge, _ path: [(x: Double, y: Double)], on canvas: inout Canvas) {
        let ink = Ink.of(edge.stage)
        canvas.curve(
            path, ink, width: min(5, 1 + 0.5 * Double(edge.deals.count)),
            tip: "\(edge.kind.rawValue), \(edge.stage.rawValue), \(edge.deals.count) "
                + (edge.deals.count == 1 ? "deal" : "deals"))
        guard let tip = path.last, let before = path.dropLast().last else { return }
        let (dx, dy) = (tip.x - before.x, tip.y - before.y)
        let length = max(0.001, (dx * dx + dy * dy).squareRoot())
        let (ux, uy) = (dx / length, dy / length)
        func point(_ back: Double, _ side: Double) -> String {
            "\(Canvas.number(tip.x - back * ux - side * uy)) \(Canvas.number(tip.y - back * uy + side * ux))"
        }
        canvas.shape("M\(point(0, 0))L\(point(9, 4.5))L\(point(9, -4.5))Z", ink)
    }
}
