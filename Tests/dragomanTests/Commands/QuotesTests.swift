import Foundation
import Testing

/// `dragoman quotes` and `dragoman events` on texts of our own.
@Suite(.enabled(if: Binary.model != nil, "make setup fetches the model")) struct QuotesTests {
    private struct Words: Decodable { let text: String, range: [Int] }
    private struct Quote: Decodable {
        struct Speaker: Decodable { let name: String?, role: String?, org: String? }
        let manner: String, content: [Words], cue: Words?, source: Words?, speaker: Speaker?, via: [String]
    }
    private struct Events: Decodable {
        struct Event: Decodable { let text: String, certainty: String, polarity: String, time: String, range: [Int] }
        struct Time: Decodable { let text: String, type: String, value: String }
        let id: String, published: String?, events: [Event], times: [Time]
    }

    private static let article = """
        Date: 2023-05-16

        Plant to open in Ganja

        Elman Rzayev, head of the Ganja Motor Works, told Caspian Herald on Monday that the plant would open in June.
        "We are ready," he said.
        The firm "will not wait", according to Rzayev.

        """

    @Test func quotationsNameTheirSpeakerAndManner() async throws {
        let result = try await Binary.run(["quotes", "--json", "-"], input: Data(Self.article.utf8))
        #expect(result.code == 0)
        let quotes = try JSONDecoder().decode([Quote].self, from: Data(result.output.utf8))
        #expect(quotes.map(\.manner) == ["indirect", "direct", "mixed"])
        #expect(quotes.allSatisfy { $0.speaker?.name == "Elman Rzayev" })
        #expect(quotes.first?.speaker?.role == "head")
        #expect(quotes.first?.cue?.text == "told")
        #expect(quotes.first?.content.first?.text.contains("the plant would open in June") ?? false)
        #expect(quotes.dropFirst().first?.source?.text == "he")
    }

    @Test func asTextItNamesWhoSaysWhat() async throws {
        let result = try await Binary.run(["quotes", "-"], input: Data(Self.article.utf8))
        #expect(result.output.contains("Elman Rzayev, head"))
        #expect(result.output.contains("    \"We are ready,\""))
    }

    @Test func anArticleInItsOwnVoiceHasNoQuotations() async throws {
        let result = try await Binary.run(["quotes", "-"], input: Data("Rain\n\nIt rained in Ganja.\n".utf8))
        #expect(result.code == 1)
        #expect(result.output == "")
    }

    @Test func eventsTellHowSurelyAndWhen() async throws {
        let result = try await Binary.run(["events", "--jsonl", "-"], input: Data(Self.article.utf8))
        let rows = try JSONDecoder().decode(Events.self, from: Data(result.output.utf8))
        #expect(rows.published == "2023-05-16")
        let opening = try #require(rows.events.last { $0.text == "open" })
        #expect((opening.certainty, opening.polarity, opening.time) == ("CERTAIN", "POS", "FUTURE"))
        #expect(rows.events.first { $0.text == "wait" }?.polarity == "NEG")
        #expect(rows.times.map(\.value) == ["2023-05-15", "2023-06"])
    }
}

/// The field of trade decides which packs are read.
@Suite(.enabled(if: Binary.model != nil, "make setup fetches the model")) struct FieldTests {
    private struct Report: Decodable {
        let packs: [String], rules: Int, examples: Int, loadMilliseconds: Double, failures: [String], remarks: [String]
    }

    @Test func theStandingFieldIsReadUnlessAnotherIsNamed() async throws {
        for (options, pack) in [([], "automotive"), (["--field", "railways"], "railways")] {
            let result = try await Binary.run(["pack", "check", "--json"] + options, in: Binary.repository)
            let report = try JSONDecoder().decode(Report.self, from: Data(result.output.utf8))
            #expect(report.packs == ["world", pack])
            #expect(report.failures.isEmpty && report.rules > 20 && report.examples > 20)
            #expect(report.loadMilliseconds >= 0)
        }
    }

    @Test func aFieldWithoutAPackIsToldWithTheNearest() async throws {
        let result = try await Binary.run(["pack", "check", "--field", "railway"], in: Binary.repository)
        #expect(result.code == 2)
        #expect(result.errors.contains("DRG-F023") && result.errors.contains("railways"))
    }

    @Test func strictFailsWhereARuleCanDoNothing() async throws {
        let loose = try await Binary.run(["pack", "check"], in: Binary.repository)
        let strict = try await Binary.run(["pack", "check", "--strict", "--field", "railways"], in: Binary.repository)
        #expect(loose.code == 0 && strict.code == 0)
    }
}
