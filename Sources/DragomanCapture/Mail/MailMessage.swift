internal import DragomanText

/// A mail or a saved page in one file (MHTML): header fields and parts (RFC 5322, RFC 2045, RFC 2557).
struct MailMessage {
    /// A part that holds no further parts.
    struct Part {
        let type: MediaType
        let fields: HeaderFields
        private let body: ArraySlice<UInt8>

        init(type: MediaType, fields: HeaderFields, body: ArraySlice<UInt8>) {
            self.type = type
            self.fields = fields
            self.body = body
        }

        /// Its bytes with the transfer coding undone.
        var bytes: [UInt8] { TransferCoding.decoded(body, coding: fields["content-transfer-encoding"]) }

        var isAttachment: Bool {
            fields["content-disposition"]?.lowercased().hasPrefix("attachment") == true
        }
    }

    let fields: HeaderFields
    /// The parts in their order, those of parts within parts among them.
    let parts: [Part]

    private static let partLimit = 1000
    private static let depthLimit = 16

    init(_ bytes: [UInt8]) {
        // A mailbox's "From " line and a byte order mark may stand above.
        var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        while start < bytes.count, XMLReader.isSpace(bytes[start]) { start += 1 }
        if bytes[start...].starts(with: Array("From ".utf8)) {
            start = bytes[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
        }
        fields = HeaderFields(bytes[start...], hasStartLine: false)
        parts = Self.parts(fields, bytes[(start + fields.size)...])
    }

    /// The text that a reader would see: the first HTML part, else the first plain one; attachments are none.
    var text: Part? {
        let shown = parts.filter { !$0.isAttachment }
        return shown.first { $0.type.name == "text/html" || $0.type.name == "application/xhtml+xml" }
            ?? shown.first { $0.type.name == "text/plain" }
    }

    /// The text of a header field; nil for none and for an empty one.
    func text(_ field: String) -> String? {
        let text = fields.bytes(field).map(HeaderText.of) ?? ""
        return text.isEmpty ? nil : text
    }

    /// Whether it is a page with its images saved into one file, not a mail.
    var isSavedPage: Bool {
        fields["snapshot-content-location"] != nil || fields["content-location"] != nil
            || MediaType(fields["content-type"] ?? "").name == "multipart/related"
                && parts.first?.fields["content-location"].map(Link.isWeb) == true
    }

    private static func parts(_ fields: HeaderFields, _ body: ArraySlice<UInt8>) -> [Part] {
        var parts: [Part] = []
        var pending: [(fields: HeaderFields, body: ArraySlice<UInt8>, depth: Int)] = [(fields, body, 0)]
        while let next = pending.popLast(), parts.count < partLimit {
            let type = MediaType(next.fields["content-type"] ?? "text/plain")
            if next.depth < depthLimit, type.name.hasPrefix("multipart/"), let boundary = type["boundary"] {
                let inner = pieces(of: next.body, boundary: Array(boundary.utf8)).map { piece in
                    let fields = HeaderFields(piece, hasStartLine: false)
                    return (fields, piece.dropFirst(fields.size), next.depth + 1)
                }
                pending += inner.prefix(partLimit).reversed()
            } else if next.depth < depthLimit, type.name == "message/rfc822" {
                let fields = HeaderFields(next.body, hasStartLine: false)
                pending.append((fields, next.body.dropFirst(fields.size), next.depth + 1))
            } else {
                parts.append(Part(type: type, fields: next.fields, body: next.body))
            }
        }
        return parts
    }

    /// What stands between the boundary's lines; the last piece may lack its end.
    private static func pieces(of body: ArraySlice<UInt8>, boundary: [UInt8]) -> [ArraySlice<UInt8>] {
        var pieces: [ArraySlice<UInt8>] = []
        var start: Int?
        var line = body.startIndex
        let delimiter = Array("--".utf8) + boundary
        while line < body.endIndex {
            let next = body[line...].firstIndex(of: 0x0A).map { $0 + 1 } ?? body.endIndex
            if body[line..<next].starts(with: delimiter) {
                let rest = body[line..<next].dropFirst(delimiter.count)
                let isLast = rest.starts(with: Array("--".utf8))
                if isLast || rest.allSatisfy(XMLReader.isSpace) {
                    if let start { pieces.append(withoutLineBreak(body[start..<line])) }
                    start = isLast ? nil : next
                    if isLast { return pieces }
                }
            }
            line = next
        }
        if let start { pieces.append(body[start...]) }
        return pieces
    }

    /// The line break before a boundary belongs to it.
    private static func withoutLineBreak(_ piece: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard piece.last == 0x0A else { return piece }
        return piece.dropLast(piece.dropLast().last == 0x0D ? 2 : 1)
    }
}
