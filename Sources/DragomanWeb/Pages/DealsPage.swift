internal import DragomanBrief
internal import DragomanClaims
internal import DragomanExport
internal import DragomanLedger
internal import DragomanText
internal import Foundation

/// `/deals`: all deals as a table or as a board by stage, with filters in the address.
enum DealsPage {
    static let pageSize = 50
    /// How many deals a column of the board shows.
    static let columnSize = 12

    static let filterFields: [Route.Field] = [
        .init("kind", "supply, certification, production, investment, distribution, cooperation, exit or barrier"),
        .init("stage", "considered, talks, planned, signed, underway, done, stalled, ended or denied"),
        .init("party", "a name of an actor or counterpart, or part of one"),
        .init("place", "a name of a place, or part of one"),
        .init("goods", "a type of goods, or a name or part of one"),
        .init("since", "a date such as 2024, 2024-05 or 2024-05-16"),
    ]

    static let route = Route.page(
        ["deals"], [.html, .json, .csv, .atom, .rss], "Deals, those with the newest word first",
        fields: filterFields + [
            .init("page", "which stretch, from 1; of the page and of JSON"),
            .init("limit", "how many deals a stretch of JSON or a feed has, at most 1000; 100 unless told"),
            .init("view", "board for columns by stage; of the page only"),
        ], answer)

    @Sendable static func answer(_ visit: Visit) throws -> WebResponse? {
        let filter = try filter(visit)
        switch visit.twin {
        case .json: return try export(.json, filter, visit)
        case .csv: return try export(.csv, filter, visit)
        case .atom: return try export(.atom, filter, visit)
        case .rss: return try export(.rss, filter, visit)
        default: return .page(try page(visit, filter))
        }
    }

    /// The deals that are asked for; names in any script, where the site has packs.
    ///
    /// - Throws: `DragomanError` V002 for a value that is none.
    static func filter(_ visit: Visit) throws -> DealFilter {
        let filter = try filter(visit.request)
        guard filter.party != nil || filter.place != nil || filter.goods != nil, !visit.site.packs.isEmpty else {
            return filter
        }
        return try visit.ledger.acrossScripts(filter, names: visit.site.names.finder())
    }

    private static func filter(_ request: WebRequest) throws -> DealFilter {
        func known<Value: RawRepresentable<String>>(_ name: String) throws -> [Value] {
            try request.queries(name).map { text in
                guard let value = Value(rawValue: text) else { throw unknown(name, text) }
                return value
            }
        }
        var filter = DealFilter(
            kinds: try known("kind"), stages: try known("stage"), party: request.query("party"),
            place: request.query("place"), goods: request.query("goods"))
        if let since = request.query("since") {
            guard let date = CoarseDate(iso: since) else { throw unknown("since", since) }
            filter.since = date
        }
        return filter
    }

    static func unknown(_ name: String, _ value: String) -> DragomanError {
        DragomanError(
            .usage, "V002", "\(name) cannot be \(value)",
            advice: name == "since"
                ? "Give a date such as 2024, 2024-05 or 2024-05-16." : "Choose one of those on the page.")
    }

    private static func export(_ format: ExportFormat, _ filter: DealFilter, _ visit: Visit) throws -> WebResponse {
        let text = Gathered()
        let heading = ExportHeading(title: "Deals", time: Int(visit.now.timeIntervalSince1970))
        // A spreadsheet gets all, programs and readers of feeds a stretch.
        let limit = visit.number("limit", in: 1...1000, else: 100)
        let stretch =
            format == .csv
            ? []
            : try visit.ledger.deals(filter, limit: limit, offset: (visit.stretch - 1) * limit).deals.map(
                ExportRow.init)
        try format.write(
            heading,
            rows: { body in
                guard format == .csv else { return try stretch.forEach(body) }
                try visit.ledger.eachDeal(filter) { try body(ExportRow($0)) }
            }, to: { text.bytes += Array($0.utf8) })
        return WebResponse(type: format.mediaType, body: text.bytes)
    }

    private static func page(_ visit: Visit, _ filter: DealFilter) throws -> Markup {
        let isBoard = visit.request.query("view") == "board"
        let asked = asked(visit.request)
        let facets = try visit.ledger.facets(filter)
        let count = try visit.ledger.count(filter)
        let list = isBoard ? try board(visit, filter, facets.stages, asked) : try table(visit, filter, count, asked)
        return Frame.page(
            "Deals", at: .deals, twins: Lists.twins(route.otherTwins, "deals", query: asked), isLive: true
        ) {
            Markup.element("h1") { "Deals" }
            form(visit.request, filter, facets, to: WebPath("deals"))
            Markup.element("p", [.class("dim")]) {
                Counted.of(count, "deal") + ", newest word first · "
                if isBoard {
                    Parts.link(WebPath(["deals"], query: asked), "as a table")
                } else {
                    Parts.link(WebPath(["deals"], query: asked + [("view", "board")]), "as a board by stage")
                }
            }
            list
        }
    }

