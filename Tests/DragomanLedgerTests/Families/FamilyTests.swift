import DragomanPage
import DragomanText
import Testing

@testable import DragomanLedger

@Suite struct FamilyTests {
    private func text(_ id: String, _ article: Article) -> FamilyText {
        FamilyText(
            id: id, text: article.text, blocks: article.blocks, outlet: article.outlet, wire: article.wire)
    }

    @Test func copiesOfTheSamplesAreOneFamilyAndTheRewritingIsNone() throws {
        var index = FamilyIndex()
        for (name, article) in try Rewrites.samples() { index.add(text(name, article)) }
        #expect(Set(index.families.values).count == index.families.count - 2)
        #expect(index.families["sobol-2-reprint.txt"] == "sobol-1-agency.txt")
        #expect(index.families["sobol-3-unsigned.txt"] == "sobol-1-agency.txt")
        #expect(index.families["sobol-4-rewrite.txt"] == "sobol-4-rewrite.txt")
    }

    @Test func aThousandRewritesFindTheirFamilyInWhateverOrder() throws {
        let samples = try Rewrites.samples()
        var texts: [FamilyText] = []
        var gold: [String: String] = [:]
        for (name, article) in samples {
            texts.append(text(name, article))
            gold[name] = name.hasPrefix("sobol") && !name.contains("4") ? "sobol" : name
        }
        for seed in 0..<1000 {
            let (name, article) = samples[seed % samples.count]
            let id = "rewrite \(seed)"
            texts.append(text(id, try Rewrites.rewrite(article, seed: UInt64(seed))))
            gold[id] = gold[name]
        }
        var scores: [[String: String]] = []
        for order in 0..<2 {
            var random = Rewrites.Random(state: UInt64(order))
            var index = FamilyIndex()
            for text in order == 0 ? texts : texts.shuffled(using: &random) { index.add(text) }
            scores.append(index.families)
        }
        let score = BCubed.score(scores[0], gold: gold)
        #expect(score >= 0.99, "B-cubed \(score)")
        #expect(scores[0] == scores[1])
    }

    @Test func aSharedClosingParagraphMakesNoFamily() {
        let closing = """
            About the Orlan Works: the Orlan Works of Tver build loaders, graders and rollers for mines and quarries in \
            nineteen countries and belong since 2011 to the Volga Holding, whose shares are listed in Moscow.
            """
        let one = """
            The Orlan Works have opened a warehouse of spare parts in Windhoek from which mines in the north are to be \
            supplied within a day; twelve people work there, and a second one may follow in Lubumbashi next year.
            """
        let two = """
            A new chief engineer takes over at the Orlan Works in March. Vera Lunina comes from a maker of pumps and \
            wants to halve the time that a grader spends in the test hall, she told the staff on Friday.
            """
        func shingles(_ text: String) -> Shingles {
            let bytes = Array(text.utf8)
            return Shingles(bytes, blocks: [Block(kind: .paragraph, range: 0..<bytes.count)])
        }
        #expect(shingles(one + " " + closing).share(in: shingles(two + " " + closing)) > 0.3)
        let isCopy = shingles(one + " " + closing).isCopy(of: shingles(two + " " + closing))
        #expect(!isCopy)
        #expect(shingles(one + " " + closing).isCopy(of: shingles(one)))
    }

    @Test func tenWordsInARowShareAKey() {
        func keys(_ text: String) -> Set<UInt64> {
            let bytes = Array(text.utf8)
            return Set(Shingles(bytes, blocks: [Block(kind: .paragraph, range: 0..<bytes.count)]).keys)
        }
        let shared = "eight graders left the port for a quarry near Windhoek"
        let one = keys("Last week it was reported that \(shared), which the buyer had waited for since spring came.")
        let two = keys("\(shared.uppercased())! Nobody knew why it took the carrier half a year to bring them there.")
        #expect(!one.isDisjoint(with: two))
    }
}
