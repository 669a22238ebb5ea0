internal import CLanguage

/// The weights of a state scorer (parser or entities): which features a state has, and what they say for each class.
final class ScorerWeights: @unchecked Sendable {
    // Unchecked: nothing changes after `init`.
    /// Tokens to features: the vector of each token in each of the slots a state has.
    let features: DenseLayer
    let slots: Int
    let classes: Int
    /// Classes rounded up to whole vectors.
    let columns: Int
    private var missing: Scratch<Float>
    private var hiddenBias: Scratch<Float>
    private var weights: Scratch<Float>
    private var bias: Scratch<Float>

    /// - Throws: L003 where the model has other parts.
    init(_ model: ThincModel, slots: Int, classes: Int) throws {
        self.slots = slots
        self.classes = classes
        columns = (classes + 15) / 16 * 16
        guard let affine = model.all("precomputable_affine").first else {
            throw LanguageError.unsupported("\(model.file.name) has no state layer")
        }
        let w = try model.pointer(affine, "W", shape: [slots, 64, 2, 64])
        let b = try model.pointer(affine, "b", shape: [64, 2])
        let pad = try model.pointer(affine, "pad", shape: [1, slots, 64, 2])
        let output = model.all("linear").first { $0.parameters["W"]?.shape == [classes, 64] }
        let upperWeights = try model.pointer(output, "W", shape: [classes, 64])
        let upperBias = try model.pointer(output, "b", shape: [classes])
        let layer = DenseLayer(inputs: 64, outputs: slots * 128)
        dl_pack_affine(w, slots, layer.panels, layer.weights.base)
        features = layer
        missing = Scratch(capacity: slots * 128)
        dl_pack_pieces(pad, slots, missing.base)
        hiddenBias = Scratch(capacity: 128)
        dl_pack_pieces(b, 1, hiddenBias.base)
        weights = Scratch(capacity: 64 * columns)
        dl_pack_upper(upperWeights, classes, columns, weights.base)
        bias = Scratch(capacity: columns)
        UnsafeMutableRawPointer(bias.base).copyMemory(from: upperBias, byteCount: classes * 4)
    }

    /// The layer from features to scores, as the kernels take it.
    var upper: dl_upper {
        dl_upper(hidden_bias: hiddenBias.base, weights: weights.base, bias: bias.base, columns: columns)
    }

    /// What a slot without a token counts.
    func missing(_ slot: Int) -> UnsafePointer<Float> { UnsafePointer(missing.base + slot * 128) }
}
