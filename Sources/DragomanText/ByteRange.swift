/// A half-open range of byte offsets into one UTF-8 buffer, usually `Article.text`.
///
/// Everything Dragoman says about a text (a block, a token, a name, a quotation, the evidence of a claim)
/// is such a range: nothing downstream copies text to find it again.
public typealias ByteRange = Range<Int>

extension Array where Element == UInt8 {
    /// The text of `range` as a string; ill-formed UTF-8 is repaired with U+FFFD.
    ///
    /// - Parameter range: byte offsets, inside the buffer.
    public func string(_ range: ByteRange) -> String {
        String(decoding: self[range], as: UTF8.self)
    }
}
