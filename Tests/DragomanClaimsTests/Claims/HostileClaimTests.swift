import DragomanClaims
import Testing

/// Text made to break a reader: no claim need come of it, and it must come to an end.
struct HostileClaimTests {
    @Test(arguments: [
        String(repeating: "the supply of ", count: 3_000),
        String(repeating: "Saipa said that ", count: 2_000) + "it exports cars to Cuba",
        String(repeating: "\"", count: 5_000),
        String(repeating: "\"We will supply trucks to Cuba,\" ", count: 1_000),
        String(repeating: "Saipa sold 500 trucks to Cuba and ", count: 800),
        String(repeating: "(Saipa [Cuba ( ", count: 2_000),
        String(repeating: "according to Saipa ", count: 1_500),
        String(repeating: "Завод Saipa تولید 工厂 supplies trucks ", count: 600),
        String(repeating: "(", count: 2_000) + String(repeating: ")", count: 2_000),
        String(repeating: "cars in Russia in Iran in ", count: 1_500),
        String(repeating: "Iran and Russia and ", count: 2_000) + "Cuba will export cars",
        "مصنع سيارات في إيران " + String(repeating: "و ", count: 2_000),
        "\u{202E}exports cars\u{202C} to \u{0}Cuba",
    ])
    func endsWithoutHarm(_ text: String) throws {
        let bytes = text.utf8.count
        for claim in try Workbench.shared.get().claims(text) {
            #expect(claim.evidence.lowerBound >= 0 && claim.evidence.upperBound <= bytes)
        }
    }
}
