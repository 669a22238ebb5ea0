import Foundation
import Testing

/// `dragoman export` over a ledger of the bundled samples.
@Suite(.enabled(if: Binary.model != nil, "make setup fetches the model")) struct ExportTests {
    private static let samples = Binary.repository.appendingPathComponent("Samples").path

    @Test func everyFormatTellsTheDealsOfTheQuery() async throws {
        struct List: Decodable {
            struct Deal: Decodable { let id: String }
            let deals: [Deal]
        }
        try await Scratch.with { scratch in
            let environment = ["DRAGOMAN_LEDGER": scratch.folder.appendingPathComponent("ledger.db").path]
            _ = try await Binary.run(["add", Self.samples, "--quiet"], environment: environment)
            let listed = try await Binary.run(["deals", "--kind", "supply", "--json"], environment: environment)
            let ids = try JSONDecoder().decode(List.self, from: Data(listed.output.utf8)).deals.map(\.id)
            #expect(!ids.isEmpty)
            for format in [
                "json", "jsonl", "csv", "ftm", "gexf", "graphml", "markdown", "ris", "bibtex", "csl", "rss", "atom",
                "jsonfeed", "ical", "ntriples",
            ] {
                let result = try await Binary.run(["export", format, "--kind", "supply"], environment: environment)
                #expect(result.code == 0, "\(format)")
                for id in ids { #expect(result.output.contains(id), "\(format) lacks \(id)") }
            }
        }
    }

    @Test func aFileIsWrittenWholeOrNotAtAll() async throws {
        try await Scratch.with { scratch in
            let environment = ["DRAGOMAN_LEDGER": scratch.folder.appendingPathComponent("ledger.db").path]
            _ = try await Binary.run(["add", Self.samples, "--quiet"], environment: environment)
            let file = scratch.folder.appendingPathComponent("deals.csv")
            let written = try await Binary.run(["export", "csv", "--output", file.path], environment: environment)
            #expect(written.code == 0 && written.output.isEmpty)
            let printed = try await Binary.run(["export", "csv"], environment: environment)
            #expect(try String(contentsOf: file, encoding: .utf8) == printed.output)
            let lost = try await Binary.run(
                ["export", "csv", "--output", scratch.folder.path + "/no/deals.csv"], environment: environment)
            #expect(lost.code == 2 && lost.errors.contains("cannot be written"))
            let left = try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path)
            #expect(!left.contains { $0.hasSuffix(".part") })
        }
    }

    @Test func anUnknownFormatIsRefusedWithTheNearestOne() async throws {
        let result = try await Binary.run(["export", "cvs"])
        #expect(result.code == 64)
        #expect(result.errors.contains("csv"))
    }
}
