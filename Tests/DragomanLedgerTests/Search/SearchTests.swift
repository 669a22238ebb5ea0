import DragomanText
import Foundation
import Testing

@testable import DragomanLedger

/// Articles are found by their words.
struct SearchTests {
    private let folder: TemporaryFolder
    private let ledger: Ledger

    init() throws {
        folder = try TemporaryFolder()
        ledger = try Ledger(path: folder("l.db"), access: .writing)
        for (outlet, text) in [
            ("A", "Škoda signed a contract in Kostanay."), ("B", "The contract was not signed by Skoda, a paper said."),
            ("C", "Certification of the van goes on in Đà Nẵng."), ("D", "Завод в Костанае выпустил автобус."),
        ] {
            try Report(outlet, "2024-05-16", [(text, nil)]).add(to: ledger)
        }
    }

    private func outlets(_ query: String) throws -> Set<String> {
        Set(try ledger.search(query).hits.compactMap(\.article.outlet))
    }

    @Test(arguments: [
        ("contract", ["A", "B"]), ("CONTRACT skoda", ["A", "B"]), ("\"signed a contract\"", ["A"]),
        ("certif*", ["C"]), ("certif", []), ("nang", ["C"]), ("автобус", ["D"]), ("contract van", []),
        ("", []), ("—", []), ("contract —", ["A", "B"]), ("NOT contract", ["B"]), ("a\"b", ["B"]),
        ("text : contract", []),
        ("*", []), ("contract AND NEAR(", []),
    ])
    func `words are found whatever their case and accents`(query: String, found: [String]) throws {
        #expect(try outlets(query) == Set(found))
    }

    @Test func `the words around the match are shown, and the match marked`() throws {
        let hit = try #require(try ledger.search("kostanay").hits.first)
        #expect(hit.snippet.map(\.text).joined().contains("signed a contract in Kostanay."))
        #expect(hit.snippet.filter(\.matches).map(\.text) == ["Kostanay"])
    }

    @Test func `a limit leaves out the worst, and the number of all is told`() throws {
        let result = try ledger.search("contract", limit: 1)
        #expect(result.hits.count == 1)
        #expect(result.total == 2)
    }

    @Test func `an index that does not fit the articles is told`() throws {
        #expect(try ledger.verify().faults == [])
        try ledger.database.run("INSERT INTO search (search, rowid, text) VALUES ('delete', 1, 'Something else.')")
        #expect(try ledger.verify().faults.map(\.part) == ["search"])
    }
}
