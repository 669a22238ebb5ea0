/// Undoes the codings in which a server sent a document (RFC 9110, section 8.4).
enum ContentCoding {
    /// Codings on top of each other: more are refused.
    private static let depthLimit = 3

    /// The document.
    ///
    /// A body that is not coded as its header says is taken as it is: archives often keep bodies already unpacked.
    ///
    /// - Parameters:
    ///   - codings: the value of `Content-Encoding`, such as `gzip, br`; nil for none.
    ///   - limit: the most bytes the document may have.
    /// - Throws: `tooLarge`, `bomb` and `damaged`; what was unpacked before a damage is lost.
    static func decoded(_ body: [UInt8], codings: String?, limit: Int) throws(StreamFault) -> [UInt8] {
        let names = (codings ?? "").lowercased().split(separator: ",").map { $0.trimmedOfSpace }
            .filter { !$0.isEmpty && $0 != "identity" }
        guard !names.isEmpty, !body.isEmpty else {
            if body.count > limit { throw .tooLarge }
            return body
        }
        guard names.count <= depthLimit else { throw .bomb }
        var source: any ByteSource = MemorySource(body)
        for (index, name) in names.reversed().enumerated() {
            switch name {
            case "gzip", "x-gzip":
                if index == 0, !body.starts(with: [0x1F, 0x8B]) { return body }
                source = InflateSource(source, format: .gzip)
            case "deflate":
                // The name means zlib; some servers send bare deflate.
                let isZlib =
                    index > 0 || body[0] & 0x0F == 8 && body.count > 1 && (Int(body[0]) * 256 + Int(body[1])) % 31 == 0
                source = InflateSource(source, format: isZlib ? .zlib : .deflate)
            case "br":
                if index == 0, looksLikeText(body) { return body }
                source = BrotliSource(source)
            default: throw .damaged
            }
        }
        return try ByteInput(source).takeAll(limit: limit)
    }

    private static func looksLikeText(_ body: [UInt8]) -> Bool {
        let first = body.first { !XMLReader.isSpace($0) && $0 != 0xEF && $0 != 0xBB && $0 != 0xBF }
        return first == UInt8(ascii: "<") && body.prefix(256).allSatisfy { $0 >= 0x20 || XMLReader.isSpace($0) }
    }
}
