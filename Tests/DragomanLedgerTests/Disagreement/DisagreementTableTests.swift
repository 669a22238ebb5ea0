import DragomanClaims
import DragomanText
import Foundation
import Testing

@testable import DragomanLedger

/// Disagreements are found when a deal changes, and listed without comparing anything.
struct DisagreementTableTests {
    private let folder: TemporaryFolder
    private let ledger: Ledger

    init() throws {
        folder = try TemporaryFolder()
        ledger = try Ledger(path: folder("l.db"), access: .writing)
    }

    private static func told(
        _ outlet: String, _ date: String, _ stage: Stage, n: Double, by speaker: String?, via: [String] = []
    ) -> Report {
        var claim = Claim.made(.supply, stage, ["Orlan Works"], to: ["Namib Mines"], in: ["Namibia"], n: n)
        claim.speaker = speaker.map { Speaker(name: $0) }
        claim.via = via
        return Report(outlet, date, [("\(outlet) writes of \(Int(n)) loaders, \(stage).", claim)])
    }

    /// One interview, a rewrite of it with another number, and another's word against it.
    private static let reports = [
        told("Coast Wire", "2024-03-05", .signed, n: 500, by: "Petra Falk"),
        told("Far Paper", "2024-03-06", .signed, n: 5000, by: "Petra Falk", via: ["Coast Wire"]),
        told("Mining Post", "2024-03-07", .signed, n: 700, by: "Jan Ode"),
    ]

    @Test func `they are there when the articles are, whatever the order`() throws {
        for report in Self.reports { try report.add(to: ledger) }
        let listed = try ledger.disagreements()
        #expect(listed.count == 1)
        #expect(listed[0].disagreements.map(\.kind) == [.distortion, .dispute])
        #expect(listed[0].disagreements[0].source.article.outlet == "Coast Wire")
        #expect(listed[0].disagreements[0].other.quote == "Far Paper writes of 5000 loaders, signed.")
        #expect(listed[0].disagreements == listed[0].deal.disagreements(listed[0].deal.origins))
        let other = try Ledger(path: folder("other.db"), access: .writing)
        for report in Self.reports.reversed() { try report.add(to: other) }
        #expect(try other.disagreements() == listed)
        #expect(try other.digest() == ledger.digest())
    }

    @Test func `one kind can be listed, and a rejected deal has none`() throws {
        for report in Self.reports { try report.add(to: ledger) }
        #expect(try ledger.disagreements([.dispute]).map { $0.disagreements.map(\.field) } == [[.quantity]])
        #expect(try ledger.disagreements([.update]).isEmpty)
        #expect(try ledger.disagreements(Disagreement.Kind.allCases, limit: 0).isEmpty)
        #expect(try ledger.countOfDisagreeing() == 1)
        let deal = try #require(try ledger.deals().first)
        let subject = JudgedSubject(.deal, [.init(claims: deal.keys)])
        _ = try ledger.judge(JudgmentRequest(.reject, subject, who: "Mira"), at: Date(timeIntervalSince1970: 0))
        #expect(try ledger.disagreements().isEmpty)
    }

    @Test func `a judgment on a claim takes back what it disagreed with`() throws {
        for report in Self.reports { try report.add(to: ledger) }
        let wrong = try #require(try ledger.deals().first?.claims.first { $0.claim.quantity?.n == 5000 })
        let subject = JudgedSubject(.claim, [.init(claims: [ClaimKey(wrong)])])
        let edit = JudgmentRequest(.edit, subject, field: "quantity", value: "500 vehicles", who: "Mira")
        _ = try ledger.judge(edit, at: Date(timeIntervalSince1970: 0))
        #expect(try ledger.disagreements().flatMap(\.disagreements).map(\.kind) == [.dispute])
        let undo = JudgedSubject(.judgment, [.init(names: ["1"])])
        _ = try ledger.judge(JudgmentRequest(.undo, undo, who: "Mira"), at: Date(timeIntervalSince1970: 0))
        #expect(try ledger.disagreements().flatMap(\.disagreements).map(\.kind) == [.distortion, .dispute])
    }

    @Test func `a hardened stage among hundreds of reports is found`() throws {
        let place = DisagreeingClaims.selected(
            (0..<500).map { number in
                DisagreeingClaims(
                    id: "c\(1000 + number)", says: number == 250 ? "done" : "underway", given: "2024-03-05",
                    article: "a\(number)")
            })
        #expect(place.contains("c1250"))
        #expect(place.count == 9)
    }
}
