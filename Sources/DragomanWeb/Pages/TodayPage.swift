internal import DragomanBrief
internal import DragomanClaims
internal import DragomanExport
internal import DragomanLedger
internal import DragomanText

/// `/`: what came with the articles that were added last.
enum TodayPage {
    /// How many articles added last count as new.
    static let fresh = 40

    static let route = Route.page(
        [], [.html, .json, .csv, .atom, .rss], "What the articles added last brought", answer)

    /// What became of the deals that the newest articles tell of.
    private struct Changes: Encodable {
        struct Moved: Encodable {
            let deal: String
            let statement: String
            let from: Stage
            let to: Stage
        }
        var new: [String] = []
        var moved: [Moved] = []
        var disputed: [String] = []
        var articles: [ArticleEntry]
    }

    @Sendable static func answer(_ visit: Visit) throws -> WebResponse? {
        let mark = try visit.ledger.mark()
        let news = try visit.ledger.news(
            since: LedgerMark(articles: max(0, mark.articles - fresh), judgments: mark.judgments), limit: fresh)
        let isNew = Set(news.articles.map(\.id))
        var changes = Changes(articles: news.articles)
        var deals: [String: Deal] = [:]
        for id in news.deals.prefix(120) {
            guard let deal = try visit.ledger.deal(id), deal.verdict.verdict != .rejected else { continue }
            deals[id] = deal
            take(deal, isNew, &changes)
        }
        switch visit.twin {
        case .json: return try .json(changes)
        case .csv: return ArticlesPage.listing.csv(news.articles)
        case .atom, .rss: return ArticlesPage.feed("Today", news.articles, visit)
        default: return .page(try page(visit, changes, deals))
        }
    }

    /// Whether a deal is new with the newest articles, has moved on with them, or is told differently by them.
    private static func take(_ deal: Deal, _ isNew: Set<String>, _ changes: inout Changes) {
        let old = deal.claims.filter { !isNew.contains($0.article.id) }
        if old.isEmpty {
            changes.new.append(deal.id)
        } else if let before = Deal.within(old).max(by: { $0.claims.count < $1.claims.count }),
            before.stage != deal.stage
        {
            changes.moved.append(.init(deal: deal.id, statement: deal.statement, from: before.stage, to: deal.stage))
        }
        let contradicts = deal.disagreements(deal.origins).contains {
            $0.kind.isContradiction && (isNew.contains($0.other.article.id) || isNew.contains($0.source.article.id))
        }
        if contradicts { changes.disputed.append(deal.id) }
    }

    private static func page(_ visit: Visit, _ changes: Changes, _ deals: [String: Deal]) throws -> Markup {
        let counts = try visit.ledger.counts()
        func newest(_ ids: [String]) -> [Deal] {
            ids.compactMap { deals[$0] }.sorted { Moments.isLater($0.newest, $1.newest) }
        }
        return Frame.page("Today", at: .today, twins: Lists.twins(route.otherTwins), isLive: true) {
            Markup.element("h1") { "Today" }
            Markup.element("p", [.class("dim")]) {
                Parts.link(WebPath("articles"), Counted.of(counts.articles, "article")) + .text(" · ")
                    + .text(Counted.of(counts.claims, "claim") + " · ")
                    + Parts.link(WebPath("deals"), Counted.of(counts.deals, "deal"))
            }
            if changes.articles.isEmpty {
                Lists.empty(
                    "The ledger is empty.",
                    "Add articles on the command line, dragoman add FILES, or here:",
                    link: ("add the first article", WebPath("add")))
            } else {
                section(
                    "New disagreements", newest(changes.disputed),
                    "Told differently by an article that was added lately.")
                if !changes.moved.isEmpty { moved(changes.moved) }
                section(
                    "New deals", newest(changes.new),
                    "First told of by an article that was added lately.")
                Markup.element("section") {
                    Markup.element("h2") { "Added last" }
                    Parts.list(of: Array(changes.articles.prefix(12)))
                    Markup.element("p") { Parts.link(WebPath("articles"), "All articles") }
                }
            }
        }
    }

    private static func section(_ title: String, _ deals: [Deal], _ reason: String) -> Markup {
        guard !deals.isEmpty else { return .none }
        return Markup.element("section") {
            Markup.element("h2") { title }
            Parts.table(of: Array(deals.prefix(12)), caption: title, reason: reason)
            if deals.count > 12 {
                Markup.element("p", [.class("dim")]) { "and \(deals.count - 12) more in the " + "list of deals" }
            }
        }
    }

    private static func moved(_ moved: [Changes.Moved]) -> Markup {
        Markup.element("section") {
            Markup.element("h2") { "Moved on" }
            Markup.element("ul", [.class("articles")]) {
                for move in moved.prefix(20) {
                    Markup.element("li", [.fixed("data-row", "")]) {
                        Parts.link(WebPath("deals", move.deal), move.statement)
                        Markup.element("div") {
                            Parts.stage(move.from) + .text(" → ") + Parts.stage(move.to)
                        }
                    }
                }
            }
        }
    }
}
