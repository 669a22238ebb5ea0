internal import DragomanPage
internal import DragomanText

/// What of an article decides which story it belongs to: its words, and which of them are names, numbers or open the text.
struct StoryProfile: Sendable, Equatable {
    /// One word, whatever its ending.
    struct Term: Sendable, Equatable {
        /// The first half of the hash of the stem.
        var hash: UInt32
        /// How often it stands in the text, as a name, among the opening words; 255 at most.
        var count: UInt8
        var asName: UInt8
        var inLead: UInt8
        /// Whether it begins with a digit, and has more digits than one.
        var digits: UInt8
        /// Rarity in quarters; 255 for a word that the table does not have.
        var rarity: UInt8

        /// The weight of a word by how few texts hold it.
        var weight: Float { rarity == 255 ? StoryWords.unknown : Float(rarity) / 4 }
    }

    /// How many opening words count as the lead.
    static let lead = 60
    /// How many words stand for an article in an index.
    static let keyCount = 24
    /// Words read of an article, and terms kept of them.
    private static let limits = (words: 4000, terms: 1200)

    /// Ordered by hash, without repetition.
    private(set) var terms: [Term]
    /// Lengths of the vectors of words, names, numbers and opening words.
    private(set) var lengths: SIMD4<Float> = .zero

    /// The profile of an article: headline, paragraphs, quotations and lists.
    init(_ text: [UInt8], blocks: [Block]) {
        let read: Set<BlockKind> = [.headline, .standfirst, .subhead, .paragraph, .quote, .listItem]
        let words = WordList(text, in: blocks.filter { read.contains($0.kind) }.map(\.range), limit: Self.limits.words)
        var small: Set<ArraySlice<UInt8>> = []
        for index in 0..<words.count where !Self.isCapital(text, words.ranges[index].lowerBound) {
            small.insert(words.form(index))
        }
        var found: [UInt32: Term] = [:]
        var position = 0
        for index in 0..<words.count {
            let form = words.form(index)
            let isNumber = (form.first ?? 0) >= 0x30 && (form.first ?? 0) <= 0x39
            guard form.count > 1 || isNumber else { continue }
            let stem = Self.stem(form)
            let full = WordList.hash(stem)
            let hash = UInt32(truncatingIfNeeded: full >> 32 ^ full)
            var term =
                found[hash]
                ?? Term(
                    hash: hash, count: 0, asName: 0, inLead: 0, digits: isNumber ? (form.count > 1 ? 2 : 1) : 0,
                    rarity: StoryRarity.of(full))
            term.count = term.count &+ (term.count < 255 ? 1 : 0)
            if Self.isCapital(text, words.ranges[index].lowerBound), !small.contains(form), term.asName < 255 {
                term.asName += 1
            }
            if position < Self.lead, term.inLead < 255 { term.inLead += 1 }
            position += 1
            found[hash] = term
        }
        let kept = found.values.sorted { (Self.strength($1), $0.hash) < (Self.strength($0), $1.hash) }
        terms = kept.prefix(Self.limits.terms).sorted { $0.hash < $1.hash }
        lengths = Self.lengths(of: terms)
    }

    /// The words that stand for the article in an index: those that are frequent here and rare elsewhere.
    var keys: [UInt32] {
        terms.sorted { (Self.strength($1), $0.hash) < (Self.strength($0), $1.hash) }.prefix(Self.keyCount).map(\.hash)
    }

    // MARK: Storing

    /// Nine bytes a term, in the order of `terms`.
    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(terms.count * 9)
        for term in terms {
            for shift: UInt32 in [24, 16, 8, 0] { bytes.append(UInt8(truncatingIfNeeded: term.hash >> shift)) }
            bytes += [term.count, term.asName, term.inLead, term.digits, term.rarity]
        }
        return bytes
    }

    /// The profile that `bytes` stand for; nil where they stand for none.
    init?(bytes: [UInt8]) {
        guard bytes.count % 9 == 0 else { return nil }
        terms = stride(from: 0, to: bytes.count, by: 9).map { at in
            Term(
                hash: bytes[at..<at + 4].reduce(0) { $0 << 8 | UInt32($1) }, count: bytes[at + 4],
                asName: bytes[at + 5], inLead: bytes[at + 6], digits: bytes[at + 7], rarity: bytes[at + 8])
        }
        guard zip(terms, terms.dropFirst()).allSatisfy({ $0.hash < $1.hash }) else { return nil }
        lengths = Self.lengths(of: terms)
    }

    // MARK: Words

    /// The parts of a term in the vectors of words, names, numbers and opening words.
    static func parts(_ term: Term) -> SIMD4<Float> {
        let weight = term.weight
        return SIMD4(
            frequency(term.count) * weight, frequency(term.asName) * weight * weight,
            term.digits > 0 ? frequency(term.count) * Float(term.digits) : 0, frequency(term.inLead) * weight)
    }

    /// 1 + ln n; 0 for none.
    static func frequency(_ count: UInt8) -> Float { frequencies[Int(count)] }

    private static let frequencies: [Float] = (0...255).map { $0 == 0 ? 0 : 1 + Logarithm.natural(Float($0)) }

    private static func strength(_ term: Term) -> Float { frequency(term.count) * term.weight }

    private static func lengths(of terms: [Term]) -> SIMD4<Float> {
        var sums = SIMD4<Float>.zero
        for term in terms {
            let parts = parts(term)
            sums += parts * parts
        }
        return sums.squareRoot()
    }

    private static func isCapital(_ text: [UInt8], _ at: Int) -> Bool {
        let byte = text[at]
        if byte < 0x80 { return byte >= 0x41 && byte <= 0x5A }
        let next = at + 1 < text.count ? text[at + 1] : 0
        // Latin-1 and Cyrillic capitals, by their two bytes.
        return (byte == 0xC3 && (0x80...0x9E).contains(next))
            || (byte == 0xD0 && (0x81...0xAF).contains(next)) || (byte == 0xC4 || byte == 0xC5) && next % 2 == 0
    }

    /// The word without plural and participle endings.
    static func stem(_ word: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        func ends(_ suffix: String) -> Bool { word.suffix(suffix.utf8.count).elementsEqual(suffix.utf8) }
        if word.count > 4, ends("ies") { return word.dropLast(3) + [UInt8(ascii: "y")] }
        if ends("sses") { return word.dropLast(2) }
        for suffix in ["ing", "ed", "es", "s"]
        where ends(suffix) && word.count - suffix.utf8.count >= 4 && !ends("ss") {
            return word.dropLast(suffix.utf8.count)
        }
        return word
    }
}

/// How rare words are, from the table.
enum StoryRarity {
    /// In quarters, by the hash of a stem; 255 for a word that the table does not have.
    static func of(_ hash: UInt64) -> UInt8 { table[hash] ?? 255 }

    private static let table: [UInt64: UInt8] = {
        var table: [UInt64: UInt8] = [:]
        for line in StoryWords.table.split(separator: "\n") {
            let words = line.split(separator: " ")
            guard let value = words.first.flatMap({ Float($0) }) else { continue }
            for word in words.dropFirst() {
                let form = Array(word.utf8)
                let list = WordList(form, in: [0..<form.count])
                if list.count == 1 { table[WordList.hash(list.form(0))] = UInt8(value * 4) }
            }
        }
        return table
    }()
}
