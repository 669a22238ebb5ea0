import Foundation
import Testing

/// What people judge of names, from the command to the rebuilt ledger.
@Suite(.enabled(if: Binary.model != nil, "make setup fetches the model")) struct NamesJudgingTests {
    private struct Identity: Decodable {
        struct Form: Decodable { let name: String }
        let id: String, names: [Form]
    }

    private static let articles = [
        "Vans\n\nMINSK, May 14 - Norvik Machines will export vans to Belarus, trade minister Pavel Artemyev said on Tuesday.\n",
        "Trucks\n\nMINSK, May 15 - Norvik Machines will export trucks to Belarus, trade minister Pavel Artemiev said on Wednesday.\n",
        "Tractors\n\nHANOI, May 16 - Sobol Works will export tractors to Vietnam, deputy director Klaus Bergmann said on Thursday.\n",
    ]

    @Test func mergeSplitAndUndoAreKeptSaidAndReplayed() async throws {
        try await Scratch.with { scratch in
            let environment = [
                "DRAGOMAN_LEDGER": scratch.folder.appendingPathComponent("ledger.db").path, "USER": "tester",
                "SOURCE_DATE_EPOCH": "1700000000",
            ]
            func run(_ words: String...) async throws -> Binary.Result {
                try await Binary.run(words, environment: environment)
            }
            /// Whether two names are of one identity; false where one of them is in none.
            func areOne(_ one: String, _ other: String) async throws -> Bool {
                let output = try await run("names", "list", "--schema", "person", "--json").output
                let identities = try JSONDecoder().decode([Identity].self, from: Data(output.utf8))
                return identities.contains { identity in
                    let names = identity.names.map(\.name)
                    return names.contains(one) && names.contains(other)
                }
            }
            for (number, text) in Self.articles.enumerated() {
                let file = try scratch.file("\(number).txt", text)
                #expect(try await run("add", file.path, "--quiet").code == 0)
            }
            #expect(try await areOne("Pavel Artemyev", "Pavel Artemiev"))
            #expect(try await !areOne("Pavel Artemyev", "Klaus Bergmann"))

            let split = try await run(
                "judge", "--names", "split", "Pavel Artemyev", "Pavel Artemiev", "--why", "brothers")
            #expect(split.code == 0 && split.errors.isEmpty, "\(split.errors)")
            #expect(try await !areOne("Pavel Artemyev", "Pavel Artemiev"))

            let merge = try await run("judge", "--names", "merge", "Pavel Artemyev", "Pavel Artemiev")
            #expect(merge.errors.contains("this contradicts judgment 1"), "\(merge.errors)")
            #expect(try await areOne("Pavel Artemyev", "Pavel Artemiev"))

            #expect(try await run("undo", "2").code == 0)
            #expect(try await !areOne("Pavel Artemyev", "Pavel Artemiev"))

            let stranger = try await run("judge", "--names", "merge", "Pavel Artemyev", "Klaus Bergmann")
            #expect(stranger.code == 0)
            #expect(try await areOne("Pavel Artemyev", "Klaus Bergmann"))

            let before = try await run("names", "list", "--json").output
            #expect(try await run("rebuild").code == 0)
            #expect(try await run("names", "list", "--json").output == before)
            #expect(try await run("judgments").output.contains("brothers"))

            let nobody = try await run("judge", "--names", "merge", "Pavel Artemyev", "Nobody Atall")
            #expect(nobody.errors.contains("no article in the ledger has the name Nobody Atall"), "\(nobody.errors)")
        }
    }

    @Test(arguments: ["", "🙂", "\u{202E}\u{301}", String(repeating: "Ivanov ", count: 1_500)])
    func hostileNamesAreJudgedWithoutHarm(name: String) async throws {
        try await Scratch.with { scratch in
            let environment = ["DRAGOMAN_LEDGER": scratch.folder.appendingPathComponent("ledger.db").path]
            let file = try scratch.file("a.txt", Self.articles[0])
            _ = try await Binary.run(["add", file.path, "--quiet"], environment: environment)
            let result = try await Binary.run(
                ["judge", "--names", "merge", name, "Pavel Artemyev"], environment: environment)
            #expect([0, 64, 65].contains(result.code), "\(result.code) \(result.errors)")
            #expect(try await Binary.run(["names", "list"], environment: environment).code == 0)
        }
    }
}
