/// The name of an element or attribute, with its namespace.
public struct XMLName: Hashable, Sendable {
    /// The namespace's address; empty where there is none.
    public let namespace: String
    /// The name without its prefix; with it where nothing says what the prefix means.
    public let local: String

    public init(_ local: String, in namespace: String = "") {
        self.namespace = namespace
        self.local = local
    }
}

/// An attribute of the start tag last read.
public struct XMLAttribute: Equatable, Sendable {
    /// Its name; without a prefix it has no namespace.
    public let name: XMLName
    /// The bytes of its value in `XMLReader.bytes`, references not expanded yet.
    public let value: Range<Int>
}

/// Namespaces that feeds and sitemaps use.
enum Namespace {
    static let xml = "http://www.w3.org/XML/1998/namespace"
    static let atom = "http://www.w3.org/2005/Atom"
    static let atom03 = "http://purl.org/atom/ns#"
    static let rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    static let rss1 = "http://purl.org/rss/1.0/"
    static let content = "http://purl.org/rss/1.0/modules/content/"
    static let dublinCore = "http://purl.org/dc/elements/1.1/"
    static let dublinTerms = "http://purl.org/dc/terms/"
    static let media = "http://search.yahoo.com/mrss/"
    static let itunes = "http://www.itunes.com/dtds/podcast-1.0.dtd"
    static let xhtml = "http://www.w3.org/1999/xhtml"
    static let yandex = "http://news.yandex.ru"
    static let sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9"
    static let news = "http://www.google.com/schemas/sitemap-news/0.9"

    /// What prefixes mean in documents that forget to declare them.
    static let customary: [String: String] = [
        "xml": xml, "atom": atom, "rdf": rdf, "content": content, "dc": dublinCore, "dcterms": dublinTerms,
        "media": media, "itunes": itunes, "yandex": yandex, "news": news, "xhtml": xhtml,
    ]

    /// Spellings of the namespaces of RSS, which are read as none.
    private static let rss: Set<String> = [
        rss1, "http://my.netscape.com/rdf/simple/0.9/", "http://channel.netscape.com/rdf/simple/0.9/",
        "http://backend.userland.com/rss2", "http://backend.userland.com/rss",
        "http://blogs.law.harvard.edu/tech/rss", "http://purl.org/net/rss1.1#",
    ]

    /// One spelling for namespaces that are written in several ways.
    static func canonical(_ address: String) -> String {
        if rss.contains(address) { return "" }
        switch address.lowercased() {
        case "http://search.yahoo.com/mrss", "https://search.yahoo.com/mrss/", "http://video.search.yahoo.com/mrss":
            return media
        case "https://www.w3.org/2005/atom", "http://www.w3.org/2005/atom": return atom
        case "http://purl.org/dc/elements/1.0/", "https://purl.org/dc/elements/1.1/": return dublinCore
        case "http://www.google.com/schemas/sitemap/0.84", "https://www.sitemaps.org/schemas/sitemap/0.9":
            return sitemap
        case "https://www.google.com/schemas/sitemap-news/0.9": return news
        case "https://news.yandex.ru", "http://news.yandex.ru/": return yandex
        default: return address
        }
    }
}
