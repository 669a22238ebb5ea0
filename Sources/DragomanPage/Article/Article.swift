public import DragomanText

/// The words before an article's first sentence that say where, when and by which wire it was written.
///
/// "MANISA, July 8 (AW) - " has the place "MANISA", 8 July and the wire "AW".
public struct Dateline: Sendable, Equatable {
    /// The bytes of the place in `Article.text`; nil where only a wire or a date stands there.
    public var place: ByteRange?
    /// The day; nil where there is none, or where its year is not known.
    public var date: CoarseDate?
    /// The agency as written; nil where there is none.
    public var wire: String?
    /// The whole dateline with its dash or full stop. The block of its paragraph begins after it.
    public var range: ByteRange

    public init(place: ByteRange?, date: CoarseDate?, wire: String?, range: ByteRange) {
        self.place = place
        self.date = date
        self.wire = wire
        self.range = range
    }
}

/// A clean article: one UTF-8 buffer, fixed once read, and what is known about it.
public struct Article: Sendable {
    /// The title, a blank line, and the blocks with a blank line between them; well-formed UTF-8.
    public let text: [UInt8]
    /// Ordered, not overlapping; the headline first where there is one. A paragraph with a dateline begins after it.
    public let blocks: [Block]
    /// The outlet's name, such as "Caspian Herald"; nil where the source does not say.
    public var outlet: String?
    /// The day of publication; nil where the source does not say.
    public var published: CoarseDate?
    /// When it was published, as exactly as the source says; nil where it does not.
    public var publishedTime: PublicationTime?
    /// When it was last changed; nil where the source does not say, or gives the time of publication.
    public var modifiedTime: PublicationTime?
    /// Where the article stands on the web, its canonical address; nil where the source does not say.
    public var address: String?
    /// The outlet's domain without `www.`, such as "herald.example"; nil where no address is known.
    public var domain: String?
    /// People named as authors.
    public var authors: [String]
    /// The agency named as the text's origin, such as "Reuters" for "(Reuters)"; nil where there is none.
    public var wire: String?
    /// The dateline of the first paragraph; nil where there is none.
    public var dateline: Dateline?
    /// BCP 47 code such as `en`; nil where it could not be told.
    public var language: String?
    /// The part of the outlet it stands in, such as "Trade"; nil where the source does not say.
    public var section: String?
    /// The outlet's own words for what it is about, at most 50.
    public var tags: [String] = []
    /// The address of its lead image; nil where there is none.
    public var image: String?
    /// Address or name of its licence; nil where the source does not say.
    public var licence: String?
    /// Whether the text is for subscribers only; nil where the source does not say.
    public var isPaywalled: Bool?
    /// The address of the article's AMP page; nil where there is none.
    public var amp: String?
    /// The address of its page for printing; nil where there is none.
    public var print: String?
    /// The addresses of the outlet's feeds that the page's head names, at most 10; those of comments are left out.
    public var feeds: [String] = []
    /// Whether the page is a list of articles rather than one.
    public var isIndex = false
    /// What was left out, in the order of the page; empty unless it was asked for.
    public var dropped: [DroppedPart] = []
    /// The previous article at the outlet, an address or a title; nil where there is none.
    public var previous: String?
    /// The next article at the outlet, an address or a title; nil where there is none.
    public var next: String?

    public init(text: [UInt8], blocks: [Block]) {
        self.text = text
        self.blocks = blocks
        authors = []
    }

    /// Whether there is any block but a headline.
    public var hasBody: Bool { blocks.contains { $0.kind != .headline } }

    /// The headline; nil where there is none.
    public var title: String? {
        blocks.first { $0.kind == .headline }.map { text.string($0.range) }
    }
}
