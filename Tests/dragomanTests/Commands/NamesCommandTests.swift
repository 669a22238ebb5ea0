import Foundation
import Testing

@testable import dragoman

@Suite struct NamesCommandTests {
    private let packs = ["--packs", Binary.repository.appendingPathComponent("Packs").path]

    @Test func twoNamesGetScoreVerdictAndReasons() async throws {
        let result = try await Binary.run(
            ["names", "match", "Ivan Petrov", "Иван Петров", "--schema", "person"] + packs)
        #expect(result.code == 0)
        #expect(result.output.contains(" same  Ivan ~ Иван: "))
    }

    @Test func eachPairOfABatchGetsALine() async throws {
        let pairs = """
            {"id":"1","a":"Ivan Petrov","b":"Petrov, Ivan","schema":"Person"}
            {"id":"2","a":"Norvik AG","b":"Sobolmash","schema":"Company"}

            """
        let result = try await Binary.run(["names", "match", "--batch"] + packs, input: Data(pairs.utf8))
        let lines = result.output.split(separator: "\n")
        #expect(lines.count == 2)
        #expect(lines.first?.contains("\"id\":\"1\"") == true && lines.first?.contains("\"verdict\":\"same\"") == true)
        #expect(lines.last?.contains("\"verdict\":\"different\"") == true)
    }

    @Test func aLineThatIsNoPairIsToldByItsNumber() async throws {
        let result = try await Binary.run(["names", "match", "--batch"] + packs, input: Data("{}\n".utf8))
        #expect(result.code == 65)
        #expect(result.errors.contains("line 1 of the batch"))
    }

    @Test func oneNameIsTooFew() async throws {
        let result = try await Binary.run(["names", "match", "Ivan"] + packs)
        #expect(result.code == 64)
        #expect(result.errors.contains("two names"))
    }

    @Test func aNameIsFoundInTheKnowledgeBaseFromAnotherScript() async throws {
        let result = try await Binary.run(["names", "find", "Иран Ходро", "--limit", "1"] + packs)
        #expect(result.code == 0)
        #expect(result.output.contains("company/iran-khodro"))
        let nothing = try await Binary.run(["names", "find", "Qwrtzpsdfg"] + packs)
        #expect(nothing.code == 1)
    }

    @Test func controlsOfATerminalDoNotReachIt() async throws {
        let result = try await Binary.run(["names", "explain", "Iv\u{1B}[31man", "Ivan"] + packs)
        #expect(!result.output.contains("\u{1B}"))
    }
}
