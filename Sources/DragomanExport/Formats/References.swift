internal import DragomanBrief
internal import DragomanClaims
internal import DragomanLedger
internal import DragomanText

/// RIS: one newspaper article a row, the report that states the deal best; `ID` is the deal's, `N1` its statement.
/// Source: the RIS format as Research Information Systems published it, and as Zotero and rispy read it.
struct RISWriter: ExportWriter {
    func write(_ row: ExportRow, pass: Int) -> String {
        let report = row.headline?.report
        var record = "TY  - NEWS\r\n"
        func field(_ tag: String, _ value: String?) {
            guard let value, !value.isEmpty else { return }
            record += "\(tag)  - \(SafeText.line(value))\r\n"
        }
        field("ID", row.id)
        field("TI", report?.title ?? row.statement)
        field("T2", report?.outlet)
        if let date = report?.published {
            field("PY", "\(date.year)")
            func two(_ number: Int?) -> String { number.map { $0 < 10 ? "0\($0)" : "\($0)" } ?? "" }
            field("DA", "\(date.year)/\(two(date.month))/\(two(date.day))/")
        }
        field("UR", Escaping.link(report?.address))
        field("N1", row.statement)
        field("AB", row.headline?.quote)
        field("KW", row.kind.rawValue)
        field("KW", row.stage.rawValue)
        return record + "ER  - \r\n\r\n"
    }
}

/// BibTeX: one `@misc` a row, the report that states the deal best; the key is `deal` and the deal's id.
struct BibTeXWriter: ExportWriter {
    private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

    func write(_ row: ExportRow, pass: Int) -> String {
        let report = row.headline?.report
        var fields: [(String, String)] = [("title", "{\(escape(report?.title ?? row.statement))}")]
        if let outlet = report?.outlet { fields.append(("howpublished", escape(outlet))) }
        if let date = report?.published {
            fields.append(("year", "\(date.year)"))
            if let month = date.month { fields.append(("month", Self.months[month - 1])) }
            if let day = date.day { fields.append(("day", "\(day)")) }
        }
        if let link = Escaping.link(report?.address) { fields.append(("url", escape(link))) }
        fields.append(("note", escape(row.statement)))
        fields.append(("keywords", "\(row.kind.rawValue), \(row.stage.rawValue)"))
        return "@misc{deal\(row.id),\n" + fields.map { "  \($0) = {\($1)}" }.joined(separator: ",\n") + "\n}\n\n"
    }

    /// Text without anything TeX would act on. Braces, backslashes and the like become look-alike words or marks.
    private func escape(_ text: String) -> String {
        var escaped = ""
        for scalar in SafeText.line(text).unicodeScalars {
            switch scalar {
            case "\\": escaped += "/"
            case "{": escaped += "("
            case "}": escaped += ")"
            case "&", "%", "$", "#", "_": escaped += "\\" + String(scalar)
            case "~": escaped += "\\textasciitilde "
            case "^": escaped += "\\textasciicircum "
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
