internal import DragomanBrief
public import DragomanText

/// A feed of anything that has a title and a page, for lists other than that of deals.
public struct ListFeed: Sendable {
    /// An entry of a feed.
    public struct Item: Sendable {
        /// What it is and its id, such as `article:3fa9c2`; never changes.
        public var id: String
        public var title: String
        /// Where it was published; left out unless it is an address of the web.
        public var link: String?
        public var date: CoarseDate?
        public var summary: String

        public init(id: String, title: String, link: String?, date: CoarseDate?, summary: String) {
            self.id = id
            self.title = title
            self.link = link
            self.date = date
            self.summary = summary
        }
    }

    /// For people: `Articles`.
    public var title: String
    /// The moment of the feed, in seconds since 1970.
    public var time: Int
    public var items: [Item]

    public init(title: String, time: Int, items: [Item]) {
        self.title = title
        self.time = time
        self.items = items
    }

    /// Atom. Source: RFC 4287.
    public var atom: String {
        var text = """
            <?xml version="1.0" encoding="UTF-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom">
            <title>\(SafeText.markup(title))</title>
            <id>urn:dragoman:\(Escaping.id(of: title))</id>
            <updated>\(Moment.internet(time))</updated>
            <author><name>Dragoman</name></author>

            """
        for item in items {
            text +=
                "<entry><title>\(SafeText.markup(item.title))</title><id>urn:dragoman:\(SafeText.markup(item.id))</id>"
            text += "<updated>\(item.date.map(Moment.internet) ?? Moment.internet(time))</updated>"
            if let link = Escaping.link(item.link) { text += "<link href=\"\(SafeText.markup(link))\"/>" }
            text += "<summary>\(SafeText.markup(item.summary))</summary></entry>\n"
        }
        return text + "</feed>\n"
    }

    /// RSS 2.0. Source: https://www.rssboard.org/rss-specification
    public var rss: String {
        var text = """
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0"><channel>
            <title>\(SafeText.markup(title))</title>
            <link>urn:dragoman:\(Escaping.id(of: title))</link>
            <description>\(SafeText.markup(title)), from a Dragoman ledger</description>

            """
        for item in items {
            text += "<item><title>\(SafeText.markup(item.title))</title>"
            text += "<guid isPermaLink=\"false\">urn:dragoman:\(SafeText.markup(item.id))</guid>"
            if let link = Escaping.link(item.link) { text += "<link>\(SafeText.markup(link))</link>" }
            if let date = item.date, date.day != nil { text += "<pubDate>\(Moment.mail(date))</pubDate>" }
            text += "<description>\(SafeText.markup(item.summary))</description></item>\n"
        }
        return text + "</channel></rss>\n"
    }
}
