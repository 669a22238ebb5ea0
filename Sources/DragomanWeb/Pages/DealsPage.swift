internal import DragomanBrief
internal import DragomanClaims
internal import DragomanExport
internal import DragomanLedger
internal import DragomanText
internal import Foundation

/// `/deals`: all deals, with filters in the address.
enum DealsPage {
    static let pageSize = 50

    @Sendable static func answer(_ visit: Visit) throws -> WebResponse? {
        let filter = try filter(visit.request)
        switch visit.twin {
        case .html: return .page(try page(visit, filter))
        case .json: return try export(.json, filter, visit)
        case .csv: return try export(.csv, filter, visit)
        case .atom: return try export(.atom, filter, visit)
        case .rss: return try export(.rss, filter, visit)
        }
    }

    /// - Throws: `DragomanError` W002 for a value that is none.
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

    private static func unknown(_ name: String, _ value: String) -> DragomanError {
        DragomanError(
            .usage, "W002", "\(name) cannot be \(value)",
            advice: name == "since"
                ? "Give a date such as 2024, 2024-05 or 2024-05-16." : "Choose one of those on the page.")
    }

    private static func export(_ format: ExportFormat, _ filter: DealFilter, _ visit: Visit) throws -> WebResponse {
        let text = Gathered()
        let heading = ExportHeading(title: "Deals", time: Int(visit.now.timeIntervalSince1970))
        try format.write(
            heading, rows: { body in try visit.ledger.eachDeal(filter) { try body(ExportRow($0)) } },
            to: { text.bytes += Array($0.utf8) })
        return WebResponse(type: format.mediaType, body: text.bytes)
    }

    private static func page(_ visit: Visit, _ filter: DealFilter) throws -> Markup {
        let number = visit.number("page", in: 1...1_000_000, else: 1)
        let (deals, count) = try visit.ledger.deals(filter, limit: pageSize, offset: (number - 1) * pageSize)
        let facets = try visit.ledger.facets(filter)
        let asked = visit.request.query.filter { $0.name != "page" && !$0.value.isEmpty }
        let twins: [(name: String, path: WebPath)] = [
            ("JSON", WebPath(["deals.json"], query: asked)), ("CSV", WebPath(["deals.csv"], query: asked)),
            ("Atom", WebPath(["deals.atom"], query: asked)), ("RSS", WebPath(["deals.rss"], query: asked)),
        ]
        return Frame.page("Deals", twins: twins) {
            Markup.element("h1") { "Deals" }
            form(visit.request, filter, facets)
            Markup.element("p", [.class("dim")]) { Counted.of(count, "deal") + ", newest word first" }
            if deals.isEmpty {
                Markup.element("p") { "No deal is like that. Take a condition away, or look for part of a name." }
            } else {
                Parts.table(of: deals)
            }
            Markup.element("nav", [.class("pages"), .label("Stretches of the list")]) {
                if number > 1 {
                    Markup.element("a", [.page(path(asked, number - 1)), .fixed("rel", "prev")]) { "Newer" }
                }
                if number * pageSize < count {
                    Markup.element("a", [.page(path(asked, number + 1)), .fixed("rel", "next")]) { "Older" }
                }
            }
        }
    }

    private static func path(_ asked: [(name: String, value: String)], _ number: Int) -> WebPath {
        WebPath(["deals"], query: asked + [("page", "\(number)")])
    }

    private static func form(
        _ request: WebRequest, _ filter: DealFilter, _ facets: (kinds: [DealFacet], stages: [DealFacet])
    ) -> Markup {
        Markup.element("form", [.class("filters"), .action(WebPath("deals")), .fixed("role", "search")]) {
            choice("kind", "Kind", facets.kinds, filter.kinds.map(\.rawValue))
            choice("stage", "Stage", facets.stages, filter.stages.map(\.rawValue))
            field("party", "Party", request.query("party"))
            field("place", "Place", request.query("place"))
            field("goods", "Goods", request.query("goods"))
            field("since", "Since", request.query("since"))
            Markup.element("button", [.fixed("type", "submit")]) { "Filter" }
        }
    }

    private static func choice(_ name: String, _ label: String, _ facets: [DealFacet], _ chosen: [String]) -> Markup {
        Markup.element("label") {
            label
            Markup.element(
                "select", [.label(label)] + [name == "kind" ? .fixed("name", "kind") : .fixed("name", "stage")]
            ) {
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

    private static func field(_ name: StaticString, _ label: String, _ value: String?) -> Markup {
        Markup.element("label") {
            label
            Markup.element("input", [.fixed("name", name), .value(value ?? ""), .fixed("dir", "auto")])
        }
    }

    private final class Gathered {
        var bytes: [UInt8] = []
    }
}
