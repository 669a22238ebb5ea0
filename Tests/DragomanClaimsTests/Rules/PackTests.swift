import DragomanClaims
import DragomanText
import Foundation
import Testing

/// The bundled packs hold what their examples say, and a pack with a mistake says where it is.
struct PackTests {
    @Test func everyExampleOfTheBundledPacksHolds() throws {
        let bench = try Workbench.shared.get()
        let failures = try bench.reader.failedExamples { try $0.map(bench.named) }
        #expect(failures.map(\.message) == [])
        #expect(bench.pack.ruleCount > 100)
    }

    @Test func everyRuleOfTheBundledPacksHasAnExampleAndACounterexample() throws {
        let pack = try Workbench.shared.get().pack
        #expect(pack.remarks().map(\.message) == [])
        #expect(pack.exampleCount >= 2 * pack.ruleCount)
    }

    @Test func anExampleThatAnotherRuleFindsFails() throws {
        let bench = try Workbench.shared.get()
        let example = "    example: Tata will send cars to Peru.\n             actor Tata; place Peru\n"
        let rules =
            "claim supply\n  <actor> {send} <goods> to <place>\n" + example + "  <actor> {send} <goods>\n" + example
        let reader = ClaimReader(pack: try Self.pack(rules: rules), knowledge: bench.knowledge)
        let failures = try reader.failedExamples { try $0.map(bench.named) }
        #expect(failures.count == 1)
        #expect(failures.first?.message.contains("trade.rules:6:5: the example is found by") ?? false)
    }

    @Test(arguments: [
        ("claim suply\n", "C111", ":1:7: there is no kind \"suply\"", "supply"),
        ("claim supply\n  <actr> {send} <goods>\n", "C116", ":2:3: there is no role \"actr\"", "actor"),
        ("claim supply\n  <actor> {send <goods>\n", "C115", ":2:11: expected one closed", ""),
        ("claim supply\n  <actor> {send} <:gods>\n", "C116", ":2:18: there is no word class \"gods\"", "goods"),
        ("claim supply\n  <actor> {send} <goods>\n    past: dun\n", "C114", ":3:5: expected `done`", ""),
        ("claim supply\n  <actor> {send} <goods>\n    exmple: x\n", "C112", ":3:5: there is no property", "example"),
        ("  <actor> {send} <goods>\n", "C110", ":1:3: a rule must stand below", ""),
        ("claim supply\n  <actor> <goods>\n", "C115", ":2:3: a rule needs a predicate", ""),
    ])
    func aMistakeIsNamedWithItsPlace(_ text: String, _ code: String, _ message: String, _ advice: String) throws {
        let error = try #require(throws: DragomanError.self) { _ = try Self.pack(rules: text) }
        #expect(error.code == code)
        #expect(error.message.contains("trade.rules" + message))
        #expect(error.advice?.contains(advice) ?? false || advice.isEmpty)
        #expect(error.kind == .badInput)
    }

    @Test func aFailedExampleSaysWhatWasFound() throws {
        let bench = try Workbench.shared.get()
        let rules =
            "claim supply\n  <actor> {send} <goods> to <place>\n    example: Tata will send cars to Peru.\n"
            + "             actor Tata; place Chile\n"
        let pack = try Self.pack(rules: rules)
        let reader = ClaimReader(pack: pack, knowledge: bench.knowledge)
        let failures = try reader.failedExamples { try $0.map(bench.named) }
        #expect(failures.map(\.code) == ["C130"])
        #expect(failures.first?.message.contains("trade.rules:3:5: place is Peru, not Chile") ?? false)
    }

    @Test func aFolderThatIsNotThereIsAnError() {
        #expect(throws: DragomanError.self) { _ = try Pack(folders: ["/nowhere/pack"]) }
    }

    /// A pack of one rule file and two word classes, loaded from a folder that is gone again afterwards.
    private static func pack(rules: String) throws -> Pack {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("pack-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        for part in ["words", "rules"] {
            try FileManager.default.createDirectory(
                at: folder.appendingPathComponent(part), withIntermediateDirectories: true)
        }
        try Data("goods.car: car\nparty: firm\n".utf8).write(to: folder.appendingPathComponent("words/trade.words"))
        try Data(rules.utf8).write(to: folder.appendingPathComponent("rules/trade.rules"))
        return try Pack(folders: [folder.path])
    }
}
