internal import CLanguage

/// A worker's state scorer: keeps the features of the tokens around the state and scores states.
///
/// Features are made for 64 tokens at a time and kept for 512 tokens, so memory does not grow with a text; a state that
/// reaches farther back has them made again.
final class Scorer {
    private static let block = 64, kept = 8

    let weights: ScorerWeights
    private let kernels: dl_kernels
    private var upper: dl_upper
    private var features: Scratch<Float>
    private var owners = [Int](repeating: -1, count: kept)
    private var staged: Scratch<Float>
    private var rows: Scratch<UnsafePointer<Float>?>
    private var scores: Scratch<Float>
    private var input = UnsafePointer<Float>(bitPattern: 64)
    private var stride = 0
    private var count = 0

    init(_ weights: ScorerWeights, kernels: dl_kernels) {
        self.weights = weights
        self.kernels = kernels
        upper = weights.upper
        features = Scratch(capacity: Self.block * weights.features.columns)
        staged = Scratch(capacity: weights.slots * 128)
        rows = Scratch(capacity: weights.slots)
        scores = Scratch(capacity: weights.columns)
    }

    /// Starts a batch.
    ///
    /// - Parameters:
    ///   - input: `count` rows of 64 floats, one every `stride` floats; must live through the batch.
    func begin(_ input: UnsafePointer<Float>, stride: Int, count: Int) {
        self.input = input
        self.stride = stride
        self.count = count
        for i in 0..<Self.kept { owners[i] = -1 }
    }

    /// The features of token `token` of the batch in slot `slot`.
    @inline(__always)
    private func feature(_ token: Int, _ slot: Int) -> UnsafePointer<Float> {
        let block = token / Self.block
        let place = block % Self.kept
        if owners[place] != block { make(block, at: place) }
        let row = place &* Self.block &+ token % Self.block
        return UnsafePointer(features.base + (row &* weights.features.columns &+ slot &* 128))
    }

    private func make(_ block: Int, at place: Int) {
        guard let input else { return }
        let columns = weights.features.columns
        let start = block * Self.block
        if features.capacity < (place + 1) * Self.block * columns {
            features.reserve(min((place + 4), Self.kept) * Self.block * columns)
        }
        weights.features.apply(
            input + start * stride, stride: stride, count: min(Self.block, count - start), kernels: kernels,
            out: features.base + place * Self.block * columns)
        owners[place] = block
    }

    /// The class with the highest score among those whose `mask` is 0 (others: minus infinity); the lowest on a tie.
    ///
    /// - Parameter tokens: the token of each slot, -1 for none.
    @inline(__always)
    func best(_ tokens: UnsafePointer<Int32>, mask: UnsafePointer<Float>) -> Int {
        score(tokens)
        return kernels.argmax(scores.base, mask, weights.columns)
    }

    /// Scores the state; the result is `score(of:)`.
    func score(_ tokens: UnsafePointer<Int32>) {
        let slots = weights.slots
        let small = count <= Self.block * Self.kept
        if small {
            // Make all blocks first: making one may move the others.
            for slot in 0..<slots where tokens[slot] >= 0 { _ = feature(Int(tokens[slot]), slot) }
        }
        for slot in 0..<slots {
            let token = Int(tokens[slot])
            if token < 0 {
                rows[slot] = weights.missing(slot)
            } else if small {
                rows[slot] = feature(token, slot)
            } else {
                // In a long text two slots may ask for blocks that share a place.
                (staged.base + slot * 128).update(from: feature(token, slot), count: 128)
                rows[slot] = UnsafePointer(staged.base + slot * 128)
            }
        }
        kernels.scores(rows.base, slots, &upper, scores.base)
    }

    func score(of index: Int) -> Float { scores[index] }
}
