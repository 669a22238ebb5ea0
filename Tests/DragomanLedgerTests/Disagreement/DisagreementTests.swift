import DragomanClaims
import DragomanText
import Testing

@testable import DragomanLedger

@Suite struct DisagreementTests {
    /// A claim on the loaders that Orlan supplies to, and has certified in, Namibia.
    private func claim(
        _ article: String, _ outlet: String, _ day: String, _ stage: Stage, kind: ClaimKind = .certification,
        by speaker: String? = "Petra Falk", org: String? = nil, via: [String] = [], said: String? = nil,
        n: Double? = nil, date: String? = nil, family: String? = nil, quote: String? = nil, at place: Int = 0
    ) -> ReportedClaim {
        var entry = ArticleEntry(
            id: article, outlet: outlet, published: CoarseDate(iso: day), source: article, claims: 1)
        entry.family = family ?? article
        var claim = Claim.made(kind, stage, ["Orlan Works"], in: ["Namibia"], n: n, date: date, said: said)
        claim.speaker = speaker.map { Speaker(name: $0, org: org) } ?? org.map { Speaker(org: $0) }
        claim.via = via
        claim.evidence = place..<place
        let id = "\(article) \(kind) \(stage) \(n ?? 0) \(date ?? "") \(place)"
        return ReportedClaim(id: id, claim: claim, article: entry, quote: quote ?? "\(outlet) says so.")
    }

    private func found(_ claims: [ReportedClaim]) -> [Disagreement] {
        Disagreements.of(claims, origins: Origins(of: claims))
    }

    @Test func reportsOfOneInterviewAreOneOrigin() {
        let origins = Origins(of: [
            claim("a", "Coast Wire", "2024-03-05", .underway, via: ["Radio Erongo"], said: "2024-03-05"),
            claim("b", "Mining Post", "2024-03-06", .underway, via: ["Radio Erongo"]),
            claim("c", "Far Paper", "2024-03-08", .underway, via: ["Coast Wire"]),
            claim("d", "Later Paper", "2024-06-01", .underway),
            claim("e", "Other Paper", "2024-03-06", .underway, by: "Jan Ode"),
        ])
        #expect(origins.all.map(\.reports) == [3, 1, 1])
        #expect(origins.all.first?.name == "Petra Falk")
        #expect(origins.all.first?.outlet == "Radio Erongo")
        #expect(origins.all.first?.said == CoarseDate(iso: "2024-03-05"))
    }

    @Test func whoCitesOnlyAnOutletTellsThatOutletsOrigin() {
        let origins = Origins(of: [
            claim("a", "Coast Wire", "2024-03-05", .underway),
            claim("b", "Far Paper", "2024-03-08", .done, by: nil, via: ["Coast Wire"]),
        ])
        #expect(origins.all.count == 1)
    }

    @Test func copiesHaveOneVoice() {
        let origins = Origins(of: [
            claim("a", "Coast Wire", "2024-03-05", .underway, by: nil),
            claim("b", "Mining Post", "2024-03-06", .underway, by: nil, family: "a"),
            claim("c", "Far Paper", "2024-03-06", .underway, by: nil),
        ])
        #expect(origins.all.map(\.families) == [1, 1])
        #expect(origins.all.map(\.reports) == [2, 1])
    }

    @Test func aPartysWordOnItselfIsMarked() {
        #expect(claim("a", "Coast Wire", "2024-03-05", .underway, org: "Orlan Works").isPartysWord)
        #expect(!claim("a", "Coast Wire", "2024-03-05", .underway, org: "Namibia").isPartysWord)
    }

