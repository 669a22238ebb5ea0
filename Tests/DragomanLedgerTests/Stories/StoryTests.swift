import DragomanPage
import DragomanText
import Foundation
import Testing

@testable import DragomanLedger

@Suite struct StoryTests {
    private func profile(_ text: String) -> StoryProfile {
        let bytes = Array(text.utf8)
        return StoryProfile(bytes, blocks: [Block(kind: .paragraph, range: 0..<bytes.count)])
    }

    /// Two developments told in much the same words: a plant opened in Kericho, another in Mutare.
    private var openings: [(id: String, text: String)] {
        [
            (
                "a1",
                "Tea machinery plant opens in Kericho. The president of Kenya cut the ribbon on Tuesday at a plant that builds dryers for tea, a venture of Lanka Dryers and the county. It cost 14 million dollars and employs 230."
            ),
            (
                "a2",
                "Kericho gets its dryer plant. Lanka Dryers and Kericho county opened the 14 million dollar works on Tuesday; 230 people build tea dryers there, and Kenya's president came to see them."
            ),
            (
                "a3",
                "President opens Lanka Dryers works. Kenya will build its own tea dryers: the plant in Kericho, paid for by Lanka Dryers and the county, began work with 230 people this week."
            ),
            (
                "b1",
                "Tobacco dryer plant opens in Mutare. The president of Zimbabwe cut the ribbon on Friday at a plant that builds dryers for tobacco, a venture of Sakubva Steel and a bank. It cost 9 million dollars and employs 120."
            ),
            (
                "b2",
                "Mutare opens a works for tobacco dryers. Sakubva Steel and its bank paid 9 million dollars for the plant, where 120 people build dryers; Zimbabwe's president opened it on Friday."
            ),
            (
                "c1",
                "Rail link to Lobito reopens after floods. Trains carry copper again from Kolwezi to the Angolan port, the operator said; two bridges had to be rebuilt."
            ),
        ]
    }

    private func stories(_ texts: [(id: String, text: String)], days: [String: Int] = [:]) throws -> [String: String] {
        var index = StoryIndex()
        for (id, text) in texts { index.add(id, profile(text), day: days[id]) }
        return try index.stories()
    }

    @Test func articlesOfOneDevelopmentAreOneStory() throws {
        let found = try stories(openings)
        #expect(found["a1"] == "a1" && found["a2"] == "a1" && found["a3"] == "a1")
        #expect(found["b1"] == "b1" && found["b2"] == "b1")
        #expect(found["c1"] == "c1")
    }

    @Test(arguments: 0..<12) func theOrderOfArrivalPlaysNoPart(seed: Int) throws {
        var random = Rewrites.Random(state: UInt64(seed))
        #expect(try stories(openings.shuffled(using: &random)) == stories(openings))
    }

    @Test func articlesFarApartInTimeAreNotLinked() throws {
        let days = ["a1": 19_000, "a2": 19_001, "a3": 19_400]
        let found = try stories(openings.filter { $0.id.hasPrefix("a") }, days: days)
        #expect(found["a2"] == "a1" && found["a3"] == "a3")
    }

    @Test func aProfileIsReadBackFromItsBytes() throws {
        let one = profile("Ünsal Çelik moved 12 of 300 dryers to Kericho, the ČSOB said; Ünsal Çelik moved on.")
        #expect(StoryProfile(bytes: one.bytes) == one)
        #expect(StoryProfile(bytes: [1, 2, 3]) == nil)
        #expect(StoryProfile(bytes: []) == profile(""))
    }

    @Test func endingsAreLeftOut() {
        func stem(_ word: String) -> String {
            String(decoding: StoryProfile.stem(Array(word.utf8)[...]), as: UTF8.self)
        }
        #expect(
            ["factories", "presses", "opening", "opened", "dryers", "gas", "mass"].map(stem)
                == ["factory", "press", "open", "open", "dryer", "gas", "mass"])
    }

    /// A field of more than `StoryField.most` articles falls apart by its stronger links, and stays a set function.
    @Test func aFieldThatIsTooLargeFallsApart() throws {
        struct Chain: StoryLinks {
            func neighbours(of node: String, from level: Float, limit: Int) -> [String] {
                guard let number = Int(node) else { return [] }
                // Every tenth link is weak.
                return [number - 1, number + 1].filter { other in
                    (0..<200).contains(other) && (level < 0.4 || max(number, other) % 10 != 0)
                }.map(String.init)
            }
        }
        #expect(try StoryField.around("37", in: Chain()).count == 10)
        #expect(try StoryField.around("37", in: Chain()) == StoryField.around("31", in: Chain()))
    }

    /// The development set beside the repository, where `DRAGOMAN_GOLD` names its folder: on what was learned from.
    @Test(.enabled(if: ProcessInfo.processInfo.environment["DRAGOMAN_GOLD"] != nil))
    func theDevelopmentSetIsGroupedAsLearned() throws {
        struct Row: Decodable {
            var id: String
            var cluster: String
            var text: String
        }
        let folder = ProcessInfo.processInfo.environment["DRAGOMAN_GOLD"] ?? ""
        let lines = try String(contentsOfFile: folder + "/stories/ecbplus_dev.jsonl", encoding: .utf8)
        let rows = try lines.split(separator: "\n").map { try JSONDecoder().decode(Row.self, from: Data($0.utf8)) }
        let found = try stories(rows.map { ($0.id, $0.text) })
        let score = BCubed.score(
            found, gold: Dictionary(rows.map { ($0.id, $0.cluster) }, uniquingKeysWith: { one, _ in one }))
        print("stories, on what was learned from: B-cubed \(score)")
        #expect(score >= 0.90)
    }
}
