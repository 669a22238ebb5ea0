import DragomanClaims
import DragomanText
import Testing

@testable import DragomanLedger

/// What coverage really does to one undertaking.
struct HardCaseTests {
    private func deals(_ reports: [Report]) throws -> [Deal] {
        let folder = try TemporaryFolder()
        let ledger = try Ledger(path: folder("l.db"), access: .writing)
        for report in reports { try report.add(to: ledger) }
        return try ledger.deals()
    }

    private static let contract = Claim.made(
        .supply, .signed, ["GAZ"], to: ["Truong Minh Auto"], in: ["Vietnam"], Sobol.van, n: 1200, date: "2024")

    @Test(arguments: [
        (
            "another buyer",
            Claim.made(.supply, .signed, ["GAZ"], to: ["Hanoi Trucks"], in: ["Vietnam"], Sobol.van, n: 1200)
        ),
        (
            "another market",
            .made(.supply, .signed, ["GAZ Group"], to: ["Truong Minh"], in: ["Laos"], Sobol.van, n: 1200)
        ),
        (
            "another buyer and market",
            .made(.supply, .signed, ["GAZ"], to: ["Lao Motors"], in: ["Laos"], Sobol.van, n: 1200)
        ),
        (
            "another term",
            .made(.supply, .signed, ["GAZ"], to: ["Truong Minh Auto"], Sobol.van, n: 1200, date: "2024-12")
        ),
    ])
    func `the same contract told otherwise is one deal that keeps both values`(what: String, claim: Claim) throws {
        let deals = try deals([
            Report("Wire", "2024-05-16", [("The contract was signed.", Self.contract)]),
            Report("Rewriter", "2024-05-18", [("There is a contract.", claim)]),
        ])
        #expect(deals.map(\.reports) == [2], "\(what)")
        #expect(deals[0].counterparts.count + deals[0].places.count + deals[0].dates.count >= 3, "\(what)")
    }

    @Test func `the same contract in another currency is one deal with two sums`() throws {
        var first = Claim.made(.investment, .signed, ["BAIC"], in: ["Egypt"])
        first.money = Money(amount: 340_000_000, currency: "USD")
        var second = Claim.made(.investment, .signed, ["BAIC"], in: ["Cairo"])
        second.money = Money(amount: 340_000_000, currency: "EUR")
        let deals = try deals([
            Report("Wire", "2024-05-16", [("It is signed.", first)]),
            Report("Paper", "2024-05-17", [("Signed.", second)]),
        ])
        #expect(deals.map { $0.money.map(\.value.currency) } == [["USD", "EUR"]])
    }

    @Test func `the same figure years apart is another contract`() throws {
        let again = Claim.made(.supply, .signed, ["GAZ"], to: ["Hanoi Trucks"], in: ["Laos"], Sobol.van, n: 1200)
        let deals = try deals([
            Report("Wire", "2024-05-16", [("Signed.", Self.contract)]),
            Report("Wire", "2025-05-16", [("Again.", again)]),
        ])
        #expect(deals.count == 2)
    }

    @Test func `a speech that drifts from has begun to plans keeps both stages`() throws {
        let deals = try deals([
            Report(
                "Paper", "2024-05-16",
                [
                    ("Deliveries have begun, he said.", .made(.supply, .underway, ["GAZ"], in: ["Vietnam"], Sobol.van)),
                    ("We plan to deliver, he went on.", .made(.supply, .planned, ["GAZ"], in: ["Vietnam"], Sobol.van)),
                ])
        ])
        #expect(deals.map { $0.history.map(\.stage) } == [[.underway, .planned]])
        #expect(deals[0].stage == .underway)
    }

