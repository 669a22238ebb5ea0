internal import DragomanText

/// The header lines of a WARC record, an HTTP response or a mail, up to the blank line that ends them.
struct HeaderFields {
    /// Names in lower case with their values, unfolded, in the order they came.
    private(set) var fields: [(name: String, value: [UInt8])] = []
    /// The line above them, such as `HTTP/1.1 200 OK`; empty where there is none.
    private(set) var start: [UInt8] = []
    /// How many bytes they take, with the blank line.
    private(set) var size = 0

    /// The most lines that are read.
    static let limit = 2000

    /// - Parameters:
    ///   - bytes: begin with the header.
    ///   - hasStartLine: whether the first line is no field.
    init(_ bytes: ArraySlice<UInt8>, hasStartLine: Bool) {
        var position = bytes.startIndex
        var isFirst = hasStartLine
        while position < bytes.endIndex {
            let newline = bytes[position...].firstIndex(of: 0x0A) ?? bytes.endIndex
            var line = bytes[position..<newline]
            if line.last == 0x0D { line = line.dropLast() }
            position = min(bytes.endIndex, newline + 1)
            if line.isEmpty { break }
            if isFirst {
                start = Array(line)
                isFirst = false
            } else {
                add(line)
            }
        }
        size = position - bytes.startIndex
    }

    private mutating func add(_ line: ArraySlice<UInt8>) {
        if line.first == 0x20 || line.first == 0x09 {
            guard !fields.isEmpty, fields[fields.count - 1].value.count < 1 << 16 else { return }
            fields[fields.count - 1].value += [0x20] + line.drop { XMLReader.isSpace($0) }
            return
        }
        guard fields.count < Self.limit, let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return }
        let name = String(decoding: line[..<colon], as: UTF8.self).lowercased().trimmedOfSpace
        let value = line[(colon + 1)...].drop { XMLReader.isSpace($0) }
        let end = value.lastIndex { !XMLReader.isSpace($0) }.map { $0 + 1 } ?? value.startIndex
        fields.append((name, Array(value[..<end])))
    }

    /// The bytes of the first field of a name in lower case; nil for none.
    func bytes(_ name: String) -> [UInt8]? { fields.first { $0.name == name }?.value }

    /// The first field of a name in lower case; nil for none and for an empty one.
    subscript(name: String) -> String? {
        guard let value = bytes(name), !value.isEmpty else { return nil }
        return String(decoding: value, as: UTF8.self)
    }

    /// The first field of a name as a count; nil for none and for what is no count.
    func count(_ name: String) -> Int? {
        guard let value = self[name], value.utf8.count <= 18, let count = Int(value), count >= 0 else { return nil }
        return count
    }
}

/// A `Content-Type` with its parameters: `text/html; charset="utf-8"`.
struct MediaType {
    /// Type and subtype in lower case.
    let name: String
    private let parameters: [(name: String, value: String)]

    /// - Parameter text: at most 64 parameters are read.
    init(_ text: String) {
        let bytes = Array(text.utf8.prefix(1 << 13))
        var parts: [[UInt8]] = [[]]
        var isQuoted = false
        for byte in bytes {
            if byte == UInt8(ascii: "\"") {
                isQuoted.toggle()
            } else if byte == UInt8(ascii: ";"), !isQuoted {
                guard parts.count <= 64 else { break }
                parts.append([])
            } else {
                parts[parts.count - 1].append(byte)
            }
        }
        name = String(decoding: parts[0], as: UTF8.self).trimmedOfSpace.lowercased()
        parameters = parts.dropFirst().compactMap { part in
            guard let equals = part.firstIndex(of: UInt8(ascii: "=")) else { return nil }
            return (
                String(decoding: part[..<equals], as: UTF8.self).trimmedOfSpace.lowercased(),
                String(decoding: part[(equals + 1)...], as: UTF8.self).trimmedOfSpace
            )
        }
    }

    /// The value of a parameter; nil for none and for an empty one.
    subscript(parameter: String) -> String? {
        parameters.first { $0.name == parameter && !$0.value.isEmpty }?.value
    }
}
