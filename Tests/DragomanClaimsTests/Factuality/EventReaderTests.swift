import DragomanClaims
import DragomanLanguage
import DragomanNames
import DragomanText
import Testing

/// What the words around a predicate say of it.
struct EventReaderTests {
    private static let day = CoarseDate(year: 2023, month: 5, day: 16)

    private static func events(_ text: String) throws -> [String: String] {
        let bench = try Workbench.shared.get()
        let named = try bench.named(text)
        var found: [String: String] = [:]
        for event in EventReader(pack: bench.pack).events(in: named) {
            let f = event.factuality
            found[named.analysis.word(event.token)] =
                "\(f.certainty.rawValue) \(f.polarity.rawValue) \(f.time.rawValue)"
        }
        return found
    }

    @Test(arguments: [
        ("The firm opened a plant in Minsk.", "opened", "CERTAIN POS NON_FUTURE"),
        ("The firm will open a plant in Minsk.", "open", "CERTAIN POS FUTURE"),
        ("The firm may open a plant in Minsk.", "open", "POSSIBLE POS FUTURE"),
        ("The firm is expected to open a plant in Minsk.", "open", "PROBABLE POS FUTURE"),
        ("The firm wants to open a plant in Minsk.", "open", "UNDERSPECIFIED POS FUTURE"),
        ("The firm did not open the plant.", "open", "CERTAIN NEG NON_FUTURE"),
        ("The firm will not open the plant.", "open", "CERTAIN NEG FUTURE"),
        ("The firm began to sell cars in Minsk.", "sell", "CERTAIN POS NON_FUTURE"),
        ("The firm stopped selling cars in Minsk.", "selling", "CERTAIN NEG NON_FUTURE"),
        ("The bus can carry 80 passengers.", "carry", "POSSIBLE POS UNDERSPECIFIED"),
        ("If the firm opens a plant, the town will pay for the road.", "opens", "UNDERSPECIFIED POS FUTURE"),
        ("The firm will pay when the plant opens.", "opens", "CERTAIN POS FUTURE"),
        ("Shares fell on fears of a recession.", "fell", "CERTAIN POS NON_FUTURE"),
        ("The firm cancelled the delivery.", "delivery", "CERTAIN NEG NON_FUTURE"),
        ("The firm will hold negotiations with the ministry.", "negotiations", "CERTAIN POS FUTURE"),
    ])
    func factuality(text: String, word: String, expected: String) throws {
        #expect(try Self.events(text)[word] == expected)
    }

    @Test(arguments: [
        ("The plant will open on Friday.", "2023-05-19"), ("The plant opened on Friday.", "2023-05-12"),
        ("The market is closed until Friday.", "2023-05-19"), ("The plant will open in March.", "2024-03"),
        ("The plant opened in March.", "2023-03"),
    ])
    func datesFollowTheVerb(text: String, expected: String) throws {
        let bench = try Workbench.shared.get()
        let times = EventReader(pack: bench.pack).times(in: try bench.named(text), published: Self.day)
        #expect(times.map(\.value) == [expected])
    }

    @Test func aChainOfInfinitivesIsReadWithoutRecursion() throws {
        let text = String(repeating: "to begin ", count: 2000) + "to sell."
        #expect(try !Self.events(text).isEmpty)
    }

    @Test(arguments: [
        ("Saipa may build a plant in Cuba.", "POSSIBLE POS FUTURE"),
        ("Saipa will build a plant in Cuba.", "CERTAIN POS FUTURE"),
        ("Saipa opened a plant in Cuba.", "CERTAIN POS NON_FUTURE"),
        ("Saipa is expected to build a plant in Cuba.", "PROBABLE POS FUTURE"),
        ("Saipa is considering a plant in Cuba.", "POSSIBLE POS FUTURE"),
    ])
    func claimsKeepIt(text: String, expected: String) throws {
        #expect(try Workbench.shared.get().claims(text).map(\.factuality.line) == [expected])
    }

    @Test func itIsReadBackFromItsLine() {
        for certainty in Certainty.allCases {
            let factuality = Factuality(certainty: certainty, polarity: .negative, time: .underspecified)
            #expect(Factuality(line: factuality.line) == factuality)
        }
        #expect(Factuality(line: "CERTAIN POS") == nil && Factuality(line: "SURE POS FUTURE") == nil)
    }
}
