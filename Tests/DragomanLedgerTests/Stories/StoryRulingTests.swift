import DragomanCapture
import DragomanPage
import DragomanText
import Foundation
import Testing

@testable import DragomanLedger

/// What people judge of stories is laid over what is found, and lifted again when it is undone.
struct StoryRulingTests {
    private let folder: TemporaryFolder
    private let ledger: Ledger
    private static let time = Date(timeIntervalSince1970: 1_700_000_100)

    /// Two developments of two articles, and one of its own.
    private static let articles: [(outlet: String, text: String)] = [
        (
            "Kericho Post",
            "The president of Kenya cut the ribbon on Tuesday at a plant in Kericho that builds dryers for tea, a venture of Lanka Dryers and Kericho county. It cost 14 million dollars and employs 230."
        ),
        (
            "Tea Weekly",
            "Lanka Dryers and Kericho county opened the 14 million dollar works on Tuesday; 230 people build tea dryers at the plant in Kericho, and Kenya's president came to see them."
        ),
        (
            "Mutare Herald",
            "The bank of Sakubva Steel paid 9 million dollars for the tobacco works in Mutare, where 120 people press leaf into bales; Zimbabwe's president opened it on Friday."
        ),
        (
            "Leaf Journal",
            "Mutare opened its tobacco works on Friday: Sakubva Steel and its bank paid 9 million dollars, and 120 people press leaf into bales there, Zimbabwe's president said."
        ),
        (
            "Rail Notes",
            "Trains carry copper again from Kolwezi to the Angolan port of Lobito, the operator said; two bridges had to be rebuilt after the floods."
        ),
    ]

    init() throws {
        folder = try TemporaryFolder()
        ledger = try Ledger(path: folder("l.db"), access: .writing)
        for article in Self.articles { try add(article, to: ledger) }
    }

    private func add(_ article: (outlet: String, text: String), to ledger: Ledger) throws {
        try Report(article.outlet, "2024-05-16", [(article.text, nil)]).add(to: ledger)
    }

    /// The stories as sets of outlets, in order.
    private func stories(_ ledger: Ledger) throws -> [[String]] {
        try ledger.stories().map { $0.articles.compactMap(\.outlet).sorted() }.sorted { $0[0] < $1[0] }
    }

    private func ids(_ outlets: [String]) throws -> [String] {
        let articles = try ledger.articles()
        return try outlets.map { outlet in try #require(articles.first { $0.outlet == outlet }?.id) }.sorted()
    }

    @discardableResult
    private func judge(_ act: Judgment.Act, _ sides: [[String]], in other: Ledger? = nil) throws -> JudgmentResult {
        let subject = JudgedSubject(.story, try sides.map { .init(names: try ids($0)) })
        return try (other ?? ledger).judge(JudgmentRequest(act, subject, who: "Mira"), at: Self.time)
    }

    private func undo(_ number: Int) throws {
        let subject = JudgedSubject(.judgment, [.init(names: ["\(number)"])])
        _ = try ledger.judge(JudgmentRequest(.undo, subject, who: "Mira"), at: Self.time)
    }

    private static let found = [
        ["Kericho Post", "Tea Weekly"], ["Leaf Journal", "Mutare Herald"], ["Rail Notes"],
    ]

    @Test func `without judgments stories are as they are found`() throws { #expect(try stories(ledger) == Self.found) }

    @Test func `a merge makes stories one until it is undone`() throws {
        try judge(.merge, [["Kericho Post", "Tea Weekly"], ["Rail Notes"]])
        #expect(
            try stories(ledger) == [["Kericho Post", "Rail Notes", "Tea Weekly"], ["Leaf Journal", "Mutare Herald"]])
        let rail = try #require(try ids(["Rail Notes"]).first)
        #expect(try ledger.story(ofArticle: rail)?.articles.count == 3)
        try undo(1)
        #expect(try stories(ledger) == Self.found)
        try undo(2)
        #expect(try stories(ledger).count == 2)
    }

    @Test func `a split makes articles a story of their own, and later ones join the side they are like`() throws {
        try judge(.split, [["Tea Weekly"], ["Kericho Post"]])
        #expect(try stories(ledger).map(\.count) == [1, 2, 1, 1])
        let late =
            "Kericho county and Lanka Dryers will enlarge the tea dryer works they opened on Tuesday for 14 million dollars; the president of Kenya came to see the 230 people at the plant."
        try Report("Late Paper", "2024-05-17", [(late, nil)]).add(to: ledger)
        let tea = try #require(try ids(["Tea Weekly"]).first)
        #expect(try ledger.story(ofArticle: tea)?.articles.compactMap(\.outlet) == ["Tea Weekly", "Late Paper"])
        try undo(1)
        #expect(try stories(ledger)[0] == ["Kericho Post", "Late Paper", "Tea Weekly"])
    }

    @Test func `of a merge and a split of the same articles the later one holds`() throws {
        try judge(.merge, [["Leaf Journal", "Mutare Herald"], ["Rail Notes"]])
        #expect(try judge(.split, [["Rail Notes"], ["Leaf Journal", "Mutare Herald"]]).contradicts == [1])
        #expect(try stories(ledger) == Self.found)
        #expect(try judge(.merge, [["Leaf Journal"], ["Rail Notes"]]).contradicts == [2])
        #expect(try stories(ledger).count == 2)
    }

    @Test func `the order of adding and judging does not show`() throws {
        try judge(.split, [["Tea Weekly"], ["Kericho Post"]])
        try judge(.merge, [["Tea Weekly"], ["Leaf Journal", "Mutare Herald"]])
        let other = try Ledger(path: folder("other.db"), access: .writing)
        for article in Self.articles.reversed() { try add(article, to: other) }
        try judge(.split, [["Tea Weekly"], ["Kericho Post"]], in: other)
        try judge(.merge, [["Tea Weekly"], ["Leaf Journal", "Mutare Herald"]], in: other)
        #expect(try stories(other) == stories(ledger))
        #expect(try other.digest() == ledger.digest())
        #expect(try ledger.verify().faults == [])
    }

    @Test func `stories are merged and split, and nothing else`() throws {
        let error = #expect(throws: DragomanError.self) { try judge(.confirm, [["Rail Notes"]]) }
        #expect(error?.code == "D027")
        let none = JudgedSubject(.story, [.init(names: ["000000000000"]), .init(names: try ids(["Rail Notes"]))])
        let result = try ledger.judge(JudgmentRequest(.merge, none, who: "Mira"), at: Self.time)
        #expect(!result.judgment.hasSubject)
        #expect(try stories(ledger) == Self.found)
    }
}
