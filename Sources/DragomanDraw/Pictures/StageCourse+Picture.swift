public import DragomanBrief
internal import DragomanClaims
internal import DragomanText

extension StageCourse {
    /// The most reports that are drawn.
    public static let mostDrawn = 60

    /// The course as a picture: stages from the idea at the foot to what is done at the top, time from left to right.
    ///
    /// Each report is a mark on its stage's row: a dot where its day is known, else a bar as long as the month, quarter or year that is. Marks that
    /// would touch stand one over the other.
    ///
    /// - Parameter width: pixels; held to `Picture.widths`.
    public func picture(width: Double = 720) -> Picture {
        let width = Picture.width(width)
        var canvas = Canvas()
        let dated = points.filter { $0.date != nil }
        let drawn = Array(dated.suffix(Self.mostDrawn))
        let label = (Stage.allCases.map { TextMeasure.width($0.rawValue, isBold: true) }.max() ?? 0) + 20
        var y = 12.0
        for line in TextMeasure.wrapped(statement, into: width - 24, most: 3) {
            y += TextMeasure.line
            canvas.text(line, 12, y - 5, isBold: false)
        }
        let top = y + 28
        guard let axis = TimeAxis(drawn.compactMap(\.date), left: label + 8, right: width - 14) else {
            canvas.text("No report of it is dated.", 12, top, .dim)
            return Picture(table, description: described(drawn), width: width, height: top + 16, canvas)
        }
        let rows = rows(drawn, axis)
        let foot = rows.reduce(top) { $0 + $1.height }
        axis.draw(on: &canvas, top: top, foot: foot)
        y = top
        for row in rows {
            canvas.line(12, y, to: width - 12, y, .line)
            canvas.text(
                row.stage.rawValue, 12, y + row.height / 2 + 4.5, Ink.of(row.stage), isBold: true)
            for (point, lane) in row.marks {
                guard let date = point.date else { continue }
                canvas.mark(
                    date, on: axis, y + 14 + Double(lane) * 14, Ink.of(row.stage),
                    tip: "\(date): \(point.stage.rawValue), \(point.outlets.joined(separator: ", "))")
            }
            y += row.height
        }
        canvas.line(12, y, to: width - 12, y, .line)
        y += 20
        for line in TextMeasure.wrapped(legend(drawn: drawn.count, dated: dated.count), into: width - 24, most: 3) {
            canvas.text(line, 12, y, .dim)
            y += TextMeasure.line
        }
        return Picture(table, description: described(drawn), width: width, height: y - 6, canvas)
    }

    private struct Row {
        var stage: Stage
        var marks: [(point: Point, lane: Int)]
        var lanes: Int
        var height: Double { 28 + Double(lanes - 1) * 14 }
    }

    /// A row for each stage from the idea to the furthest one reported, and for each one off that path.
    private func rows(_ drawn: [Point], _ axis: TimeAxis) -> [Row] {
        let reported = Set(drawn.map(\.stage))
        let path: [Stage] = [.considered, .talks, .planned, .signed, .underway, .done]
        let furthest = path.lastIndex { reported.contains($0) } ?? -1
        let shown = Array(path[...max(furthest, 0)].prefix(furthest + 1).reversed())
        let off = Stage.allCases.filter { !path.contains($0) && reported.contains($0) }
        return (shown + off).map { stage in
            var ends: [Double] = []
            let marks: [(point: Point, lane: Int)] = drawn.filter { $0.stage == stage }.map { point in
                let (from, to) = point.date.map(axis.reach) ?? (0, 0)
                let lane = ends.firstIndex { $0 + 2 <= from - 6 } ?? ends.count
                if lane == ends.count { ends.append(to + 6) } else { ends[lane] = to + 6 }
                return (point, lane)
            }
            return Row(stage: stage, marks: marks, lanes: max(1, ends.count))
        }
    }

    private func legend(drawn: Int, dated: Int) -> String {
        var parts = ["A dot is a day, a bar a month, a quarter or a year: no more is known of the date."]
        let undated = points.count - dated
        if undated > 0 { parts.append("\(undated) undated.") }
        if drawn < dated { parts.append("The newest \(drawn) of \(dated).") }
        return parts.joined(separator: " ")
    }

    private func described(_ drawn: [Point]) -> String {
        let told = drawn.prefix(12).map { "\($0.date?.description ?? "undated") \($0.stage.rawValue)" }
        return "Stages by date: " + told.joined(separator: ", ") + (drawn.count > 12 ? " and so on." : ".")
    }
}
