/// What a feed says: RSS 0.9x to 2.0, RSS 1.0 (RDF), Atom 0.3 and 1.0, or JSON Feed.
public struct Feed: Sendable, Equatable {
    /// The family a feed belongs to.
    public enum Format: String, Sendable, Codable { case rss, rdf, atom, json }

    public var format: Format
    /// The feed's title as plain text.
    public var title: String?
    /// The page the feed belongs to.
    public var link: String?
    /// Plain text.
    public var description: String?
    /// BCP 47 code such as `en-GB`, as the feed gives it.
    public var language: String?
    public var updated: FeedTime?
    /// The items in the feed's order.
    public var items: [FeedItem] = []
    /// Whether the feed ends too early, or holds more than `itemLimit` items: the last ones are missing.
    public var isTruncated = false

    /// The most items that are read of one feed.
    public static let itemLimit = 50_000
}

/// One item of a feed. What the feed does not give is nil or empty.
public struct FeedItem: Sendable, Equatable {
    /// Plain text.
    public var title: String?
    /// The article's address, absolute where the feed allows to tell.
    public var link: String?
    /// What the feed names the item by: an address or any other string.
    public var id: String?
    /// People as the feed names them, without their mail addresses.
    public var authors: [String] = []
    public var published: FeedTime?
    public var updated: FeedTime?
    /// The feed's summary, HTML.
    public var summary: String?
    /// The text of the article, HTML.
    public var content: String?
    public var categories: [String] = []
    /// Address of the lead image.
    public var image: String?
    /// The outlet an aggregator took the item from.
    public var source: String?
    /// BCP 47 code such as `fa`, as the feed gives it.
    public var language: String?

    public init() {}

    /// Bytes of plain text from which on a summary is taken for the whole text.
    static let fullTextSize = 600

    /// The item's full text as HTML: its content, or a summary long enough to be the whole text; nil where there is none.
    public var fullText: String? {
        if let content, PlainText.of(content).utf8.count >= 200 { return content }
        if let summary, PlainText.of(summary).utf8.count >= Self.fullTextSize { return summary }
        return nil
    }
}
