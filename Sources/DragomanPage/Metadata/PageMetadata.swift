internal import CDragomanHTML
internal import DragomanText

/// What a page says of its article outside the running text, reconciled.
///
/// Trusted in this order. Title: the heading that another title repeats, OpenGraph, JSON-LD, the title element. Time: see
/// `DateChoice`. Authors: see `AuthorChoice`. All else: JSON-LD, OpenGraph and meta elements, the page.
struct PageMetadata {
    private(set) var title: String?
    private(set) var description: String?
    private(set) var outlet: String?
    private(set) var domain: String?
    private(set) var day: CoarseDate?
    private(set) var published: PublicationTime?
    private(set) var modified: PublicationTime?
    private(set) var address: String?
    private(set) var authors: [String] = []
    private(set) var agency: String?
    private(set) var section: String?
    private(set) var tags: [String] = []
    private(set) var image: String?
    private(set) var licence: String?
    private(set) var isPaywalled: Bool?
    private(set) var isIndex = false
    /// Whether the page's own data call it an article.
    private(set) var isSaidToBeArticle = false
    /// The node of the heading that is the title; nil where no heading is.
    private(set) var titleNode: Int?
    let facts: PageFacts

    /// - Parameters:
    ///   - page: the whole page.
    ///   - fetched: where it was fetched from.
    init(_ tree: HTMLTree, map: PageMap, page: [UInt8], fetched: String?) {
        let facts = PageFacts(tree, map: map)
        self.facts = facts
        let meta = facts.meta
        let linked = facts.linked
        description = meta["og:description"] ?? meta["description"] ?? meta["twitter:description"]
        outlet = meta["og:site_name"] ?? linked.publisher ?? linked.site ?? meta["application-name"]
        title = TitleChoice.title(
            headings: facts.headings.map(\.text), linked: linked.headline,
            graph: meta["og:title"] ?? meta["twitter:title"], page: facts.pageTitle, outlet: outlet)
        titleNode = facts.headings.first { $0.text == title }?.node ?? Self.heading(title, tree, map: map)
        let base = fetched ?? meta["og:url"] ?? linked.address ?? facts.canonical
        address = WebAddress.absolute(facts.canonical ?? meta["og:url"] ?? linked.address, on: base) ?? fetched
        domain = address.flatMap(WebAddress.domain(of:)) ?? base.flatMap(WebAddress.domain(of:))
        let dates = DateChoice(
            tree, map: map, facts: facts, page: page, titleNode: titleNode, address: address ?? fetched, domain: domain)
        day = dates.day
        published = dates.published
        modified = dates.modified
        let choice = AuthorChoice(facts: facts, tree: tree, map: map, titleNode: titleNode, outlet: outlet)
        authors = choice.authors
        agency = choice.agency
        section = linked.section ?? meta["article:section"] ?? meta["section"]
        tags = Self.tags(facts)
        image = WebAddress.absolute(meta["og:image"] ?? linked.image ?? meta["twitter:image"], on: base)
        licence = linked.licence ?? facts.licence ?? meta["dcterms.rights"] ?? meta["dc.rights"]
        isPaywalled = linked.isFree.map(!) ?? Self.paywall(meta)
        isSaidToBeArticle =
            facts.linked.hasArticle || facts.meta["og:type"]?.lowercased() == "article"
            || facts.meta["article:published_time"] != nil
        isIndex = !isSaidToBeArticle && Self.isIndex(facts, address: address)
    }

    /// The first lesser heading that says what the title says.
    private static func heading(_ title: String?, _ tree: HTMLTree, map: PageMap) -> Int? {
        guard let title, title.utf8.count >= 8 else { return nil }
        let key = Folding.fold(Array(title.utf8)[...])
        for node in 0..<tree.nodes.count where Elements.isHeading(tree.tag(node)) && tree.tag(node) != DRAGOMAN_TAG_H1 {
            let letters = Int(map.letters[node])
            guard letters * 2 > key.count, letters < key.count * 3, !map.isOthers[node] else { continue }
            if Folding.fold(tree.collapsed(node, limit: 600)[...]) == key { return node }
        }
        return nil
    }

    /// Writes all of it but the title into an article.
    func describe(_ article: inout Article) {
        article.outlet = outlet
        article.domain = domain
        article.published = day ?? article.published
        article.publishedTime = published
        article.modifiedTime = modified
        article.address = address
        article.authors = authors
        article.wire = article.wire ?? agency
        article.language = facts.language ?? facts.linked.language ?? facts.meta["og:locale"]
        article.section = section
        article.tags = tags
        article.image = image
        article.licence = licence
        article.isPaywalled = isPaywalled
        article.amp = WebAddress.absolute(facts.amp, on: address)
        article.print = WebAddress.absolute(facts.print, on: address)
        article.previous = WebAddress.absolute(facts.previous, on: address)
        article.next = WebAddress.absolute(facts.next, on: address)
        article.isIndex = isIndex
        article.feeds = facts.feeds.compactMap { WebAddress.absolute($0, on: address) }
    }

    private static func paywall(_ meta: [String: String]) -> Bool? {
        switch meta["article:content_tier"]?.lowercased() {
        case "free": false
        case "locked", "metered", "paid", "premium": true
        default: nil
        }
    }

    private static func tags(_ facts: PageFacts) -> [String] {
        var tags: [String] = []
        let words =
            !facts.tags.isEmpty
            ? facts.tags
            : !facts.linked.keywords.isEmpty
                ? facts.linked.keywords
                : (facts.meta["news_keywords"] ?? facts.meta["keywords"] ?? "").split(separator: ",").map(String.init)
        for word in words {
            let tag = word.trimmed
            if !tag.isEmpty, tag.utf8.count <= 100, !tags.contains(tag), tags.count < 50 { tags.append(tag) }
        }
        return tags
    }

    /// Whether the page says that it is a list of articles, a home page or a section.
    private static func isIndex(_ facts: PageFacts, address: String?) -> Bool {
        let isRoot = address.map(WebAddress.isRoot) ?? false
        return facts.linked.hasList || isRoot
    }
}
