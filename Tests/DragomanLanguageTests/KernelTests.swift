import CLanguage
import Testing

@testable import DragomanLanguage

/// Every kernel set of this machine against plain loops.
@Suite struct KernelTests {
    /// Numbers between -1 and 1 that look random and are always the same.
    private func numbers(_ count: Int, seed: UInt64) -> [Float] {
        var state = seed
        return (0..<count).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Float(Int(state >> 40) % 2001 - 1000) / 1000
        }
    }

    private func close(_ a: Float, _ b: Float) -> Bool { abs(a - b) <= 1e-4 * max(1, abs(b)) }

    @Test(arguments: Kernels.available, [1, 2, 3, 5, 7, 8, 9, 17]) func productOfAnyNumberOfRows(
        name: String, rows: Int
    ) throws {
        let kernels = try Kernels.set(name)
        let k = 64
        let outputs = 70
        let w = numbers(outputs * k, seed: 1)
        let b = numbers(outputs, seed: 2)
        let x = numbers(rows * k, seed: 3)
        var layer = DenseLayer(inputs: k, outputs: outputs)
        w.withUnsafeBytes { w in
            b.withUnsafeBytes { b in
                guard let w = w.baseAddress, let b = b.baseAddress else { return }
                layer.fill(w, b, outputs: outputs, column: 0)
            }
        }
        var out = [Float](repeating: .nan, count: rows * layer.columns)
        layer.apply(x, stride: k, count: rows, kernels: kernels, out: &out)
        for r in 0..<rows {
            for o in 0..<outputs {
                var want = b[o]
                for i in 0..<k { want += x[r * k + i] * w[o * k + i] }
                #expect(close(out[r * layer.columns + o], want), "row \(r), column \(o)")
            }
        }
    }

    /// max over three pieces of W [previous, self, next] + b, then layer norm, plus the row itself.
    private func window(_ x: [Float], _ row: Int, _ w: [Float], _ b: [Float], _ g: [Float], _ s: [Float]) -> [Float] {
        var y: [Float] = []
        for o in 0..<96 {
            var best = -Float.infinity
            for p in 0..<3 {
                var sum = b[o * 3 + p]
                for i in 0..<288 { sum += w[(o * 3 + p) * 288 + i] * x[(row - 1) * 96 + i] }
                best = max(best, sum)
            }
            y.append(best)
        }
        let mean: Float = y.reduce(0, +) / 96
        var variance: Float = 1e-8
        for value in y { variance += (value - mean) * (value - mean) / 96 }
        let scale: Float = 1 / variance.squareRoot()
        for i in 0..<96 { y[i] = x[row * 96 + i] + ((y[i] - mean) * scale * g[i] + s[i]) }
        return y
    }

    @Test(arguments: Kernels.available) func windowLayerInWinogradsForm(name: String) throws {
        let kernels = try Kernels.set(name)
        let rows = 14
        let w = numbers(96 * 3 * 288, seed: 4)
        let b = numbers(288, seed: 5)
        let g = numbers(96, seed: 6)
        let s = numbers(96, seed: 7)
        let x = numbers(rows * 96, seed: 8)
        let weights = Scratch<Float>(capacity: 4 * 96 * 288)
        let bias = Scratch<Float>(capacity: 288)
        w.withUnsafeBytes { dl_pack_conv($0.baseAddress, weights.base) }
        b.withUnsafeBytes { dl_pack_maxout_bias($0.baseAddress, bias.base) }
        // Rows 1 to 10; of the pair 9, 10 the second is left alone, of the pair 11, 12 the first.
        let pairs: [Int32] = [4 * 1, 4 * 3, 4 * 5, 4 * 7, 4 * 9 | 1, 4 * 11 | 2]
        let scratch = Scratch<Float>(capacity: pairs.count * 768)
        var out = x
        g.withUnsafeBufferPointer { g in
            s.withUnsafeBufferPointer { s in
                var layer = dl_layer(weights: weights.base, bias: bias.base, gain: g.baseAddress, shift: s.baseAddress)
                kernels.conv(&out, pairs, pairs.count, &layer, scratch.base)
            }
        }
        for row in [1, 2, 3, 4, 5, 6, 7, 8, 9, 12] {
            let want = window(x, row, w, b, g, s)
            for i in 0..<96 { #expect(close(out[row * 96 + i], want[i]), "row \(row), column \(i)") }
        }
        for row in [0, 10, 11, 13] { #expect(out[row * 96..<row * 96 + 96] == x[row * 96..<row * 96 + 96]) }
    }

    @Test(arguments: Kernels.available, [80, 112]) func scoresOfAState(name: String, columns: Int) throws {
        let kernels = try Kernels.set(name)
        let w = numbers(64 * columns, seed: 9)
        let b = numbers(columns, seed: 10)
        let h = numbers(128, seed: 11)
        let first = numbers(128, seed: 12)
        let second = numbers(128, seed: 13)
        var out = [Float](repeating: 0, count: columns)
        first.withUnsafeBufferPointer { first in
            second.withUnsafeBufferPointer { second in
                let rows = [first.baseAddress, second.baseAddress]
                w.withUnsafeBufferPointer { w in
                    b.withUnsafeBufferPointer { b in
                        h.withUnsafeBufferPointer { h in
                            var upper = dl_upper(
                                hidden_bias: h.baseAddress, weights: w.baseAddress, bias: b.baseAddress,
                                columns: columns)
                            kernels.scores(rows, 2, &upper, &out)
                        }
                    }
                }
            }
        }
        for c in 0..<columns {
            var want = b[c]
            for i in 0..<64 {
                let one: Float = h[i] + first[i] + second[i]
                let two: Float = h[64 + i] + first[64 + i] + second[64 + i]
                want += max(one, two) * w[i * columns + c]
            }
            #expect(close(out[c], want), "column \(c)")
        }
    }

    @Test(arguments: Kernels.available) func theLowestColumnWinsATie(name: String) throws {
        let kernels = try Kernels.set(name)
        var scores = [Float](repeating: 0, count: 48)
        var mask = scores
        scores[5] = 3
        scores[20] = 2
        scores[40] = 2
        mask[5] = -.infinity
        #expect(kernels.argmax(scores, mask, 48) == 20)
    }

    @Test func anUnknownSetIsAnErrorThatNamesTheOthers() {
        #expect {
            try Kernels.set("sse9")
        } throws: { error in
            "\(error)".contains("DRG-L005") && "\(error)".contains("portable")
        }
    }
}
