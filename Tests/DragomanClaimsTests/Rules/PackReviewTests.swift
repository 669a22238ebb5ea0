import DragomanText
import Foundation
import Testing

@testable import DragomanClaims

/// What `Pack.remarks` says of rules that can do nothing.
struct PackReviewTests {
    private static let words = "maker: firm, maker\nunmade: \nfacility: plant, mill\n"

    /// The remarks on a rule file, as "CODE LINE:COLUMN".
    private static func remarks(_ rules: String, words: String = words) throws -> [String] {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("review-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        for (path, text) in [("words/trade.words", words), ("rules/made.rules", rules)] {
            let file = folder.appendingPathComponent(path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try text.write(to: file, atomically: true, encoding: .utf8)
        }
        return try Pack(folders: [folder.path]).remarks().map { error in
            "\(error.code) \(error.message.split(separator: ":").dropFirst().prefix(2).joined(separator: ":"))"
        }
    }

    private static func rule(_ line: String, _ properties: String = "") -> String {
        "  \(line)\n\(properties)    example: A.\n             stage planned\n    not: B.\n"
    }

    @Test func aPackThatIsInOrderHasNone() throws {
        let rules =
            "claim supply\n" + Self.rule("<actor> {ship} <goods> to <place|counterpart>")
            + Self.rule("<actor:facility> {send} <goods>")
        #expect(try Self.remarks(rules) == [])
    }

    @Test func aRuleWithoutAnExample() throws {
        #expect(try Self.remarks("claim supply\n  <actor> {ship} <goods>\n    not: A.\n") == ["C131 2:3"])
    }

    @Test func aRuleWithoutACounterexample() throws {
        let rules = "claim continued\n  <goods> {follow}\n    example: A.\n             stage done\n"
        #expect(try Self.remarks(rules) == ["C136 2:3"])
    }

    @Test func aWordClassThatHoldsNoWord() throws {
        let rules = "claim supply\n" + Self.rule("<actor> {ship} <goods> to <place:unmade>")
        #expect(try Self.remarks(rules) == ["C132 2:29"])
    }

    @Test(arguments: [
        ("<actor> {ship} <goods> to <counterpart|actor>", "2:29"),
        ("<actor|place:country> {ship} <goods>", "2:3"),
    ])
    func aRoleThatAnEarlierAlternativeTakes(line: String, place: String) throws {
        #expect(try Self.remarks("claim supply\n" + Self.rule(line)) == ["C133 \(place)"])
    }

    @Test(arguments: [
        // The same again, fewer verbs, fewer phrases, a need of its own.
        ("<actor> {ship} <goods> to <place>", ""), ("<actor> {send} <goods>", ""),
        ("<actor> {ship} <goods> to <place>!", ""), ("<actor> {ship} <goods>", "    needs: quantity\n"),
    ])
    func aRuleThatAnEarlierOneShadows(line: String, properties: String) throws {
        let rules =
            "claim supply\n" + Self.rule("<actor> {ship|send} <goods> to <place>") + Self.rule(line, properties)
        #expect(try Self.remarks(rules) == ["C134 6:3"])
    }

    @Test(arguments: [
        "<actor> {carry} <goods> to <place>", "<actor> {ship} <goods> from <place>", "<actor> {ship} <goods>?",
        "<actor> {ship} <goods> to <place|counterpart>",
    ])
    func aRuleThatMatchesMoreIsNotShadowed(line: String) throws {
        let rules = "claim supply\n" + Self.rule("<actor> {ship} <goods> to <place>") + Self.rule(line)
        #expect(try Self.remarks(rules) == [])
    }

    @Test func aRuleOfAnotherKindIsNotShadowed() throws {
        let rules =
            "claim supply\n" + Self.rule("<actor> {ship} <goods>") + "claim production\n"
            + Self.rule("<actor> {ship} <goods>")
        #expect(try Self.remarks(rules) == [])
    }

    @Test func aPredicateThatNoWordsCanBe() throws {
        #expect(try Self.remarks("claim supply\n" + Self.rule("<actor> {Ship} <goods>")) == ["C135 2:3"])
    }
}
