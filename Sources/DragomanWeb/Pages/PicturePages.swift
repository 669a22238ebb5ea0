internal import DragomanBrief
internal import DragomanDraw
internal import DragomanExport
internal import DragomanLedger

/// `/timeline`, `/network`, `/flows`: an answer as a picture and as a table, of the deals that filters let through.
enum PicturePages {
    static let timeline = route(
        "timeline", .timeline, "What became of deals, by date",
        "When each stage of which deal was reported; a date stands as exactly as the articles give it."
    ) { visit, filter in
        let timeline = try Timeline(of: visit.ledger, filter)
        return Answer(
            isEmpty: timeline.events.isEmpty, json: { try .json(timeline) },
            picture: { timeline.picture(width: $0) }, table: timeline.table)
    }

    static let network = route(
        "network", .network, "Who has deals with whom",
        "A line stands for the deals of one kind between two parties, in the stage that is furthest on."
    ) { visit, filter in
        let network = try Network(of: visit.ledger, filter)
        return Answer(
            isEmpty: network.edges.isEmpty, json: { try .json(network) },
            picture: { try network.picture(width: $0) }, table: network.table)
    }

    static let flows = route(
        "flows", .flows, "From which country to which deals run",
        "From the countries of those who act to those of their partners, or where the goods go."
    ) { visit, filter in
        let flows = try Flows(of: visit.ledger, filter)
        return Answer(
            isEmpty: flows.flows.isEmpty, json: { try .json(flows) }, picture: { flows.picture(width: $0) },
            table: flows.table)
    }

    /// A question's answer, in the forms it can be had.
    private struct Answer {
        let isEmpty: Bool
        let json: () throws -> WebResponse
        let picture: (Double) throws -> Picture
        let table: Table
    }

    private static func route(
        _ name: String, _ place: Place, _ title: String, _ meaning: String,
        _ ask: @escaping @Sendable (Visit, DealFilter) throws -> Answer
    ) -> Route {
        Route.page([name], [.html, .json, .csv, .svg], title, fields: DealsPage.filterFields) { visit in
            let filter = try DealsPage.filter(visit)
            let answer = try ask(visit, filter)
            switch visit.twin {
            case .json: return try answer.json()
            case .csv: return csv(answer.table)
            case .svg:
                return WebResponse(type: "image/svg+xml", body: Array(try answer.picture(1120).svg.utf8))
            default: return .page(try page(name, place, title, meaning, answer, visit, filter))
            }
        }
    }

    private static func csv(_ table: Table) -> WebResponse {
        let lines = ([table.columns] + table.rows).map { $0.map { CSVCell.text($0) }.joined(separator: ",") + "\r\n" }
        return WebResponse(type: ExportFormat.csv.mediaType, body: Array(lines.joined().utf8))
    }

    private static func page(
        _ name: String, _ place: Place, _ title: String, _ meaning: String, _ answer: Answer, _ visit: Visit,
        _ filter: DealFilter
    ) throws -> Markup {
        let asked = DealsPage.asked(visit.request)
        // A narrow picture for narrow windows: text in a picture that is made smaller cannot be read.
        let pictures = answer.isEmpty ? [] : [try answer.picture(1120), try answer.picture(360)]
        let facets = try visit.ledger.facets(filter)
        return Frame.page(
            place.name, at: place, twins: Lists.twins([.json, .csv, .svg], name, query: asked)
        ) {
            Markup.element("h1") { title }
            DealsPage.form(visit.request, filter, facets, to: WebPath(name))
            if answer.isEmpty {
                Lists.empty(
                    "There is nothing to draw.", "Take a condition away, or add articles:",
                    link: ("Add", WebPath("add")))
            }
            for (number, picture) in pictures.enumerated() {
                Markup.element(
                    "figure", [number == 0 ? .fixed("class", "drawn wide") : .fixed("class", "drawn narrow")]
                ) {
                    Markup.picture(picture, id: "\(name)-\(number)")
                }
            }
            if !answer.isEmpty {
                Markup.element("p", [.class("dim")]) { meaning }
                Markup.element("h2") { "The same as a table" }
                table(answer.table)
            }
        }
    }

    /// Who the parties of some deals are to each other, drawn; nothing where that cannot be laid out.
    static func network(of deals: [Deal]) -> Markup {
        let network = Network(of: deals, limit: 24)
        guard !network.edges.isEmpty, let wide = try? network.picture(width: 960),
            let narrow = try? network.picture(width: 360)
        else { return .none }
        return Markup.element("figure", [.class("drawn wide")]) { Markup.picture(wide, id: "network") }
            + Markup.element("figure", [.class("drawn narrow")]) { Markup.picture(narrow, id: "network-narrow") }
    }

    /// A table that stands beside a picture.
    static func table(_ table: Table) -> Markup {
        Markup.element("table", [.class("list")]) {
            Markup.element("caption", [.class("unseen")]) { table.title }
            Markup.element("thead") {
                Markup.element("tr") {
                    for column in table.columns { Markup.element("th", [.fixed("scope", "col")]) { column } }
                }
            }
            Markup.element("tbody") {
                for row in table.rows {
                    Markup.element("tr", [.fixed("data-row", "")]) {
                        for (cell, column) in zip(row, table.columns) {
                            Markup.element("td", [.text("data-name", column)]) { Parts.foreign(cell) }
                        }
                    }
                }
            }
        }
            + (table.note.map { note in Markup.element("p", [.class("dim")]) { note } } ?? .none)
    }
}
