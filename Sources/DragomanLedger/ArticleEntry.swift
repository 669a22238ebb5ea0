public import DragomanCapture
public import DragomanPage
public import DragomanText

/// An article as a ledger lists it: everything but its text.
public struct ArticleEntry: Sendable, Equatable {
    /// Twelve letters and digits made of the SHA-256 of the capture's bytes.
    public var id: String
    /// The article's title; nil where it has none.
    public var title: String?
    public var outlet: String?
    public var published: CoarseDate?
    public var address: String?
    /// The agency the article itself credits.
    public var wire: String?
    /// BCP 47 code; nil where unknown.
    public var language: String?
    /// Where the capture came from: a path or an address.
    public var source: String
    /// How many claims it makes.
    public var claims: Int
    /// The outlets it says it has its news from: those that its claims name, and its wire; documents left out.
    public var cites: [String] = []
    /// The id of its family of copies, which is the smallest id of their articles; its own where it has no copies.
    public var family: String?

    public init(
        id: String, title: String? = nil, outlet: String? = nil, published: CoarseDate? = nil, address: String? = nil,
        wire: String? = nil, language: String? = nil, source: String, claims: Int
    ) {
        self.id = id
        self.title = title
        self.outlet = outlet
        self.published = published
        self.address = address
        self.wire = wire
        self.language = language
        self.source = source
        self.claims = claims
    }

    /// The entry that `article`, read from `capture`, has or would have in a ledger without copies of it.
    public init(capture: Capture, article: Article, claims: Int) {
        self.init(
            id: StableID.article(sha256: capture.sha256), title: article.title, outlet: article.outlet,
            published: article.published, address: article.address, wire: article.wire, language: article.language,
            source: capture.source, claims: claims)
        family = id
    }

    /// The name to show for whoever published it: the outlet, else the source.
    public var publisher: String { outlet ?? source }
}

extension ArticleEntry: Encodable {
    private enum Key: String, CodingKey {
        case id, title, outlet, published, address, wire, language, source, claims
    }

    /// Writes all fields, absent ones as null.
    public func encode(to encoder: any Encoder) throws {
        var box = encoder.container(keyedBy: Key.self)
        try box.encode(id, forKey: .id)
        try box.encode(title, forKey: .title)
        try box.encode(outlet, forKey: .outlet)
        try box.encode(published?.description, forKey: .published)
        try box.encode(address, forKey: .address)
        try box.encode(wire, forKey: .wire)
        try box.encode(language, forKey: .language)
        try box.encode(source, forKey: .source)
        try box.encode(claims, forKey: .claims)
    }
}
