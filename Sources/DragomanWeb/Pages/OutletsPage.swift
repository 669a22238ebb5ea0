internal import DragomanBrief
internal import DragomanLedger
internal import DragomanText

/// `/outlets`: who published the articles.
enum OutletsPage {
    static let pageSize = 100

    static let route = Route.page(
        ["outlets"], [.html, .json, .csv], "Outlets, those with most articles first",
        fields: [.init("page", "which stretch of a hundred, from 1")], answer)

    private static let listing = Listing<OutletCount>(
        caption: "Outlets",
        columns: [
            .init(name: "Outlet", text: \.name, cell: { Parts.link(WebPath("outlets", $0.name), $0.name) }),
            .init(name: "Articles", isNumber: true, text: { "\($0.articles)" }),
            .init(name: "First", isNumber: true, text: { $0.first ?? "" }, cell: { Parts.date(iso: $0.first) }),
            .init(name: "Newest", isNumber: true, text: { $0.newest ?? "" }, cell: { Parts.date(iso: $0.newest) }),
        ])

    @Sendable static func answer(_ visit: Visit) throws -> WebResponse? {
        let isWhole = visit.twin == .csv
        let (outlets, count) = try visit.ledger.outlets(
            limit: isWhole ? 100_000 : pageSize, offset: isWhole ? 0 : (visit.stretch - 1) * pageSize)
        if visit.twin == .csv { return listing.csv(outlets) }
        if visit.twin == .json { return try .json(outlets) }
        return .page(
            Frame.page("Outlets", at: .outlets, twins: Lists.twins(route.otherTwins, "outlets")) {
                Markup.element("h1") { "Outlets" }
                if outlets.isEmpty {
                    Lists.empty(
                        "No article says who published it.", "Name the outlet where you add articles.",
                        link: ("Add", WebPath("add")))
                } else {
                    listing.table(outlets) { outlet in
                        Parts.why([Counted.of(outlet.articles, "article says", "articles say") + " it published them."]
                        )
                    }
                }
                Lists.stretches(visit.stretch, size: pageSize, of: count, ["outlets"])
            })
    }
}

/// `/outlets/NAME`: what an outlet had first, what it copied, and what it told otherwise than its source.
enum OutletPage {
    static let route = Route.page(
        ["outlets", "*"], "An outlet: what it had first, what it copied, what it told otherwise than its source", answer
    )

    /// How many of its newest articles' deals are looked through for what it told otherwise.
    private static let reach = 60

    private struct Page: Encodable {
        struct Copied: Encodable {
            let article: ArticleEntry
            let original: ArticleEntry
            let reason: String
            let copies: Int

            init(_ copied: OutletWork.Copied) {
                (article, original, copies) = (copied.article, copied.original, copied.copies)
                reason = copied.reason.rawValue
            }
        }
        let outlet: OutletCount
        let originals: [Copied]
        let copies: [Copied]
        let distortions: [Disagreement]
        let articles: [ArticleEntry]
    }

    @Sendable static func answer(_ visit: Visit) throws -> WebResponse? {
        guard let name = visit.parts.first, let record = try visit.ledger.outlet(name) else { return nil }
        var distortions: [Disagreement] = []
        for id in try visit.ledger.deals(ofArticles: record.articles.prefix(reach).map(\.id)).prefix(reach * 2) {
            guard let deal = try visit.ledger.deal(id) else { continue }
            distortions += deal.disagreements(deal.origins).filter {
                $0.kind == .distortion && $0.other.article.outlet == name
            }
        }
        let page = Page(
            outlet: record.outlet, originals: record.originals.map(Page.Copied.init),
            copies: record.copies.map(Page.Copied.init), distortions: distortions, articles: record.articles)
        if visit.twin == .json { return try .json(page) }
        return .page(markup(page, record))
    }

    private static func markup(_ page: Page, _ record: OutletWork) -> Markup {
        let name = page.outlet.name
        return Frame.page(name, at: .outlets, twins: Lists.twins(route.otherTwins, "outlets", name)) {
            Markup.element("h1") { Parts.foreign(name) }
            Markup.element("p", [.class("dim")]) {
                Counted.of(page.outlet.articles, "article") + " · "
                Parts.date(iso: page.outlet.first)
                " to "
                Parts.date(iso: page.outlet.newest)
            }
            Markup.element("dl", [.class("fields")]) {
                fact("First", page.originals.count, "of its texts were copied by others")
                fact("Copies", page.copies.count, "of its texts are copies")
                fact("Distorts", page.distortions.count, "claims are told otherwise than by their source")
            }
            if page.outlet.articles > OutletWork.most {
                Markup.element("p", [.class("dim")]) { "Counted among its \(OutletWork.most) newest articles." }
            }
            if !page.distortions.isEmpty {
                Markup.element("section") {
                    Markup.element("h2") { "Told otherwise than by the source" }
                    for disagreement in page.distortions.prefix(20) { DisagreementParts.pair(disagreement) }
                }
            }
            copied("Had first", record.originals, isOriginal: true)
            copied("Copied", record.copies, isOriginal: false)
            Markup.element("section") {
                Markup.element("h2") { "Articles" }
                Parts.list(of: Array(page.articles.prefix(50)))
            }
        }
    }

    private static func fact(_ name: String, _ count: Int, _ what: String) -> Markup {
        Markup.element("div") {
            Markup.element("dt") { name }
            Markup.element("dd") { "\(count) \(what)" }
        }
    }

    private static func copied(_ title: String, _ found: [OutletWork.Copied], isOriginal: Bool) -> Markup {
        guard !found.isEmpty else { return .none }
        return Markup.element("section") {
            Markup.element("h2") { title }
            Markup.element("ul", [.class("articles")]) {
                for copied in found.prefix(50) {
                    Markup.element("li", [.fixed("data-row", "")]) {
                        Parts.link(to: copied.article)
                        Markup.element("div", [.class("dim")]) {
                            if isOriginal {
                                Counted.of(copied.copies - 1, "copy", "copies")
                            } else {
                                Markup.text("from ") + Parts.publisher(copied.original)
                            }
                        }
                        Parts.why(["Likely original: " + ReaderParts.reason(copied.reason) + "."])
                    }
                }
            }
        }
    }
}
