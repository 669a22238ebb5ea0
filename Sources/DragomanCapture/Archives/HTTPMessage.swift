/// An HTTP response as archives keep it: status, header fields, and the body with what it travelled in undone.
struct HTTPMessage {
    let status: Int
    let fields: HeaderFields
    private let body: ArraySlice<UInt8>

    /// Nil where the bytes do not begin with a status line.
    init?(_ bytes: [UInt8]) {
        guard bytes.starts(with: Array("HTTP/".utf8)) else { return nil }
        fields = HeaderFields(bytes[...], hasStartLine: true)
        let words = fields.start.split(separator: 0x20)
        guard words.count > 1, let status = Int(String(decoding: words[1], as: UTF8.self)) else { return nil }
        self.status = status
        body = bytes[fields.size...]
    }

    /// The document: chunks joined, codings undone.
    func document(limit: Int) throws(StreamFault) -> [UInt8] {
        let isChunked = fields["transfer-encoding"]?.lowercased().contains("chunked") == true
        let joined = isChunked ? Chunks.joined(body) ?? Array(body) : Array(body)
        return try ContentCoding.decoded(joined, codings: fields["content-encoding"], limit: limit)
    }
}

/// The chunked transfer coding (RFC 9112, section 7.1).
enum Chunks {
    /// The chunks joined; nil where the body is not chunked, though a header says so. A body cut off gives what there is.
    static func joined(_ body: ArraySlice<UInt8>) -> [UInt8]? {
        var output: [UInt8] = []
        output.reserveCapacity(body.count)
        var position = body.startIndex
        while position < body.endIndex {
            guard let newline = body[position...].prefix(1024).firstIndex(of: 0x0A),
                let size = size(body[position..<newline])
            else { return output.isEmpty ? nil : output }
            if size == 0 { return output }
            let start = newline + 1
            let end = min(body.endIndex, start + size)
            output += body[start..<end]
            position = end
            if position < body.endIndex, body[position] == 0x0D { position += 1 }
            if position < body.endIndex, body[position] == 0x0A { position += 1 }
        }
        return output
    }

    /// The hexadecimal size at the head of a chunk's first line.
    private static func size(_ line: ArraySlice<UInt8>) -> Int? {
        let digits = line.prefix { $0 != UInt8(ascii: ";") && $0 != 0x0D && $0 != 0x20 }
        guard (1...8).contains(digits.count) else { return nil }
        return Int(String(decoding: digits, as: UTF8.self), radix: 16)
    }
}
