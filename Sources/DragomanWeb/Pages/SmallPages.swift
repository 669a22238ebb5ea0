internal import DragomanBrief
internal import DragomanLedger

/// `/keys`: the keys.
enum KeysPage {
    private static let keys = [
        ("j, k", "next and previous row"), ("o, Enter", "open the row"), ("n, p", "next and previous page of a list"),
        ("v", "the live page of an article"), ("/", "to the first field"), ("?", "these keys"),
        ("[, ]", "back and forth in the history"),
    ]

    @Sendable static func answer(_ visit: Visit) throws -> WebResponse? {
        .page(
            Frame.page("Keys") {
                Markup.element("h1") { "Keys" }
                Markup.element("table") {
                    Markup.element("thead") {
                        Markup.element("tr") {
                            Markup.element("th", [.fixed("scope", "col")]) { "Key" }
                            Markup.element("th", [.fixed("scope", "col")]) { "What it does" }
                        }
                    }
                    Markup.element("tbody") {
                        for (key, what) in keys {
                            Markup.element("tr") {
                                Markup.element("td") { Markup.element("kbd") { key } }
                                Markup.element("td") { what }
                            }
                        }
                    }
                }
            })
    }
}

/// `/health`: how much the ledger holds.
enum HealthPage {
    @Sendable static func answer(_ visit: Visit) throws -> WebResponse? {
        let counts = try visit.ledger.counts()
        if visit.twin == .json {
            return WebResponse(type: "application/json", body: Array(try JSONTwin.write(counts).utf8))
        }
        return .page(
            Frame.page("Health", twins: [("JSON", WebPath("health.json"))]) {
                Markup.element("h1") { "Health" }
                Markup.element("dl", [.class("fields")]) {
                    for (name, count) in [
                        ("Articles", counts.articles), ("Claims", counts.claims), ("Deals", counts.deals),
                    ] {
                        Markup.element("div") {
                            Markup.element("dt") { name }
                            Markup.element("dd") { "\(count)" }
                        }
                    }
                }
            })
    }
}
