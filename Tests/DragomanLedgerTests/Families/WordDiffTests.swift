import DragomanText
import Testing

@testable import DragomanLedger

@Suite struct WordDiffTests {
    /// The changes as `=kept` and `-before+after`.
    private func diff(_ one: String, _ two: String) -> (text: [String], diff: WordDiff) {
        let (left, right) = (Array(one.utf8), Array(two.utf8))
        let diff = WordDiff(from: left, in: [0..<left.count], to: right, in: [0..<right.count])
        return (
            diff.changes.map {
                $0.isKept ? "=" + left.string($0.before) : "-" + left.string($0.before) + "+" + right.string($0.after)
            }, diff
        )
    }

    @Test func aReplacedWordIsOneChange() {
        let (text, diff) = diff(
            "The van is undergoing certification in Vietnam.", "The van has certification in Vietnam, he said.")
        #expect(text == ["=The van", "-is undergoing+has", "=certification in Vietnam", "-+he said"])
        #expect(diff.kept == 5 && diff.removed == 2 && diff.inserted == 3)
    }

    @Test func caseAndPunctuationAreNoChange() {
        #expect(diff("“Yes,” he said", "YES he said!").text == ["=Yes,” he said"])
    }

    @Test func emptyTextsAreOneChangeOrNone() {
        #expect(diff("", "").text.isEmpty)
        #expect(diff("", "all new").text == ["-+all new"])
        #expect(diff("all gone", "").text == ["-all gone+"])
    }

    @Test func bothTextsAreGivenBackWhole() {
        var random = Rewrites.Random(state: 5)
        for _ in 0..<60 {
            let words = (0..<80).map { "w\($0 % 23)" }
            var other = words
            for _ in 0..<12 {
                switch Int.random(in: 0...2, using: &random) {
                case 0: other.remove(at: Int.random(in: 0..<other.count, using: &random))
                case 1: other.insert("new", at: Int.random(in: 0...other.count, using: &random))
                default: other.swapAt(Int.random(in: 0..<other.count, using: &random), 0)
                }
            }
            let (one, two) = (Array(words.joined(separator: " ").utf8), Array(other.joined(separator: " ").utf8))
            let diff = WordDiff(from: one, in: [0..<one.count], to: two, in: [0..<two.count])
            let parts = diff.changes
            #expect(
                parts.map { one.string($0.before) }.filter { !$0.isEmpty }.joined(separator: " ")
                    == one.string(0..<one.count))
            #expect(
                parts.map { two.string($0.after) }.filter { !$0.isEmpty }.joined(separator: " ")
                    == two.string(0..<two.count))
            #expect(parts.allSatisfy { !$0.isKept || one.string($0.before) == two.string($0.after) })
            #expect(diff.kept + diff.removed == words.count && diff.kept + diff.inserted == other.count)
            #expect(diff.removed + diff.inserted <= 48)
        }
    }

    @Test func textsWithNothingInCommonAreOneReplacement() {
        let one = (0..<3000).map { "a\($0)" }.joined(separator: " ")
        let two = (0..<3000).map { "b\($0)" }.joined(separator: " ")
        #expect(diff(one, two).diff.changes.count == 1)
    }
}
