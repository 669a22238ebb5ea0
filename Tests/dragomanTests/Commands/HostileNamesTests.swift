import Foundation
import Testing

/// Names nobody would choose, through every command on names.
@Suite struct HostileNameCommandTests {
    private let packs = ["--packs", Binary.repository.appendingPathComponent("Packs").path]
    private static let names = [
        "", " ", String(repeating: "Ivanov ", count: 1_430), String(repeating: "a", count: 10_000),
        "\u{301}\u{302}\u{303}", "🙂🙂🙂",
        "Iv\u{430}n Petrоv Иvanов", "\u{202E}vonavI\u{202C}", "Ivan\u{0}\u{7}\u{1B}[31m", "...", "١٢٣",
    ]

    /// Nothing that steers a terminal or turns its direction.
    private func isClean(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { scalar in
            scalar == "\n"
                || !(scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
                    || (0x202A...0x202E).contains(scalar.value))
        }
    }

    @Test func aBatchAnswersEachPairOfThem() async throws {
        struct Pair: Encodable { let id: String, a: String, b: String, schema: String? }
        struct Answer: Decodable { let id: String, score: Double, verdict: String, why: String }
        var pairs: [Pair] = []
        for (number, name) in Self.names.enumerated() {
            for schema in ["Person", "Company", "Spaceship", nil] {
                pairs.append(
                    Pair(id: "\(pairs.count)", a: name, b: Self.names[(number + 1) % Self.names.count], schema: schema))
            }
        }
        let input = try pairs.map { String(decoding: try JSONEncoder().encode($0), as: UTF8.self) }.joined(
            separator: "\n")
        let result = try await Binary.run(["names", "match", "--batch"] + packs, input: Data(input.utf8))
        #expect(result.code == 0, "\(result.errors)")
        let answers = try result.output.split(separator: "\n").map {
            try JSONDecoder().decode(Answer.self, from: Data($0.utf8))
        }
        #expect(answers.map(\.id) == pairs.map(\.id))
        #expect(answers.allSatisfy { (0...1).contains($0.score) && !$0.why.isEmpty })
        #expect(answers.allSatisfy { $0.why.utf8.count < 20_000 })
    }

    @Test(arguments: [("Iv\u{430}n Petrov", "Ivan Petrov"), ("", "Ivan"), ("🙂", "🙂"), ("\u{202E}Ivan\u{7}", "Ivan")])
    func matchAndExplainAnswer(one: String, other: String) async throws {
        for command in ["match", "explain"] {
            let result = try await Binary.run(["names", command, one, other, "--schema", "person"] + packs)
            #expect(result.code == 0)
            #expect(isClean(result.output), "\(result.output.debugDescription)")
        }
    }

    @Test func aLookAlikeLetterIsSaid() async throws {
        let result = try await Binary.run(
            ["names", "explain", "Iv\u{430}n Petrov", "Ivan Petrov", "--schema", "person"] + packs)
        #expect(result.output.hasPrefix("same "))
        #expect(result.output.contains("the cyrillic letter \"а\" stands in the latin word \"Iv\u{430}n\""))
    }

    @Test func findAnswersEachOfThem() async throws {
        for name in [
            Self.names[0], Self.names[2], Self.names[4], Self.names[6], Self.names[8].filter { $0 != "\u{0}" },
        ] {
            let result = try await Binary.run(["names", "find", name, "--limit", "3"] + packs)
            #expect(result.code == 0 || result.code == 1, "\(result.errors)")
            #expect(isClean(result.output))
        }
    }
}
