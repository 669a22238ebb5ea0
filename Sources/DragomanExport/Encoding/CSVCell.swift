internal import DragomanBrief

/// A cell of CSV, as RFC 4180 has it.
public enum CSVCell {
    /// `value` as a cell, in quotation marks where it needs them.
    ///
    /// - Parameter isRaw: whether the text stays as it is; else it is made one line, and a text that a spreadsheet would take for a
    ///   formula gets an apostrophe before it.
    public static func text(_ value: String?, isRaw: Bool = false) -> String {
        guard let value, !value.isEmpty else { return "" }
        var cell = isRaw ? value : SafeText.line(value)
        if !isRaw, let first = cell.unicodeScalars.first, "=+-@\t\r＝＋－＠".unicodeScalars.contains(first) {
            cell = "'" + cell
        }
        let needsQuotes = cell.unicodeScalars.contains { ",\"\r\n;".unicodeScalars.contains($0) }
        return needsQuotes ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
    }
}
