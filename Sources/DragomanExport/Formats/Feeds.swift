internal import DragomanBrief
internal import DragomanClaims
internal import DragomanLedger
internal import DragomanText

/// What a feed's item says of a row.
struct FeedEntry {
    let id: String
    let title: String
    let link: String?
    let lines: [String]
    let tags: [String]

    init(_ row: ExportRow) {
        id = "urn:dragoman:deal:" + row.id
        title = row.statement
        link = Escaping.link(row.headline?.report.address)
        let reports = Counted.of(row.reports, "report") + ": "
        lines =
            ["\(row.stage.rawValue)\(row.newest.map { ", as of \($0)" } ?? "")"]
            + (row.headline.map { ["“\($0.quote)” (\($0.speaker ?? $0.report.publisher))"] } ?? [])
            + [reports + row.outlets.joined(separator: ", ")]
        tags = [row.kind.rawValue, row.stage.rawValue]
    }

    /// The lines as paragraphs of HTML.
    var html: String { lines.map { "<p>\(SafeText.markup($0))</p>" }.joined() }
}

/// RSS 2.0. Source: https://www.rssboard.org/rss-specification
struct RSSWriter: ExportWriter {
    let heading: ExportHeading

    init(_ heading: ExportHeading) { self.heading = heading }

    var opening: String {
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <rss version="2.0"><channel>
        <title>\(SafeText.markup(heading.title))</title>
        <link>urn:dragoman:deals</link>
        <description>\(SafeText.markup(heading.title)), from a Dragoman ledger</description>

        """
    }

    func write(_ row: ExportRow, pass: Int) -> String {
        let entry = FeedEntry(row)
        var item = "<item><title>\(SafeText.markup(entry.title))</title><guid isPermaLink=\"false\">\(entry.id)</guid>"
        if let link = entry.link { item += "<link>\(SafeText.markup(link))</link>" }
        if let newest = row.newest, newest.day != nil { item += "<pubDate>\(Moment.mail(newest))</pubDate>" }
        for tag in entry.tags { item += "<category>\(tag)</category>" }
        return item + "<description>\(SafeText.markup(entry.html))</description></item>\n"
    }

    func ending(pass: Int) -> String { "</channel></rss>\n" }
}

/// Atom. Source: RFC 4287.
struct AtomWriter: ExportWriter {
    let heading: ExportHeading

    init(_ heading: ExportHeading) { self.heading = heading }

    var opening: String {
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <feed xmlns="http://www.w3.org/2005/Atom">
        <title>\(SafeText.markup(heading.title))</title>
        <id>urn:dragoman:deals:\(Escaping.id(of: heading.title))</id>
        <updated>\(Moment.internet(heading.time))</updated>
        <author><name>Dragoman</name></author>

        """
    }

    func write(_ row: ExportRow, pass: Int) -> String {
        let entry = FeedEntry(row)
        var item = "<entry><title>\(SafeText.markup(entry.title))</title><id>\(entry.id)</id>"
        item += "<updated>\(row.newest.map(Moment.internet) ?? Moment.internet(heading.time))</updated>"
        if let link = entry.link { item += "<link href=\"\(SafeText.markup(link))\"/>" }
        for tag in entry.tags { item += "<category term=\"\(tag)\"/>" }
        return item + "<content type=\"html\">\(SafeText.markup(entry.html))</content></entry>\n"
    }

    func ending(pass: Int) -> String { "</feed>\n" }
}
