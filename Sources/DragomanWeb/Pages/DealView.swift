internal import DragomanBrief
internal import DragomanClaims
internal import DragomanDraw
internal import DragomanLedger
internal import DragomanText

/// `/deals/ID`: one deal, every value with who reports it, its history, where reports disagree, and the words it rests on.
enum DealView {
    static let route = Route.page(
        ["deals", "*"], [.html, .json], "A deal: values with their support, history, origins, disagreements, claims",
        answer)

    @Sendable static func answer(_ visit: Visit) throws -> WebResponse? {
        guard let id = visit.parts.first, id.utf8.count >= 4, let deal = try visit.ledger.deal(id) else { return nil }
        if visit.twin == .json {
            return WebResponse(type: "application/json", body: Array(try DealPage(deal).json().utf8))
        }
        return .page(try page(of: deal, visit))
    }

    private static func page(of deal: Deal, _ visit: Visit) throws -> Markup {
        let origins = deal.origins
        let support = deal.support(origins)
        let disagreements = deal.disagreements(origins)
        let related = try visit.ledger.related(to: deal)
        let judgments = deal.verdict.judgments.isEmpty ? [] : try visit.ledger.judgments()
        return Frame.page(
            deal.statement, at: .deals, twins: Lists.twins(route.otherTwins, "deals", deal.id), isLive: true
        ) {
            Markup.element("h1", [.class("statement")]) { Parts.foreign(deal.statement) }
            Markup.element("p", [.class("facts")]) {
                Parts.stage(deal.stage)
                if let verdict = deal.verdict.verdict {
                    Markup.element("span", [.class("verdict")]) { " \(verdict.rawValue) " }
                }
                Markup.element("span", [.class("dim")]) {
                    " " + deal.kinds.map(\.rawValue).joined(separator: ", ") + " · " + Parts.support(support)
                        + " · id \(deal.id)"
                }
            }
            DisagreementParts.section(disagreements, inDeal: true)
            fields(of: deal)
            history(of: deal)
            voices(origins)
            Markup.element("section") {
                Markup.element("h2") { "Claims" }
                for claim in deal.claims { card(claim, origins, of: deal, visit) }
            }
            relatedDeals(related, to: deal, visit)
            JudgeParts.section(deal, judgments.filter { deal.verdict.judgments.contains($0.number) }, visit)
        }
    }

    private static func fields(of deal: Deal) -> Markup {
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
        let named = Set(claims)
        var names: [String] = []
        for claim in deal.claims where named.contains(claim.id) && !names.contains(claim.article.publisher) {
            names.append(claim.article.publisher)
        }
        return names.joined(separator: ", ")
    }

    private static func history(of deal: Deal) -> Markup {
        Markup.element("section") {
            Markup.element("h2") { "History" }
            if deal.history.count > 1 {
                Markup.element("figure", [.class("drawn wide")]) {
                    Markup.picture(StageCourse(of: deal).picture(width: 960), id: "course")
                }
                Markup.element("figure", [.class("drawn narrow")]) {
                    Markup.picture(StageCourse(of: deal).picture(width: 360), id: "course-narrow")
                }
            }
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
    }

    /// Whose words the deal rests on: what is told often need not be told by many.
    private static func voices(_ origins: Origins) -> Markup {
        Markup.element("section") {
            Markup.element("h2") { "On whose word" }
            Markup.element("ul", [.class("articles")]) {
                for origin in origins.all {
                    Markup.element("li") {
                        Parts.foreign(
                            origin.kind == .article ? "the article's own voice, \(origin.name)" : origin.name)
                        let rest = [origin.role, origin.org == origin.name ? nil : origin.org].compactMap { $0 }
                        if !rest.isEmpty { Parts.foreign(", " + rest.joined(separator: ", ")) }
                        if let outlet = origin.outlet { .text(", to ") + Parts.foreign(outlet) }
                        if let said = origin.said { .text(", ") + Parts.date(said) }
                        Markup.element("span", [.class("dim")]) {
                            " · " + Counted.of(origin.reports, "report") + " in "
                                + Counted.of(origin.families, "text")
                                + (origin.isParty ? " · a party's word on itself" : "")
                        }
                    }
                }
            }
        }
    }

    /// A claim with its words, which lead to their place in the article.
    private static func card(_ claim: ReportedClaim, _ origins: Origins, of deal: Deal, _ visit: Visit) -> Markup {
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
            }
            Markup.element("div", [.class("row-end")]) {
                Parts.why(ClaimReasons.of(claim, origins.origin(of: claim.id)))
                if deal.claims.count > 1, visit.site.canWrite { JudgeParts.splitting(claim, visit) }
            }
        }
    }

    private static func relatedDeals(_ related: [RelatedDeal], to deal: Deal, _ visit: Visit) -> Markup {
        guard !related.isEmpty else { return .none }
        return Markup.element("section") {
            Markup.element("h2") { "Related deals" }
            Markup.element("ul", [.class("articles")]) {
                for other in related {
                    Markup.element("li", [.fixed("data-row", ""), .text("data-deal", other.id)]) {
                        Parts.stage(other.stage)
                        " "
                        Parts.link(
                            WebPath("deals", other.id),
                            ([other.kind.rawValue] + [other.parties.joined(separator: ", ")]
                                + [other.places.joined(separator: ", ")])
                                .filter { !$0.isEmpty }.joined(separator: " · "))
                        Markup.element("div", [.class("row-end")]) {
                            Parts.why([
                                reason(other.relation)
                                    + " \(Counted.of(other.reports, "article tells", "articles tell")) of both."
                            ])
                            if visit.site.canWrite { JudgeParts.merging(deal, other.id, visit) }
                        }
                    }
                }
            }
        }
    }

    private static func reason(_ relation: RelatedDeal.Relation) -> String {
        switch "\(relation)" {
        case "waiting": "What is to be sold or made, and the certification it waits for, in one market."
        case "market": "The same sort of undertaking in another market."
        default: "Another undertaking of the same party."
        }
    }
}

/// Why the ledger has a claim.
enum ClaimReasons {
    static func of(_ claim: ReportedClaim, _ origin: Origin?) -> [String] {
        var reasons = ["Rule \(claim.claim.rule) found it in the words shown."]
        if let origin {
            reasons.append(
                "Its origin is \(origin.name)"
                    + (origin.reports > 1 ? ", which \(origin.reports) reports go back to." : "."))
        }
        if !claim.judgments.isEmpty {
            reasons.append(
                "Edited by judgment \(claim.judgments.map(String.init).joined(separator: ", ")).")
        }
        return reasons
    }
}
