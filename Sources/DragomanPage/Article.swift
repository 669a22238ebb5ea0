public import DragomanText

/// What a block of an article is.
public enum BlockKind: String, Sendable, Codable {
    case headline, standfirst, subhead, paragraph, quote, listItem, caption, tableRow
}

/// One block of an article, a range in its text.
public struct Block: Sendable, Equatable {
    public let kind: BlockKind
    /// Byte range in `Article.text`, without the line breaks around it.
    public let range: ByteRange

    public init(kind: BlockKind, range: ByteRange) {
        self.kind = kind
        self.range = range
    }
}

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
    /// Where the article stands on the web; nil where the source does not say.
    public var address: String?
    /// People named as authors.
    public var authors: [String]
    /// The agency named as the text's origin, such as "Reuters" for "(Reuters)"; nil where there is none.
    public var wire: String?
    /// The dateline of the first paragraph; nil where there is none.
    public var dateline: Dateline?
    /// BCP 47 code such as `en`; nil where it could not be told.
    public var language: String?
    /// The previous article at the outlet, an address or a title; nil where there is none.
    public var previous: String?
    /// The next article at the outlet, an address or a title; nil where there is none.
    public var next: String?

    public init(text: [UInt8], blocks: [Block]) {
        self.text = text
        self.blocks = blocks
        authors = []
    }

    /// The headline; nil where there is none.
    public var title: String? {
        blocks.first { $0.kind == .headline }.map { text.string($0.range) }
    }
}
