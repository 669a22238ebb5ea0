import Foundation
import Testing

/// Names written in one script, found by a search in another, from a ledger of the bundled samples.
@Suite(.enabled(if: Binary.model != nil, "make setup fetches the model")) struct NamesAcrossScriptsTests {
    private static let samples = Binary.repository.appendingPathComponent("Samples").path

    private struct Search: Decodable {
        struct Hit: Decodable {
            struct Article: Decodable { let id: String, title: String }
            let article: Article
        }
        struct Name: Decodable { let words: String, name: String }
        let hits: [Hit]
        let total: Int
        let names: [Name]
    }

    @Test func articlesAndDealsAreFoundByNamesInOtherScripts() async throws {
        try await Scratch.with { scratch in
            let environment = ["DRAGOMAN_LEDGER": scratch.folder.appendingPathComponent("ledger.db").path]
            func run(_ words: String...) async throws -> Binary.Result {
                try await Binary.run(words, environment: environment)
            }
            func search(_ words: String...) async throws -> Search {
                let result = try await Binary.run(["search", "--json"] + words, environment: environment)
                return try JSONDecoder().decode(Search.self, from: Data(result.output.utf8))
            }
            _ = try await run("add", Self.samples, "--quiet")

            // A person that no table knows, by sound.
            let english = try await search("Artemyev", "--exact")
            #expect(english.total > 0)
            let russian = try await search("Артемьев")
            #expect(Set(russian.hits.map(\.article.id)).isSuperset(of: english.hits.map(\.article.id)))
            #expect(russian.names.contains { $0.words == "Артемьев" && $0.name.contains("Artemyev") })
            #expect(try await search("Павел Артемьев").total >= 1)
            #expect(try await run("search", "Артемьев", "--exact").code == 1)
            #expect(try await run("search", "Артемьев").output.contains("looked for "))

            // A firm and a country that the knowledge base has, in three scripts, with a word of the text.
            let gaz = try await search("Группа ГАЗ", "Vietnam")
            #expect(gaz.total > 0)
            #expect(try await search("Минский тракторный завод").total > 0)
            #expect(try await search("Вьетнам", "Sobol").total == search("Vietnam", "Sobol").total)
            #expect(try await search("ویتنام").total > 0)

            // Deals by a party or a place.
            let deals = try await run("deals", "--party", "GAZ", "--json").output
            #expect(try await run("deals", "--party", "Группа ГАЗ", "--json").output == deals)
            #expect(try await run("deals", "--place", "Вьетнам").code == 0)
            #expect(try await run("deals", "--party", "Никто Нигде").code == 1)
            #expect(try await run("export", "csv", "--place", "Вьетнам").output.contains("Vietnam"))

            // A query is words, whatever stands in it.
            for hostile in ["", "\"", "🙂", "OR AND NOT", "zz\" OR \"qq", String(repeating: "слово ", count: 3_000)] {
                #expect(try await run("search", hostile).code == 1, "\(hostile.prefix(20))")
            }
        }
    }
}
