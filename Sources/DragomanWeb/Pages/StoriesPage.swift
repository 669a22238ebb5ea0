internal import DragomanBrief
internal import DragomanExport
internal import DragomanLedger
internal import DragomanText
internal import Foundation

/// `/stories`: developments that several articles tell of, the newest first.
enum StoriesPage {
    static let pageSize = 50

    static let route = Route.page(
        ["stories"], [.html, .json, .csv, .atom, .rss], "Developments that several articles tell of, the newest first",
        answer)

    private static let listing = Listing<Story>(
        caption: "Stories",
        columns: [
            .init(
                name: "Story", text: { $0.articles.first?.title ?? $0.id },
                cell: { Parts.link(WebPath("stories", $0.id), $0.articles.first?.title ?? $0.id) }),
            .init(
                name: "Newest", isNumber: true, text: { $0.newest?.description ?? "" },
                cell: { $0.newest.map(Parts.date) ?? .text("undated") }),
            .init(name: "Articles", isNumber: true, text: { "\($0.articles.count)" }),
            .init(name: "Texts", isNumber: true, text: { "\($0.families)" }), .init(name: "Id", text: \.id),
        ])

    @Sendable static func answer(_ visit: Visit) throws -> WebResponse? {
        let stories = try visit.ledger.newestStories(limit: pageSize)
        switch visit.twin {
        case .json: return try .json(StoryList(stories))
        case .csv: return listing.csv(stories)
        case .atom, .rss:
            return visit.feed(
                ListFeed(
                    title: "Stories", time: Int(visit.now.timeIntervalSince1970),
                    items: stories.map { story in
                        .init(
                            id: "story:" + story.id, title: story.articles.first?.title ?? story.id,
                            link: story.articles.last?.address, date: story.newest,
                            summary: Counted.of(story.articles.count, "article"))
                    }))
        default: break
        }
        return .page(
            Frame.page("Stories", at: .stories, twins: Lists.twins(route.otherTwins, "stories"), isLive: true) {
                Markup.element("h1") { "Stories" }
                Markup.element("p", [.class("dim")]) {
                    "Developments that several articles tell of, the \(pageSize) with the newest article"
                }
                if stories.isEmpty {
                    Lists.empty(
                        "No two articles tell of one development yet.", "Stories grow as articles are added.",
                        link: ("Add", WebPath("add")))
                } else {
                    listing.table(stories) { story in
                        Parts.why(["Its articles share names, numbers and words; copies of one text count once."])
                    }
                }
            })
    }
}

/// `/stories/ID`: the articles of one development, in order.
enum StoryPage {
    static let route = Route.page(
        ["stories", "*"], [.html, .json, .csv], "The articles of one development, the oldest first", answer)

    @Sendable static func answer(_ visit: Visit) throws -> WebResponse? {
        guard let id = visit.parts.first, id.utf8.count >= 4,
            let story = try visit.ledger.relations(ofArticle: id)?.story
        else { return nil }
        switch visit.twin {
        case .json: return try .json(story)
        case .csv: return ArticlesPage.listing.csv(story.articles)
        default: break
        }
        let deals = try visit.ledger.deals(ofArticles: story.articles.map(\.id)).prefix(50).compactMap {
            try visit.ledger.deal($0)
        }
        let title = story.articles.first?.title ?? "Story"
        return .page(
            Frame.page(title, at: .stories, twins: Lists.twins(route.otherTwins, "stories", story.id), isLive: true) {
                Markup.element("h1") { Parts.foreign(title) }
                Markup.element("p", [.class("dim")]) {
                    Counted.of(story.articles.count, "article") + " in "
                        + Counted.of(story.families, "text")
                }
                if !deals.isEmpty {
                    Markup.element("section") {
                        Markup.element("h2") { "What it comes to" }
                        Parts.table(
                            of: Array(deals), caption: "Deals of the story",
                            reason: "An article of this story tells of it.")
                    }
                }
                Markup.element("section") {
                    Markup.element("h2") { "In order" }
                    Markup.element("ol", [.class("articles")]) {
                        for article in story.articles {
                            Markup.element("li", [.fixed("data-row", "")]) {
                                Parts.link(to: article)
                                Markup.element("div", [.class("dim")]) {
                                    Parts.about(article)
                                    if let family = article.family, family != article.id { " · a copy" }
                                }
                            }
                        }
                    }
                }
            })
    }
}
