internal import CLanguage

/// A linear layer packed for the kernels: out = in * W + b, with the columns rounded up to whole panels of 48.
struct DenseLayer: ~Copyable {
    private(set) var weights: Scratch<Float>
    private(set) var bias: Scratch<Float>
    let inputs: Int
    let panels: Int

    /// Floats of one row of output.
    var columns: Int { panels * Int(DL_PANEL) }

    /// A layer of zeros, to be filled by `dl_pack_` functions.
    init(inputs: Int, outputs: Int) {
        self.inputs = inputs
        panels = (outputs + 47) / 48
        weights = Scratch(capacity: panels * 48 * inputs)
        bias = Scratch(capacity: panels * 48)
    }

    /// Fills the columns from `column` on with W[outputs][inputs] and b[outputs], which may be unaligned.
    mutating func fill(_ w: UnsafeRawPointer, _ b: UnsafeRawPointer, outputs: Int, column: Int) {
        dl_pack_linear(w, outputs, inputs, column, panels, weights.base)
        UnsafeMutableRawPointer(bias.base + column).copyMemory(from: b, byteCount: outputs * 4)
    }

    /// out[count][columns] from rows that start every `stride` floats.
    func apply(
        _ rows: UnsafePointer<Float>, stride: Int, count: Int, kernels: borrowing dl_kernels,
        out: UnsafeMutablePointer<Float>
    ) {
        kernels.gemm(rows, stride, count, inputs, weights.base, panels, bias.base, out, columns)
    }
}
