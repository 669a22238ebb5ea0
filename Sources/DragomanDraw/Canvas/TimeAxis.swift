internal import DragomanText

/// Days on a line, with its ticks.
struct TimeAxis {
    private let first: Double
    private let last: Double
    let left: Double
    let right: Double

    /// An axis from `left` to `right`, in pixels, that holds all of `dates`; nil for none.
    init?(_ dates: [CoarseDate], left: Double, right: Double) {
        let spans = dates.map(\.span)
        guard let low = spans.map(\.lowerBound).min(), let high = spans.map(\.upperBound).max(), right > left else {
            return nil
        }
        // A little air on both sides, and a single day is not the whole width.
        let air = max(2, (high - low) / 40)
        let narrow = max(0, 30 - (high - low)) / 2
        first = Double(low - air - narrow)
        last = Double(high + 1 + air + narrow)
        self.left = left
        self.right = right
    }

    /// Where a day begins.
    func x(_ day: Int) -> Double { left + (Double(day) - first) / (last - first) * (right - left) }

    /// From where to where a date reaches: a day is a point.
    func reach(_ date: CoarseDate) -> (from: Double, to: Double) {
        let span = date.span
        if date.day != nil {
            let middle = (x(span.lowerBound) + x(span.lowerBound + 1)) / 2
            return (middle, middle)
        }
        return (x(span.lowerBound), x(span.upperBound + 1))
    }

    /// Steps between ticks, in months.
    private static let steps = [1, 3, 6, 12, 24, 60, 120, 240, 600, 1200]

    /// Ticks at the beginnings of months, quarters, years or more, so far apart that their labels do not touch.
    var ticks: [(x: Double, label: String)] {
        let days = last - first
        let room = (right - left) / days * 30.44
        let step = Self.steps.first { Double($0) * room >= 64 } ?? 2400
        let start = CoarseDate(dayNumber: Int(first.rounded(.up)))
        var index = start.year * 12 + (start.month ?? 1) - 1
        if (start.day ?? 1) > 1 { index += 1 }
        index = (index + step - 1) / step * step
        var ticks: [(x: Double, label: String)] = []
        while ticks.count < 100 {
            let (year, month) = (index / 12, index % 12 + 1)
            guard let day = CoarseDate(year: year, month: month, day: 1).dayNumber, x(day) <= right else { break }
            let label = step >= 12 ? "\(year)" : CoarseDate(year: year, month: month).description
            ticks.append((x(day), label))
            index += step
        }
        return ticks
    }

    /// Draws the ticks from `top` to `foot`, with their labels over `top`.
    func draw(on canvas: inout Canvas, top: Double, foot: Double) {
        let ticks = ticks
        for tick in ticks {
            canvas.line(tick.x, top, to: tick.x, foot, .line)
            let half = TextMeasure.width(tick.label) / 2
            let x = min(max(tick.x, left + half), right - half)
            canvas.text(tick.label, x, top - 6, .dim, anchor: .middle)
        }
    }
}

/// What a date looks like on an axis: a dot for a day, a bar as long as the date is coarse.
extension Canvas {
    /// - Parameters:
    ///   - y: the middle of the mark.
    ///   - ink: what it is drawn in.
    mutating func mark(_ date: CoarseDate, on axis: TimeAxis, _ y: Double, _ ink: Ink, tip: String) {
        let (from, to) = axis.reach(date)
        if date.day != nil {
            dot(from, y, radius: 5, ink, tip: tip)
        } else {
            box(from, y - 4, max(to - from, 3), 8, ink, radius: 3, outline: ink, opacity: 0.35, tip: tip)
        }
    }
}
