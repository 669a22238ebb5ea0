import DragomanLanguage

/// The stretches of an article between quotation marks.
///
/// A quotation that a block does not close goes on to the end of the block (English press opens the next paragraph
/// with a new mark
/// then). Single straight marks are left alone: they are mostly apostrophes.
struct Quotes {
    /// Token ranges, marks included, in order, not overlapping.
    let spans: [Range<Int>]
    /// Whether the block closed the quotation.
    let closed: [Bool]
    /// For each token the index of its quotation, or -1.
    let ofToken: [Int]

    init(_ analysis: Analysis) {
        var spans: [Range<Int>] = []
        var closed: [Bool] = []
        for block in analysis.blocks {
            var start: Int?
            for i in block {
                let token = analysis.tokens[i]
                guard let mark = Self.mark(analysis.text[token.range]) else { continue }
                if let from = start {
                    // A straight mark that opens a word while a quotation is open begins the next one only after a
                    // closed one.
                    if mark == .opening { continue }
                    spans.append(from..<i + 1)
                    closed.append(true)
                    start = nil
                } else if mark != .closing {
                    start = i
                }
            }
            if let from = start {
                spans.append(from..<block.upperBound)
                closed.append(false)
            }
        }
        var owner = [Int](repeating: -1, count: analysis.tokens.count)
        for (n, span) in spans.enumerated() {
            for i in span { owner[i] = n }
        }
        self.spans = spans
        self.closed = closed
        ofToken = owner
    }

    private enum Mark { case opening, closing, either }

    private static func mark(_ bytes: ArraySlice<UInt8>) -> Mark? {
        switch Array(bytes) {
        case [0x22], [0x27, 0x27], [0x60, 0x60]: .either
        case [0xE2, 0x80, 0x9C], [0xE2, 0x80, 0x9E], [0xC2, 0xAB]: .opening
        case [0xE2, 0x80, 0x9D], [0xC2, 0xBB]: .closing
        default: nil
        }
    }

    /// The quotation that covers token `i`.
    func span(at i: Int) -> Range<Int>? { ofToken[i] < 0 ? nil : spans[ofToken[i]] }

    func isMark(_ i: Int) -> Bool {
        guard let span = span(at: i) else { return false }
        return i == span.lowerBound || (closed[ofToken[i]] && i == span.upperBound - 1)
    }

    /// How much of what is said stands in quotation marks; signs and white space do not count.
    func share(of content: [Range<Int>], in tree: SpeechTree) -> Statement.Quoted {
        var inside = 0
        var outside = 0
        for range in content {
            for i in range where !tree.isPunctuation(i) {
                if ofToken[i] >= 0 { inside += 1 } else { outside += 1 }
            }
        }
        // "that" and the like before the quotation are no words of the speaker.
        return inside == 0 ? .none : outside <= 1 ? .whole : .part
    }
}
