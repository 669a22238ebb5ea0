/// An answer as a table: what stands beside every picture, and what a page, a terminal or a CSV shows of it.
public struct Table: Sendable, Equatable, Encodable {
    /// What the table tells, in a few words.
    public var title: String
    /// The columns' heads.
    public var columns: [String]
    /// The cells, as many in each row as there are columns; exact texts, not yet made harmless for any medium.
    public var rows: [[String]]
    /// What the table does not show, such as "the newest 100 of 240"; nil where it shows all.
    public var note: String?

    public init(_ title: String, columns: [String], rows: [[String]], note: String? = nil) {
        self.title = title
        self.columns = columns
        self.rows = rows
        self.note = note
    }

    /// The table for a terminal: columns as wide as they need to be, the widest ones wrapped where the line ends.
    func text(_ style: TerminalStyle) -> String {
        let shown = rows.map { $0.map(SafeText.line) }
        let widths = widths(of: [columns] + shown, in: style.width)
        var page = line(columns, widths) { style.paint($0, .bold) }
        for row in shown { page += line(row, widths) }
        return page + (note.map { "\n" + Layout.block($0, head: "", indent: 0, width: style.width) } ?? "")
    }

    /// Columns' widths: what their cells need, and where that is too much, less for the widest until it fits.
    private func widths(of rows: [[String]], in width: Int) -> [Int] {
        var widths = columns.indices.map { column in rows.map { TextWidth.of($0[column]) }.max() ?? 0 }
        let room = max(width - 2 * (columns.count - 1), columns.count)
        while widths.reduce(0, +) > room, let widest = widths.max(), widest > 10,
            let column = widths.firstIndex(of: widest)
        {
            widths[column] -= 1
        }
        return widths
    }

    private func line(_ cells: [String], _ widths: [Int], paint: (String) -> String = { $0 }) -> String {
        let wrapped = zip(cells, widths).map { cell, width in Layout.wrap(cell, width: width) }
        let height = wrapped.map(\.count).max() ?? 0
        var lines = ""
        for number in 0..<height {
            var line = ""
            for (column, parts) in wrapped.enumerated() {
                let part = number < parts.count ? parts[number] : ""
                line += column + 1 == wrapped.count ? part : Layout.cell(part, width: widths[column]) + "  "
            }
            lines += paint(line.trimmingTrailingSpaces) + "\n"
        }
        return lines
    }
}

/// A page whose answer is a table.
public protocol Tabular: Page {
    var table: Table { get }
    /// What is said where there is nothing to tell, such as "No deals.".
    static var nothing: String { get }
}

extension Tabular {
    public func text(_ style: TerminalStyle) -> String {
        let table = table
        return table.rows.isEmpty ? Self.nothing + "\n" : table.text(style)
    }
}

extension String {
    var trimmingTrailingSpaces: String {
        var text = self
        while text.hasSuffix(" ") { text.removeLast() }
        return text
    }
}
