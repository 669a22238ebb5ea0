/// Writes text into HTML and XML.
enum HTMLText {
    /// The text with `&`, `<`, `>` and quotation marks escaped, without the control characters XML forbids.
    static func escaped(_ text: some StringProtocol) -> String {
        var output: [UInt8] = []
        output.reserveCapacity(text.utf8.count)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): output += Array("&amp;".utf8)
            case UInt8(ascii: "<"): output += Array("&lt;".utf8)
            case UInt8(ascii: ">"): output += Array("&gt;".utf8)
            case UInt8(ascii: "\""): output += Array("&quot;".utf8)
            case 0..<0x09, 0x0B, 0x0C, 0x0E..<0x20: break
            default: output.append(byte)
            }
        }
        return String(decoding: output, as: UTF8.self)
    }
}
