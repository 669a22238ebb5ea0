internal import CLanguage

/// The weights of one encoder: hash embeddings (left in the file), mixer and four window layers (packed for the kernels).
final class EncoderWeights: @unchecked Sendable {
    // Unchecked: nothing changes after `init`.
    /// One hash embedding: its table in the file, rows and seed.
    struct Table {
        let rows: UnsafeRawPointer
        let count: UInt32
        let seed: UInt64
    }

    static let width = Int(DL_WIDTH)
    static let depth = 4

    let tables: [Table]
    /// Inputs of the mixer: 96 for each table.
    let inputs: Int
    /// The file that holds the embedding tables.
    let file: MappedFile
    private var mixer: Scratch<Float>
    private var mixerBias: Scratch<Float>
    private var mixerGain: Scratch<Float>
    private var mixerShift: Scratch<Float>
    private var filters: Scratch<Float>
    private var biases: Scratch<Float>
    private var gains: Scratch<Float>
    private var shifts: Scratch<Float>

    /// - Parameter rows: number of rows of each embedding, which tells one model from another.
    /// - Throws: L003 where the model has other parts.
    init(_ model: ThincModel, rows: [Int]) throws {
        let width = Self.width
        let depth = Self.depth
        let maxout = 3 * width
        file = model.file
        let embeddings = model.all("hashembed")
        let layers = model.all("maxout")
        let norms = model.all("layernorm")
        guard embeddings.count == rows.count, layers.count == depth + 1, norms.count == depth + 1 else {
            throw LanguageError.unsupported("\(model.file.name) has another number of layers")
        }
        tables = try zip(embeddings, rows).map { layer, count in
            Table(
                rows: try model.pointer(layer, "E", shape: [count, width]), count: UInt32(count),
                seed: UInt64(truncatingIfNeeded: layer.seed))
        }
        inputs = rows.count * width
        mixer = Scratch(capacity: inputs * maxout)
        mixerBias = Scratch(capacity: maxout)
        mixerGain = Scratch(capacity: width)
        mixerShift = Scratch(capacity: width)
        filters = Scratch(capacity: depth * 4 * width * maxout)
        biases = Scratch(capacity: depth * maxout)
        gains = Scratch(capacity: depth * width)
        shifts = Scratch(capacity: depth * width)
        let floats = MemoryLayout<Float>.size
        for i in 0...depth {
            let columns = i == 0 ? inputs : maxout
            let w = try model.pointer(layers[i], "W", shape: [width, 3, columns])
            let b = try model.pointer(layers[i], "b", shape: [width, 3])
            let g = try model.pointer(norms[i], "G", shape: [width])
            let s = try model.pointer(norms[i], "b", shape: [width])
            if i == 0 {
                dl_pack_maxout(w, inputs, mixer.base)
                dl_pack_maxout_bias(b, mixerBias.base)
                UnsafeMutableRawPointer(mixerGain.base).copyMemory(from: g, byteCount: width * floats)
                UnsafeMutableRawPointer(mixerShift.base).copyMemory(from: s, byteCount: width * floats)
            } else {
                let at = i - 1
                dl_pack_conv(w, filters.base + at * 4 * width * maxout)
                dl_pack_maxout_bias(b, biases.base + at * maxout)
                UnsafeMutableRawPointer(gains.base + at * width).copyMemory(from: g, byteCount: width * floats)
                UnsafeMutableRawPointer(shifts.base + at * width).copyMemory(from: s, byteCount: width * floats)
            }
        }
    }

    /// Window layer `index`, 0 to 3, as the kernels take it.
    func layer(_ index: Int) -> dl_layer {
        let width = Self.width
        return dl_layer(
            weights: filters.base + index * 12 * width * width, bias: biases.base + index * 3 * width,
            gain: gains.base + index * width, shift: shifts.base + index * width)
    }

    /// The mixer's output for `count` rows of `inputs` floats: product into `scratch` ([count][288]), result into `out`.
    func mix(
        _ rows: UnsafePointer<Float>, _ count: Int, kernels: dl_kernels, scratch: UnsafeMutablePointer<Float>,
        out: UnsafeMutablePointer<Float>
    ) {
        kernels.gemm(rows, inputs, count, inputs, mixer.base, 6, mixerBias.base, scratch, 288)
        kernels.maxout_norm(scratch, count, mixerGain.base, mixerShift.base, out)
    }
}
