internal import DragomanBrief
internal import DragomanClaims
internal import DragomanLedger
internal import DragomanText

/// `/packs`: the rules that make claims, with their examples and how often each fired.
enum PacksPage {
    static let route = Route.page(
        ["packs"], [.html, .json, .csv], "The rules that make claims, with their examples and how often each fired",
        answer)

    struct Row: Encodable {
        let place: String
        let kind: String
        let rule: String
        let examples: [String]
        let fired: Int
    }

    private static let listing = Listing<Row>(
        caption: "Rules",
        columns: [
            .init(
                name: "Rule", text: \.rule,
                cell: { row in
                    Markup.element("code") { row.rule }
                        + Markup.element("div", [.class("dim")]) { row.place }
                        + (row.examples.isEmpty
                            ? .none
                            : Markup.element("details") {
                                Markup.element("summary") { Counted.of(row.examples.count, "example") }
                                for example in row.examples { Markup.element("p") { example } }
                            })
                }),
            .init(name: "Kind", text: \.kind), .init(name: "Place", isShown: false, text: \.place),
            .init(name: "Examples", isNumber: true, text: { "\($0.examples.count)" }),
            .init(name: "Fired", isNumber: true, text: { "\($0.fired)" }),
        ])

    @Sendable static func answer(_ visit: Visit) throws -> WebResponse? {
        var fired = try visit.ledger.ruleCounts()
        var rows: [Row] = []
        if !visit.site.packs.isEmpty {
            for rule in try Pack(folders: visit.site.packs).described {
                rows.append(
                    Row(
                        place: rule.place, kind: rule.kind?.rawValue ?? "continued", rule: rule.text,
                        examples: rule.examples + rule.counterexamples.map { "not: " + $0 },
                        fired: fired.removeValue(forKey: rule.place) ?? 0))
            }
        }
        // Rules that are no longer there have left their claims.
        for (place, count) in fired.sorted(by: { $0.key < $1.key }) {
            rows.append(
                Row(place: place, kind: "", rule: "(not in the packs as they are now)", examples: [], fired: count))
        }
        if visit.twin == .csv { return listing.csv(rows) }
        if visit.twin == .json { return try .json(rows) }
        return .page(
            Frame.page("Packs", at: .packs, twins: Lists.twins(route.otherTwins, "packs")) {
                Markup.element("h1") { "Packs" }
                Markup.element("p", [.class("dim")]) {
                    Counted.of(rows.count, "rule") + ", "
                        + Counted.of(rows.count { $0.fired > 0 }, "of them has", "of them have")
                        + " found something in this ledger. A claim shows the rule that made it under “Why is this here?”."
                }
                if rows.isEmpty {
                    Lists.empty("No packs are loaded.", "Name their folder with --packs when you start dragoman serve.")
                } else {
                    listing.table(rows.sorted { ($1.fired, $0.place) < ($0.fired, $1.place) })
                }
            })
    }
}