    @Test func `no agreement yet, but talks, is talks`() throws {
        let article = Report(
            "Paper", "2024-05-16",
            [
                ("There is no direct agreement.", .made(.cooperation, .denied, ["GAZ"], to: ["VinFast"])),
                ("But talks are under way.", .made(.cooperation, .talks, ["GAZ"], to: ["VinFast"])),
            ])
        #expect(try deals([article]).map(\.stage) == [.talks])
        let denial = Report(
            "Ministry", "2024-05-16", [("There are no talks.", .made(.cooperation, .denied, ["GAZ"], to: ["VinFast"]))])
        #expect(try deals([article, denial]).map(\.stage) == [.denied])
    }

    @Test func `a separate supply by the same maker to the same country stays separate`() throws {
        let trucks = [Goods(type: "truck", name: "Valdai")]
        let report = { (outlet: String, date: String) in
            Report(
                outlet, date,
                [
                    (
                        "A contract for 1,200 vans.",
                        .made(.supply, .signed, ["GAZ"], to: ["Truong Minh Auto"], in: ["Vietnam"], Sobol.van, n: 1200)
                    ),
                    (
                        "Also 300 lorries went there.",
                        .made(.supply, .done, ["GAZ"], in: ["Vietnam"], trucks, n: 300, undertaking: 1)
                    ),
                ])
        }
        let unnamed = Report(
            "Third", "2024-05-19", [("300 went there.", .made(.supply, .done, ["GAZ"], in: ["Vietnam"], n: 300))])
        let deals = try deals([report("Wire", "2024-05-16"), report("Paper", "2024-05-17"), unnamed])
        #expect(deals.map { $0.quantities.map(\.value.n) }.sorted { $0[0] < $1[0] } == [[300], [1200]])
        #expect(deals.first { $0.quantities[0].value.n == 300 }?.reports == 3)
    }

    @Test func `one wire under four names is one deal of four reports`() throws {
        let sentence = "GAZ will send 1,200 Sobol vans to Truong Minh Auto by the end of the year."
        let reports = ["(Mekong Wire)", "(Red River)", "Own report", "(Agencies)"].enumerated().map { number, credit in
            Report("Outlet \(number)", "2024-05-1\(6 + number % 3)", [(sentence, Self.contract), (credit + ".", nil)])
        }
        #expect(try deals(reports).map(\.reports) == [4])
    }

    @Test func `who builds also pays: investment and production of one maker in one place are one`() throws {
        var paid = Claim.made(.investment, .signed, ["BYD"], in: ["Manisa"], undertaking: 1)
        paid.money = Money(amount: 1_000_000_000, currency: "USD")
        let built = Claim.made(.production, .planned, ["BYD"], in: ["Manisa"], n: 150_000, undertaking: 2)
        let elsewhere = Claim.made(.production, .planned, ["BYD"], in: ["Szeged"], undertaking: 3)
        let deals = try deals([
            Report("Wire", "2024-07-08", [("It pays.", paid), ("It builds.", built), ("It builds there.", elsewhere)])
        ])
        #expect(deals.count == 2)
        #expect(deals.first { $0.places.map(\.value) == ["Manisa"] }?.kinds == [.production, .investment])
    }

    @Test func `related deals are linked: what waits for a certification, and another market`() throws {
        let folder = try TemporaryFolder()
        let ledger = try Ledger(path: folder("l.db"), access: .writing)
        for report in Sobol.all { try report.add(to: ledger) }
        try Report(
            "Paper", "2024-05-22",
            [
                (
                    "GAZ waits for the certificate.",
                    .made(.certification, .underway, ["GAZ"], in: ["Vietnam"], Sobol.van)
                ),
                ("A part is for Laos.", .made(.supply, .planned, ["GAZ"], in: ["Laos"], Sobol.van, undertaking: 1)),
                ("UAZ sells in Cuba.", .made(.supply, .planned, ["UAZ"], in: ["Cuba"], undertaking: 2)),
            ]
        ).add(to: ledger)
        let certification = try #require(try ledger.deals().first { $0.kind == .certification })
        let related = try ledger.related(to: certification)
        #expect(related.map(\.relation) == [.waiting, .market])
        #expect(related.map(\.reports) == [4, 1])
    }
}
