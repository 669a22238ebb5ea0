internal import DragomanBrief
internal import DragomanClaims
internal import DragomanExport
internal import DragomanLedger
internal import DragomanText
internal import Foundation

/// `/disagreements`: where reports of one deal contradict each other, the sentences side by side.
enum DisagreementsPage {
    /// The most deals that are listed, those with the newest word.
    static let most = 200

    static let route = Route.page(
        ["disagreements"], [.html, .json, .csv, .atom, .rss],
        "Where reports of one deal contradict each other, in at most \(most) deals",
        fields: [
            .init("kind", "distortion, dispute, update, revision, period or definition; the first two unless told")
        ],
        answer)

    private struct Row {
        let deal: Deal
        let disagreement: Disagreement
    }

    private static let listing = Listing<Row>(
        caption: "Disagreements",
        columns: [
            .init(name: "Deal", text: { $0.deal.id }), .init(name: "Statement", text: { $0.deal.statement }),
            .init(name: "Kind", text: { $0.disagreement.kind.rawValue }),
            .init(name: "Field", text: { $0.disagreement.field.rawValue }),
            .init(name: "Source outlet", text: { $0.disagreement.source.article.publisher }),
            .init(name: "Source words", text: { String($0.disagreement.source.quote.prefix(200)) }),
            .init(name: "Other outlet", text: { $0.disagreement.other.article.publisher }),
            .init(name: "Other words", text: { String($0.disagreement.other.quote.prefix(200)) }),
        ])

    @Sendable static func answer(_ visit: Visit) throws -> WebResponse? {
        let asked = visit.request.query.filter { $0.name == "kind" && !$0.value.isEmpty }
        let kinds = try asked.map { field in
            guard let kind = Disagreement.Kind(rawValue: field.value) else {
                throw DealsPage.unknown("kind", field.value)
            }
            return kind
        }
        let found =
            kinds.isEmpty
            ? try visit.ledger.disagreements(limit: most) : try visit.ledger.disagreements(kinds, limit: most)
        let rows = found.flatMap { one in one.disagreements.map { Row(deal: one.deal, disagreement: $0) } }
        switch visit.twin {
        case .json: return try .json(DisagreementList(found))
        case .csv: return listing.csv(rows)
        case .atom, .rss: return feed(rows, visit)
        default: break
        }
        return .page(
            Frame.page(
                "Disagreements", at: .disagreements, twins: Lists.twins(route.otherTwins, "disagreements", query: asked)
            ) {
                Markup.element("h1") { "Disagreements" }
                Markup.element("p", [.class("dim")]) {
                    Counted.of(rows.count, "disagreement") + " in "
                        + Counted.of(found.count, "deal")
                        + ". The ledger gives no verdict: both sides stand here with their words."
                }
                if found.isEmpty {
                    Lists.empty(
                        "No two reports contradict each other.",
                        "Disagreements show when several articles tell of one deal.",
                        link: ("Add articles", WebPath("add")))
                }
                for one in found {
                    Markup.element("section", [.fixed("data-row", "")]) {
                        Markup.element("h2") { Parts.link(WebPath("deals", one.deal.id), one.deal.statement) }
                        for disagreement in one.disagreements { DisagreementParts.pair(disagreement) }
                    }
                }
            })
    }

    private static func feed(_ rows: [Row], _ visit: Visit) -> WebResponse {
        visit.feed(
            ListFeed(
                title: "Disagreements", time: Int(visit.now.timeIntervalSince1970),
                items: rows.map { row in
                    let sides = [row.disagreement.source, row.disagreement.other]
                    return .init(
                        id: "disagreement:" + sides.map(\.id).joined(separator: ":"),
                        title: "\(row.disagreement.kind.rawValue): \(row.deal.statement)",
                        link: row.disagreement.other.article.address, date: row.disagreement.other.article.published,
                        summary: sides.map { "\($0.article.publisher): “\($0.quote.prefix(200))”" }.joined(
                            separator: " / "))
                }))
    }
}

/// Disagreements, as several pages show them.
enum DisagreementParts {
    /// Contradictions in full, differences that explain themselves below, to be opened.
    static func section(_ disagreements: [Disagreement], inDeal: Bool) -> Markup {
        let contradictions = disagreements.filter(\.kind.isContradiction)
        let others = disagreements.filter { !$0.kind.isContradiction }
        guard !disagreements.isEmpty else { return .none }
        return Markup.element("section", [.id("disagreements")]) {
            Markup.element("h2") {
                contradictions.isEmpty
                    ? "Where reports differ" : Counted.of(contradictions.count, "disagreement")
            }
            for disagreement in contradictions { pair(disagreement) }
            if !others.isEmpty {
                Markup.element("details") {
                    Markup.element("summary") {
                        Counted.of(
                            others.count, "difference that explains itself", "differences that explain themselves")
                    }
                    for disagreement in others { pair(disagreement) }
                }
            }
        }
    }

    /// The two sides beside each other, with the reason for calling it so.
    static func pair(_ disagreement: Disagreement) -> Markup {
        Markup.element("div", [.class("pair")]) {
            Markup.element("p", [.class("pair-head")]) {
                Markup.element("strong") { disagreement.kind.rawValue }
                " of the \(disagreement.field.rawValue)"
                if disagreement.hardens { ": told further along than the source has it" }
            }
            side(disagreement.source)
            side(disagreement.other)
            Parts.why([meaning(disagreement.kind)])
        }
    }

    private static func side(_ claim: ReportedClaim) -> Markup {
        Markup.element("div", [.class("side")]) {
            Markup.element("p") {
                Parts.stage(claim.claim.stage)
                if let amounts = Wording.amounts(of: claim.claim) { .text(" ") + Parts.foreign(amounts) }
            }
            Markup.element("blockquote") {
                Markup.element("a", [.page(WebPath("articles", claim.article.id, fragment: "claim-" + claim.id))]) {
                    Parts.foreign("“\(claim.quote)”")
                }
            }
            Markup.element("p", [.class("dim")]) {
                Parts.foreign(Wording.source(of: claim.claim)) + .text(" · ") + Parts.about(claim.article)
            }
        }
    }

    private static func meaning(_ kind: Disagreement.Kind) -> String {
        switch kind {
        case .distortion: "Both go back to one origin, and are told differently."
        case .dispute: "They go back to different origins, which contradict each other."
        case .update: "The later one is further along, or tells of an end."
        case .revision: "The same source gives another figure later."
        case .period: "The figures are of different years, or rates of different periods."
        case .definition: "The figures are of different things."
        }
    }
}
