import DragomanClaims
import DragomanText
import Testing

@testable import DragomanLedger

/// Which claims are one deal, and what a deal keeps of them.
struct DealTests {
    private func deals(_ reports: [Report], _ filter: DealFilter = DealFilter()) throws -> [Deal] {
        let folder = try TemporaryFolder()
        let ledger = try Ledger(path: folder("l.db"), access: .writing)
        for report in reports { try report.add(to: ledger) }
        return try ledger.deals(filter)
    }

    @Test func `one story in four outlets is two deals of four reports each`() throws {
        let deals = try deals(Sobol.all)
        #expect(deals.map(\.kind).sorted { $0.rawValue < $1.rawValue } == [.certification, .supply])
        #expect(deals.map(\.reports) == [4, 4])
    }

    @Test func `the newest stage is the headline and no stage is lost`() throws {
        let deal = try #require(try deals(Sobol.all).first { $0.kind == .certification })
        #expect(deal.stage == .done)
        #expect(deal.history.map(\.stage) == [.underway, .underway, .underway, .done])
        #expect(deal.history.map { $0.date?.description } == ["2024-05-16", "2024-05-17", "2024-05-18", "2024-05-20"])
        #expect(deal.history.last?.outlets == ["Far Meridian Auto"])
    }

    @Test func `a value that differs stands beside the others with its claims`() throws {
        let deal = try #require(try deals(Sobol.all).first { $0.kind == .supply })
        #expect(deal.quantities.map(\.value.n) == [1200, 12_000])
        #expect(deal.quantities.map(\.reports) == [3, 1])
        let odd = try #require(deal.quantities.last?.claims.first)
        #expect(deal.claims.first { $0.id == odd }?.article.outlet == "Far Meridian Auto")
    }

    @Test func `spellings of one name are one value, shown in the commonest`() throws {
        let deal = try #require(try deals(Sobol.all).first { $0.kind == .supply })
        #expect(deal.actors.map(\.value) == ["GAZ Group"])
        #expect(deal.actors.map(\.reports) == [4])
    }

    @Test func `the order of adding plays no part`() throws {
        let reports = Sobol.all + Self.neighbours
        let expected = try deals(reports)
        #expect(expected.count == 6)
        var order = Array(reports.indices)
        // All rotations, forwards and backwards.
        for _ in reports.indices {
            order.append(order.removeFirst())
            #expect(try deals(order.map { reports[$0] }) == expected)
            #expect(try deals(order.reversed().map { reports[$0] }) == expected)
        }
    }

    /// Reports that share names with the story but tell of other things.
    private static let neighbours = [
        Report(
            "A", "2024-05-19",
            [("Egypt.", .made(.supply, .signed, ["GAZ"], to: ["Nile Motors"], in: ["Egypt"], Sobol.van, n: 10))]),
        Report(
            "B", "2024-05-19",
            [("Rival.", .made(.supply, .signed, ["GAZ"], to: ["Saigon Trucks"], in: ["Vietnam"], Sobol.van))]),
        Report(
            "C", "2024-05-19",
            [
                (
                    "Lorries.",
                    .made(.certification, .done, ["GAZ"], in: ["Vietnam"], [Goods(type: "truck", name: "Gazon")])
                )
            ]),
        Report("D", "2020-01-01", [("Old.", .made(.certification, .done, ["GAZ"], in: ["Vietnam"], Sobol.van))]),
    ]

    @Test(arguments: [
        ("another buyer", Claim.made(.supply, .signed, ["GAZ"], to: ["Saigon Trucks"], in: ["Vietnam"], Sobol.van)),
        ("another market", .made(.supply, .signed, ["GAZ"], in: ["Egypt"], Sobol.van)),
        ("another maker", .made(.supply, .signed, ["UAZ"], in: ["Vietnam"], Sobol.van)),
        ("another model", .made(.supply, .signed, ["GAZ"], in: ["Vietnam"], [Goods(type: "van", name: "Valdai")])),
        ("other goods", .made(.supply, .signed, ["GAZ"], in: ["Vietnam"], [Goods(type: "engine")])),
        ("another kind", .made(.production, .signed, ["GAZ"], in: ["Vietnam"], Sobol.van)),
        ("years apart", .made(.supply, .signed, ["GAZ"], in: ["Vietnam"], Sobol.van, date: "2021")),
        ("nobody named", .made(.supply, .signed, ["importers"], in: ["Vietnam"], Sobol.van)),
    ])
    func `what excludes that two articles tell of one undertaking`(what: String, claim: Claim) throws {
        let known = Claim.made(
            .supply, .signed, ["GAZ"], to: ["Truong Minh Auto"], in: ["Vietnam"], Sobol.van, date: "2024-04")
        let deals = try deals([Report("A", "2024-05-16", [("A.", known)]), Report("B", "2024-05-17", [("B.", claim)])])
        #expect(deals.count == 2, "\(what)")
    }

