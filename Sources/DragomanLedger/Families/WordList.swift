internal import DragomanText

/// The words of stretches of a text, in order, folded for comparison: lower case, without punctuation.
///
/// A word is a run of letters and digits; an ideograph is a word of its own. Work is linear in the text.
struct WordList {
    /// Where each word stands in the text.
    private(set) var ranges: [ByteRange] = []
    /// For each word the bytes of its folded form in `folded`.
    private(set) var forms: [Range<Int>] = []
    private(set) var folded: [UInt8] = []

    var count: Int { ranges.count }

    /// Reads the words of `stretches`, at most `limit` of them.
    init(_ text: [UInt8], in stretches: [ByteRange], limit: Int = 20_000) {
        for stretch in stretches where stretch.lowerBound >= 0 && stretch.upperBound <= text.count {
            read(text, stretch, limit)
        }
    }

    /// The folded bytes of a word.
    func form(_ index: Int) -> ArraySlice<UInt8> { folded[forms[index]] }

    /// A hash of each word's folded form (FNV-1a, 64 bits).
    var hashes: [UInt64] { forms.map { Self.hash(folded[$0]) } }

    static func hash(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return hash
    }

    private mutating func read(_ text: [UInt8], _ stretch: ByteRange, _ limit: Int) {
        var position = stretch.lowerBound
        var start: Int?
        var formStart = folded.count
        func close(_ list: inout WordList, at end: Int) {
            if let begun = start {
                list.ranges.append(begun..<end)
                list.forms.append(formStart..<list.folded.count)
            }
            start = nil
            formStart = list.folded.count
        }
        while position < stretch.upperBound, count < limit {
            let byte = text[position]
            if byte < 0x80 {
                switch byte {
                case 0x41...0x5A: folded.append(byte | 0x20)
                case 0x61...0x7A, 0x30...0x39: folded.append(byte)
                default:
                    close(&self, at: position)
                    position += 1
                    continue
                }
                if start == nil { start = position }
                position += 1
                continue
            }
            let (scalar, width) = Self.decode(text, position, stretch.upperBound)
            if Self.isIdeograph(scalar) {
                close(&self, at: position)
                start = position
                Self.append(scalar, to: &folded)
                close(&self, at: position + width)
            } else if Self.isLetter(scalar) {
                if start == nil { start = position }
                Self.append(Self.lowered(scalar), to: &folded)
            } else {
                close(&self, at: position)
            }
            position += width
        }
        close(&self, at: min(position, stretch.upperBound))
    }

    private static func decode(_ text: [UInt8], _ position: Int, _ end: Int) -> (UInt32, Int) {
        let lead = text[position]
        let width = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1
        guard width > 1, position + width <= end else { return (0xFFFD, 1) }
        var scalar = UInt32(lead) & (0x7F >> UInt32(width))
        for offset in 1..<width { scalar = scalar << 6 | UInt32(text[position + offset] & 0x3F) }
        return (scalar, width)
    }

    private static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
        for shift: UInt32 in [16, 8, 0] where scalar >> shift != 0 {
            bytes.append(UInt8(truncatingIfNeeded: scalar >> shift))
        }
    }

    private static func isIdeograph(_ scalar: UInt32) -> Bool {
        (0x3040...0x30FF).contains(scalar) || (0x3400...0x9FFF).contains(scalar)
    }

    private static func isLetter(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0xAA, 0xB5, 0xBA: return true
        case ..<0xC0, 0xD7, 0xF7, 0x2000...0x206F, 0x3000...0x303F, 0xFFFD: return false
        default:
            return Unicode.Scalar(scalar).map { $0.properties.isAlphabetic || $0.properties.numericType != nil }
                ?? false
        }
    }

    /// Small letters for the capitals of Latin, Greek and Cyrillic script.
    private static func lowered(_ scalar: UInt32) -> UInt32 {
        switch scalar {
        case 0xC0...0xDE, 0x391...0x3A9, 0x410...0x42F: scalar + 32
        case 0x400...0x40F: scalar + 80
        case 0x100...0x137, 0x14A...0x177, 0x1E00...0x1EFF: scalar | 1
        case 0x139...0x148: scalar % 2 == 1 ? scalar + 1 : scalar
        default: scalar
        }
    }
}
