internal import DragomanBrief
internal import DragomanClaims
internal import DragomanLedger
internal import DragomanText

/// Parts that several pages have.
enum Parts {
    /// A stage as sign and word, coloured by its class.
    static func stage(_ stage: Stage) -> Markup {
        Markup.element("span", [.class("stage"), kind(stage)]) { Wording.sign(of: stage) + " " + stage.rawValue }
    }

    private static func kind(_ stage: Stage) -> Attribute {
        switch stage {
        case .considered, .talks: .fixed("data-way", "early")
        case .planned, .signed: .fixed("data-way", "agreed")
        case .underway, .done: .fixed("data-way", "doing")
        case .stalled: .fixed("data-way", "halted")
        case .ended, .denied: .fixed("data-way", "off")
        }
    }

    /// A date as exactly as it is known.
    static func date(_ date: CoarseDate) -> Markup {
        Markup.element("time", [.datetime(date.quarter == nil && date.half == nil ? date.description : "\(date.year)")])
        {
            Wording.date(date)
        }
    }

    /// A date as the ledger keeps it, or that there is none.
    static func date(iso: String?) -> Markup {
        guard let iso else { return .text("undated") }
        return CoarseDate(iso: iso).map(date) ?? foreign(iso)
    }

    /// Text of an article, in its own direction.
    static func foreign(_ text: String) -> Markup { Markup.element("bdi") { text } }

    /// A link within the site.
    static func link(_ path: WebPath, _ text: String) -> Markup {
        Markup.element("a", [.page(path)]) { foreign(text) }
    }

    /// "Why is this here?", to be opened.
    static func why(_ reasons: [String]) -> Markup {
        Markup.element("details", [.class("why")]) {
            Markup.element("summary") { "Why is this here?" }
            for reason in reasons { Markup.element("p") { foreign(reason) } }
        }
    }

    /// The three counts: what is told often need not be told by many.
    static func support(_ support: Support) -> String {
        [
            Counted.of(support.reports, "report"), Counted.of(support.families, "text"),
            Counted.of(support.origins, "origin"),
        ].joined(separator: " · ")
    }

    /// Deals as a list of rows.
    ///
    /// - Parameter reason: why the list has them, where that is not plain from each.
    static func table(of deals: [Deal], caption: String, reason: String? = nil) -> Markup {
        Markup.element("table", [.class("deals")]) {
            Markup.element("caption", [.class("unseen")]) { caption }
            Markup.element("thead") {
                Markup.element("tr") {
                    for name in ["Stage", "Deal", "Newest word", "Support"] {
                        Markup.element("th", [.fixed("scope", "col")]) { name }
                    }
                }
            }
            Markup.element("tbody") { for deal in deals { row(of: deal, reason) } }
        }
    }

    private static func row(of deal: Deal, _ reason: String?) -> Markup {
        let origins = deal.origins
        let support = deal.support(origins)
        let contradictions = deal.disagreements(origins).count(where: \.kind.isContradiction)
        return Markup.element("tr", [.fixed("data-row", ""), .text("data-deal", deal.id)]) {
            Markup.element("td") { stage(deal.stage) }
            Markup.element("td") {
                Markup.element("a", [.page(WebPath("deals", deal.id))]) { foreign(deal.statement) }
                Markup.element("div", [.class("dim")]) {
                    foreign(
                        [deal.kinds.map(\.rawValue).joined(separator: ", "), Wording.parties(of: deal)]
                            .filter { !$0.isEmpty }.joined(separator: " · "))
                    if contradictions > 0 {
                        " · "
                        Markup.element("a", [.page(WebPath("deals", deal.id, fragment: "disagreements"))]) {
                            Counted.of(contradictions, "disagreement")
                        }
                    }
                }
                why(reasons(for: deal, reason))
            }
            Markup.element("td", [.class("number")]) { if let newest = deal.newest { date(newest) } else { "undated" } }
            Markup.element("td", [.class("support")]) { Parts.support(support) }
        }
    }

    private static func reasons(for deal: Deal, _ reason: String?) -> [String] {
        var outlets: [String] = []
        for claim in deal.claims where !outlets.contains(claim.article.publisher) {
            outlets.append(claim.article.publisher)
        }
        let shown = outlets.prefix(4).joined(separator: ", ") + (outlets.count > 4 ? " and others" : "")
        let words = deal.headline.map { ["Its words: “\($0.quote)” (rule \($0.claim.rule))"] } ?? []
        return (reason.map { [$0] } ?? [])
            + [
                "\(Counted.of(deal.claims.count, "claim")) of \(shown) \(deal.claims.count == 1 ? "tells" : "tell") of it."
            ]
            + words
    }

    /// Articles as a list.
    static func list(of articles: [ArticleEntry]) -> Markup {
        Markup.element("ul", [.class("articles")]) {
            for entry in articles {
                Markup.element("li", [.fixed("data-row", ""), .text("data-article", entry.id)]) {
                    link(to: entry)
                    Markup.element("div", [.class("dim")]) { about(entry) }
                }
            }
        }
    }

    /// The title of an article, which leads to it.
    static func link(to entry: ArticleEntry) -> Markup {
        Markup.element("a", [.page(WebPath("articles", entry.id))] + (entry.language.map { [.lang($0)] } ?? [])) {
            foreign(entry.title ?? entry.source)
        }
    }

    /// Outlet, day and wire of an article.
    static func about(_ entry: ArticleEntry) -> Markup {
        publisher(entry)
            + (entry.published.map { .text(" · ") + date($0) } ?? .text(" · undated"))
            + (entry.wire.map { .text(" · via ") + foreign($0) } ?? .none)
            + .text(" · " + Counted.of(entry.claims, "claim"))
    }

    /// Who published an article, with the way to all of that outlet.
    static func publisher(_ entry: ArticleEntry) -> Markup {
        guard let outlet = entry.outlet, outlet.utf8.count <= 500, !outlet.isEmpty else {
            return foreign(entry.publisher)
        }
        return link(WebPath("outlets", outlet), outlet)
    }
}
