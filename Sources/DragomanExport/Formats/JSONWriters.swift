internal import DragomanBrief
internal import DragomanClaims
internal import DragomanLedger
internal import DragomanText

/// One JSON document: a list of rows.
struct JSONListWriter: ExportWriter {
    private var isFirst = true

    var opening: String { "[" }

    mutating func write(_ row: ExportRow, pass: Int) throws -> String {
        defer { isFirst = false }
        return (isFirst ? "\n" : ",\n") + (try JSONTwin.write(row, oneLine: true)).dropLast()
    }

    func ending(pass: Int) -> String { "\n]\n" }
}

/// One row a line.
struct JSONLinesWriter: ExportWriter {
    func write(_ row: ExportRow, pass: Int) throws -> String { try JSONTwin.write(row, oneLine: true) }
}

/// JSON Feed 1.1: one item a row. Source: https://www.jsonfeed.org/version/1.1/
struct JSONFeedWriter: ExportWriter {
    private struct Item: Encodable {
        var id: String
        var url: String?
        var title: String
        var text: String
        var published: String?
        var tags: [String]
        private enum CodingKeys: String, CodingKey {
            case id, url, title
            case text = "content_text"
            case published = "date_published"
            case tags
        }
    }
    private let title: String
    private var isFirst = true

    init(_ heading: ExportHeading) { title = heading.title }

    var opening: String {
        "{\"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \(Escaping.json(title)), \"items\": ["
    }

    mutating func write(_ row: ExportRow, pass: Int) throws -> String {
        let entry = FeedEntry(row)
        let item = Item(
            id: entry.id, url: entry.link, title: entry.title, text: entry.lines.joined(separator: "\n"),
            published: row.newest.map(Moment.internet), tags: entry.tags)
        defer { isFirst = false }
        return (isFirst ? "\n" : ",\n") + (try JSONTwin.write(item, oneLine: true)).dropLast()
    }

    func ending(pass: Int) -> String { "\n]}\n" }
}

/// CSL-JSON: one newspaper article a row, the report that states the deal best.
/// Source: https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html
struct CSLWriter: ExportWriter {
    private struct Name: Encodable { var literal: String }
    private struct Parts: Encodable {
        var parts: [[Int]]
        private enum CodingKeys: String, CodingKey { case parts = "date-parts" }
    }
    private struct Item: Encodable {
        var id: String
        var type = "article-newspaper"
        var title: String
        var containerTitle: String?
        var issued: Parts?
        var address: String?
        var note: String
        var keyword: String
        private enum CodingKeys: String, CodingKey {
            case id, type, title
            case containerTitle = "container-title"
            case issued
            case address = "URL"
            case note, keyword
        }
    }
    private var isFirst = true

    var opening: String { "[" }

    mutating func write(_ row: ExportRow, pass: Int) throws -> String {
        let report = row.headline?.report
        let item = Item(
            id: row.id, title: report?.title ?? row.statement, containerTitle: report?.outlet,
            issued: report?.published.map { Parts(parts: [[$0.year, $0.month, $0.day].compactMap { $0 }]) },
            address: Escaping.link(report?.address), note: row.statement,
            keyword: [row.kind.rawValue, row.stage.rawValue].joined(separator: ", "))
        defer { isFirst = false }
        return (isFirst ? "\n" : ",\n") + (try JSONTwin.write(item, oneLine: true)).dropLast()
    }

    func ending(pass: Int) -> String { "\n]\n" }
}
