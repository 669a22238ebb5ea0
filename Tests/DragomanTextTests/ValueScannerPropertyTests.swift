import DragomanText
import Testing

struct ValueScannerPropertyTests {
    private static let words = [
        "between", "3,000", "and", "$", "€", "1.5", "million", "-", "20", "March", "2023", "half", "a", "third", "one",
        "of",
        "last", "year", "per", "cent", "%", "to", "-", ",", "(", "first", "quarter", "R", "Rs", ".", "twelve",
        "hundred",
        "end", "early", "the", "\n", "\u{A0}", "–", "é", "Monday", "two", "ago", "up", "at", "least", "/", "12", ":",
    ]

    @Test("Values stand in order, do not overlap and begin and end at words, whatever the text")
    func order() {
        var random = Xorshift(seed: 3)
        let scanner = ValueScanner(published: CoarseDate(year: 2024, month: 2, day: 29))
        for round in 0..<3000 {
            var text: [UInt8] = []
            for _ in 0..<random.next(25) {
                text += Array(Self.words[random.next(Self.words.count)].utf8)
                if random.next(4) > 0 { text.append(0x20) }
                if round % 5 == 0, random.next(6) == 0 { text.append(UInt8(random.next(256))) }
            }
            let range = min(2, text.count)..<text.count
            var end = range.lowerBound
            for value in scanner.scan(text, in: range) {
                #expect(value.range.lowerBound >= end && value.range.upperBound <= range.upperBound)
                #expect(!value.range.isEmpty)
                end = value.range.upperBound
            }
        }
    }

    @Test("A range beyond the text is cut to it")
    func clamped() {
        #expect(ValueScanner(published: nil).scan(Array("5 cars".utf8), in: 0..<900).count == 1)
        #expect(ValueScanner(published: nil).scan([], in: 5..<9).isEmpty)
    }

    @Test("Units mixed in one range stay apart")
    func mixedRange() {
        #expect(ValueScannerTests.values("rose by 60% to 63,000 cars") == ["60% = 60.0%", "63,000 = 63000"])
    }
}
