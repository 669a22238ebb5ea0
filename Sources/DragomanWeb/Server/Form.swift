internal import DragomanText

/// What a form sent: fields and files.
struct Form: Sendable {
    struct File: Sendable {
        /// The field it was given in.
        let field: String
        /// Its name as the browser gives it, without folders.
        let name: String
        let type: String?
        let bytes: [UInt8]
    }

    private(set) var fields: [(name: String, value: String)] = []
    private(set) var files: [File] = []

    /// The most fields and files that are taken.
    static let most = 256

    /// The value of a field without white space at its ends; nil where it is missing or empty.
    subscript(_ name: String) -> String? {
        guard let value = fields.first(where: { $0.name == name })?.value else { return nil }
        let bare = value.trimming(while: \.isWhitespace)
        return bare.isEmpty ? nil : bare
    }

    /// All values of a field that are not empty.
    func all(_ name: String) -> [String] { fields.filter { $0.name == name && !$0.value.isEmpty }.map(\.value) }

    /// The form in the body of a request; empty where there is none.
    ///
    /// - Throws: `DragomanError` V003 where it is broken or of another type.
    init(_ request: WebRequest) throws {
        guard !request.body.isEmpty else { return }
        let type = request.contentType ?? ""
        if type.lowercased().hasPrefix("application/x-www-form-urlencoded") {
            fields = WebRequest.fields(Substring(String(decoding: request.body, as: UTF8.self)))
        } else if type.lowercased().hasPrefix("multipart/form-data"),
            let boundary = Self.parameter("boundary", of: type)
        {
            try readParts(of: request.body, boundary: boundary)
        } else {
            throw Self.broken("its type is not that of a form")
        }
    }

    private static func broken(_ why: String) -> DragomanError {
        DragomanError(
            .usage, "V003", "what was sent is no form: \(why)",
            advice: "Send fields as application/x-www-form-urlencoded, files as multipart/form-data.")
    }

    /// Parts between boundaries, as RFC 7578 has them; in time linear in the body's size.
    private mutating func readParts(of body: [UInt8], boundary: String) throws {
        let mark = Array(("--" + boundary).utf8)
        guard (1...70).contains(boundary.utf8.count) else { throw Self.broken("its boundary is of a wrong length") }
        var at = 0
        guard let first = Self.find(mark, in: body, from: at) else { throw Self.broken("there is no part in it") }
        at = first + mark.count
        let end = Array("\r\n".utf8) + mark
        while at + 2 <= body.count, body[at] == 0x0D, body[at + 1] == 0x0A {
            guard fields.count + files.count < Self.most else {
                throw Self.broken("it has more than \(Self.most) parts")
            }
            guard let head = Self.find(Array("\r\n\r\n".utf8), in: body, from: at),
                let stop = Self.find(end, in: body, from: head + 2)
            else { throw Self.broken("a part does not end") }
            take(head: body[(at + 2)..<max(at + 2, head)], content: body[min(head + 4, stop)..<stop])
            at = stop + end.count
        }
        guard at + 2 <= body.count, body[at] == 0x2D, body[at + 1] == 0x2D else { throw Self.broken("it does not end") }
    }

    private mutating func take(head: ArraySlice<UInt8>, content: ArraySlice<UInt8>) {
        var name: String?
        var file: String?
        var type: String?
        for line in String(decoding: head.prefix(4096), as: UTF8.self).split(separator: "\r\n") {
            let parts = line.split(separator: ":", maxSplits: 1)
            guard parts.count == 2 else { continue }
            switch parts[0].lowercased() {
            case "content-disposition":
                name = Self.parameter("name", of: String(parts[1]))
                file = Self.parameter("filename", of: String(parts[1]))
            case "content-type": type = String(parts[1]).trimming(while: \.isWhitespace)
            default: break
            }
        }
        guard let name else { return }
        guard let file else { return fields.append((name, String(decoding: content, as: UTF8.self))) }
        // A file field that was left empty comes as a file without name and bytes.
        guard !file.isEmpty || !content.isEmpty else { return }
        let base = file.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? "file"
        files.append(File(field: name, name: String(base.prefix(200)), type: type, bytes: Array(content)))
    }

    /// The value of a parameter of a header: `name="value"` or `name=value`.
    private static func parameter(_ name: String, of header: String) -> String? {
        for part in header.split(separator: ";").dropFirst() {
            let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard pair.count == 2, pair[0].trimming(while: \.isWhitespace).lowercased() == name else { continue }
            return pair[1].trimming(while: \.isWhitespace).trimming { $0 == "\"" }
        }
        return nil
    }

    /// Where `needle` begins in `bytes`, at or after `start`; its first byte is looked for first.
    private static func find(_ needle: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
        guard let first = needle.first, bytes.count >= needle.count else { return nil }
        return bytes.withUnsafeBufferPointer { bytes in
            var at = start
            let last = bytes.count - needle.count
            while at <= last {
                if bytes[at] == first, needle.indices.allSatisfy({ bytes[at + $0] == needle[$0] }) { return at }
                at += 1
            }
            return nil
        }
    }
}

extension StringProtocol {
    /// Without the characters at both ends for which `isOutside` holds.
    func trimming(while isOutside: (Character) -> Bool) -> String {
        guard let first = firstIndex(where: { !isOutside($0) }), let last = lastIndex(where: { !isOutside($0) }) else {
            return ""
        }
        return String(self[first...last])
    }
}
