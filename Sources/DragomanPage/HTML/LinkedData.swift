internal import DragomanText

/// What a page's JSON-LD (schema.org) says of its article.
struct LinkedData {
    private(set) var headline: String?
    private(set) var published: CoarseDate?
    private(set) var publisher: String?
    private(set) var address: String?
    private(set) var authors: [String] = []

    private static let articles: Set<String> = [
        "Article", "NewsArticle", "BlogPosting", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle",
        "BackgroundNewsArticle", "ReviewNewsArticle", "LiveBlogPosting", "TechArticle", "Report", "ScholarlyArticle",
        "SocialMediaPosting", "CreativeWork", "WebPage",
    ]

    /// Takes what one script says; the first article of the page is trusted.
    mutating func read(_ script: ArraySlice<UInt8>) {
        guard let value = JSONValue(script) else { return }
        var pending = value.elements
        var people: [String: String] = [:]
        var taken = 0
        while taken < pending.count, pending.count < 2000 {
            let item = pending[taken]
            taken += 1
            if let graph = item["@graph"] { pending += graph.elements }
            if let id = item["@id"]?.text, let name = item["name"]?.text { people[id] = name }
        }
        let items = pending.filter { item in
            (item["@type"]?.elements ?? []).contains { $0.text.map(Self.articles.contains) ?? false }
        }
        // Articles before mere pages.
        for item in items.filter({ $0["headline"] != nil }) + items.filter({ $0["headline"] == nil }) {
            take(item, people: people)
        }
    }

    private mutating func take(_ item: JSONValue, people: [String: String]) {
        headline = headline ?? item["headline"]?.text
        published = published ?? item["datePublished"]?.text.flatMap(PageMetadata.day)
        publisher = publisher ?? item["publisher"].flatMap { Self.name($0, people) }
        address =
            address ?? item["url"]?.text ?? item["mainEntityOfPage"]?.text ?? item["mainEntityOfPage"]?["@id"]?.text
        if authors.isEmpty, let author = item["author"] {
            authors = author.elements.flatMap { element -> [String] in
                guard element["@type"]?.text != "Organization" else { return [] }
                if let names = element["name"] { return names.elements.compactMap { $0.text } }
                return Self.name(element, people).map { [$0] } ?? []
            }
        }
    }

    private static func name(_ value: JSONValue, _ people: [String: String]) -> String? {
        value.text ?? value["name"]?.text ?? value["@id"]?.text.flatMap { people[$0] }
    }
}
