import Testing

@testable import DragomanArguments

@Suite struct SuggestionTests {
    @Test(arguments: [
        ("", "", 0), ("read", "read", 0), ("", "abc", 3), ("raed", "read", 1), ("clams", "claims", 1),
        ("kitten", "sitting", 3),
    ])
    func countsEdits(a: String, b: String, count: Int) {
        #expect(Suggestion.edits(Array(a.utf8), Array(b.utf8)) == count)
        #expect(Suggestion.edits(Array(b.utf8), Array(a.utf8)) == count)
    }

    @Test(arguments: [
        ("claim", "claims"), ("Claims", "claims"), ("anlyze", "analyze"), ("comp", "completions"),
        ("artciles", "articles"),
    ])
    func findsTheNearestWord(typed: String, meant: String) {
        let known = ["read", "claims", "analyze", "add", "articles", "completions"]
        #expect(Suggestion.nearest(to: typed, in: known) == meant)
    }

    @Test(arguments: ["", "x", "zebra", "a", String(repeating: "claims", count: 20)])
    func staysSilentWhereNothingIsNear(typed: String) {
        #expect(Suggestion.nearest(to: typed, in: ["read", "claims", "analyze", "articles"]) == nil)
    }
}
