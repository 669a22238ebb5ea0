internal import DragomanBrief
internal import DragomanLedger

/// `/api`: all addresses for programs, with examples; and `/openapi.json`, which says the same to machines.
enum InterfacePage {
    static let route = Route.page(["api"], [.html], "All addresses for programs, with examples", answer)
    static let document = Route.page(["openapi"], [.json], "This interface as OpenAPI 3.1", openAPI)

    @Sendable static func answer(_ visit: Visit) throws -> WebResponse? {
        let host = visit.request.host ?? "127.0.0.1:8420"
        return .page(
            Frame.page("For programs", at: .interface, twins: [(.json, WebPath("openapi.json"))]) {
                Markup.element("h1") { "For programs" }
                Markup.element("p") {
                    "Every page is there as JSON too, lists as CSV and feeds: the ending of the address says which. Writing asks for the token, "
                    "as a field of the form or as a header. It is: "
                    Markup.element("code") { visit.site.token }
                }
                Markup.element("h2") { "Examples" }
                for example in examples(visit) {
                    Markup.element("p") { example.what }
                    Markup.element("pre", [.fixed("tabindex", "0")]) {
                        Markup.element("code") { example.command.replacing("HOST", with: host) }
                    }
                }
                Markup.element("h2") { "Addresses" }
                for route in Routes.all where route.twins != [.svg] {
                    Markup.element("section", [.class("address"), .fixed("data-row", "")]) {
                        Markup.element("h3") {
                            Markup.element("code") {
                                route.method.rawValue.uppercased() + " "
                                    + route.twins.map { route.address($0) }.joined(separator: "  ")
                            }
                        }
                        Markup.element("p") { route.what }
                        if !route.fields.isEmpty {
                            Markup.element("dl", [.class("fields")]) {
                                for field in route.fields {
                                    Markup.element("div") {
                                        Markup.element("dt") { field.name }
                                        Markup.element("dd") { field.what }
                                    }
                                }
                            }
                        }
                    }
                }
            })
    }

    /// Commands that work as they stand, but for `HOST`.
    static func examples(_ visit: Visit) -> [(what: String, command: String)] {
        let deal = (try? visit.ledger.deals(limit: 1))?.first?.id ?? "DEAL"
        let article = (try? visit.ledger.articles(limit: 1, offset: 0))?.first?.id ?? "ARTICLE"
        let token = visit.site.token
        return [
            ("Deals under way, as JSON", "curl 'http://HOST/deals.json?stage=underway'"),
            (
                "Supplies since May 2024, for a spreadsheet",
                "curl -o deals.csv 'http://HOST/deals.csv?kind=supply&since=2024-05'"
            ),
            ("One deal with its disagreements", "curl 'http://HOST/deals/\(deal).json'"),
            ("An article with a summary of three sentences", "curl 'http://HOST/articles/\(article).json?summary=3'"),
            ("Names like one in another script", "curl 'http://HOST/search.json?q=%D0%9A%D0%B0%D0%BC%D0%B0%D0%B7'"),
            (
                "Confirm a deal",
                "curl -H 'Authorization: Bearer \(token)' -d act=confirm -d deal=\(deal) 'http://HOST/judgments.json'"
            ),
            ("Add an article", "curl -H 'Authorization: Bearer \(token)' -F file=@article.html 'http://HOST/add.json'"),
            ("Changes as they come", "curl -N 'http://HOST/events'"),
        ]
    }

    // MARK: OpenAPI

    private struct Document: Encodable {
        struct Info: Encodable {
            let title = "Dragoman"
            let version = "1"
            let description =
                "The ledger of one machine. Writing asks for the token that the server prints, as a bearer token or as the field token."
        }
        struct Components: Encodable {
            let securitySchemes = ["token": ["type": "http", "scheme": "bearer"]]
        }
        let openapi = "3.1.0"
        let info = Info()
        let paths: [String: [String: Operation]]
        let components = Components()
    }

    private struct Operation: Encodable {
        let summary: String
        let operationId: String
        let parameters: [Parameter]
        let requestBody: Body?
        let responses: [String: Answer]
        let security: [[String: [String]]]?
    }

    private struct Parameter: Encodable {
        let name: String
        let `in`: String
        let description: String
        let required: Bool
        let schema = ["type": "string"]
    }

    private struct Body: Encodable {
        struct Content: Encodable {
            struct Schema: Encodable {
                let type = "object"
                let properties: [String: [String: String]]
            }
            let schema: Schema
        }
        let content: [String: Content]
    }

    private struct Answer: Encodable {
        let description: String
        let content: [String: [String: String]]?
    }

    @Sendable static func openAPI(_ visit: Visit) throws -> WebResponse? {
        var paths: [String: [String: Operation]] = [:]
        for route in Routes.all {
            for twin in route.twins where route.method == .get || twin == .json {
                paths[route.address(twin), default: [:]][route.method.rawValue] = operation(route, twin)
            }
        }
        return try .json(Document(paths: paths))
    }

    private static func operation(_ route: Route, _ twin: Twin) -> Operation {
        let open = route.pattern.filter { $0 == "*" }.map { _ in
            Parameter(name: "id", in: "path", description: "an id as lists give it", required: true)
        }
        let isWriting = route.method == .post
        let fields =
            isWriting
            ? []
            : route.fields.map {
                Parameter(name: $0.name, in: "query", description: $0.what, required: false)
            }
        let properties = Dictionary(
            route.fields.map { ($0.name, ["type": "string", "description": $0.what]) }, uniquingKeysWith: { $1 })
        let name = ([route.method.rawValue] + route.pattern.map { $0 == "*" ? "one" : $0 } + [twin.rawValue])
            .joined(separator: "-")
        return Operation(
            summary: route.what, operationId: name, parameters: open + fields,
            requestBody: isWriting
                ? Body(content: [
                    "application/x-www-form-urlencoded": .init(schema: .init(properties: properties)),
                    "multipart/form-data": .init(schema: .init(properties: properties)),
                ]) : nil,
            responses: [
                "200": Answer(description: "the answer", content: [twin.mediaType: [:]]),
                "400": Answer(description: "a field that cannot be", content: nil),
                "403": Answer(description: "a host that is not served, or writing without the token", content: nil),
                "404": Answer(description: "nothing of that id", content: nil),
            ], security: isWriting ? [["token": []]] : nil)
    }
}
