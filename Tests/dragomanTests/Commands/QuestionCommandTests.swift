import DragomanText
import Foundation
import Testing

@testable import dragoman

/// Questions to a ledger of the bundled samples.
@Suite(.enabled(if: Binary.model != nil, "make setup fetches the model")) struct QuestionCommandTests {
    private static let samples = Binary.repository.appendingPathComponent("Samples")

    private static func withLedger(_ body: ([String: String], Scratch) async throws -> Void) async throws {
        try await Scratch.with { scratch in
            let environment = ["DRAGOMAN_LEDGER": scratch.folder.appendingPathComponent("ledger.db").path]
            _ = try await Binary.run(["add", samples.path, "--quiet"], environment: environment)
            try await body(environment, scratch)
        }
    }

    @Test func questionsAreAnsweredAndDrawn() async throws {
        try await Self.withLedger { environment, scratch in
            for name in ["timeline", "network", "flows"] {
                let file = scratch.folder.appendingPathComponent("\(name).svg")
                let text = try await Binary.run([name, "--svg", file.path], environment: environment)
                #expect(text.code == 0 && !text.output.isEmpty, "\(name): \(text.errors)")
                let svg = try String(contentsOf: file, encoding: .utf8)
                #expect(svg.hasPrefix("<?xml") && svg.hasSuffix("</svg>\n"))
                let drawn = try await Binary.run([name, "--svg", "-"], environment: environment)
                #expect(drawn.output == svg)
                let json = try await Binary.run([name, "--json"], environment: environment)
                #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(json.output.utf8)) }
                #expect(try await Binary.run([name, "--party", "Nobody"], environment: environment).code == 1)
            }
            let people = try await Binary.run(["people", "--json"], environment: environment)
            #expect(people.code == 0 && people.output.contains("\"claims\""))
            let outlets = try await Binary.run(["outlets"], environment: environment)
            #expect(outlets.code == 0 && outlets.output.contains("FIRST"))
        }
    }

    @Test func anArticleADealAndAStoryAreSummedUp() async throws {
        struct Page: Decodable {
            struct Sentence: Decodable { let text: String }
            let sentences: [Sentence]
        }
        struct List: Decodable {
            struct Deal: Decodable { let id: String, statement: String }
            let deals: [Deal]
        }
        struct Articles: Decodable {
            struct Article: Decodable { let id: String, source: String }
            let articles: [Article]
        }
        func sentences(_ words: [String], _ environment: [String: String]) async throws -> [String] {
            let result = try await Binary.run(["summary"] + words + ["--json"], environment: environment)
            #expect(result.code == 0, "\(words): \(result.errors)")
            return try JSONDecoder().decode(Page.self, from: Data(result.output.utf8)).sentences.map(\.text)
        }
        try await Self.withLedger { environment, _ in
            for name in ["sobol-1-agency.txt", "week-in-trade.txt", "munich-retreat.txt"] {
                let file = Self.samples.appendingPathComponent(name)
                let text = try String(contentsOf: file, encoding: .utf8)
                for count in [1, 3, 5, 10] {
                    let chosen = try await sentences([file.path, "--sentences", "\(count)"], environment)
                    #expect(!chosen.isEmpty && chosen.count <= count)
                    #expect(chosen.allSatisfy { text.contains($0) })
                }
            }
            let deals = try await Binary.run(["deals", "--json"], environment: environment)
            let deal = try #require(try JSONDecoder().decode(List.self, from: Data(deals.output.utf8)).deals.first)
            #expect(try await sentences([deal.id, "--sentences", "1"], environment) == [deal.statement])
            let listed = try await Binary.run(["articles", "--json"], environment: environment)
            let articles = try JSONDecoder().decode(Articles.self, from: Data(listed.output.utf8)).articles
            let agency = try #require(articles.first { $0.source.hasSuffix("sobol-1-agency.txt") })
            let one = try await sentences([agency.id, "--sentences", "3"], environment)
            let file = Self.samples.appendingPathComponent("sobol-1-agency.txt").path
            #expect(try await sentences([file, "--sentences", "3"], environment) == one)
            #expect(try await sentences([agency.id, "--story", "--sentences", "5"], environment).count == 5)
            #expect(try await Binary.run(["summary", "zzzzzz"], environment: environment).code == 1)
        }
    }

    @Test func changesAreToldSinceADay() async throws {
        try await Self.withLedger { environment, _ in
            let all = try await Binary.run(["changes", "--since", "2020"], environment: environment)
            #expect(all.code == 0 && all.output.contains("NEW ("))
            let told = try await Binary.run(
                ["changes", "--since", "2020", "--sentences", "3"], environment: environment)
            #expect(told.output.contains(" 3. ") && told.output.contains("[1]") && !told.output.contains(" 4. "))
            #expect(try await Binary.run(["changes", "--since", "2090"], environment: environment).code == 1)
            let none = try await Binary.run(["changes"], environment: environment)
            #expect(none.code == 64 && none.errors.contains("A040"))
            let wrong = try await Binary.run(["changes", "--since", "mondy"], environment: environment)
            #expect(wrong.code == 64 && wrong.errors.contains("Did you mean monday?"))
        }
    }

    @Test func weekdaysAreTheLastOnesBeforeToday() throws {
        let friday = Date(timeIntervalSince1970: 1_700_179_200)  // 17 November 2023
        let days = [
            ("monday", "2023-11-13"), ("Thursday", "2023-11-16"), ("friday", "2023-11-10"), ("saturday", "2023-11-11"),
            ("today", "2023-11-17"), ("yesterday", "2023-11-16"), ("2023-05", "2023-05"),
        ]
        for (word, day) in days { #expect(try ChangesCommand.day(word, today: friday).description == day) }
    }

    @Test func tradeFiguresAreSetAgainstDeals() async throws {
        try await Self.withLedger { environment, scratch in
            let table = Self.samples.appendingPathComponent("trade.csv").path
            let result = try await Binary.run(["reconcile", table], environment: environment)
            #expect(result.code == 0 && result.output.contains("Vietnam"), "\(result.errors)")
            let wrong = try scratch.file(
                "wrong.csv", "reporter,partner,hs,period,qty,value\nIran,Russia,8703,2023,x,1\n")
            let refused = try await Binary.run(["reconcile", wrong.path], environment: environment)
            #expect(refused.code == 65 && refused.errors.contains("line 2, column 23: 'x' is no number"))
            #expect(try await Binary.run(["reconcile", "/no/such.csv"], environment: environment).code == 2)
            #expect(try await Binary.run(["reconcile", "-"], environment: environment).code == 65)
        }
    }

    @Test func dealsAreChosenByOriginsAndContradictions() async throws {
        try await Self.withLedger { environment, _ in
            let disputed = try await Binary.run(["deals", "--disputed"], environment: environment)
            let listed = try await Binary.run(["disagreements"], environment: environment)
            #expect(disputed.code == listed.code)
            #expect(try await Binary.run(["deals", "--min-origins", "500"], environment: environment).code == 1)
            let exported = try await Binary.run(
                ["export", "csv", "--country", "Vietnam", "--min-origins", "1"], environment: environment)
            #expect(exported.code == 0 && exported.output.contains("families,origins,disputed"))
        }
    }
}
