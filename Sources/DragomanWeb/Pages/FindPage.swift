internal import DragomanBrief
internal import DragomanExport
internal import DragomanLedger
internal import DragomanText
internal import Foundation

/// `/search`: names in any script, and articles by their words, with the words around each hit.
enum FindPage {
    private static let most = 50
    /// A name less like what was typed is not shown.
    private static let likeness = 0.5

    static let route = Route.page(
        ["search"], [.html, .json, .csv, .atom, .rss],
        "Names like the words typed, in any script, and articles with these words",
        fields: [
            .init("q", "words that must all occur; \"two words\" together; begin* for all that begin so; or a name")
        ],
        answer)

    private struct Name: Encodable {
        let name: String
        let score: Double
        let identity: String?
        let articles: Int
    }

    private struct Page: Encodable {
        let query: String
        let names: [Name]
        let articles: SearchPage
        /// Articles that have one of the names, where the words themselves are in none.
        let named: [ArticleEntry]
    }

    @Sendable static func answer(_ visit: Visit) throws -> WebResponse? {
        let query = String((visit.request.query("q") ?? "").prefix(500))
        let page = try found(query, visit)
        switch visit.twin {
        case .json: return try .json(page)
        case .csv: return ArticlesPage.listing.csv(page.articles.result.hits.map(\.article) + page.named)
        case .atom, .rss:
            return ArticlesPage.feed(
                "Search: " + query, page.articles.result.hits.map(\.article) + page.named, visit)
        default: return .page(markup(page, visit))
        }
    }

    private static func found(_ query: String, _ visit: Visit) throws -> Page {
        let finder = visit.site.packs.isEmpty ? nil : try visit.site.names.finder()
        let result = try visit.ledger.search(query, names: finder, limit: most)
        guard !query.isEmpty, !visit.site.packs.isEmpty else {
            return Page(query: query, names: [], articles: SearchPage(result), named: [])
        }
        let identities = try visit.site.names.identities(in: visit.ledger).identities
        var owner: [String: String] = [:]
        for identity in identities { for form in identity.names { owner[form.name] = owner[form.name] ?? identity.id } }
        let like = try visit.site.names.find(query, in: visit.ledger, limit: 20).filter { $0.score >= likeness }
        let hits = Set(result.hits.map(\.article.id))
        var ids: [String] = []
        for name in like { for id in name.articles where !hits.contains(id) && !ids.contains(id) { ids.append(id) } }
        return Page(
            query: query,
            names: like.map {
                Name(
                    name: $0.name, score: ($0.score * 100).rounded() / 100, identity: owner[$0.name],
                    articles: $0.articles.count)
            }, articles: SearchPage(result), named: try visit.ledger.entries(Array(ids.prefix(most))))
    }

    private static func markup(_ page: Page, _ visit: Visit) -> Markup {
        let result = page.articles.result
        let asked = [(name: "q", value: page.query)]
        return Frame.page(
            page.query.isEmpty ? "Search" : "Search: \(page.query)",
            twins: page.query.isEmpty ? [] : Lists.twins(route.otherTwins, "search", query: asked), searched: page.query
        ) {
            Markup.element("h1") {
                page.query.isEmpty ? Markup.text("Search") : Markup.text("Search: ") + Parts.foreign(page.query)
            }
            if page.query.isEmpty {
                Lists.empty(
                    "Type a name in any script, or words.",
                    "\"Two words\" stand together; certif* finds certified and certification; КАМАЗ finds Kamaz.")
            } else if page.names.isEmpty, result.hits.isEmpty {
                Lists.empty(
                    "Nothing is like that.", "Try part of a name, or fewer words; begin* finds all that begin so.",
                    link: ("All deals", WebPath("deals")))
            }
            names(page.names)
            if !result.hits.isEmpty {
                Markup.element("section") {
                    Markup.element("h2") { Counted.of(result.total, "article has", "articles have") + " these words" }
                    if !result.names.isEmpty {
                        Markup.element("p", [.class("dim")]) {
                            Parts.foreign("Looked for too: " + result.names.map(\.name).joined(separator: ", "))
                        }
                    }
                    Markup.element("ul", [.class("articles")]) { for hit in result.hits { row(of: hit) } }
                }
            }
            if !page.named.isEmpty {
                Markup.element("section") {
                    Markup.element("h2") { "Articles that have a name like it" }
                    Parts.list(of: page.named)
                }
            }
        }
    }

    private static func names(_ names: [Name]) -> Markup {
        guard !names.isEmpty else { return .none }
        return Markup.element("section", [.id("names")]) {
            Markup.element("h2") { "Names like it" }
            Markup.element("ul", [.class("articles")]) {
                for name in names {
                    Markup.element("li", [.fixed("data-row", "")]) {
                        if let id = name.identity {
                            Parts.link(WebPath("names", id), name.name)
                        } else {
                            Parts.foreign(name.name)
                        }
                        Markup.element("span", [.class("dim")]) {
                            " " + Counted.of(name.articles, "article") + " · likeness "
                                + MatchScore.shown(name.score) + " · "
                            Parts.link(WebPath(["deals"], query: [("party", name.name)]), "deals")
                        }
                    }
                }
            }
        }
    }

    private static func row(of hit: SearchHit) -> Markup {
        Markup.element("li", [.fixed("data-row", "")]) {
            Parts.link(to: hit.article)
            Markup.element("p", [.class("snippet"), .dirAuto]) {
                for part in hit.snippet {
                    if part.matches { Markup.element("mark") { part.text } } else { Markup.text(part.text) }
                }
            }
            Markup.element("div", [.class("dim")]) { Parts.about(hit.article) }
        }
    }
}
