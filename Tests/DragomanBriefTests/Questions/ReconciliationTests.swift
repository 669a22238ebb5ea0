import DragomanLedger
import DragomanText
import Testing

@testable import DragomanBrief

struct ReconciliationTests {
    private static let head = "reporterDesc,partnerDesc,flowCode,cmdCode,period,qty,primaryValue\n"
    private static let countries = [
        "Russia": "country/russia", "Russian Federation": "country/russia", "Vietnam": "country/vietnam",
        "Viet Nam": "country/vietnam",
    ]

    private func table(_ text: String) throws -> TradeTable {
        try TradeTable(Array(text.utf8), name: "trade.csv") { Self.countries[$0] }
    }

    @Test func `announced and shipped stand side by side by corridor and year`() throws {
        let table = try table(
            Self.head + """
                Russian Federation,Viet Nam,X,8704,2024,310,7905000
                Russian Federation,Viet Nam,X,8702,202405,40,1480000
                Viet Nam,Russian Federation,M,8708,2024,,412000
                Vietnam,Russia,X,8703,2024,5,90000
                Russia,World,X,8703,2024,9999,1
                Russia,Vietnam,X,8701,2024,7,1
                Russia,Atlantis,X,8703,2024,7,1

                """)
        #expect(table.shipments.count == 4 && table.otherGoods == 1 && table.otherPartners == 2)
        #expect(table.unknown.map(\.name) == ["Atlantis"] && table.unknown.first?.line == 8)
        let answer = try MadeLedger.with([try Story.agency()]) { try Reconciliation(of: $0, against: table) }
        try Snapshot.check(answer.text(TerminalStyle(width: 100)), "reconciliation.txt")
        let vehicles = try #require(answer.rows.first { $0.sort == .vehicles })
        #expect(vehicles.from == "Russia" && vehicles.to == "Vietnam" && vehicles.year == 2024)
        #expect(vehicles.announced == 1200 && vehicles.shipped == 350 && vehicles.value == 9_385_000)
        #expect(vehicles.deals.count == 1)
        let parts = try #require(answer.rows.first { $0.sort == .parts })
        #expect(parts.announced == nil && parts.shipped == nil && parts.value == 412_000)
        #expect(answer.notes.contains("1 corridor of the table without a deal"))
    }

    @Test func `earlier names of columns, semicolons, quotes and a byte order mark are read`() throws {
        let table = try table(
            "\u{FEFF}\"Trade Flow\";Reporter;Partner;\"Commodity Code\";Period;Qty;\"Trade Value (US$)\"\r\n"
                + "Export;Russia;\"Viet Nam\";870322;2023;\"1,234\";10.5\r\n")
        #expect(
            table.shipments == [
                TradeTable.Shipment(
                    from: "country/russia", to: "country/vietnam", heading: 8703, period: CoarseDate(year: 2023),
                    quantity: 1234, value: 10.5)
            ])
    }

    @Test(arguments: [
        ("", "T001", "trade.csv is empty"), (" \n \n", "T001", "trade.csv is empty"),
        ("a,b\n1,2\n", "T005", "there is no column for the reporter"),
        (
            "Reporter,Partner,Period,Qty,Value,Period,HS\n", "T005",
            "line 1, column 35: there are two columns for the period"
        ),
        (head + "Russia,Vietnam,X,8703,2023,1\n", "T006", "line 2, column 28: the line has 6 cells, the first line 7"),
        (head + "Russia,Vietnam,X,cars,2023,1,1\n", "T007", "line 2, column 18: 'cars' is no code"),
        (head + "\n\nRussia,Vietnam,X,8703,May,1,1\n", "T008", "line 4, column 23: 'May' is no period"),
        (head + "Russia,Vietnam,X,8703,2023,many,1\n", "T009", "line 2, column 28: 'many' is no number"),
        (head + "Russia,Vietnam,X,8703,2023,-1,1\n", "T009", "'-1' is no number"),
        (head + "Russia,Vietnam,Z,8703,2023,1,1\n", "T010", "line 2, column 16: 'Z' is no flow"),
        (head + "\"Russia,Vietnam,X,8703,2023,1,1\n", "T003", "line 2, column 1: a quotation mark"),
        (head + "\"Russia\"s,Vietnam,X,8703,2023,1,1\n", "T003", "line 2, column 9: there is text after"),
        ("Вьетнам,b\n\"x", "T005", "no column for the reporter"),
        (String(repeating: ",", count: 500), "T004", "has more than 400 columns"),
    ]) func `a bad table says where and why`(text: String, code: String, message: String) throws {
        let error = #expect(throws: DragomanError.self) { _ = try table(text) }
        #expect(error?.code == code && error?.message.contains(message) == true, "\(String(describing: error))")
        #expect(error?.advice != nil)
    }

    @Test func `bytes that are no text are refused`() {
        let error = #expect(throws: DragomanError.self) {
            try TradeTable([0x61, 0xFF, 0x0A], name: "trade.csv") { _ in nil }
        }
        #expect(error?.code == "T002")
    }
}
