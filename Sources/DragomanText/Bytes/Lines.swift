extension Array where Element == UInt8 {
    /// The lines of `range` without their line feeds, in order; the part of `range` outside the buffer is left out.
    func lines(in range: ByteRange) -> UnfoldSequence<ByteRange, Int> {
        let range = range.clamped(to: indices)
        return sequence(state: range.lowerBound) { start in
            guard start < range.upperBound else { return nil }
            let end = self[start..<range.upperBound].firstIndex(of: 0x0A) ?? range.upperBound
            defer { start = end + 1 }
            return start..<end
        }
    }
}
