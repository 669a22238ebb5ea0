public import DragomanBrief
internal import DragomanClaims
internal import DragomanText

extension Timeline {
    /// The most events that are drawn.
    public static let mostDrawn = 80

    /// The timeline as a picture, an event a row, the oldest at the top: what happened, and a mark for when.
    ///
    /// A dot is a day, a bar the month, quarter or year that is all that is known. On wide pictures the words stand left of the marks, on
    /// narrow ones above them.
    ///
    /// - Parameter width: pixels; held to `Picture.widths`.
    public func picture(width: Double = 720) -> Picture {
        let width = Picture.width(width)
        let drawn = Array(events.suffix(Self.mostDrawn))
        var canvas = Canvas()
        let isNarrow = width < 640
        let words = isNarrow ? width - 24 : (width * 0.48).rounded()
        let left = isNarrow ? 14 : words + 24
        let top = 34.0
        guard let axis = TimeAxis(drawn.map(\.date), left: left, right: width - 14) else {
            canvas.text(Self.nothing, 12, 24, .dim)
            return Picture(table, description: Self.nothing, width: width, height: 36, canvas)
        }
        let rows = drawn.map { event in
            (event, TextMeasure.wrapped(event.statement, into: words - 12, most: 2))
        }
        let heights = rows.map { 12 + TextMeasure.line * Double(1 + $0.1.count) + (isNarrow ? 16 : 0) }
        let foot = top + heights.reduce(0, +)
        axis.draw(on: &canvas, top: top, foot: foot)
        var y = top
        for ((event, lines), height) in zip(rows, heights) {
            canvas.line(12, y, to: width - 12, y, .line)
            // Ticks must not run through words.
            if isNarrow { canvas.box(12, y + 1, width - 24, height - 20, .paper) }
            let ink = event.ink
            canvas.text(event.date.description, 12, y + 18, .dim)
            let after = 12 + TextMeasure.width(event.date.description) + 10
            canvas.text(
                TextMeasure.fitted(event.label, into: words - after, isBold: true), after, y + 18, ink, isBold: true)
            for (number, line) in lines.enumerated() {
                canvas.text(line, 12, y + 18 + TextMeasure.line * Double(number + 1))
            }
            canvas.mark(
                event.date, on: axis, isNarrow ? y + height - 11 : y + height / 2, ink,
                tip: "\(event.date): \(event.label). \(event.statement) \(event.outlets.joined(separator: ", "))")
            y += height
        }
        canvas.line(12, y, to: width - 12, y, .line)
        var legend = "A dot is a day, a bar a month, a quarter or a year."
        if drawn.count < total { legend += " The newest \(drawn.count) of \(total) events." }
        y += 20
        for line in TextMeasure.wrapped(legend, into: width - 24, most: 3) {
            canvas.text(line, 12, y, .dim)
            y += TextMeasure.line
        }
        let span =
            "\(drawn.count) events from \(drawn.first?.date.description ?? "") to \(drawn.last?.date.description ?? "")."
        return Picture(table, description: span, width: width, height: y - 6, canvas)
    }
}

extension Timeline.Event {
    fileprivate var ink: Ink {
        switch what {
        case .reported(let stage): Ink.of(stage)
        case .due: .ink
        }
    }
}
