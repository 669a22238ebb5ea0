import DragomanClaims
import DragomanText
import Foundation
import Testing

@testable import DragomanLedger

/// What people judge, and what the ledger makes of it.
struct JudgmentTests {
    private let folder: TemporaryFolder
    private let ledger: Ledger
    private static let time = Date(timeIntervalSince1970: 1_700_000_100)

    init() throws {
        folder = try TemporaryFolder()
        ledger = try Ledger(path: folder("l.db"), access: .writing)
        for report in Sobol.all { try report.add(to: ledger) }
    }

    private func supply() throws -> Deal { try #require(try ledger.deals().first { $0.kind == .supply }) }
    private func certification() throws -> Deal { try #require(try ledger.deals().first { $0.kind == .certification }) }

    @discardableResult
    private func judge(
        _ act: Judgment.Act, _ sort: JudgedSubject.Sort, _ sides: [[ReportedClaim]], field: String? = nil,
        value: String? = nil
    ) throws -> JudgmentResult {
        let subject = JudgedSubject(sort, sides.map { .init(claims: $0.map(ClaimKey.init)) })
        return try ledger.judge(
            JudgmentRequest(act, subject, field: field, value: value, who: "Mira", why: "seen"), at: Self.time)
    }

    @discardableResult
    private func undo(_ number: Int) throws -> JudgmentResult {
        try ledger.judge(
            JudgmentRequest(.undo, JudgedSubject(.judgment, [.init(names: ["\(number)"])]), who: "Mira"), at: Self.time)
    }

    /// What the rows of all derived tables add up to, but for the judgments' own.
    private func derived() throws -> [String: RowSums.Sum?] {
        var sums: [String: RowSums.Sum?] = [:]
        for area in Schema.areas where area.nature == .derived && area.name != "effects" {
            for table in area.tables {
                let sum = try RowSums.stored(for: table, in: ledger.database)
                sums[table] = sum == RowSums.Sum() ? nil : sum
            }
        }
        return sums
    }

    @Test func `who, when and why are kept, and nothing can be changed`() throws {
        let result = try judge(.confirm, .deal, [try supply().claims])
        #expect(result.judgment.number == 1)
        #expect(result.judgment.who == "Mira" && result.judgment.why == "seen")
        #expect(result.judgment.time == "2023-11-14T22:15:00Z")
        #expect(try ledger.judgments() == [result.judgment])
        for sql in ["UPDATE judgments SET who = 'x'", "DELETE FROM judgments"] {
            let error = #expect(throws: DragomanError.self) { try ledger.database.run(sql) }
            #expect(error?.message.contains("append-only") == true)
        }
    }

    @Test func `a rejected deal is left out of the list, and comes back when that is undone`() throws {
        let before = try derived()
        let deal = try supply()
        try judge(.reject, .deal, [deal.claims])
        #expect(try ledger.deals().map(\.kind) == [.certification])
        #expect(try ledger.deal(deal.id)?.verdict.verdict == .rejected)
        try undo(1)
        #expect(try ledger.deals().count == 2)
        #expect(try derived() == before)
        try undo(2)
        #expect(try ledger.deals().count == 1)
        #expect(try ledger.judgments().map(\.inForce) == [true, false, true])
    }

    @Test func `a rejected claim is in no deal`() throws {
        let deal = try certification()
        let distorted = try #require(deal.claims.last)
        try judge(.reject, .claim, [[distorted]])
        let after = try certification()
        #expect(after.reports == 3)
        #expect(after.stage == .underway)
        #expect(!after.claims.contains { $0.id == distorted.id })
    }

    @Test func `what is merged is one deal, whatever comes later`() throws {
        let before = try derived()
        let (one, two) = (try supply(), try certification())
        try judge(.merge, .deal, [one.claims, two.claims])
        let merged = try #require(try ledger.deals().first)
        #expect(try ledger.deals().count == 1)
        #expect(merged.claims.count == 8)
        try Sobol.report("Late Paper", "2024-06-01").add(to: ledger)
        #expect(try ledger.deals().map(\.claims.count) == [10])
        try undo(1)
        #expect(try ledger.deals().map(\.claims.count) == [5, 5])
        _ = before
    }

    @Test func `what is split off is a deal of its own, which later reports may join`() throws {
        let deal = try supply()
        let odd = try #require(deal.claims.last)
        try judge(.split, .deal, [[odd], deal.claims.dropLast()])
        let deals = try ledger.deals().filter { $0.kind == .supply }
        #expect(deals.map(\.reports).sorted() == [1, 3])
        try Sobol.report("Copier", "2024-05-21", stage: .done, n: 12_000).add(to: ledger)
        let later = try ledger.deals().filter { $0.kind == .supply }
        #expect(later.first { $0.claims.contains { $0.id == odd.id } }?.reports == 2)
        try undo(1)
        #expect(try ledger.deals().filter { $0.kind == .supply }.map(\.reports) == [5])
    }

    @Test func `an edit of a claim changes what it counts for, and its words stay`() throws {
        let distorted = try #require(try certification().claims.last)
        try judge(.edit, .claim, [[distorted]], field: "stage", value: "underway")
        let deal = try certification()
        #expect(deal.stage == .underway)
        #expect(deal.claims.last?.quote == distorted.quote)
        #expect(deal.claims.last?.judgments == [1])
        try judge(.edit, .claim, [[distorted]], field: "place", value: "Laos")
        #expect(try ledger.deals().filter { $0.kind == .certification }.map(\.reports).sorted() == [1, 3])
    }

    @Test func `an edit of a deal stands beside what its claims say`() throws {
        let deal = try supply()
        try judge(.edit, .deal, [deal.claims], field: "stage", value: "done")
        try judge(.edit, .deal, [deal.claims], field: "quantity", value: "1200 vehicles")
        let after = try supply()
        #expect(after.stage == .done)
        #expect(after.quantities.map(\.value.n) == [1200])
        #expect(after.history == deal.history)
        #expect(try ledger.deals(DealFilter(stages: [.done])).contains { $0.id == deal.id })
    }

    @Test func `a contradiction of an earlier judgment is told, and the later one holds`() throws {
        let deal = try supply()
        #expect(try judge(.confirm, .deal, [deal.claims]).contradicts == [])
        #expect(try judge(.reject, .deal, [deal.claims]).contradicts == [1])
        #expect(try judge(.confirm, .deal, [deal.claims]).contradicts == [2])
        #expect(try supply().verdict.verdict == .confirmed)
        let odd = try #require(deal.claims.last)
        try judge(.split, .deal, [[odd], deal.claims.dropLast()])
        #expect(try judge(.merge, .deal, [[odd], deal.claims.dropLast()]).contradicts == [4])
        #expect(try supply().reports == 4)
        let names = {
            JudgmentRequest($0, JudgedSubject(.name, [.init(names: ["Saipa"]), .init(names: ["SAIPA Co."])]), who: "M")
        }
        _ = try ledger.judge(names(.merge), at: Self.time)
        #expect(try ledger.judge(names(.split), at: Self.time).contradicts == [6])
    }

    @Test func `what cannot be judged is refused and nothing is kept`() throws {
        let deal = try supply()
        func code(_ act: Judgment.Act, _ sides: [[ReportedClaim]], _ field: String? = nil, _ value: String? = nil)
            -> String?
        {
            #expect(throws: DragomanError.self) { try judge(act, .deal, sides, field: field, value: value) }?.code
        }
        #expect(code(.merge, [deal.claims]) == "D020")
        #expect(code(.confirm, [[]]) == "D020")
        #expect(code(.edit, [deal.claims], "colour", "red") == "D021")
        #expect(code(.edit, [deal.claims], "stage", "nearly") == "D021")
        #expect(code(.confirm, [deal.claims], "stage", "done") == "D021")
        #expect(#expect(throws: DragomanError.self) { try undo(7) }?.code == "D022")
        #expect(try ledger.judgments().isEmpty)
    }

    @Test func `undoing twice is refused`() throws {
        try judge(.confirm, .deal, [try supply().claims])
        try undo(1)
        #expect(#expect(throws: DragomanError.self) { try undo(1) }?.code == "D022")
    }

    @Test func `a judgment finds its claim by its words after the rules have changed`() throws {
        let claim = try #require(try certification().claims.first)
        var key = ClaimKey(claim)
        key.id = "000000000000"
        let all = try StoredClaims.claims(ofArticle: claim.article.id, in: ledger.database)
        #expect(key.claim(among: all)?.id == claim.id)
        key.words = "Something else altogether was written here."
        #expect(key.claim(among: all) == nil)
        let lost = JudgedSubject(.claim, [.init(claims: [key])])
        let result = try ledger.judge(JudgmentRequest(.reject, lost, who: "Mira"), at: Self.time)
        #expect(!result.judgment.hasSubject)
        #expect(try ledger.deals().count == 2)
    }

    @Test func `the order of judging and adding does not show`() throws {
        let deal = try supply()
        let odd = try #require(deal.claims.last)
        try judge(.split, .deal, [[odd], deal.claims.dropLast()])
        try Sobol.report("Early Paper", "2024-05-01").add(to: ledger)
        let late = try derived()

        let other = try TemporaryFolder()
        let early = try Ledger(path: other("l.db"), access: .writing)
        try Sobol.report("Early Paper", "2024-05-01").add(to: early)
        for report in Sobol.all.reversed() { try report.add(to: early) }
        let subject = JudgedSubject(
            .deal, [.init(claims: [ClaimKey(odd)]), .init(claims: deal.claims.dropLast().map(ClaimKey.init))])
        _ = try early.judge(JudgmentRequest(.split, subject, who: "Mira", why: "seen"), at: Self.time)
        for (table, sum) in late {
            let there = try RowSums.stored(for: table, in: early.database)
            #expect((there == RowSums.Sum() ? nil : there) == sum, "\(table)")
        }
    }

    @Test func `a claim heard elsewhere joins the deal it tells of`() throws {
        let entered = EnteredClaim(
            fields: [
                "kind": "supply", "stage": "done", "actor": "GAZ", "counterpart": "Truong Minh Auto",
                "place": "Vietnam",
                "goods": "van Sobol NN", "quantity": "600 vehicles",
            ], words: "Six hundred have arrived.", source: "harbour master", date: "2024-09-02", who: "Mira")
        guard case .added(let id) = try ledger.enter(entered, at: Self.time) else {
            Issue.record("not added")
            return
        }
        #expect(try ledger.enter(entered, at: Self.time) == .alreadyThere(id))
        let deal = try supply()
        #expect(deal.reports == 5)
        #expect(deal.stage == .done)
        #expect(deal.claims.last?.quote == "Six hundred have arrived.")
        #expect(deal.claims.last?.article.outlet == "harbour master")
    }

    @Test(arguments: [
        (["kind": "supply", "stage": "done"], "D023"), (["stage": "done", "actor": "A"], "D023"),
        (["kind": "supply", "stage": "done", "actor": "A", "goods": "boat"], "D021"),
        (["kind": "supply", "stage": "done", "actor": "A", "quantity": "many"], "D021"),
        (["kind": "supply", "stage": "done", "actor": "A", "money": "5 dollars"], "D021"),
        (["kind": "supply", "stage": "done", "actor": "A", "date": "soon"], "D021"),
        (["kind": "supply", "stage": "done", "actor": "A", "colour": "red"], "D021"),
    ])
    func `an entry that is wrong or not enough is refused`(fields: [String: String], code: String) throws {
        let entered = EnteredClaim(fields: fields, words: "Words.", source: "somebody", who: "Mira")
        let error = #expect(throws: DragomanError.self) { try ledger.enter(entered, at: Self.time) }
        #expect(error?.code == code)
    }
}
