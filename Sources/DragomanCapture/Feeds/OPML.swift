/// A list of feeds in folders, as feed readers exchange it (OPML 1.0 and 2.0).
public struct OPML: Sendable, Equatable {
    /// One line of the list: a feed, or a folder with others in it.
    public struct Outline: Sendable, Equatable {
        public var title: String
        /// The feed's address; nil for a folder.
        public var feed: String?
        /// The page the feed belongs to.
        public var page: String?
        public var children: [Outline]

        public init(title: String, feed: String? = nil, page: String? = nil, children: [Outline] = []) {
            self.title = title
            self.feed = feed
            self.page = page
            self.children = children
        }
    }

    /// A feed of the list with the folders it stands in, from the outside in.
    public struct Entry: Sendable, Equatable {
        public let folders: [String]
        public let outline: Outline
    }

    public var title: String?
    public var outlines: [Outline]

    public init(title: String? = nil, outlines: [Outline] = []) {
        self.title = title
        self.outlines = outlines
    }

    /// All feeds in the order of the list, each with its folders.
    public var feeds: [Entry] {
        var entries: [Entry] = []
        var pending = outlines.reversed().map { Entry(folders: [], outline: $0) }
        while let entry = pending.popLast() {
            if entry.outline.feed != nil { entries.append(entry) }
            let folders = entry.folders + [entry.outline.title]
            pending += entry.outline.children.reversed().map { Entry(folders: folders, outline: $0) }
        }
        return entries
    }
}

extension OPML {
    /// Folders within folders: more are flattened into the last.
    static let depthLimit = 32

    /// Reads a list; nil where the bytes are none.
    public init?(_ bytes: [UInt8], charset: String? = nil) {
        var reader = XMLReader(bytes, charset: charset)
        while true {
            guard let event = reader.next() else { return nil }
            guard case .start(let root) = event else { continue }
            guard root.local.lowercased() == "opml" else { return nil }
            break
        }
        self.init()
        // Outlines that are open; those at one level wait in the list of the one around them.
        var open: [Outline] = []
        while let event = reader.next() {
            switch event {
            case .start(let name) where name.local.lowercased() == "outline": open.append(Self.outline(reader))
            case .start(let name) where name.local.lowercased() == "title" && open.isEmpty: title = reader.text()
            case .end(let name) where name.local.lowercased() == "outline":
                guard let outline = open.popLast() else { continue }
                if open.isEmpty {
                    outlines.append(outline)
                } else if open.count < Self.depthLimit {
                    open[open.count - 1].children.append(outline)
                } else {
                    var flat = outline
                    flat.children = []
                    open[open.count - 1].children += [flat] + outline.children
                }
            default: break
            }
        }
    }

    private static func outline(_ reader: XMLReader) -> Outline {
        let feed = reader.attribute("xmlUrl") ?? reader.attribute("xmlurl") ?? reader.attribute("url")
        let title = reader.attribute("title") ?? reader.attribute("text") ?? feed ?? ""
        return Outline(
            title: PlainText.title(title) ?? "", feed: feed,
            page: reader.attribute("htmlUrl") ?? reader.attribute("htmlurl"))
    }

    /// The list as OPML 2.0, indented; reading it gives the same list.
    public var document: [UInt8] {
        var lines = ["<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "<opml version=\"2.0\">"]
        lines.append("  <head>\(title.map { "<title>\(HTMLText.escaped($0))</title>" } ?? "")</head>")
        lines.append("  <body>")
        // nil stands for the end of the outline above it.
        var pending: [Outline?] = outlines.reversed()
        var depth = 2
        while let next = pending.popLast() {
            guard let outline = next else {
                depth -= 1
                lines.append(String(repeating: "  ", count: depth) + "</outline>")
                continue
            }
            let indent = String(repeating: "  ", count: depth)
            guard !outline.children.isEmpty else {
                lines.append(indent + "<outline\(Self.attributes(outline))/>")
                continue
            }
            lines.append(indent + "<outline\(Self.attributes(outline))>")
            depth += 1
            pending.append(nil)
            pending += outline.children.reversed().map(Optional.some)
        }
        lines += ["  </body>", "</opml>", ""]
        return Array(lines.joined(separator: "\n").utf8)
    }

    private static func attributes(_ outline: Outline) -> String {
        let title = HTMLText.escaped(outline.title)
        var text = " text=\"\(title)\" title=\"\(title)\""
        if let feed = outline.feed { text += " type=\"rss\" xmlUrl=\"\(HTMLText.escaped(feed))\"" }
        if let page = outline.page { text += " htmlUrl=\"\(HTMLText.escaped(page))\"" }
        return text
    }
}