    @Test(arguments: [
        ("another stage and number", Claim.made(.supply, .done, ["GAZ"], in: ["Vietnam"], Sobol.van, n: 7)),
        ("general goods", .made(.supply, .signed, ["GAZ"], in: ["Vietnam"], [Goods(type: "vehicle")])),
        (
            "a part of the model's name",
            .made(.supply, .signed, ["GAZ"], in: ["Vietnam"], [Goods(type: "van", name: "Sobol")])
        ),
        ("the buyer alone", .made(.supply, .signed, ["The GAZ Group"], to: ["TRUONG MINH AUTO Co., Ltd."])),
        ("the model alone", .made(.supply, .planned, ["GAZ"], [Goods(type: "van", name: "Sobol NN")])),
    ])
    func `what does not`(what: String, claim: Claim) throws {
        let known = Claim.made(.supply, .signed, ["GAZ"], to: ["Truong Minh Auto"], in: ["Vietnam"], Sobol.van, n: 1200)
        let deals = try deals([Report("A", "2024-05-16", [("A.", known)]), Report("B", "2024-05-17", [("B.", claim)])])
        #expect(deals.count == 1, "\(what)")
    }

    @Test func `the same words are the same undertaking even of the unnamed`() throws {
        let claim = Claim.made(.production, .considered, ["the parties"], in: ["Da Nang"], Sobol.van)
        let sentence = "The parties also discussed an assembly line in Da Nang."
        let other = Claim.made(.supply, .considered, ["the parties"], in: ["Da Nang"], Sobol.van)
        let deals = try deals([
            Report("A", "2024-05-16", [(sentence, claim)]), Report("B", "2024-05-17", [(sentence.uppercased(), claim)]),
            Report("C", "2024-05-17", [("They met.", claim)]), Report("D", "2024-05-18", [("They met.", claim)]),
            Report("E", "2024-05-18", [(sentence, other)]),
        ])
        #expect(deals.map(\.reports).sorted() == [1, 1, 1, 2])
    }

    @Test func `cooperation is the same whichever party is named first`() throws {
        let deals = try deals([
            Report("A", "2024-05-16", [("A.", .made(.cooperation, .talks, ["VDA"], to: ["GADA"]))]),
            Report("B", "2024-05-17", [("B.", .made(.cooperation, .signed, ["GADA"], to: ["VDA"]))]),
        ])
        #expect(deals.map(\.stage) == [.signed])
    }

    @Test func `undertakings that one article tells apart are not joined by another`() throws {
        let first = Claim.made(.supply, .done, ["GAZ"], in: ["Vietnam"], Sobol.van, n: 150, undertaking: 0)
        let second = Claim.made(.supply, .planned, ["GAZ"], in: ["Vietnam"], Sobol.van, n: 900, undertaking: 1)
        let bridge = Claim.made(.supply, .planned, ["GAZ"], in: ["Vietnam"], Sobol.van, n: 900)
        let deals = try deals([
            Report("A", "2024-05-16", [("First.", first), ("Second.", second)]),
            Report("B", "2024-05-17", [("Bridge.", bridge)]),
        ])
        #expect(deals.map { $0.quantities.map(\.value.n) }.sorted { $0[0] < $1[0] } == [[150], [900]])
    }

    @Test func `claims of one undertaking are one deal whatever their kinds`() throws {
        let deals = try deals([
            Report(
                "A", "2024-05-16",
                [
                    ("Supply.", .made(.supply, .talks, ["Iran"], in: ["Russia"])),
                    ("Cooperation.", .made(.cooperation, .underway, ["Iran"], to: ["Russia"])),
                    ("More supply.", .made(.supply, .considered, ["Iran"], in: ["Russia"])),
                ])
        ])
        #expect(deals.count == 1)
        #expect(deals.first?.kinds == [.supply, .cooperation])
        #expect(deals.first?.stage == .talks)
    }

    @Test func `a saying is dated before the report that repeats it`() throws {
        let deals = try deals([
            Report("A", "2024-01-10", [("A.", .made(.supply, .signed, ["GAZ"], in: ["Cuba"]))]),
            Report("B", "2024-06-01", [("B.", .made(.supply, .talks, ["GAZ"], in: ["Cuba"], said: "2023-11"))]),
        ])
        #expect(deals.first?.history.map(\.stage) == [.talks, .signed])
        #expect(deals.first?.stage == .signed)
    }

    @Test func `a filter takes names as people type them`() throws {
        let reports = Sobol.all + Self.neighbours
        #expect(try deals(reports, DealFilter(party: "truong")).map(\.kind) == [.supply])
        #expect(try deals(reports, DealFilter(place: "EGYPT")).count == 1)
        #expect(try deals(reports, DealFilter(goods: "gazon")).count == 1)
        #expect(try deals(reports, DealFilter(kinds: [.certification], stages: [.done])).count == 3)
        #expect(try deals(reports, DealFilter(since: CoarseDate(year: 2024))).count == 5)
        #expect(try deals(reports, DealFilter(party: "nobody")).isEmpty)
    }

    @Test func `a long chain of like reports is one deal`() throws {
        let reports = (0..<60).map { number in
            Report("Outlet \(number)", "2024-05-16", [("Same.", .made(.supply, .talks, ["GAZ"], in: ["Cuba"]))])
        }
        #expect(try deals(reports).map(\.reports) == [60])
    }
}
