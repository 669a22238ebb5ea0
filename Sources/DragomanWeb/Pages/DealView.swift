internal import DragomanBrief
internal import DragomanClaims
internal import DragomanLedger
internal import DragomanText

/// `/deals/ID`: one deal, every value with who reports it, its history and the words it rests on.
enum DealView {
    @Sendable static func answer(_ visit: Visit) throws -> WebResponse? {
        guard let id = visit.parts.first, id.utf8.count >= 4, let deal = try visit.ledger.deal(id) else { return nil }
        if visit.twin == .json {
            return WebResponse(type: "application/json", body: Array(try DealPage(deal).json().utf8))
        }
        return .page(page(of: deal))
    }

    private static func page(of deal: Deal) -> Markup {
        Frame.page(deal.statement, twins: [("JSON", WebPath("deals", deal.id + ".json"))]) {
            Markup.element("h1", [.class("statement")]) { Parts.foreign(deal.statement) }
            Markup.element("p") {
                Parts.stage(deal.stage)
                Markup.element("span", [.class("dim")]) {
                    " " + deal.kinds.map(\.rawValue).joined(separator: ", ")
                        + " · \(Counted.of(deal.reports, "report")) · id \(deal.id)"
                }
            }
            Markup.element("section") {
                Markup.element("h2") { "What is reported" }
                Markup.element("dl", [.class("fields")]) {
                    field("By", deal, deal.actors) { $0 }
                    field("With", deal, deal.counterparts) { $0 }
                    field("Where", deal, deal.places) { $0 }
                    field("Goods", deal, deal.goods, Wording.goods)
                    field("Quantity", deal, deal.quantities, Wording.quantity)
                    field("Money", deal, deal.money, Wording.money)
                    field("Share", deal, deal.shares) { $0 }
                    field("When", deal, deal.dates, Wording.date)
                }
            }
            Markup.element("section") {
                Markup.element("h2") { "History" }
                Markup.element("ol", [.class("history")]) {
                    for report in deal.history {
                        Markup.element("li") {
                            if let date = report.date { Parts.date(date) } else { "undated" }
                            " "
                            Parts.stage(report.stage)
                            Markup.element("span", [.class("dim")]) {
                                Parts.foreign(" " + report.outlets.joined(separator: ", "))
                            }
                        }
                    }
                }
            }
            Markup.element("section") {
                Markup.element("h2") { "Claims" }
                for claim in deal.claims { card(claim) }
            }
        }
    }

    private static func field<Value>(
        _ name: String, _ deal: Deal, _ values: [Supported<Value>], _ shown: (Value) -> String
    ) -> Markup {
        guard !values.isEmpty else { return .none }
        return Markup.element("div") {
            Markup.element("dt") { name }
            for value in values {
                Markup.element("dd") {
                    Parts.foreign(shown(value.value))
                    Markup.element("span", [.class("dim")]) { Parts.foreign(" " + outlets(of: value.claims, in: deal)) }
                }
            }
        }
    }

    private static func outlets(of claims: [String], in deal: Deal) -> String {
        var names: [String] = []
        for claim in deal.claims where claims.contains(claim.id) && !names.contains(claim.article.publisher) {
            names.append(claim.article.publisher)
        }
        return names.joined(separator: ", ")
    }

    /// A claim with its words, which lead to their place in the article.
    private static func card(_ claim: ReportedClaim) -> Markup {
        Markup.element("article", [.class("claim"), .id("claim-" + claim.id), .fixed("data-row", "")]) {
            Markup.element("p") {
                Parts.stage(claim.claim.stage)
                " "
                Parts.foreign(
                    [claim.claim.kind.rawValue, Wording.amounts(of: claim.claim)].compactMap { $0 }.joined(
                        separator: " · "))
            }
            Markup.element("blockquote") {
                Markup.element("a", [.page(WebPath("articles", claim.article.id, fragment: "claim-" + claim.id))]) {
                    Parts.foreign("“\(claim.quote)”")
                }
            }
            Markup.element("p", [.class("dim")]) {
                Parts.foreign(Wording.source(of: claim.claim))
                " · "
                Parts.about(claim.article)
                " · rule \(claim.claim.rule)"
            }
        }
    }
}
