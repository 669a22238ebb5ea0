/// Numbers words: each folded word of the knowledge base has one small number.
struct WordTable: Sendable {
    private var numbers: [[UInt8]: Int32] = [:]

    /// How many words it holds; their numbers run from 0.
    var count: Int { numbers.count }

    /// Makes room for about so many words.
    mutating func reserve(_ count: Int) { numbers.reserveCapacity(count) }

    /// The number of `word`, a new one where it is not known yet.
    mutating func intern(_ word: [UInt8]) -> Int32 {
        if let known = numbers[word] { return known }
        let number = Int32(numbers.count)
        numbers[word] = number
        return number
    }

    /// The number of `word`, nil where the table does not have it.
    func find(_ word: [UInt8]) -> Int32? { numbers[word] }
}

/// Splits a written name into folded words, as the tokenizer of an article would split it.
///
/// Words end at white space, at `/` and at a hyphen between two letters ("Mercedes-Benz"), not before a digit ("CX-5").
enum NameWords {
    /// The folded words of `bytes[range]`; words without letters or digits are left out.
    static func split(_ bytes: [UInt8], _ range: Range<Int>) -> [[UInt8]] {
        var words: [[UInt8]] = []
        var start = range.lowerBound
        var at = range.lowerBound
        func close(_ end: Int) {
            guard end > start else { return }
            var word: [UInt8] = []
            Folding.fold(bytes, start..<end, into: &word)
            if !word.isEmpty { words.append(word) }
        }
        while at < range.upperBound {
            let length = separator(bytes, at, range)
            if length > 0 {
                close(at)
                at += length
                start = at
            } else {
                at += 1
            }
        }
        close(range.upperBound)
        return words
    }

    /// The length of a separator at `at`; 0 where there is none.
    private static func separator(_ bytes: [UInt8], _ at: Int, _ range: Range<Int>) -> Int {
        switch bytes[at] {
        case 0x09...0x0D, 0x20, 0x2F: return 1
        case 0x2D:
            guard at > range.lowerBound, at + 1 < range.upperBound else { return 1 }
            return isLetter(bytes[at - 1]) && isLetter(bytes[at + 1]) ? 1 : 0
        case 0xE2:
            // Dashes U+2010 to U+2015.
            return at + 2 < range.upperBound && bytes[at + 1] == 0x80 && (0x90...0x95).contains(bytes[at + 2]) ? 3 : 0
        case 0xC2: return at + 1 < range.upperBound && bytes[at + 1] == 0xA0 ? 2 : 0
        default: return 0
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        byte >= 0x80 || (0x41...0x5A).contains(byte & 0xDF)
    }
}
