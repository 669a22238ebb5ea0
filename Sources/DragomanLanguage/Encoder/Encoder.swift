internal import CLanguage

/// A run of consecutive tokens of one block that is encoded at one time.
struct Segment {
    /// Number of the block's first token in the batch and its tokens.
    let base: Int
    let length: Int
    /// Tokens of the block whose vectors are wanted.
    let wanted: Range<Int>
}

/// A worker's encoder: runs the window layers over segments and hands on the vector of each token.
///
/// A block stands alone between rows of zeros, as spaCy pads it. Of these rows only those are computed that can reach a
/// token: one on each side in the first layer, two in the second, one in the third; the rest of them are alike. Pairs of
/// rows for the kernel start at even places of the block, so a token's vector does not depend on what is beside the block.
final class Encoder {
    private static let width = EncoderWeights.width
    /// Rows beyond a block that are kept before and after it.
    private static let before = 3, after = 4
    /// Rows that a segment takes beside its tokens.
    static let margin = before + after
    /// Computed rows beyond a block's ends, by layer.
    private static let reach = [1, 2, 1, 0]

    private let weights: EncoderWeights
    private let kernels: dl_kernels
    private var rows = Scratch<Float>(capacity: 1)
    private var pairs = Scratch<Int32>(capacity: 512)
    private var scratch = Scratch<Float>(capacity: 1)
    private var blank = Scratch<Float>(capacity: EncoderWeights.width)

    init(_ weights: EncoderWeights, kernels: dl_kernels) {
        self.weights = weights
        self.kernels = kernels
        // What the first layer makes of zeros.
        rows.reserve(4 * Self.width)
        scratch.reserve(4 * 700)
        pairs[0] = 4 | 1
        var layer = weights.layer(0)
        run(&layer, count: 1)
        blank.base.update(from: rows.base + Self.width, count: Self.width)
    }

    private func run(_ layer: inout dl_layer, count: Int) {
        kernels.conv(rows.base, pairs.base, count, &layer, scratch.base)
    }

    /// Encodes segments.
    ///
    /// - Parameters:
    ///   - input: the mixer's output for a token of the batch.
    ///   - output: takes a segment and the vectors of its wanted tokens, one after the other.
    func encode(
        _ segments: [Segment], input: (Int) -> UnsafePointer<Float>, output: (Segment, UnsafePointer<Float>) -> Void
    ) {
        let width = Self.width
        // Rows first...last of each block's own count, at `place` in `rows`.
        var spans: [(first: Int, last: Int, place: Int)] = []
        var total = 0
        for segment in segments {
            let first = max(segment.wanted.lowerBound - 5, -Self.before)
            let last = min(segment.wanted.upperBound + 5, segment.length + Self.after)
            spans.append((first, last, total))
            total += last - first
        }
        rows.reserve(total * width)
        scratch.reserve((total / 2 + segments.count + 2) * 768)
        for (segment, span) in zip(segments, spans) {
            var row = rows.base + span.place * width
            for i in span.first..<span.last {
                if i >= 0, i < segment.length {
                    row.update(from: input(segment.base + i), count: width)
                } else {
                    row.update(repeating: 0, count: width)
                }
                row += width
            }
        }
        for number in 0..<EncoderWeights.depth {
            pairs.count = 0
            for (segment, span) in zip(segments, spans) {
                let low = max(segment.wanted.lowerBound - (3 - number), -Self.reach[number])
                let high = min(segment.wanted.upperBound + (3 - number), segment.length + Self.reach[number])
                let origin = span.place - span.first
                var i = low & ~1
                while i < high {
                    let flags = (i < low ? 2 : 0) | (i + 1 >= high ? 1 : 0)
                    pairs.append(Int32(truncatingIfNeeded: (i + origin) << 2 | flags))
                    i += 2
                }
            }
            var layer = weights.layer(number)
            run(&layer, count: pairs.count)
            if number == 0 { padBlank(segments, spans) }
        }
        for (segment, span) in zip(segments, spans) {
            output(segment, rows.base + (span.place + segment.wanted.lowerBound - span.first) * width)
        }
    }

    /// After the first layer the second and third rows beyond a block hold what the layer makes of zeros.
    private func padBlank(_ segments: [Segment], _ spans: [(first: Int, last: Int, place: Int)]) {
        for (segment, span) in zip(segments, spans) {
            for i in [-3, -2, segment.length + 1, segment.length + 2] where i >= span.first && i < span.last {
                (rows.base + (span.place + i - span.first) * Self.width).update(from: blank.base, count: Self.width)
            }
        }
    }
}
