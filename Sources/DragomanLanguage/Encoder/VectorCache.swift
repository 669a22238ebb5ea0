internal import CLanguage

/// A worker's cache of the mixer's outputs: they depend on the word (and on the space after it) alone, and words repeat.
///
/// Slots are given out in order; the lexicon remembers which slot is whose and both are emptied together.
final class VectorCache {
    private static let width = EncoderWeights.width
    private let weights: EncoderWeights
    private let kernels: dl_kernels
    private var vectors: Scratch<Float>
    private var used = 0
    private var rows = Scratch<Float>(capacity: 1)
    private var products = Scratch<Float>(capacity: 1)
    private var pending = 0
    /// Rows that are mixed at one time.
    private static let group = 64

    /// - Parameter expected: number of vectors to make room for.
    init(_ weights: EncoderWeights, kernels: dl_kernels, expected: Int) {
        self.weights = weights
        self.kernels = kernels
        vectors = Scratch(capacity: expected * Self.width)
        rows.reserve(Self.group * weights.inputs)
        products.reserve(Self.group * 288)
    }

    /// Forgets all vectors.
    func removeAll() {
        used = 0
        pending = 0
    }

    /// Gives a slot to a lexeme; its vector stands after the next `flush`.
    func add(_ lexeme: Lexeme, spaced: Bool) -> Int32 {
        if pending == Self.group { flush() }
        let row = rows.base + pending * weights.inputs
        let ids = (
            lexeme.normId, lexeme.prefix, lexeme.suffix, lexeme.shape, UInt64(spaced ? 1 : 0),
            UInt64(lexeme.isSpace ? 1 : 0)
        )
        withUnsafeBytes(of: ids) { raw in
            let ids = raw.assumingMemoryBound(to: UInt64.self)
            for (i, table) in weights.tables.enumerated() {
                var rows = StringIds.rows(ids[i], seed: table.seed, count: table.count)
                withUnsafeBytes(of: &rows) { words in
                    dl_embed(table.rows, words.assumingMemoryBound(to: UInt32.self).baseAddress, row + i * Self.width)
                }
            }
        }
        pending += 1
        used += 1
        return Int32(used - 1)
    }

    /// Computes the vectors of the slots given out since the last time.
    func flush() {
        guard pending > 0 else { return }
        vectors.reserve(used * Self.width)
        weights.mix(
            rows.base, pending, kernels: kernels, scratch: products.base,
            out: vectors.base + (used - pending) * Self.width)
        pending = 0
    }

    /// The vector of a slot; valid until the next `add`.
    @inline(__always)
    func vector(_ slot: Int32) -> UnsafePointer<Float> { UnsafePointer(vectors.base + Int(slot) * Self.width) }
}