    /// The filters that are set.
    static func asked(_ request: WebRequest) -> [(name: String, value: String)] {
        request.query.filter { field in !field.value.isEmpty && filterFields.contains { $0.name == field.name } }
    }

    private static func table(
        _ visit: Visit, _ filter: DealFilter, _ count: Int, _ asked: [(name: String, value: String)]
    ) throws -> Markup {
        let deals = try visit.ledger.deals(filter, limit: pageSize, offset: (visit.stretch - 1) * pageSize).deals
        guard !deals.isEmpty else {
            return Lists.empty(
                "No deal is like that.", "Take a condition away, or look for part of a name.",
                link: asked.isEmpty ? ("Add articles", WebPath("add")) : ("All deals", WebPath("deals")))
        }
        let conditions = asked.map { "\($0.name) \($0.value)" }.joined(separator: ", ")
        return Parts.table(
            of: deals, caption: "Deals", reason: conditions.isEmpty ? nil : "It is one of the deals with \(conditions)."
        )
            + Lists.stretches(visit.stretch, size: pageSize, of: count, ["deals"], query: asked)
    }

    /// A column for each stage, in the order in which undertakings go through them.
    private static func board(
        _ visit: Visit, _ filter: DealFilter, _ facets: [DealFacet], _ asked: [(name: String, value: String)]
    ) throws -> Markup {
        let others = asked.filter { $0.name != "stage" }
        var columns: [Markup] = []
        for stage in Stage.allCases where filter.stages.isEmpty || filter.stages.contains(stage) {
            guard let count = facets.first(where: { $0.value == stage.rawValue })?.count else { continue }
            var ofStage = filter
            ofStage.stages = [stage]
            let deals = try visit.ledger.deals(ofStage, limit: columnSize, offset: 0).deals
            columns.append(
                Markup.element("section", [.class("column")]) {
                    Markup.element("h2") { Parts.stage(stage) + .text(" \(count)") }
                    Markup.element("ul") {
                        for deal in deals {
                            Markup.element("li", [.fixed("data-row", ""), .text("data-deal", deal.id)]) {
                                Parts.link(WebPath("deals", deal.id), deal.statement)
                                Markup.element("div", [.class("dim")]) {
                                    if let newest = deal.newest { Parts.date(newest) } else { "undated" }
                                    " · " + Counted.of(deal.reports, "report")
                                }
                            }
                        }
                    }
                    if count > columnSize {
                        Parts.link(
                            WebPath(["deals"], query: others + [("stage", stage.rawValue)]), "All \(count)")
                    }
                })
        }
        if columns.isEmpty { return Lists.empty("No deal is like that.", "Take a condition away.") }
        return Markup.element("div", [.class("board")]) { columns }
    }

    /// The filters, for a page that shows deals.
    static func form(
        _ request: WebRequest, _ filter: DealFilter, _ facets: (kinds: [DealFacet], stages: [DealFacet]),
        to path: WebPath
    ) -> Markup {
        Markup.element("form", [.class("filters"), .action(path), .label("Filter")]) {
            choice("kind", "Kind", facets.kinds, filter.kinds.map(\.rawValue))
            choice("stage", "Stage", facets.stages, filter.stages.map(\.rawValue))
            field("party", "Party", request.query("party"))
            field("place", "Place", request.query("place"))
            field("goods", "Goods", request.query("goods"))
            field("since", "Since", request.query("since"), hint: "2024-05")
            if request.query("view") == "board" {
                Markup.element("input", [.fixed("type", "hidden"), .fixed("name", "view"), .fixed("value", "board")])
            }
            Markup.element("button", [.fixed("type", "submit")]) { "Filter" }
        }
    }

    private static func choice(_ name: StaticString, _ label: String, _ facets: [DealFacet], _ chosen: [String])
        -> Markup
    {
        Markup.element("label") {
            label
            Markup.element("select", [.fixed("name", name)]) {
                Markup.element("option", [.value("")]) { "any" }
                for facet in facets {
                    Markup.element(
                        "option", [.value(facet.value)] + (chosen.contains(facet.value) ? [.flag("selected")] : [])
                    ) {
                        "\(facet.value) (\(facet.count))"
                    }
                }
            }
        }
    }

    private static func field(_ name: StaticString, _ label: String, _ value: String?, hint: StaticString? = nil)
        -> Markup
    {
        Markup.element("label") {
            label
            Markup.element(
                "input",
                [.fixed("name", name), .value(value ?? ""), .dirAuto]
                    + (hint.map { [.fixed("placeholder", $0)] } ?? []))
        }
    }

    private final class Gathered {
        var bytes: [UInt8] = []
    }
}
