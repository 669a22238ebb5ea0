import DragomanClaims
import DragomanPage
import DragomanText
import Testing

@testable import DragomanBrief

/// A summary is sentences of the article, the ones that say most.
struct SummaryTests {
    @Test(arguments: [1, 3, 5, 50])
    func `every sentence stands in the text byte for byte, in its order`(count: Int) throws {
        let made = try Story.agency()
        let summary = made.summary(count)
        #expect(summary.count == min(count, 7))
        for sentence in summary {
            #expect(made.article.text.string(sentence.range) == sentence.text)
            #expect(made.sentences.contains(sentence.range))
        }
        #expect(summary.map(\.range.lowerBound) == summary.map(\.range.lowerBound).sorted())
    }

    @Test func `it covers the undertakings before it repeats one`() throws {
        let texts = try Story.agency().summary(3).map(\.text)
        #expect(texts.count == 3)
        #expect(texts[0].hasPrefix("The Sobol NN van"))
        #expect(texts[1].hasPrefix("GAZ signed a contract"))
        #expect(texts[2].hasPrefix("A portion of the vans"))
    }

    @Test func `the headline is never in it`() throws {
        let made = try Story.agency()
        let title = try #require(made.article.title)
        #expect(!made.summary(50).map(\.text).contains(title))
    }

    @Test func `the same input gives the same summary`() throws {
        #expect(try Story.agency().summary(3) == Story.agency().summary(3))
    }

    @Test func `without claims it is the beginning`() {
        let made = MadeArticle(
            "Title",
            [
                ["The plant in Minsk was quiet.", "Only one shift had come to work."],
                ["The third sentence came later on."],
            ])
        #expect(made.summary(2).map(\.text) == ["The plant in Minsk was quiet.", "Only one shift had come to work."])
    }

    @Test(arguments: ["He", "They", "“We", "This", "Его"])
    func `it does not open with a word that leans on what came before`(word: String) throws {
        // The Russian word shows that only known words are barred.
        var made = MadeArticle(
            "Title",
            [
                ["Maxim spoke at length about the weather in May."],
                ["\(word) signed a contract with Iran for 500 trucks in May."],
            ])
        try made.add("signed a contract with Iran", .made(.supply, .signed, ["KAMAZ"], to: ["Iran"]))
        let opening = try #require(made.summary(1).first?.text)
        #expect(opening.hasPrefix(word) == (word == "Его"))
        #expect(made.summary(2).count == 2)
    }

    @Test func `a given name stands for the pronoun, in brackets, and the range stays exact`() throws {
        var made = MadeArticle(
            "Title", [["Maxim Sokolov spoke."], ["He confirmed that AvtoVAZ had shipped 500 cars to Iran."]])
        try made.add("AvtoVAZ had shipped 500 cars to Iran", .made(.supply, .done, ["AvtoVAZ"], in: ["Iran"]))
        let pronoun = try made.range(of: "He ").lowerBound
        let summary = made.summary(1, antecedents: [Antecedent(range: pronoun..<pronoun + 2, name: "Sokolov")])
        #expect(summary.map(\.shown) == ["[Sokolov] confirmed that AvtoVAZ had shipped 500 cars to Iran."])
        #expect(summary.map(\.text) == ["He confirmed that AvtoVAZ had shipped 500 cars to Iran."])
    }

    @Test func `where every sentence leans there is still a summary`() {
        let made = MadeArticle("Title", [["It is late."], ["They know that."]])
        #expect(made.summary(1).count == 1)
    }

    @Test func `a place and date before the first sentence do not take its rank`() throws {
        let claim = Claim.made(.supply, .planned, ["GAZ"], in: ["Cuba"])
        // Worth more than the first, but for its place.
        var fuller = claim
        (fuller.quantity, fuller.share) = (Quantity(n: 50, unit: "vehicles"), "a half")
        var made = MadeArticle(
            "Title",
            [
                ["HAVANA, June 7 (MPA) -", "GAZ plans to ship vans to Cuba in May."],
                ["GAZ plans to ship buses to Cuba in June."],
            ])
        try made.add("GAZ plans to ship vans to Cuba", claim)
        try made.add("GAZ plans to ship buses to Cuba", fuller)
        #expect(made.summary(1).map(\.text) == ["GAZ plans to ship vans to Cuba in May."])
    }

    @Test func `a question is passed over`() throws {
        var made = MadeArticle(
            "Title", [["Will GAZ sell vans to Cuba in May?", "The weather in Havana was fine that day."]])
        try made.add("Will GAZ sell vans to Cuba in May?", .made(.supply, .considered, ["GAZ"], in: ["Cuba"]))
        #expect(made.summary(1).map(\.text) == ["The weather in Havana was fine that day."])
    }

    @Test func `none is asked for, none is given`() throws {
        #expect(try Story.agency().summary(0).isEmpty)
        #expect(MadeArticle("Title", []).summary(3).isEmpty)
    }

    @Test func `ranges outside the text are passed over`() throws {
        var made = try Story.agency()
        made.sentences += [5_000..<5_010]
        #expect(made.summary(50).count == 7)
    }
}
