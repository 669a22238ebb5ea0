public import DragomanBrief

extension Reconciliation {
    /// The most rows that are drawn.
    public static let mostDrawn = 40

    /// Announced and shipped as a picture: two bars for each year of a corridor, with their numbers.
    ///
    /// - Parameter width: pixels; held to `Picture.widths`.
    public func picture(width: Double = 720) -> Picture {
        let width = Picture.width(width)
        var canvas = Canvas()
        let countable = rows.filter { $0.announced != nil || $0.shipped != nil }
        let drawn = Array(countable.prefix(Self.mostDrawn))
        guard !drawn.isEmpty else {
            canvas.text(Self.nothing, 12, 24, .dim)
            return Picture(table, description: Self.nothing, width: width, height: 36, canvas)
        }
        let most = drawn.flatMap { [$0.announced ?? 0, $0.shipped ?? 0] }.max() ?? 1
        let numbers = drawn.flatMap { [$0.announced, $0.shipped] }.compactMap { $0 }.map(Self.counted)
        let room = (numbers.map { TextMeasure.width($0) }.max() ?? 0) + 8
        let left = 12 + TextMeasure.width("announced") + 10
        let scale = max(0, width - 12 - room - left) / max(most, 1)
        var y = 10.0
        for row in drawn {
            let year = row.year.map { ", \($0)" } ?? ", undated"
            let label = "\(row.from) to \(row.to)\(year): \(row.sort.rawValue)"
            canvas.text(TextMeasure.fitted(label, into: width - 24, isBold: true), 12, y + 14, isBold: true)
            y += 22
            for (name, number, ink) in [("announced", row.announced, Ink.agreed), ("shipped", row.shipped, .doing)] {
                canvas.text(name, 12, y + 12, ink)
                let size = (number ?? 0) * scale
                if let number {
                    canvas.box(left, y + 2, max(size, 1), 12, ink, tip: "\(name): \(Self.counted(number))")
                }
                canvas.text(
                    number.map(Self.counted) ?? "no number", left + size + 6, y + 12, number == nil ? .dim : .ink)
                y += 18
            }
            y += 6
            canvas.line(12, y, to: width - 12, y, .line)
        }
        y += 20
        var legend = "Announced: vehicles in deals planned, signed, under way or done. Shipped: items of the table."
        if drawn.count < countable.count { legend += " The first \(drawn.count) of \(countable.count) rows." }
        for line in TextMeasure.wrapped(legend, into: width - 24, most: 4) {
            canvas.text(line, 12, y, .dim)
            y += TextMeasure.line
        }
        return Picture(table, description: legend, width: width, height: y - 6, canvas)
    }

    /// `45,000`
    private static func counted(_ number: Double) -> String {
        var text = Canvas.number(number.rounded())
        var at = text.count - 3
        while at > 0 {
            text.insert(",", at: text.index(text.startIndex, offsetBy: at))
            at -= 3
        }
        return text
    }
}
