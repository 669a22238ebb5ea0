internal import DragomanBrief
internal import DragomanExport
internal import DragomanLedger
internal import DragomanText
internal import Foundation

/// `/articles`: all articles, the newest first.
enum ArticlesPage {
    static let pageSize = 100

    static let route = Route.page(
        ["articles"], [.html, .json, .csv, .atom, .rss], "All articles, the newest first",
        fields: [.init("page", "which stretch of a hundred, from 1")], answer)

    static let listing = Listing<ArticleEntry>(
        caption: "Articles",
        columns: [
            .init(name: "Title", text: { $0.title ?? $0.source }, cell: Parts.link(to:)),
            .init(name: "Outlet", text: \.publisher, cell: Parts.publisher),
            .init(
                name: "Published", isNumber: true, text: { $0.published?.description ?? "" },
                cell: { $0.published.map(Parts.date) ?? .text("undated") }),
            .init(name: "Wire", text: { $0.wire ?? "" }),
            .init(name: "Claims", isNumber: true, text: { "\($0.claims)" }),
            .init(
                name: "Address", text: { $0.address ?? "" },
                cell: { entry in
                    Attribute.outside(entry.address).map { Markup.element("a", $0) { "live page" } } ?? .none
                }),
            .init(name: "Id", text: \.id),
        ])

    @Sendable static func answer(_ visit: Visit) throws -> WebResponse? {
        // Everything in the CSV; the other forms go by stretches.
        if visit.twin == .csv { return listing.csv(try visit.ledger.articles()) }
        let articles = try visit.ledger.articles(limit: pageSize, offset: (visit.stretch - 1) * pageSize)
        switch visit.twin {
        case .json: return try .json(ArticleList(articles))
        case .atom, .rss: return feed("Articles", articles, visit)
        default: break
        }
        let count = try visit.ledger.counts().articles
        return .page(
            Frame.page("Articles", at: .articles, twins: Lists.twins(route.otherTwins, "articles"), isLive: true) {
                Markup.element("h1") { "Articles" }
                Markup.element("p", [.class("dim")]) {
                    Counted.of(count, "article") + ", newest first"
                }
                if articles.isEmpty {
                    Lists.empty(
                        "There is no article here.", "Paste one or name its address:", link: ("Add", WebPath("add")))
                }
                Parts.list(of: articles)
                Lists.stretches(visit.stretch, size: pageSize, of: count, ["articles"])
            })
    }

    /// Articles as a feed.
    static func feed(_ title: String, _ articles: [ArticleEntry], _ visit: Visit) -> WebResponse {
        let feed = ListFeed(
            title: title, time: Int(visit.now.timeIntervalSince1970),
            items: articles.map { entry in
                .init(
                    id: "article:" + entry.id, title: entry.title ?? entry.source, link: entry.address,
                    date: entry.published,
                    summary: entry.publisher + ", " + Counted.of(entry.claims, "claim"))
            })
        return visit.feed(feed)
    }
}
