import Foundation
import Testing

/// A ledger of the bundled samples.
@Suite(.enabled(if: Binary.model != nil, "make setup fetches the model")) struct LedgerTests {
    private static let samples = Binary.repository.appendingPathComponent("Samples").path

    @Test func addingTwiceAddsOnce() async throws {
        try await Scratch.with { scratch in
            let ledger = scratch.folder.appendingPathComponent("ledger.db").path
            let first = try await Binary.run(["add", Self.samples, "--ledger", ledger])
            #expect(first.code == 0)
            #expect(first.output.hasPrefix("added 10 articles with "))
            let deals = try await Binary.run(["deals", "--ledger", ledger])
            let second = try await Binary.run(["add", Self.samples, "--ledger", ledger])
            #expect(second.code == 0)
            #expect(second.output.hasPrefix("added 0 articles with 0 claims; 10 already there\n"))
            #expect(try await Binary.run(["deals", "--ledger", ledger]).output == deals.output)
            let articles = try await Binary.run(["articles", "--ledger", ledger])
            #expect(articles.output.hasSuffix("\n10 articles\n"))
        }
    }

    @Test func dealsAreFilteredAndShown() async throws {
        struct List: Decodable {
            struct Deal: Decodable { let id: String, kind: String }
            let deals: [Deal]
        }
        try await Scratch.with { scratch in
            let environment = ["DRAGOMAN_LEDGER": scratch.folder.appendingPathComponent("ledger.db").path]
            #expect(try await Binary.run(["add", Self.samples, "--quiet"], environment: environment).output == "")
            let result = try await Binary.run(
                ["deals", "--json", "--place", "Vietnam", "--kind", "certification"], environment: environment)
            let deals = try JSONDecoder().decode(List.self, from: Data(result.output.utf8)).deals
            #expect(!deals.isEmpty)
            #expect(deals.allSatisfy { $0.kind == "certification" })
            let id = try #require(deals.first?.id)
            let shown = try await Binary.run(["show", String(id.prefix(6))], environment: environment)
            #expect(shown.code == 0)
            #expect(shown.output.contains(id) && shown.output.contains("HISTORY"))
            #expect(try await Binary.run(["deals", "--party", "Nobody at all"], environment: environment).code == 1)
            #expect(try await Binary.run(["show", "zzzzzz"], environment: environment).code == 1)
            #expect(try await Binary.run(["show", "z"], environment: environment).code == 64)
        }
    }

    @Test func theLedgerStandsInTheFolderForData() async throws {
        try await Scratch.with { scratch in
            let environment = ["XDG_DATA_HOME": scratch.folder.path]
            let file = try scratch.file("a.txt", "Cars\n\nSaipa exports cars to Belarus.\n")
            #expect(try await Binary.run(["add", file.path], environment: environment).code == 0)
            let ledger = scratch.folder.appendingPathComponent("dragoman/ledger.db")
            #expect(FileManager.default.fileExists(atPath: ledger.path))
            #expect(try await Binary.run(["articles"], environment: environment).output.contains("Cars"))
        }
    }

    @Test func aRunCanBeRepeatedByteForByte() async throws {
        try await Scratch.with { scratch in
            var exports: [String] = []
            for name in ["one.db", "two.db"] {
                let ledger = scratch.folder.appendingPathComponent(name).path
                _ = try await Binary.run(
                    ["add", Self.samples, "--ledger", ledger], environment: ["SOURCE_DATE_EPOCH": "1700000000"])
                exports.append(try await Binary.run(["deals", "--json", "--ledger", ledger]).output)
            }
            #expect(exports[0] == exports[1])
            #expect(exports[0].count > 1000)
        }
    }
}
