internal import DragomanText

/// What a page's JSON-LD (schema.org) says of its article.
struct LinkedData {
    private(set) var headline: String?
    private(set) var published: PublicationTime?
    private(set) var modified: PublicationTime?
    private(set) var publisher: String?
    private(set) var address: String?
    private(set) var people: [String] = []
    private(set) var organizations: [String] = []
    private(set) var section: String?
    private(set) var keywords: [String] = []
    private(set) var image: String?
    private(set) var licence: String?
    private(set) var isFree: Bool?
    private(set) var language: String?
    /// The text, often cut short or without line breaks.
    private(set) var body: String?
    /// Whether an article is among the items, and whether a list is.
    private(set) var hasArticle = false
    private(set) var hasList = false
    /// The name of the page's web site.
    private(set) var site: String?

    /// Types that are articles, most telling first.
    private static let articles: Set<String> = [
        "Article", "NewsArticle", "BlogPosting", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle",
        "BackgroundNewsArticle", "ReviewNewsArticle", "LiveBlogPosting", "TechArticle", "Report", "ScholarlyArticle",
        "SocialMediaPosting", "AdvertiserContentArticle", "SatiricalArticle", "Recipe", "DiscussionForumPosting",
        "Review",
    ]
    private static let pages: Set<String> = ["CreativeWork", "WebPage", "ItemPage", "VideoObject", "AboutPage"]

    /// Takes what one script says; the first article of the page is trusted.
    mutating func read(_ script: some Collection<UInt8>) {
        guard script.count < 4 << 20, let value = JSONValue(script) else { return }
        var pending = value.elements
        var names: [String: JSONValue] = [:]
        var taken = 0
        while taken < pending.count, pending.count < 2000 {
            let item = pending[taken]
            taken += 1
            if let graph = item["@graph"] { pending += graph.elements }
            if let main = item["mainEntity"], Self.isOne(of: Self.articles, main) { pending += main.elements }
            if let id = item["@id"]?.text, item["name"] != nil { names[id] = item }
            if Self.isOne(of: ["WebSite"], item) { site = site ?? item["name"]?.text }
            if Self.isOne(of: ["CollectionPage", "ItemList", "SearchResultsPage"], item) { hasList = true }
        }
        let found = pending.filter { Self.isOne(of: Self.articles, $0) }
        if !found.isEmpty { hasArticle = true }
        for item in found.filter({ $0["headline"] != nil }) + found.filter({ $0["headline"] == nil })
            + pending.filter({ Self.isOne(of: Self.pages, $0) })
        {
            take(item, names: names)
        }
    }

    private static func isOne(of types: Set<String>, _ item: JSONValue) -> Bool {
        (item["@type"]?.elements ?? []).contains { $0.text.map(types.contains) ?? false }
    }

    private mutating func take(_ item: JSONValue, names: [String: JSONValue]) {
        headline = headline ?? item["headline"]?.text
        published = published ?? (item["datePublished"] ?? item["dateCreated"])?.text.flatMap { TimeStamp.time($0) }
        modified = modified ?? item["dateModified"]?.text.flatMap { TimeStamp.time($0) }
        publisher = publisher ?? item["publisher"]?.elements.lazy.compactMap { Self.name($0, names) }.first
        address = address ?? Self.address(item["url"]) ?? Self.address(item["mainEntityOfPage"])
        section = section ?? item["articleSection"]?.elements.first?.text
        image = image ?? Self.address(item["image"]?.elements.first) ?? item["thumbnailUrl"]?.text
        licence = licence ?? Self.address(item["license"])
        isFree = isFree ?? item["isAccessibleForFree"]?.truth
        language = language ?? item["inLanguage"]?.text
        body = body ?? item["articleBody"]?.lines
        if keywords.isEmpty, let words = item["keywords"] {
            keywords = words.elements.compactMap { $0.text ?? $0["name"]?.text }.flatMap {
                $0.split { $0 == "," || $0 == ";" }.map { $0.trimmed }
            }
        }
        if people.isEmpty, organizations.isEmpty {
            for author in (item["author"] ?? item["creator"])?.elements ?? [] { takeAuthor(author, names: names) }
        }
    }

    private mutating func takeAuthor(_ author: JSONValue, names: [String: JSONValue]) {
        let known = author["name"] == nil ? author["@id"]?.text.flatMap { names[$0] } ?? author : author
        let isOrganization = Self.isOne(of: ["Organization", "NewsMediaOrganization", "Corporation"], known)
        let found = known["name"]?.elements.compactMap { $0.text } ?? [known.text].compactMap { $0 }
        if isOrganization { organizations += found } else { people += found }
    }

    private static func address(_ value: JSONValue?) -> String? {
        value?.text ?? value?["@id"]?.text ?? value?["url"]?.text ?? value?["contentUrl"]?.text
    }

    private static func name(_ value: JSONValue, _ names: [String: JSONValue]) -> String? {
        value.text ?? value["name"]?.text ?? value["@id"]?.text.flatMap { names[$0]?["name"]?.text }
    }
}
