internal import DragomanBrief
internal import DragomanClaims
internal import DragomanLedger
internal import DragomanPage
internal import DragomanText

/// `/articles/ID`: the article to read, with the words its claims rest on marked, the claims beside them, and its summary.
enum ReaderPage {
    static let route = Route.page(
        ["articles", "*"], [.html, .json], "An article with its text, claims, relations and summary",
        fields: [.init("summary", "1, 3 or 5: so many sentences that say most of what it claims")], answer)

    /// What the page shows beside the text.
    private struct Found {
        let entry: ArticleEntry
        let article: Article
        let claims: [ReportedClaim]
        let deals: [String: String]
        let origins: Origins
        let relations: ArticleRelations?
        let summary: [SummarySentence]
        let summaryCount: Int?
    }

    private struct Twin: Encodable {
        struct Sentence: Encodable {
            let text: String
            let start: Int
            let end: Int
        }
        let article: ArticleEntry
        let text: String
        let claims: [ReportedClaim]
        let summary: [Sentence]
        let relations: RelationsPage?
    }

    @Sendable static func answer(_ visit: Visit) throws -> WebResponse? {
        guard let id = visit.parts.first, let stored = try visit.ledger.article(id) else { return nil }
        let asked = visit.request.query("summary").flatMap { Int($0) }
        let count = asked.map { $0 <= 1 ? 1 : $0 <= 3 ? 3 : 5 }
        let found = Found(
            entry: stored.entry, article: stored.article, claims: stored.claims, deals: stored.deals,
            origins: Origins(of: stored.claims), relations: try visit.ledger.relations(ofArticle: id),
            summary: try count.map { try visit.site.workshop?.summary(of: stored, count: $0) ?? [] } ?? [],
            summaryCount: count)
        guard visit.twin == .json else { return .page(page(of: found, visit)) }
        return try .json(
            Twin(
                article: found.entry, text: found.article.text.string(0..<found.article.text.count),
                claims: found.claims,
                summary: found.summary.map {
                    .init(text: $0.text, start: $0.range.lowerBound, end: $0.range.upperBound)
                }, relations: found.relations.map(RelationsPage.init)))
    }

    private static func page(of found: Found, _ visit: Visit) -> Markup {
        let (entry, article) = (found.entry, found.article)
        let marks = Marks(found.claims, sentences: found.summary.map(\.range))
        return Frame.page(
            entry.title ?? entry.source, at: .articles, twins: Lists.twins(route.otherTwins, "articles", entry.id),
            isLive: true
        ) {
            Markup.element("div", [.class("reader")]) {
                Markup.element("article", [.class("text"), .dirAuto] + (entry.language.map { [.lang($0)] } ?? [])) {
                    let head = article.blocks.prefix { $0.kind == .headline }
                    for block in head { Self.block(block, of: article, marks) }
                    // A headline that stands deeper in the text is a heading there.
                    if head.isEmpty { Markup.element("h1") { entry.title ?? entry.source } }
                    byline(found)
                    ReaderParts.summary(
                        found.summary, count: found.summaryCount, of: entry, canSummarize: visit.site.workshop != nil)
                    for block in article.blocks.dropFirst(head.count) {
                        Self.block(block, of: article, marks)
                    }
                    if let relations = found.relations { ReaderParts.ways(relations) }
                }
                Markup.element("aside", [.class("notes"), .label("Claims of this article")]) {
                    Markup.element("h2") { Counted.of(found.claims.count, "claim") }
                    if found.claims.isEmpty {
                        Markup.element("p") {
                            "None was found: the article tells of no undertaking that the packs know."
                        }
                    }
                    for claim in found.claims {
                        ReaderParts.note(
                            claim, deal: found.deals[claim.id], origin: found.origins.origin(of: claim.id), of: article)
                    }
                    if let relations = found.relations { ReaderParts.beside(relations) }
                    ReaderParts.citation(of: entry, article)
                }
            }
        }
    }

    private static func byline(_ found: Found) -> Markup {
        Markup.element("p", [.class("dim"), .fixed("dir", "ltr"), .lang("en")]) {
            Parts.about(found.entry)
            if !found.article.authors.isEmpty {
                .text(" · by ") + Parts.foreign(found.article.authors.joined(separator: ", "))
            }
            if let outside = Attribute.outside(found.entry.address) {
                " · "
                Markup.element("a", outside) { "live page" }
            }
            if let story = found.relations?.story, story.articles.count > 1 {
                " · "
                Parts.link(WebPath("stories", story.id), "story of \(story.articles.count) articles")
            }
        }
    }

    private static func block(_ block: Block, of article: Article, _ marks: Marks) -> Markup {
        let inner = marks.marked(block.range, of: article.text)
        switch block.kind {
        case .headline: return Markup.element(block == article.blocks.first ? "h1" : "h2") { inner }
        case .subhead: return Markup.element("h2") { inner }
        case .quote: return Markup.element("blockquote") { inner }
        case .caption: return Markup.element("p", [.class("caption")]) { inner }
        case .standfirst: return Markup.element("p", [.class("standfirst")]) { inner }
        case .listItem: return Markup.element("p", [.class("item")]) { inner }
        default: return Markup.element("p") { inner }
        }
    }
}
