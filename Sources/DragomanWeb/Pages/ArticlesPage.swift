internal import DragomanBrief
internal import DragomanLedger

/// `/articles`: all articles.
enum ArticlesPage {
    static let pageSize = 100

    @Sendable static func answer(_ visit: Visit) throws -> WebResponse? {
        let number = visit.number("page", in: 1...1_000_000, else: 1)
        let articles = try visit.ledger.articles(limit: pageSize, offset: (number - 1) * pageSize)
        if visit.twin == .json {
            return WebResponse(type: "application/json", body: Array(try ArticleList(articles).json().utf8))
        }
        let count = try visit.ledger.counts().articles
        return .page(
            Frame.page("Articles", twins: [("JSON", WebPath(["articles.json"], query: [("page", "\(number)")]))]) {
                Markup.element("h1") { "Articles" }
                Markup.element("p", [.class("dim")]) { Counted.of(count, "article") + ", newest first" }
                Parts.list(of: articles)
                Markup.element("nav", [.class("pages"), .label("Stretches of the list")]) {
                    if number > 1 {
                        Markup.element("a", [.page(path(number - 1)), .fixed("rel", "prev")]) { "Newer" }
                    }
                    if number * pageSize < count {
                        Markup.element("a", [.page(path(number + 1)), .fixed("rel", "next")]) { "Older" }
                    }
                }
            })
    }

    private static func path(_ number: Int) -> WebPath { WebPath(["articles"], query: [("page", "\(number)")]) }
}
