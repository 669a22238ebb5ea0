/// Numbers words: each folded word of the knowledge base has one small number.
///
/// The words lie one after another in one buffer, found through a table of slots, so that reading a hundred thousand of
/// them allocates next to nothing.
struct WordTable: Sendable {
    private var bytes: [UInt8] = []
    /// Word n ends here.
    private var ends: [Int32] = []
    /// Hash of each word, low half.
    private var hashes: [UInt32] = []
    /// Number of a word, or -1; as many as a power of two.
    private var slots = [Int32](repeating: -1, count: 64)

    /// How many words it holds; their numbers run from 0.
    var count: Int { ends.count }

    /// Makes room for about so many words.
    mutating func reserve(_ count: Int) {
        bytes.reserveCapacity(8 * count)
        ends.reserveCapacity(count)
        hashes.reserveCapacity(count)
        if slots.count < 2 * count { resize(to: 2 * count) }
    }

    /// The number of `word`, a new one where it is not known yet.
    mutating func intern(_ word: [UInt8]) -> Int32 { intern(word, 0..<word.count) }

    /// The number of the word in `source[range]`, a new one where it is not known yet.
    mutating func intern(_ source: [UInt8], _ range: Range<Int>) -> Int32 {
        let hash = Self.hash(source, range)
        let slot = self.slot(source, range, hash)
        if slots[slot] >= 0 { return slots[slot] }
        let number = Int32(ends.count)
        bytes += source[range]
        ends.append(Int32(bytes.count))
        hashes.append(hash)
        slots[slot] = number
        if 2 * ends.count > slots.count { resize(to: 2 * slots.count) }
        return number
    }

    /// The number of `word`, nil where the table does not have it.
    func find(_ word: [UInt8]) -> Int32? {
        let number = slots[slot(word, 0..<word.count, Self.hash(word, 0..<word.count))]
        return number < 0 ? nil : number
    }

    private func range(_ number: Int32) -> Range<Int> {
        (number == 0 ? 0 : Int(ends[Int(number) - 1]))..<Int(ends[Int(number)])
    }

    /// FNV-1a, folded to 32 bits.
    private static func hash(_ source: [UInt8], _ range: Range<Int>) -> UInt32 {
        source.withUnsafeBufferPointer { source in
            var hash: UInt64 = 0xCBF2_9CE4_8422_2325
            for at in range { hash = (hash ^ UInt64(source[at])) &* 0x100_0000_01B3 }
            return UInt32(truncatingIfNeeded: hash ^ hash >> 32)
        }
    }

    /// The slot where the word is, or where it would be.
    private func slot(_ source: [UInt8], _ range: Range<Int>, _ hash: UInt32) -> Int {
        var slot = Int(hash) & (slots.count - 1)
        while slots[slot] >= 0 {
            let number = Int(slots[slot])
            if hashes[number] == hash, isEqual(self.range(slots[slot]), source, range) { break }
            slot = (slot + 1) & (slots.count - 1)
        }
        return slot
    }

    private func isEqual(_ known: Range<Int>, _ source: [UInt8], _ range: Range<Int>) -> Bool {
        guard known.count == range.count else { return false }
        for offset in 0..<known.count where bytes[known.lowerBound + offset] != source[range.lowerBound + offset] {
            return false
        }
        return true
    }

    private mutating func resize(to least: Int) {
        var size = slots.count
        while size < least { size *= 2 }
        slots = [Int32](repeating: -1, count: size)
        for (number, hash) in hashes.enumerated() {
            var slot = Int(hash) & (size - 1)
            while slots[slot] >= 0 { slot = (slot + 1) & (size - 1) }
            slots[slot] = Int32(number)
        }
    }
}

/// Folded words, one after another in one buffer.
struct FoldedWords: Sendable {
    private(set) var bytes: [UInt8] = []
    private var ends: [Int] = []

    var count: Int { ends.count }

    /// The bytes of a word.
    func range(_ index: Int) -> Range<Int> { (index == 0 ? 0 : ends[index - 1])..<ends[index] }

    /// Appends the folded words of a written name, as the tokenizer of an article would split it; returns their indices.
    ///
    /// Words end at white space, at `/` and at a hyphen between two letters ("Mercedes-Benz"), not before a digit ("CX-5").
    /// Words without letters or digits are left out.
    mutating func append(_ source: [UInt8], _ range: Range<Int>) -> Range<Int> {
        let first = ends.count
        var start = range.lowerBound
        var at = range.lowerBound
        while at < range.upperBound {
            let length = NameWords.separator(source, at, range)
            if length > 0 {
                close(source, start..<at)
                at += length
                start = at
            } else {
                at += 1
            }
        }
        close(source, start..<range.upperBound)
        return first..<ends.count
    }

    private mutating func close(_ source: [UInt8], _ range: Range<Int>) {
        guard !range.isEmpty else { return }
        let before = bytes.count
        Folding.fold(source, range, into: &bytes)
        if bytes.count > before { ends.append(bytes.count) }
    }
}

/// Splits a written name into folded words.
enum NameWords {
    /// The folded words of `bytes[range]`, as `FoldedWords.append` tells them.
    static func split(_ bytes: [UInt8], _ range: Range<Int>) -> [[UInt8]] {
        var words = FoldedWords()
        return words.append(bytes, range).map { Array(words.bytes[words.range($0)]) }
    }

    /// The length of a separator at `at`; 0 where there is none.
    static func separator(_ bytes: [UInt8], _ at: Int, _ range: Range<Int>) -> Int {
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
