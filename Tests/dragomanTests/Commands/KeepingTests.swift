import Foundation
import Testing

/// Judging, rebuilding, checking and copying a ledger from the command line.
@Suite(.enabled(if: Binary.model != nil, "make setup fetches the model")) struct KeepingTests {
    private static let samples = ["sobol-1-agency.txt", "sobol-4-rewrite.txt", "engines-stake.txt"].map {
        Binary.repository.appendingPathComponent("Samples/\($0)").path
    }

    private struct Deals: Decodable {
        struct Deal: Decodable { let id: String }
        let deals: [Deal]
    }

    private func deals(_ ledger: String) async throws -> [String] {
        let result = try await Binary.run(["deals", "--json", "--ledger", ledger])
        return try JSONDecoder().decode(Deals.self, from: Data(result.output.utf8)).deals.map(\.id)
    }

    @Test func theOrderOfAddingDoesNotShowAfterARebuild() async throws {
        try await Scratch.with { scratch in
            var files: [Data] = []
            for (name, order) in [("a", Self.samples), ("b", Self.samples.reversed())] {
                let ledger = scratch.folder.appendingPathComponent("\(name).db")
                let words = ["--ledger", ledger.path]
                let environment = ["SOURCE_DATE_EPOCH": "1700000000"]
                for file in order {
                    let added = try await Binary.run(
                        ["add", file, "--published", "2024-05-20"] + words, environment: environment)
                    #expect(added.code == 0)
                }
                let before = try await deals(ledger.path)
                let rebuilt = try await Binary.run(["rebuild"] + words)
                #expect(rebuilt.code == 0, "\(rebuilt.errors)")
                let after = try await deals(ledger.path)
                #expect(after == before)
                files.append(try Data(contentsOf: ledger))
            }
            #expect(files[0] == files[1])
        }
    }

    @Test func judgmentsAreMadeListedAndUndone() async throws {
        try await Scratch.with { scratch in
            let ledger = scratch.folder.appendingPathComponent("l.db").path
            let place = ["--ledger", ledger]
            _ = try await Binary.run(["add"] + Self.samples + place)
            let ids = try await deals(ledger)
            let judged = try await Binary.run(
                ["judge", "reject", ids[0], "--why", "no deal", "--who", "Mira", "--json"] + place)
            #expect(judged.code == 0, "\(judged.errors)")
            #expect(judged.output.contains("\"who\" : \"Mira\"") && judged.output.contains("\"why\" : \"no deal\""))
            let rest = try await deals(ledger)
            #expect(rest == Array(ids.dropFirst()))
            let opposite = try await Binary.run(["judge", "confirm", ids[0]] + place)
            #expect(opposite.errors.contains("this contradicts judgment 1"))
            #expect(try await Binary.run(["undo", "1"] + place).code == 0)
            #expect(try await Binary.run(["undo", "1"] + place).code == 64)
            let listed = try await Binary.run(["judgments"] + place).output
            #expect(listed.hasSuffix("\n3 judgments\n"))
            let back = try await deals(ledger)
            #expect(back == ids)
            let merged = try await Binary.run(["judge", "merge", ids[0], ids[1]] + place)
            #expect(merged.code == 0, "\(merged.errors)")
            let left = try await deals(ledger)
            #expect(left.count == ids.count - 1)
        }
    }

    @Test func aClaimIsEnteredByHand() async throws {
        try await Scratch.with { scratch in
            let place = ["--ledger", scratch.folder.appendingPathComponent("l.db").path]
            let words = [
                "enter", "--kind", "supply", "--stage", "signed", "--actor", "Saipa", "--place", "Belarus", "--words",
                "It is signed.", "--source", "attache",
            ]
            let entered = try await Binary.run(words + place).output
            #expect(entered.hasPrefix("entered as "))
            let again = try await Binary.run(words + place).output
            #expect(again.hasPrefix("already there as "))
            #expect(try await Binary.run(["deals", "--party", "saipa"] + place).code == 0)
            #expect(try await Binary.run(["enter", "--kind", "supply"] + place).code == 64)
        }
    }

    @Test func aChangedByteAndAnOtherHistoryAreTold() async throws {
        try await Scratch.with { scratch in
            let ledger = scratch.folder.appendingPathComponent("l.db")
            let place = ["--ledger", ledger.path]
            _ = try await Binary.run(["add"] + Self.samples + place)
            let good = try await Binary.run(["verify"] + place)
            #expect(good.code == 0 && good.output.hasSuffix("all is as it was written\n"))
            let head = try #require(
                good.output.split(separator: "\n").first { $0.hasPrefix("head") }?.split(separator: " ").last)
            #expect(try await Binary.run(["verify", "--head", String(head)] + place).code == 0)
            let wrong = "2-" + String(repeating: "0", count: 64)
            #expect(try await Binary.run(["verify", "--head", wrong] + place).code == 65)
            #expect(try await Binary.run(["verify", "--head", "nothing"] + place).code == 64)

            let backup = scratch.folder.appendingPathComponent("b.db").path
            #expect(try await Binary.run(["backup", backup] + place).code == 0)
            var bytes = try Data(contentsOf: ledger)
            let words = try #require(bytes.range(of: Data("Sobol".utf8)))
            bytes[words.lowerBound] ^= 1
            try bytes.write(to: ledger)
            let bad = try await Binary.run(["verify"] + place)
            #expect(bad.code == 65 || bad.code == 2)
            #expect(try await Binary.run(["restore", backup] + place).code == 2)
            #expect(try await Binary.run(["restore", backup, "--replace"] + place).code == 0)
            #expect(try await Binary.run(["verify", "--head", String(head)] + place).code == 0)
        }
    }
}
