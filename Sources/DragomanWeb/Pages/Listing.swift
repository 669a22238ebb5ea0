internal import DragomanExport
internal import DragomanText

/// A list of things: one definition from which the page's table and the CSV come.
struct Listing<Row>: Sendable {
    struct Column: Sendable {
        let name: String
        var isNumber = false
        /// Whether the page has it; else it is in the CSV only.
        var isShown = true
        /// The cell in the CSV.
        let text: @Sendable (Row) -> String
        /// The cell on the page; the text where there is none.
        var cell: (@Sendable (Row) -> Markup)?
    }

    /// What the table says, for those who do not see it.
    let caption: String
    let columns: [Column]

    /// - Parameter note: what stands under the first cell of a row, such as why it is here.
    func table(_ rows: [Row], note: (Row) -> Markup = { _ in .none }) -> Markup {
        Markup.element("table", [.class("list")]) {
            Markup.element("caption", [.class("unseen")]) { caption }
            Markup.element("thead") {
                Markup.element("tr") {
                    for column in columns where column.isShown {
                        Markup.element("th", [.fixed("scope", "col")]) { column.name }
                    }
                }
            }
            Markup.element("tbody") {
                for row in rows {
                    Markup.element("tr", [.fixed("data-row", "")]) {
                        for (place, column) in columns.enumerated() where column.isShown {
                            Markup.element(
                                "td",
                                [.text("data-name", column.name)] + (column.isNumber ? [.class("number")] : [])
                            ) {
                                column.cell?(row) ?? Parts.foreign(column.text(row))
                                if place == 0 { note(row) }
                            }
                        }
                    }
                }
            }
        }
    }

    func csv(_ rows: [Row]) -> WebResponse {
        var text = columns.map(\.name).joined(separator: ",").lowercased() + "\r\n"
        for row in rows {
            text += columns.map { CSVCell.text($0.text(row)) }.joined(separator: ",") + "\r\n"
        }
        return WebResponse(type: ExportFormat.csv.mediaType, body: Array(text.utf8))
    }
}

/// What lists share.
enum Lists {
    /// Links to the stretch before and after.
    ///
    /// - Parameters:
    ///   - stretch: which one this is, from 1.
    ///   - size: how many rows a stretch has; `count` how many there are in all.
    static func stretches(
        _ stretch: Int, size: Int, of count: Int, _ path: [String], query: [(name: String, value: String)] = []
    ) -> Markup {
        guard stretch > 1 || stretch * size < count else { return .none }
        let others = query.filter { $0.name != "page" && !$0.value.isEmpty }
        func there(_ number: Int) -> WebPath { WebPath(path, query: others + [("page", "\(number)")]) }
        return Markup.element("nav", [.class("pages"), .label("Stretches of the list")]) {
            if stretch > 1 { Markup.element("a", [.page(there(stretch - 1)), .fixed("rel", "prev")]) { "← Before" } }
            Markup.element("span", [.class("dim")]) {
                "\((stretch - 1) * size + 1) to \(min(stretch * size, count)) of \(count)"
            }
            if stretch * size < count {
                Markup.element("a", [.page(there(stretch + 1)), .fixed("rel", "next")]) { "After →" }
            }
        }
    }

    /// Addresses of the same list in other forms, with the same query.
    static func twins(_ twins: [Twin], _ path: String..., query: [(name: String, value: String)] = []) -> [(
        twin: Twin, path: WebPath
    )] {
        twins.map { twin in
            let parts = path.isEmpty ? ["today"] : path
            return (twin, WebPath(parts.dropLast() + [(parts.last ?? "") + "." + twin.rawValue], query: query))
        }
    }

    /// What an empty list says: that there is nothing, and what to do.
    static func empty(_ what: String, _ advice: String, link: (name: String, path: WebPath)? = nil) -> Markup {
        Markup.element("div", [.class("empty")]) {
            Markup.element("p") { what }
            Markup.element("p") {
                advice
                if let link {
                    " "
                    Markup.element("a", [.page(link.path)]) { link.name }
                }
            }
        }
    }
}
