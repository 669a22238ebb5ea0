internal import DragomanBrief
internal import DragomanLedger
internal import Foundation

/// `/health`: how much the ledger holds, and whether it can be written.
enum HealthPage {
    static let route = Route.page(["health"], "How much the ledger holds, and how large it is", kept: false, answer)

    private struct Health: Encodable {
        let articles: Int
        let claims: Int
        let deals: Int
        let judgments: Int
        let bytes: Int
        let writable: Bool
        let adds: Bool
        let packs: Int
    }

    @Sendable static func answer(_ visit: Visit) throws -> WebResponse? {
        let counts = try visit.ledger.counts()
        let attributes = try? FileManager.default.attributesOfItem(atPath: visit.site.path)
        let health = Health(
            articles: counts.articles, claims: counts.claims, deals: counts.deals,
            judgments: try visit.ledger.mark().judgments, bytes: (attributes?[.size] as? Int) ?? 0,
            writable: visit.site.canWrite, adds: visit.site.workshop != nil, packs: visit.site.packs.count)
        if visit.twin == .json { return try .json(health) }
        return .page(
            Frame.page("Health", at: .health, twins: Lists.twins(route.otherTwins, "health")) {
                Markup.element("h1") { "Health" }
                Markup.element("dl", [.class("fields")]) {
                    for (name, value) in [
                        ("Articles", "\(health.articles)"), ("Claims", "\(health.claims)"),
                        ("Deals", "\(health.deals)"),
                        ("Judgments", "\(health.judgments)"),
                        ("Size of the file", "\((health.bytes + 1_048_575) / 1_048_576) MB"),
                        ("Can be judged", health.writable ? "yes" : "no: the file is read-only"),
                        ("Can be added to", health.adds && health.writable ? "yes" : "no"),
                        ("Packs", "\(health.packs)"),
                    ] {
                        Markup.element("div") {
                            Markup.element("dt") { name }
                            Markup.element("dd") { value }
                        }
                    }
                }
                Markup.element("p", [.class("dim")]) { "dragoman verify checks every byte of it." }
            })
    }
}
