import Foundation
import Testing

/// The commands that read articles, on the bundled samples and on texts of one line.
@Suite(.enabled(if: Binary.model != nil, "make setup fetches the model")) struct ReadingTests {
    private static let samples = Binary.repository.appendingPathComponent("Samples")
    private static let agency = samples.appendingPathComponent("sobol-1-agency.txt")

    private struct Brief: Decodable {
        struct Sentence: Decodable { let text: String, range: [Int] }
        struct Deal: Decodable {
            struct Claim: Decodable { let kind: String, stage: String, evidence: String, range: [Int] }
            let claims: [Claim]
        }
        struct Article: Decodable { let title: String, outlet: String, published: String }
        let article: Article
        let summary: [Sentence]
        let deals: [Deal]
    }

    private struct Row: Decodable {
        struct Claim: Decodable { let kind: String, stage: String, evidence: String, rule: String, deal: String }
        let id: String
        let claims: [Claim]
    }

    private struct Clean: Decodable {
        struct Block: Decodable { let kind: String, range: [Int], text: String }
        let blocks: [Block]
    }

    @Test func theBriefTellsWhatWasAgreedOnWhoseWord() async throws {
        let result = try await Binary.run(["read", "Samples/sobol-1-agency.txt"], in: Binary.repository)
        #expect(result.code == 0)
        #expect(result.errors == "")
        for words in ["Mekong Wire", "16 May 2024", "DEALS", "Pavel Artemyev", "certification", "about 1,200"] {
            #expect(result.output.contains(words), "\(words)")
        }
        #expect(!result.output.contains("\u{1B}"))
    }

    @Test(arguments: [1, 3, 5]) func theSummaryHasAsManySentencesAsAsked(count: Int) async throws {
        let result = try await Binary.run(["read", Self.agency.path, "--json", "--sentences", "\(count)"])
        let brief = try JSONDecoder().decode(Brief.self, from: Data(result.output.utf8))
        #expect(brief.summary.count == count)
    }

    @Test func everyQuotationIsTheBytesOfTheArticle() async throws {
        let clean = try await Binary.run(["read", Self.agency.path, "--json", "--stop-after", "article"])
        let blocks = try JSONDecoder().decode(Clean.self, from: Data(clean.output.utf8)).blocks
        var text = [UInt8](repeating: 0x0A, count: blocks.last?.range[1] ?? 0)
        for block in blocks { text.replaceSubrange(block.range[0]..<block.range[1], with: Array(block.text.utf8)) }
        let result = try await Binary.run(["read", Self.agency.path, "--json"])
        let brief = try JSONDecoder().decode(Brief.self, from: Data(result.output.utf8))
        #expect(brief.article.outlet == "Mekong Wire" && brief.article.published == "2024-05-16")
        let quotations =
            brief.summary.map { ($0.text, $0.range) }
            + brief.deals.flatMap(\.claims).map { ($0.evidence, $0.range) }
        #expect(quotations.count > 5)
        for (quotation, range) in quotations {
            #expect(quotation == String(decoding: text[range[0]..<range[1]], as: UTF8.self))
        }
    }

    @Test func standardInputIsReadLikeAFile() async throws {
        let article = try Data(contentsOf: Self.agency)
        let piped = try await Binary.run(["read", "-"], input: article)
        let named = try await Binary.run(["read", Self.agency.path])
        #expect(piped.code == 0)
        #expect(piped.output == named.output)
    }

    @Test func aTextWithoutDealsEndsWithTheCodeForNothingFound() async throws {
        let text = Data("Rain in April\n\nIt rained all day, and the park was empty.\n".utf8)
        for command in ["read", "claims", "explain"] {
            let result = try await Binary.run([command, "-"], input: text)
            #expect(result.code == 1, "\(command)")
        }
    }

    @Test func claimsAreALineAnArticleInTheOrderOfTheFiles() async throws {
        let names = ["week-in-trade", "sobol-2-reprint", "engines-stake", "sobol-1-agency"]
        let files = names.map { Self.samples.appendingPathComponent($0 + ".txt").path }
        let result = try await Binary.run(["claims", "--jsonl"] + files)
        #expect(result.code == 0)
        let rows = try result.output.split(separator: "\n").map {
            try JSONDecoder().decode(Row.self, from: Data($0.utf8))
        }
        #expect(rows.map(\.id) == names)
        #expect(rows.allSatisfy { !$0.claims.isEmpty })
        let again = try await Binary.run(["claims", "--jsonl"] + files)
        #expect(again.output == result.output)
    }

    @Test func oneBadFileDoesNotKeepTheOthersFromBeingRead() async throws {
        let other = Self.samples.appendingPathComponent("sobol-2-reprint.txt").path
        let result = try await Binary.run(["claims", "--jsonl", Self.agency.path, "/dev/null", other])
        #expect(result.code == 65)
        #expect(result.output.split(separator: "\n").count == 2)
        #expect(result.errors.contains("/dev/null is empty [DRG-F003]"))
    }

    @Test func theDateOfPublicationCanBeGiven() async throws {
        let text = Data(
            "Cars for Serbia\n\nIran Khodro signed a contract on Monday to supply 500 cars to Serbia.\n".utf8)
        let dated = try await Binary.run(["claims", "-", "--published", "2023-03-22"], input: text)
        let undated = try await Binary.run(["claims", "-"], input: text)
        #expect(dated.output.contains(#""date" : "2023-03-20""#))
        #expect(!undated.output.contains("2023"))
    }

    @Test func anExplanationNamesRuleAndWords() async throws {
        let result = try await Binary.run(["explain", Self.agency.path])
        #expect(result.code == 0)
        #expect(result.output.contains("rule    automotive/rules/certification.rules:"))
        #expect(result.output.contains("{undergo|"))
        #expect(result.output.contains("of the article's text"))
        let json = try await Binary.run(["explain", Self.agency.path, "--json"])
        let items = try #require(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]])
        #expect(items.allSatisfy { ($0["line"] as? String)?.isEmpty == false })
    }

    @Test func anAnalysisHasALineForEachLine() async throws {
        let text = Data("Saipa exports cars.\n\nLada does not.".utf8)
        let rows = try await Binary.run(["analyze", "-", "--jsonl"], input: text)
        #expect(rows.code == 0)
        #expect(rows.output.split(separator: "\n").count == 3)
        #expect(rows.output.contains("\n{\"tokens\":[],\"ents\":[],\"chunks\":[]}\n"))
        let table = try await Binary.run(["analyze", "-"], input: text)
        #expect(table.output.hasPrefix("1\tSaipa\t"))
        #expect(table.output.split(separator: "\n").map { $0.split(separator: "\t").count }.allSatisfy { $0 == 10 })
    }

    @Test func everySampleIsRead() async throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.samples.path).filter {
            $0.hasSuffix(".txt") || $0.hasSuffix(".html")
        }
        #expect(names.count >= 8)
        let result = try await Binary.run(["claims", "--jsonl", Self.samples.path])
        #expect(result.code == 0)
        #expect(result.output.split(separator: "\n").count == names.count)
    }

    @Test func theBundledPacksPassTheirExamples() async throws {
        let result = try await Binary.run(["pack", "check"])
        #expect(result.code == 0, "\(result.errors)")
        #expect(result.output.hasPrefix("world, automotive: "))
    }
}
