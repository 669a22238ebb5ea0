import Foundation
import Testing

/// Docs/examples.md shows what the examples of the help print, over a ledger of the bundled samples.
@Suite(.enabled(if: Binary.model != nil, "make setup fetches the model")) struct ExampleTests {
    private static let doc = Binary.repository.appendingPathComponent("Docs/examples.md")
    /// Lines of output shown at most.
    private static let longest = 30

    /// One line a command. Those that serve, fetch or tell of the machine are not among them.
    private static let lines = [
        "read Samples/sobol-1-agency.txt", "summary Samples/sobol-1-agency.txt", "page Samples/saudi-hyundai.html",
        "claims Samples/harare-tractors.txt --jsonl", "quotes Samples/sobol-4-rewrite.txt",
        "explain Samples/harare-tractors.txt", "deals", "deals --disputed", "articles", "stories", "disagreements",
        "search Sobol Vietnam", "timeline", "network", "flows", "people", "outlets", "changes --since 2020",
        "changes --since 2020 --sentences 3", "reconcile Samples/trade.csv", "export csv --kind certification",
        "judgments", "names match \"Sokolov\" \"Соколов\"",
    ]

    @Test func everyExampleIsAsTheReferenceShowsIt() async throws {
        try await Scratch.with { scratch in
            let environment = [
                "DRAGOMAN_LEDGER": scratch.folder.appendingPathComponent("ledger.db").path,
                "SOURCE_DATE_EPOCH": "1717200000",
            ]
            _ = try await Binary.run(["add", "Samples", "--quiet"], environment: environment, in: Binary.repository)
            var page = "# Examples with their output\n\nOver a ledger of the bundled samples: `dragoman add Samples`. "
            page += "A test holds this page to what the program prints; long outputs are cut.\n"
            for line in Self.lines {
                let words = line.split(separator: " ").map { $0.trimmingCharacters(in: ["\""]) }
                let result = try await Binary.run(words, environment: environment, in: Binary.repository)
                #expect(result.code == 0 || result.code == 1, "\(line): \(result.errors)")
                let output = result.output.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
                page += "\n```console\n$ dragoman \(line)\n"
                page += output.prefix(Self.longest).map { String($0.prefix(200)) + "\n" }.joined()
                page += (output.count > Self.longest ? "...\n" : "") + "```\n"
            }
            if ProcessInfo.processInfo.environment["DRAGOMAN_RECORD"] != nil {
                try Data(page.utf8).write(to: Self.doc)
                Issue.record("recorded Docs/examples.md: read it, then run again")
            }
            #expect(try String(contentsOf: Self.doc, encoding: .utf8) == page, "record it with DRAGOMAN_RECORD=1")
        }
    }
}
