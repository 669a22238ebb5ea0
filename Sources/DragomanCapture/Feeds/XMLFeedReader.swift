/// Reads RSS, RDF and Atom. Elements are taken by namespace and name, at the level where they belong.
struct XMLFeedReader {
    var reader: XMLReader
    var feed: Feed
    /// Addresses of media that the feed gives more exactly than as an enclosure.
    private var isDone = false

    /// The feed; nil where the document's root is none of a feed.
    static func feed(_ reader: XMLReader) -> Feed? {
        var reader = reader
        while let event = reader.next() {
            guard case .start(let root) = event else { continue }
            guard let format = format(of: root) else { return nil }
            var feed = XMLFeedReader(reader: reader, feed: Feed(format: format))
            feed.feed.language = reader.attribute("lang", in: Namespace.xml)
            if root.local == "channel" { feed.readChannel() } else { feed.readRoot() }
            feed.feed.isTruncated = feed.feed.isTruncated || feed.reader.isTruncated || feed.reader.isTooDeep
            return feed.feed
        }
        return nil
    }

    private init(reader: XMLReader, feed: Feed) {
        self.reader = reader
        self.feed = feed
    }

    private static func format(of root: XMLName) -> Feed.Format? {
        switch root.local.lowercased() {
        case "rss", "channel": .rss
        case "rdf": .rdf
        case "feed" where [Namespace.atom, Namespace.atom03, ""].contains(root.namespace): .atom
        default: nil
        }
    }

    /// The children of the root: a channel and items, or an Atom feed's elements.
    private mutating func readRoot() {
        let inside = reader.depth
        while reader.depth >= inside, !isDone, let event = reader.next() {
            guard case .start(let name) = event else { continue }
            switch name.local.lowercased() {
            case "channel" where name.namespace.isEmpty: readChannel()
            default: readFeedChild(name)
            }
        }
    }

    private mutating func readChannel() {
        let inside = reader.depth
        while reader.depth >= inside, !isDone, let event = reader.next() {
            guard case .start(let name) = event else { continue }
            readFeedChild(name)
        }
    }

    /// Reads one element of a channel or an Atom feed.
    private mutating func readFeedChild(_ name: XMLName) {
        let isAtom = name.namespace == Namespace.atom || name.namespace == Namespace.atom03
        guard name.namespace.isEmpty || isAtom else {
            readFeedModule(name)
            return
        }
        switch name.local.lowercased() {
        case "item", "entry":
            let item = FeedItemReader.item(&reader, isAtom: name.local.lowercased() == "entry")
            guard feed.items.count < Feed.itemLimit else {
                feed.isTruncated = true
                isDone = true
                return
            }
            feed.items.append(item)
        case "title": feed.title = reader.markup().flatMap(PlainText.title) ?? feed.title
        case "description", "tagline", "subtitle":
            feed.description = reader.markup().map(PlainText.of) ?? feed.description
        case "link": readLink()
        case "language": feed.language = reader.text() ?? feed.language
        case "updated", "modified", "pubdate", "lastbuilddate":
            feed.updated = reader.text().flatMap(FeedTime.init) ?? feed.updated
        default: reader.skip()
        }
    }

    private mutating func readFeedModule(_ name: XMLName) {
        switch (name.namespace, name.local) {
        case (Namespace.dublinCore, "language"): feed.language = feed.language ?? reader.text()
        case (Namespace.dublinCore, "date"): feed.updated = feed.updated ?? reader.text().flatMap(FeedTime.init)
        default: reader.skip()
        }
    }

    /// The feed's page: RSS's text, or Atom's alternate. A feed's link to itself is no page.
    private mutating func readLink() {
        let relation = reader.attribute("rel") ?? "alternate"
        let address = reader.attribute("href")
        let text = reader.text()
        guard relation == "alternate", let link = address ?? text else { return }
        feed.link = feed.link ?? link
    }
}
