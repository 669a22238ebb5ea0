/// A list of pages of a site, or of further such lists (sitemaps.org, with Google's news extension).
public struct Sitemap: Sendable, Equatable {
    /// One page, or one further list.
    public struct Entry: Sendable, Equatable {
        public var address: String
        public var modified: FeedTime?
        /// The article's title, from a news sitemap.
        public var title: String?
        /// The day and time of publication, from a news sitemap.
        public var published: FeedTime?
        /// The outlet's name, from a news sitemap.
        public var outlet: String?
        /// BCP 47 code, from a news sitemap.
        public var language: String?
    }

    /// Whether the entries are further sitemaps.
    public var isIndex: Bool
    /// Pages or lists in their order.
    public var entries: [Entry] = []
    /// Whether it ends too early or holds more than `entryLimit` entries.
    public var isTruncated = false

    /// The most entries that the protocol allows in one list.
    public static let entryLimit = 50_000

    /// Reads a sitemap; nil where the bytes are none. Entries without an address are passed over.
    public init?(_ bytes: [UInt8], charset: String? = nil) {
        var reader = XMLReader(bytes, charset: charset)
        var root: XMLName?
        while root == nil, let event = reader.next() {
            if case .start(let name) = event { root = name }
        }
        guard let root, root.local == "urlset" || root.local == "sitemapindex" else { return nil }
        isIndex = root.local == "sitemapindex"
        while let event = reader.next() {
            guard case .start(let name) = event else { continue }
            guard name.local == "url" || name.local == "sitemap" else {
                reader.skip()
                continue
            }
            guard entries.count < Self.entryLimit else {
                isTruncated = true
                return
            }
            if let entry = Self.entry(&reader) { entries.append(entry) }
        }
        isTruncated = reader.isTruncated
    }

    private static func entry(_ reader: inout XMLReader) -> Entry? {
        var entry = Entry(address: "")
        let inside = reader.depth
        while reader.depth >= inside, let event = reader.next() {
            guard case .start(let name) = event else { continue }
            switch (name.namespace, name.local) {
            case (Namespace.news, "news"), (Namespace.news, "publication"): break
            case (Namespace.news, "title"): entry.title = reader.text()
            case (Namespace.news, "name"): entry.outlet = reader.text()
            case (Namespace.news, "language"): entry.language = reader.text()
            case (Namespace.news, "publication_date"): entry.published = reader.text().flatMap(FeedTime.init)
            case (Namespace.sitemap, "loc"), ("", "loc"): entry.address = reader.text() ?? ""
            case (Namespace.sitemap, "lastmod"), ("", "lastmod"): entry.modified = reader.text().flatMap(FeedTime.init)
            default: reader.skip()
            }
        }
        return entry.address.isEmpty ? nil : entry
    }
}