    @Test(arguments: [(Stage.underway, Stage.done), (.talks, .signed), (.considered, .planned), (.planned, .underway)])
    func aStageHardenedOverItsSourceIsADistortion(pair: (Stage, Stage)) {
        let source = claim("a", "Coast Wire", "2024-03-05", pair.0, via: ["Radio Erongo"])
        let copy = claim("b", "Mining Post", "2024-03-06", pair.0, via: ["Coast Wire"], family: "a")
        let rewrite = claim("c", "Far Paper", "2024-03-08", pair.1, via: ["Coast Wire"])
        for order in [[source, copy, rewrite], [rewrite, copy, source]] {
            let all = found(order)
            #expect(all.map(\.kind) == [.distortion])
            #expect(
                all.first?.source.id == source.id && all.first?.other.id == rewrite.id && all.first?.hardens == true)
            #expect(all.first?.sourceClaims.count == 2)
        }
    }

    @Test func whatNamesNoSourceRestsOnTheOneOutletThatItsArticleCites() {
        let source = claim("a", "Coast Wire", "2024-03-05", .signed, kind: .supply, n: 1200)
        let part = claim(
            "a", "Coast Wire", "2024-03-05", .planned, kind: .supply, by: nil, n: 150, quote: "The first 150 go out.",
            at: 9)
        var wrong = claim("b", "Far Paper", "2024-03-06", .planned, kind: .supply, by: nil, n: 12_000)
        wrong.article.cites = ["Coast Wire"]
        for order in [[source, part, wrong], [wrong, part, source]] {
            #expect(found(order).map(\.kind) == [.distortion])
            #expect(found(order).first?.field == .quantity)
            #expect(found(order).first?.source.id == source.id)
            #expect(Origins(of: order).isLent(wrong.id))
        }
        // With two outlets cited nobody knows whose word it is.
        wrong.article.cites = ["Coast Wire", "Radio Erongo"]
        #expect(!Origins(of: [source, part, wrong]).isLent(wrong.id))
        #expect(found([source, part, wrong]).filter(\.kind.isContradiction).isEmpty)
    }

    @Test func whoTellsMoreDoesNotDistort() {
        #expect(
            found([
                claim("a", "Coast Wire", "2024-03-05", .underway, via: ["Radio Erongo"]),
                claim("b", "Far Paper", "2024-03-06", .underway, via: ["Radio Erongo"]),
                claim("b", "Far Paper", "2024-03-06", .done, via: ["Radio Erongo"], at: 1),
            ]).isEmpty)
    }

    @Test func aNoughtMoreIsADistortionAndAFirstBatchIsNone() {
        let source = claim("a", "Coast Wire", "2024-03-05", .signed, kind: .supply, n: 1200)
        let wrong = claim("b", "Far Paper", "2024-03-06", .signed, kind: .supply, via: ["Coast Wire"], n: 12_000)
        let batch = claim(
            "c", "Mining Post", "2024-03-06", .signed, kind: .supply, via: ["Coast Wire"], n: 150,
            quote: "A first batch of 150 was signed for.")
        #expect(found([source, wrong]).map(\.field) == [.quantity])
        #expect(found([source, batch]).isEmpty)
    }

    @Test func originsThatContradictAreADispute() {
        let one = claim("a", "Coast Wire", "2024-03-05", .signed, kind: .supply, n: 500)
        let other = claim("b", "Far Paper", "2024-03-06", .signed, kind: .supply, by: "Jan Ode", n: 700)
        #expect(found([one, other]).map(\.kind) == [.dispute])
        #expect(found([one, other]).first?.field == .quantity)
        let denial = claim("c", "Namib Daily", "2024-03-07", .denied, kind: .supply, by: nil, org: "Customs")
        #expect(found([one, denial]).map(\.kind) == [.dispute])
    }

    @Test func aDenialContradictsOnlyWhatItAnswers() {
        let underway = claim("a", "Coast Wire", "2024-03-05", .underway)
        let denial = claim("c", "Namib Daily", "2024-03-09", .denied, by: nil, org: "Register")
        let granted = claim("c", "Namib Daily", "2024-03-09", .underway, by: nil, org: "Register", at: 1)
        #expect(found([underway, denial, granted]).isEmpty)
    }

    @Test func otherYearsLaterFiguresAndLaterStagesAreNoContradictions() {
        let one = claim("a", "Coast Wire", "2024-03-05", .planned, kind: .supply, n: 500, date: "2024")
        let next = claim("b", "Far Paper", "2024-03-06", .planned, kind: .supply, by: "Jan Ode", n: 700, date: "2025")
        #expect(found([one, next]).map(\.kind) == [.period])
        let revised = claim("c", "Far Paper", "2024-07-06", .planned, kind: .supply, n: 700, date: "2024")
        #expect(found([one, revised]).map(\.kind) == [.revision])
        let later = claim("d", "Far Paper", "2024-09-06", .done, kind: .supply, by: "Jan Ode")
        #expect(found([one, later]).map(\.kind) == [.update])
        var kits = claim("e", "Far Paper", "2024-03-06", .planned, kind: .supply, by: "Jan Ode", n: 700, date: "2024")
        kits.claim.quantity?.unit = "kits"
        #expect(found([one, kits]).map(\.kind) == [.definition])
    }
}
