internal import DragomanBrief
internal import DragomanClaims
internal import DragomanLedger
internal import DragomanText

/// Parts that several pages have.
enum Parts {
    /// A stage as sign and word, coloured by its class.
    static func stage(_ stage: Stage) -> Markup {
        Markup.element("span", [.class("stage"), .title(stage.rawValue)] + [kind(stage)]) {
            Wording.sign(of: stage) + " " + stage.rawValue
        }
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

    /// Text of an article, in its own direction.
    static func foreign(_ text: String) -> Markup { Markup.element("bdi") { text } }

    /// Deals as a table, a line each.
    static func table(of deals: [Deal]) -> Markup {
        Markup.element("table", [.class("deals")]) {
            Markup.element("thead") {
                Markup.element("tr") {
                    for name in ["Stage", "Deal", "Newest", "Reports"] {
                        Markup.element("th", [.fixed("scope", "col")]) { name }
                    }
                }
            }
            Markup.element("tbody") {
                for deal in deals {
                    Markup.element("tr", [.fixed("data-row", "")]) {
                        Markup.element("td") { stage(deal.stage) }
                        Markup.element("td") {
                            Markup.element("a", [.page(WebPath("deals", deal.id))]) { foreign(deal.statement) }
                            Markup.element("div", [.class("dim")]) {
                                foreign(
                                    deal.kinds.map(\.rawValue).joined(separator: ", ") + " · "
                                        + Wording.parties(of: deal))
                            }
                        }
                        Markup.element("td", [.class("number")]) {
                            if let newest = deal.newest { date(newest) } else { "undated" }
                        }
                        Markup.element("td", [.class("number")]) { "\(deal.reports)" }
                    }
                }
            }
        }
    }

    /// Articles as a list.
    static func list(of articles: [ArticleEntry]) -> Markup {
        Markup.element("ul", [.class("articles")]) {
            for entry in articles {
                Markup.element("li", [.fixed("data-row", "")]) {
                    Markup.element("a", [.page(WebPath("articles", entry.id))]) { foreign(entry.title ?? entry.source) }
                    Markup.element("div", [.class("dim")]) { about(entry) }
                }
            }
        }
    }

    /// Outlet, day and wire of an article.
    static func about(_ entry: ArticleEntry) -> Markup {
        foreign(entry.publisher)
            + (entry.published.map { .text(" · ") + date($0) } ?? .none)
            + (entry.wire.map { .text(" · via ") + foreign($0) } ?? .none)
            + .text(" · " + Counted.of(entry.claims, "claim"))
    }
}
