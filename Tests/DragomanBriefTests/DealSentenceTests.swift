import DragomanClaims
import DragomanText
import Testing

@testable import DragomanBrief

/// The sentence that states a deal is English whatever the kind and the stage.
struct DealSentenceTests {
    @Test func `the supply of an article`() {
        let sentence = DealSentence(
            kind: .supply, stage: .signed, actors: ["Saipa"], counterparts: ["Belarusian firm"], places: ["Belarus"],
            goods: [Goods(type: "car", name: "Shahin"), Goods(type: "car", name: "Quick")],
            quantity: Quantity(n: 45_000, unit: "vehicles", mod: .about))
        #expect(
            sentence.text
                == "Saipa signed an agreement with a Belarusian firm to supply about 45,000 Shahin and Quick cars to Belarus."
        )
    }

    @Test(arguments: Stage.allCases)
    func `a sentence for every kind, with all slots and with none`(stage: Stage) throws {
        var page = ""
        for kind in ClaimKind.allCases {
            var full = DealSentence(kind: kind, stage: stage, actors: ["Renault"], counterparts: ["AvtoVAZ"])
            full.places = ["Russia"]
            full.goods = [Goods(type: "car", name: "Logan")]
            full.quantity = Quantity(n: 30, unit: kind == .barrier ? "percent" : "vehicles")
            full.money = Money(amount: 1_500_000_000, currency: "EUR")
            page += full.text + "\n"
            page += DealSentence(kind: kind, stage: stage, actors: ["importers", "the United States"]).text + "\n"
            page += DealSentence(kind: kind, stage: stage, actors: []).text + "\n"
        }
        try Snapshot.check(page, "sentences-\(stage.rawValue).txt")
    }

    @Test(arguments: [
        (
            DealSentence(kind: .investment, stage: .done, actors: ["Aramco"], counterparts: ["Horse"], share: "10%"),
            "Aramco has taken a 10% stake in Horse."
        ),
        (
            DealSentence(
                kind: .supply, stage: .done, actors: ["Netherlands"], places: ["United States"],
                date: CoarseDate(year: 2024, month: 4)),
            "The Netherlands supplied goods to the United States in April 2024."
        ),
        (
            DealSentence(
                kind: .production, stage: .planned, actors: ["e.GO"], places: ["Skopje"],
                quantity: Quantity(n: 30_000, unit: "vehicles", per: .year, mod: .max),
                date: CoarseDate(year: 2026, half: 1)),
            "e.GO plans to make up to 30,000 vehicles a year in Skopje in the first half of 2026."
        ),
        (
            DealSentence(
                kind: .production, stage: .planned, actors: ["BYD"], places: ["Manisa"],
                quantity: Quantity(n: 5_000, unit: "people")),
            "BYD plans to make vehicles in Manisa."
        ),
        (
            DealSentence(kind: .supply, stage: .talks, actors: ["AvtoVAZ"], counterparts: ["Iran"], places: ["Iran"]),
            "AvtoVAZ is in talks with Iran on supplying goods to Iran."
        ),
        (
            DealSentence(
                kind: .barrier, stage: .done, actors: ["Brazil"], goods: [Goods(type: "car")],
                quantity: Quantity(n: 18, unit: "percent")),
            "Brazil has imposed an 18% duty on cars."
        ),
        (
            DealSentence(kind: .cooperation, stage: .talks, actors: ["government of Hungary"], counterparts: ["city"]),
            "The government of Hungary is in talks with the city on cooperation."
        ),
        (
            DealSentence(kind: .barrier, stage: .denied, actors: ["Georgia’s economy ministry"]),
            "It is denied that Georgia’s economy ministry would impose restrictions on trade."
        ),
        (
            DealSentence(kind: .production, stage: .underway, actors: ["VinFast"], places: ["Subang", "Indonesia"]),
            "VinFast is making vehicles in Subang, Indonesia."
        ),
        (
            DealSentence(
                kind: .barrier, stage: .ended, actors: ["Turkey"], counterparts: ["Thailand"],
                goods: [Goods(type: "tyre")]),
            "Turkey has lifted restrictions on Thailand’s tyres."
        ),
    ])
    func `what the slots ask for`(sentence: DealSentence, expected: String) {
        #expect(sentence.text == expected)
    }

    @Test(arguments: [
        (45_000.0, "45,000"), (7.5, "7.5"), (1_500_000, "1.5 million"), (7_340_000_000, "7.34 billion"), (0.05, "0.05"),
        (999_999, "999,999"), (1e30, "1e+30"), (0, "0"),
    ])
    func `numbers as people write them`(number: Double, expected: String) {
        #expect(Phrases.number(number) == expected)
    }
}
