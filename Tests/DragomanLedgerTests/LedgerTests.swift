import DragomanCapture
import DragomanClaims
import DragomanPage
import DragomanText
import Foundation
import Testing

@testable import DragomanLedger

/// What a ledger keeps, and how its deals are found.
struct LedgerTests {
    private let folder: TemporaryFolder
    private let ledger: Ledger

    init() throws {
        folder = try TemporaryFolder()
        ledger = try Ledger(path: folder("l.db"), access: .writing)
    }

    @Test func `the same bytes are added once, whatever they are called`() throws {
        var report = Sobol.report("Mekong Wire", "2024-05-16")
        guard case .added(let id) = try report.add(to: ledger) else {
            Issue.record("not added")
            return
        }
        let before = try ledger.deals()
        report.capture = Capture(source: "elsewhere.txt", bytes: report.capture.bytes)
        #expect(try ledger.holds(report.capture))
        #expect(try report.add(to: ledger) == .alreadyThere(id))
        #expect(try ledger.counts() == LedgerCounts(articles: 1, claims: 2, deals: 2))
        #expect(try ledger.deals() == before)
    }

    @Test func `a capture is kept to the last byte`() throws {
        var report = Sobol.report("Mekong Wire", "2024-05-16")
        report.capture = Capture(source: "x", bytes: [0, 0xFF, 0x0A, 0] + Array("é".utf8))
        try report.add(to: ledger)
        let statement = try ledger.database.prepare("SELECT bytes, sha256 FROM captures")
        #expect(try statement.step())
        #expect(statement.bytes(0) == report.capture.bytes)
        #expect(statement.text(1) == report.capture.sha256)
    }

    @Test func `all fields of a claim come back as they went in`() throws {
        var claim = Claim.made(.investment, .planned, ["Škoda"], to: ["Ķ \"quoted\""], in: ["Kostanay"])
        claim.goods = [Goods(type: "car"), Goods(type: "car", name: "Kodiaq")]
        claim.quantity = Quantity(n: 4.5, unit: "GWh", per: .year, mod: .max)
        claim.money = Money(amount: 300_000_000, currency: "USD")
        claim.share = "a portion"
        claim.date = CoarseDate(year: 2026, half: 1)
        claim.said = CoarseDate(year: 2025, quarter: 3)
        claim.speaker = Speaker(name: "Anna Berg", role: nil, org: "Škoda")
        claim.via = ["Izvestia", "company statement"]
        claim.factuality = Factuality(certainty: .probable, polarity: .negative, time: .future)
        let report = Report("Outlet", "2025-11-02", [("Before.", nil), ("Škoda plans it.", claim)])
        try report.add(to: ledger)
        let found = try #require(try ledger.deals().first?.claims.first)
        #expect(found.claim == report.claims[0])
        #expect(found.quote == "Škoda plans it.")
        #expect(found.article.outlet == "Outlet")
    }

    @Test func `a claim given twice is kept once`() throws {
        var report = Report("Outlet", nil, [("One.", .made(.supply, .done, ["GAZ"]))])
        report.claims += report.claims
        try report.add(to: ledger)
        #expect(try ledger.counts().claims == 1)
    }

    @Test func `evidence outside the text is refused and nothing is kept`() throws {
        var report = Sobol.report("Mekong Wire", "2024-05-16")
        report.claims[1].evidence = 0..<report.article.text.count + 1
        #expect(throws: DragomanError.self) { try report.add(to: ledger) }
        #expect(try ledger.counts() == LedgerCounts(articles: 0, claims: 0, deals: 0))
        #expect(try !ledger.holds(report.capture))
    }

    @Test func `captures are append-only`() throws {
        try Sobol.report("Mekong Wire", "2024-05-16").add(to: ledger)
        for sql in [
            "UPDATE captures SET source = 'x'", "DELETE FROM captures",
            "REPLACE INTO captures SELECT sha256, form, source, NULL, NULL, NULL, NULL, x'00', added_at FROM captures",
        ] {
            let error = #expect(throws: DragomanError.self) { try ledger.database.run(sql) }
            #expect(error?.message.contains("append-only") == true, "\(sql)")
        }
    }

    @Test func `a deal is found by the beginning of its id and by the ids of its claims`() throws {
        for report in Sobol.all { try report.add(to: ledger) }
        for deal in try ledger.deals() {
            #expect(try ledger.deal(deal.id) == deal)
            #expect(try ledger.deal(String(deal.id.prefix(8)).uppercased()) == deal)
            for claim in deal.claims { #expect(try ledger.deal(claim.id) == deal) }
        }
        #expect(try ledger.deal("0000000000") == nil)
    }

    @Test(arguments: ["", "abc", "abcdefghijkl", "abc%", "' OR 1"])
    func `what cannot be an id is said to be none`(id: String) throws {
        let error = #expect(throws: DragomanError.self) { try ledger.deal(id) }
        #expect(error?.code == "D012")
    }

    @Test func `the id of a deal stays when later reports come in`() throws {
        let reports = Sobol.all
        try reports[0].add(to: ledger)
        let ids = Set(try ledger.deals().map(\.id))
        for report in reports.dropFirst() {
            try report.add(to: ledger)
            #expect(Set(try ledger.deals().map(\.id)) == ids)
        }
    }

    @Test func `a deal within an article has the id it will have in the ledger`() throws {
        let report = Sobol.report("Mekong Wire", "2024-05-16")
        let entry = ArticleEntry(capture: report.capture, article: report.article, claims: report.claims.count)
        let alone = Deal.within(
            try report.claims.map { try ReportedClaim($0, article: entry, text: report.article.text) })
        try report.add(to: ledger)
        #expect(alone.sorted { $0.id < $1.id } == (try ledger.deals()).sorted { $0.id < $1.id })
    }

    @Test func `articles are listed, newest first`() throws {
        for report in Sobol.all { try report.add(to: ledger) }
        try Report("Undated", nil, [("Nothing.", nil)]).add(to: ledger)
        let entries = try ledger.articles()
        #expect(
            entries.map(\.outlet) == [
                "Far Meridian Auto", "Saigon Motor Daily", "Red River Gazette", "Mekong Wire", "Undated",
            ])
        #expect(entries.map(\.claims) == [2, 2, 2, 2, 0])
    }

    @Test func `deals given one at a time are those of the list, in its order`() throws {
        for report in Sobol.all { try report.add(to: ledger) }
        try Report("Undated", nil, [("Nothing.", .made(.exit, .planned, ["Lone Motors"]))]).add(to: ledger)
        for filter in [
            DealFilter(), DealFilter(kinds: [.supply]), DealFilter(since: CoarseDate(year: 2024, month: 5, day: 20)),
        ] {
            var given: [Deal] = []
            try ledger.atOneMoment { try ledger.eachDeal(filter) { given.append($0) } }
            #expect(given == (try ledger.deals(filter)))
        }
    }
}
