internal import DragomanBrief
internal import DragomanClaims
internal import DragomanLedger
internal import DragomanText

/// `/judge`: what is in doubt, one question at a time, by keyboard: names that may be one, and claims that their own words are not sure of.
enum JudgePage {
    static let route = Route.page(
        ["judge"], "What is in doubt and waits for somebody's judgment",
        fields: [
            .init("skip", "how many questions to pass over"),
            .init("done", "the number of the judgment made before, to be undone"),
        ], kept: false, answer)

    /// How many deals, those with the newest word, are looked through for claims in doubt.
    private static let reach = 200
    private static let most = 100

    /// A claim that should be looked at, and why.
    private struct Doubt: Encodable {
        let claim: ReportedClaim
        let deal: String
        let statement: String
        let why: String
    }

    private struct Queue: Encodable {
        let names: [IdentityQuestion]
        let claims: [Doubt]
        var count: Int { names.count + claims.count }
    }

    @Sendable static func answer(_ visit: Visit) throws -> WebResponse? {
        let queue = try queue(visit)
        if visit.twin == .json { return try .json(queue) }
        let skip = min(visit.number("skip", in: 0...10_000, else: 0), max(0, queue.count - 1))
        let last = try visit.request.query("done").flatMap { Int($0) }.flatMap { number in
            try visit.ledger.judgments().first { $0.number == number }
        }
        return .page(
            Frame.page("Judge", at: .judge, twins: Lists.twins(route.otherTwins, "judge")) {
                Markup.element("h1") { "Judge" }
                if let last { done(last, visit) }
                if queue.count == 0 {
                    Lists.empty(
                        "Nothing is in doubt.",
                        "Names that may be one, and claims that their words are not sure of, come here as articles are added.",
                        link: ("What was judged", WebPath("judgments")))
                } else {
                    Markup.element("p", [.class("dim")]) {
                        "Question \(skip + 1) of \(queue.count) · "
                        Parts.link(WebPath("judgments"), "what was judged")
                    }
                    if skip < queue.names.count {
                        question(queue.names[skip], skip, visit)
                    } else {
                        doubt(queue.claims[skip - queue.names.count], skip, visit)
                    }
                    steps(skip, of: queue.count)
                }
            })
    }

    private static func queue(_ visit: Visit) throws -> Queue {
        let names = visit.site.packs.isEmpty ? [] : try visit.site.names.identities(in: visit.ledger).questions
        var claims: [Doubt] = []
        for deal in try visit.ledger.deals(limit: reach) where deal.verdict.verdict == nil {
            let contradicting = Set(
                deal.disagreements(deal.origins).filter { $0.kind == .distortion }.map(\.other.id))
            for claim in deal.claims where claim.judgments.isEmpty && claims.count < most {
                let why =
                    contradicting.contains(claim.id)
                    ? "It is told otherwise than by its source."
                    : claim.claim.factuality.certainty == .underspecified
                        ? "Its words do not say how sure they are." : nil
                if let why { claims.append(Doubt(claim: claim, deal: deal.id, statement: deal.statement, why: why)) }
            }
        }
        return Queue(names: Array(names.prefix(most)), claims: claims)
    }

    /// What was just judged, with the way back.
    private static func done(_ judgment: Judgment, _ visit: Visit) -> Markup {
        Markup.element("div", [.class("done"), .fixed("role", "status")]) {
            judgment.act == .undo ? "Taken back." : "Done: "
            if judgment.act != .undo {
                "\(judgment.act.rawValue) " + JudgeParts.subject(of: judgment)
                if visit.site.canWrite, judgment.inForce {
                    Markup.element("form", [.class("inline")] + Attribute.posting(to: WebPath("judgments"))) {
                        visit.token
                        JudgeParts.hidden("judgment", "\(judgment.number)")
                        JudgeParts.hidden("next", "judge")
                        JudgeParts.button("undo", "Undo", key: "u")
                    }
                }
            }
        }
    }

    private static func question(_ question: IdentityQuestion, _ skip: Int, _ visit: Visit) -> Markup {
        Markup.element("section", [.class("question")]) {
            Markup.element("h2") { "Is this one and the same?" }
            Markup.element("div", [.class("pair")]) {
                for (id, name) in [(question.first, question.firstName), (question.second, question.secondName)] {
                    Markup.element("div", [.class("side")]) {
                        Markup.element("p", [.class("big")]) { Parts.link(WebPath("names", id), name) }
                    }
                }
            }
            Markup.element("p") { Parts.foreign("What speaks for it: \(question.why)") }
            Markup.element("p", [.class("dim")]) { "Likeness \(MatchScore.shown(question.score))" }
            if visit.site.canWrite {
                Markup.element("form", [.class("judge")] + Attribute.posting(to: WebPath("judgments"))) {
                    visit.token
                    JudgeParts.hidden("name", question.firstName)
                    JudgeParts.hidden("name", question.secondName)
                    JudgeParts.hidden("next", "judge")
                    JudgeParts.button("merge", "The same", key: "m")
                    JudgeParts.button("split", "Not the same", key: "s")
                }
            }
        }
    }

    private static func doubt(_ doubt: Doubt, _ skip: Int, _ visit: Visit) -> Markup {
        Markup.element("section", [.class("question")]) {
            Markup.element("h2") { "Does the article say this?" }
            Markup.element("p") {
                Parts.stage(doubt.claim.claim.stage)
                " "
                Parts.link(WebPath("deals", doubt.deal), doubt.statement)
            }
            Markup.element("blockquote") {
                Markup.element(
                    "a",
                    [.page(WebPath("articles", doubt.claim.article.id, fragment: "claim-" + doubt.claim.id))]
                ) { Parts.foreign("“\(doubt.claim.quote)”") }
            }
            Markup.element("p", [.class("dim")]) { Parts.about(doubt.claim.article) }
            Parts.why([doubt.why] + ClaimReasons.of(doubt.claim, nil))
            if visit.site.canWrite {
                Markup.element("form", [.class("judge")] + Attribute.posting(to: WebPath("judgments"))) {
                    visit.token
                    JudgeParts.hidden("claim", doubt.claim.id)
                    JudgeParts.hidden("next", "judge")
                    JudgeParts.button("confirm", "Yes", key: "m")
                    JudgeParts.button("reject", "No", key: "s")
                }
            }
        }
    }

    private static func steps(_ skip: Int, of count: Int) -> Markup {
        Markup.element("nav", [.class("pages"), .label("Questions")]) {
            if skip > 0 {
                Markup.element(
                    "a", [.page(WebPath(["judge"], query: [("skip", "\(skip - 1)")])), .fixed("rel", "prev")]
                ) {
                    "← Before"
                }
            }
            if skip + 1 < count {
                Markup.element(
                    "a", [.page(WebPath(["judge"], query: [("skip", "\(skip + 1)")])), .fixed("rel", "next")]
                ) {
                    "Skip →"
                }
            }
        }
    }
}

/// Scores of likeness, for people.
enum MatchScore {
    /// With two digits after the point.
    static func shown(_ score: Double) -> String {
        let hundredths = Int((min(max(score, 0), 1) * 100).rounded())
        return "\(hundredths / 100).\(hundredths % 100 / 10)\(hundredths % 10)"
    }
}
