import DragomanClaims
import DragomanLanguage
import DragomanNames
import DragomanText
import Foundation
import Testing

/// A pack of another trade, read by the same code: railways.
struct SecondPackTests {
    private static let packs = ["world", "railways"].map { "\(Workbench.root)/Packs/\($0)" }

    /// An article of our own.
    private static let article = """
        Georgian trains to come from Switzerland
        Stadler Rail will deliver 20 trains to Georgian Railway by 2027, Lasha Beridze, head of Georgian Railway, told Rustavi Wire.
        The Swiss company is building a depot in Georgia.
        Kazakhstan Temir Zholy bought 15 locomotives from Wabtec in 2022.
        Talgo suspended production in Russia.
        Talks on the supply of wagons to Kenya are continuing.
        """

    @Test func itReadsAnArticle() throws {
        let bench = try Workbench.shared.get()
        let knowledge = try KnowledgeBase(packs: Self.packs)
        let pack = try Pack(folders: Self.packs)
        let bytes = [UInt8](Self.article.utf8)
        let blocks = bytes.split(separator: 0x0A).map { $0.startIndex..<$0.endIndex }
        let named = NameRecognizer(knowledge).recognize(try bench.pipeline.analyze(text: bytes, blocks: blocks))
        let published = CoarseDate(year: 2024, month: 3, day: 5)
        let statements = SpeechReader(words: pack.speech).statements(in: named, published: published, outlet: nil)
        let claims = ClaimReader(pack: pack, knowledge: knowledge).claims(
            in: named, statements: statements, published: published, hasHeadline: true)
        let lines = claims.map(\.line)
        for expected in [
            "supply planned Stadler Rail > Georgian Railway [train] 20 trains on 2027 says Lasha Beridze, head, Georgian Railway"
                + " via Rustavi Wire",
            "production underway Stadler Rail @ Georgia",
            "supply done Wabtec > Kazakhstan Temir Zholy [locomotive] 15 locomotives on 2022",
            "production stalled Talgo @ Russia",
        ] {
            #expect(lines.contains(expected), "\(expected) is not among \(lines)")
        }
        #expect(lines.contains { $0.hasPrefix("supply talks") && $0.contains("@ Kenya [wagon]") })
    }

    @Test func everyRuleHasAnExampleAndACounterexample() throws {
        let pack = try Pack(folders: Self.packs)
        #expect(pack.ruleCount >= 20)
        #expect(pack.remarks().isEmpty)
        #expect(pack.exampleCount >= 2 * pack.ruleCount)
    }
}
