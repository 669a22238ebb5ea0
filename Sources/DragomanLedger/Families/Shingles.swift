internal import DragomanPage
internal import DragomanText

/// The runs of three words of an article's body, by which two articles are seen to be one text.
///
/// Copies are looked for by `keys`, the shingles that winnowing keeps (Schleimer, Wilkerson, Aiken: Winnowing, SIGMOD
/// 2003): two texts that share ten words in a row share a key. Whether they are copies is then decided on all shingles.
struct Shingles: Sendable {
    /// Words in a shingle.
    static let length = 3
    /// Neighbouring shingles of which winnowing keeps the smallest.
    static let window = 8
    /// Texts of fewer shingles than this are copies only where they are equal.
    static let least = 12

    /// In the order of the text.
    let sequence: [UInt64]
    private let set: Set<UInt64>

    /// The shingles of the body of an article: its headline, captions and tables play no part.
    init(_ text: [UInt8], blocks: [Block]) {
        let body = blocks.filter { [.paragraph, .quote, .listItem, .standfirst].contains($0.kind) }.map(\.range)
        self.init(WordList(text, in: body))
    }

    init(_ words: WordList) {
        let hashes = words.hashes
        sequence = hashes.indices.dropLast(Self.length - 1).map { index in
            var mixed: UInt64 = 0
            for word in hashes[index..<index + Self.length] { mixed = Self.mix(mixed ^ word) }
            return mixed
        }
        set = Set(sequence)
    }

    /// The shingles that stand for the text in an index: the smallest of each window; without repetition, in order.
    var keys: [UInt64] {
        guard sequence.count >= Self.window else { return Array(set).sorted() }
        var kept: Set<UInt64> = []
        var smallest = -1
        for end in (Self.window - 1)..<sequence.count {
            let start = end - Self.window + 1
            if smallest < start {
                smallest = start
                for index in start...end where sequence[index] <= sequence[smallest] { smallest = index }
            } else if sequence[end] <= sequence[smallest] {
                smallest = end
            }
            kept.insert(sequence[smallest])
        }
        return kept.sorted()
    }

    /// Which part of this text stands in `other`, word for word: 0 to 1.
    func share(in other: Shingles) -> Double { share(of: sequence[...], in: other) }

    /// Whether the two are one text, copied, cut, or lightly rewritten; symmetric.
    ///
    /// A part of the shorter text must stand in the longer one, and half as large a part of its first half: two
    /// releases with the same closing paragraph are no copies. Where one credits the other's outlet or both credit one
    /// wire, less is enough.
    func isCopy(of other: Shingles, credited: Bool = false) -> Bool {
        // Of two equally long ones either may be the copy.
        if sequence.count == other.sequence.count {
            return isCopied(in: other, credited: credited) || other.isCopied(in: self, credited: credited)
        }
        return sequence.count < other.sequence.count
            ? isCopied(in: other, credited: credited) : other.isCopied(in: self, credited: credited)
    }

    private func isCopied(in long: Shingles, credited: Bool) -> Bool {
        guard sequence.count >= Self.least else { return sequence == long.sequence && !set.isEmpty }
        let needed = credited ? 0.13 : 0.22
        let lead = sequence.prefix(sequence.count / 2)
        return share(in: long) >= needed && share(of: lead, in: long) >= needed / 2
    }

    private func share(of part: ArraySlice<UInt64>, in other: Shingles) -> Double {
        guard !part.isEmpty else { return 0 }
        return Double(part.count { other.set.contains($0) }) / Double(part.count)
    }

    /// The finisher of SplitMix64 (Steele, Lea, Flood, 2014).
    private static func mix(_ value: UInt64) -> UInt64 {
        var value = value &+ 0x9e37_79b9_7f4a_7c15
        value = (value ^ (value >> 30)) &* 0xbf58_476d_1ce4_e5b9
        value = (value ^ (value >> 27)) &* 0x94d0_49bb_1331_11eb
        return value ^ (value >> 31)
    }
}
