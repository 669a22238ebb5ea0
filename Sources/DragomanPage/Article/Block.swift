public import DragomanText

/// What a block of an article is.
public enum BlockKind: String, Sendable, Codable {
    case headline, standfirst, subhead, paragraph, quote, listItem, caption, tableRow, pullOut

    /// Whether it stands beside the running text: captions and pull-outs.
    var isAside: Bool { self == .caption || self == .pullOut }
}

/// One block of an article, a range in its text.
public struct Block: Sendable, Equatable {
    public let kind: BlockKind
    /// Byte range in `Article.text`, without the line breaks around it.
    public let range: ByteRange
    /// Why it was taken for a part of the article.
    public let reason: KeepReason

    public init(kind: BlockKind, range: ByteRange, reason: KeepReason = .line) {
        self.kind = kind
        self.range = range
        self.reason = reason
    }
}

/// Why a block was kept.
public enum KeepReason: String, Sendable, Codable, CaseIterable {
    /// It is the title that heading, JSON-LD and meta elements agree on.
    case title
    /// It repeats the page's own description, or its class says that it leads the article.
    case lead
    /// A sentence in the part of the page that holds most running text.
    case running
    /// A shorter block between sentences of the article.
    case between
    /// Given in the page's JSON-LD, where the page itself shows less than half of it.
    case linked
    /// The words under a picture, or words of the article set apart.
    case beside
    /// A line of a plain text.
    case line

    /// The reason in words, such as "running text in the body of the article".
    public var words: String {
        switch self {
        case .title: "the title that the page's own data agree on"
        case .lead: "stands above the text and leads it"
        case .running: "running text in the body of the article"
        case .between: "stands between the sentences of the article"
        case .linked: "given by the page's JSON-LD and not shown"
        case .beside: "stands under a picture or is set apart in the article"
        case .line: "a line of the text"
        }
    }
}

/// Why a part of a page was left out.
public enum DropReason: String, Sendable, Codable, CaseIterable {
    /// Its element or role is one that stands beside articles: navigation, footer, form.
    case element
    /// Its class or id names furniture: sharing, comments, teasers, advertising.
    case named
    /// Browsers do not show it.
    case hidden
    /// Hardly more than links.
    case links
    /// Worded as furniture: "Read more: ...", "3 min read".
    case phrase
    /// It repeats the title.
    case title
    /// It stands on the page twice or more.
    case repeated
    /// The article's text as JSON-LD gives it lacks it.
    case evidence
    /// It stands before the first or after the last sentence of the article.
    case outside

    /// The reason in words, such as "its class names it furniture".
    public var words: String {
        switch self {
        case .element: "an element that stands beside articles"
        case .named: "its class names it furniture"
        case .hidden: "not shown by browsers"
        case .links: "hardly more than links"
        case .phrase: "worded as furniture"
        case .title: "repeats the title"
        case .repeated: "stands on the page more than once"
        case .evidence: "not in the text that the page's JSON-LD gives"
        case .outside: "before the first or after the last sentence of the article"
        }
    }
}

/// A part of a page that was left out of its article.
public struct DroppedPart: Sendable, Equatable {
    /// Its text, cut after 200 bytes.
    public let text: String
    public let reason: DropReason

    init(bytes: [UInt8], reason: DropReason) {
        text = String(decoding: bytes.prefix(200), as: UTF8.self)
        self.reason = reason
    }
}
