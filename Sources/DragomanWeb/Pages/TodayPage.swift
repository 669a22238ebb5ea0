internal import DragomanLedger

/// `/`: what is newest.
enum TodayPage {
    @Sendable static func answer(_ visit: Visit) throws -> WebResponse? {
        let counts = try visit.ledger.counts()
        let deals = try visit.ledger.deals(DealFilter(), limit: 12, offset: 0).deals
        let articles = try visit.ledger.articles(limit: 12, offset: 0)
        return .page(
            Frame.page("Today") {
                Markup.element("h1") { "Today" }
                Markup.element("p", [.class("dim")]) {
                    "\(counts.articles) articles · \(counts.claims) claims · \(counts.deals) deals"
                }
                if articles.isEmpty {
                    Markup.element("p") {
                        "The ledger is empty. Add articles on the command line: "
                        Markup.element("code") { "dragoman add FILES" }
                    }
                } else {
                    Markup.element("section") {
                        Markup.element("h2") { "Deals with the newest word" }
                        Parts.table(of: deals)
                        Markup.element("p") { Markup.element("a", [.page(WebPath("deals"))]) { "All deals" } }
                    }
                    Markup.element("section") {
                        Markup.element("h2") { "Newest articles" }
                        Parts.list(of: articles)
                        Markup.element("p") { Markup.element("a", [.page(WebPath("articles"))]) { "All articles" } }
                    }
                }
            })
    }
}
