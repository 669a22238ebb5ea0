public import DragomanBrief
internal import DragomanText

extension Flows {
    /// The most flows that are drawn.
    public static let mostDrawn = 40

    /// The flows as a picture: countries that export, invest or build at the left, those they do it with at the right, and between them
    /// bands as thick as there are deals.
    ///
    /// - Parameter width: pixels; held to `Picture.widths`.
    public func picture(width: Double = 720) -> Picture {
        let width = Picture.width(width)
        let drawn = Array(flows.prefix(Self.mostDrawn))
        var canvas = Canvas()
        guard !drawn.isEmpty else {
            canvas.text(Self.nothing, 12, 24, .dim)
            return Picture(table, description: Self.nothing, width: width, height: 36, canvas)
        }
        let total = drawn.reduce(0) { $0 + $1.deals.count }
        // A deal is as thick as gives a picture of a good height, whatever their number.
        let unit = min(26, max(1.5, 420 / Double(total)))
        let room = min(200, width * 0.28)
        let from = Side(drawn.map { ($0.from, $0.deals.count) }, unit: unit)
        let to = Side(drawn.map { ($0.to, $0.deals.count) }, unit: unit)
        let height = max(from.height, to.height)
        let (left, right) = (12 + room + 8, width - 12 - room - 8)
        let top = 34.0
        canvas.text("from", left - 8, 20, .dim, anchor: .end)
        canvas.text("to", right + 8, 20, .dim)
        var used: (from: [String: Double], to: [String: Double]) = ([:], [:])
        // Bands of one country leave in the order of where they go, so that as few as possible cross.
        let order = drawn.indices.sorted {
            (to.top[drawn[$0].to] ?? 0, from.top[drawn[$0].from] ?? 0) < (
                to.top[drawn[$1].to] ?? 0, from.top[drawn[$1].from] ?? 0
            )
        }
        var starts = [Double](repeating: 0, count: drawn.count)
        for index in order {
            let flow = drawn[index]
            starts[index] = (from.top[flow.from] ?? 0) + used.from[flow.from, default: 0]
            used.from[flow.from, default: 0] += unit * Double(flow.deals.count)
        }
        let landing = drawn.indices.sorted { (starts[$0], $0) < (starts[$1], $1) }
        for index in landing {
            let flow = drawn[index]
            let thick = unit * Double(flow.deals.count)
            let end = (to.top[flow.to] ?? 0) + used.to[flow.to, default: 0]
            used.to[flow.to, default: 0] += thick
            band(
                flow, left + 8, starts[index] + top + from.offset(in: height), right - 8,
                end + top + to.offset(in: height), thick, index, on: &canvas)
        }
        for (side, x, anchor) in [(from, left, Canvas.Anchor.end), (to, right, .start)] {
            for (name, count) in side.all {
                let y = (side.top[name] ?? 0) + top + side.offset(in: height)
                let size = unit * Double(count)
                canvas.box(anchor == .end ? x : x - 8, y, 8, size, .ink)
                let counted = " (\(count))"
                let label =
                    TextMeasure.fitted(name, into: room - TextMeasure.width(counted)) + counted
                canvas.text(label, anchor == .end ? x - 8 : x + 8, y + size / 2 + 4.5, anchor: anchor)
            }
        }
        var y = top + height + 26
        var legend = "Bands are as thick as there are deals; the numbers count deals."
        if drawn.count < flows.count { legend += " The \(drawn.count) flows of most deals of \(flows.count)." }
        for line in TextMeasure.wrapped(legend, into: width - 24, most: 3) {
            canvas.text(line, 12, y, .dim)
            y += TextMeasure.line
        }
        let told = drawn.prefix(8).map { "\($0.from) to \($0.to): \($0.deals.count)" }.joined(separator: ", ")
        return Picture(table, description: "Deals by country: \(told).", width: width, height: y - 6, canvas)
    }

    private func band(
        _ flow: Flow, _ x: Double, _ y: Double, _ endX: Double, _ endY: Double, _ thick: Double, _ index: Int,
        on canvas: inout Canvas
    ) {
        func at(_ x: Double, _ y: Double) -> String { "\(Canvas.number(x)) \(Canvas.number(y))" }
        let middle = (x + endX) / 2
        let outline =
            "M\(at(x, y))C\(at(middle, y)) \(at(middle, endY)) \(at(endX, endY))L\(at(endX, endY + thick))"
            + "C\(at(middle, endY + thick)) \(at(middle, y + thick)) \(at(x, y + thick))Z"
        let inks: [Ink] = [.agreed, .early, .doing, .halted, .off]
        canvas.shape(
            outline, inks[index % inks.count], opacity: 0.4,
            tip: "\(flow.from) to \(flow.to): \(flow.deals.count) \(flow.deals.count == 1 ? "deal" : "deals")")
    }

    /// The countries of one side, one below the other, those with most deals at the top.
    private struct Side {
        var all: [(name: String, count: Int)]
        /// Where each begins, from the top of the side.
        var top: [String: Double] = [:]
        var height = 0.0

        init(_ ends: [(name: String, count: Int)], unit: Double) {
            let counts = Dictionary(ends.map { ($0.name, $0.count) }, uniquingKeysWith: +)
            all = ends.map(\.name).inOrderOnce.map { ($0, counts[$0] ?? 0) }
                .enumerated().sorted { ($1.element.1, $0.offset) < ($0.element.1, $1.offset) }.map(\.element)
            for (name, count) in all {
                let size = unit * Double(count)
                // Each takes at least a line of text.
                let room = max(size, TextMeasure.line)
                top[name] = height + (room - size) / 2
                height += room + 8
            }
            height -= 8
        }

        func offset(in full: Double) -> Double { (full - height) / 2 }
    }
}
