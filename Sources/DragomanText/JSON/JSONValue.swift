/// A JSON value, read leniently: line breaks in strings and commas too many are passed over, as in many pages' JSON-LD.
public enum JSONValue: Sendable {
    case string(String)
    case number(String)
    case bool(Bool)
    case array([JSONValue])
    case object([(key: String, value: JSONValue)])
    case other

    /// Reads the first value in `bytes`; nil where it is not JSON, or nested deeper than 64 levels.
    public init?(_ bytes: some Collection<UInt8>) {
        let bytes = Array(bytes)
        var reader = JSONReader(bytes: bytes[...], position: 0)
        guard let value = reader.value(depth: 0) else { return nil }
        self = value
    }

    /// The value of a key; nil for none and for what is no object.
    public subscript(key: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.key == key }?.value
    }

    /// The elements of an array, or the value alone.
    public var elements: [JSONValue] {
        if case .array(let elements) = self { return elements }
        return [self]
    }

    /// A string with something in it, with white space collapsed.
    public var text: String? {
        guard case .string(let text) = self else { return nil }
        if Self.isPlain(text) { return text }
        let words = text.split(whereSeparator: \.isWhitespace)
        return words.isEmpty ? nil : words.joined(separator: " ")
    }

    /// Whether a string of ASCII has no white space but single spaces between words.
    private static func isPlain(_ text: String) -> Bool {
        var last: UInt8 = 0x20
        for byte in text.utf8 {
            guard byte < 0x80, byte >= 0x20, byte != 0x20 || last != 0x20 else { return false }
            last = byte
        }
        return last != 0x20
    }

    /// A number; nil for what is none.
    public var number: Double? {
        if case .number(let text) = self { return Double(text) }
        return nil
    }

    /// A string as it is, line breaks kept.
    public var lines: String? {
        if case .string(let text) = self { return text }
        return nil
    }

    /// `true` and `false`, also as strings.
    public var truth: Bool? {
        switch self {
        case .bool(let value): value
        case .string(let text) where text.lowercased() == "true": true
        case .string(let text) where text.lowercased() == "false": false
        default: nil
        }
    }
}

private struct JSONReader {
    let bytes: ArraySlice<UInt8>
    var position: Int

    private var byte: UInt8? { position < bytes.endIndex ? bytes[position] : nil }

    private mutating func skip() {
        while let byte, byte <= 0x20 || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";") { position += 1 }
    }

    /// The value at the position; its depth is bounded, so the recursion is.
    mutating func value(depth: Int) -> JSONValue? {
        skip()
        guard depth < 64, let byte else { return nil }
        switch byte {
        case UInt8(ascii: "{"): return object(depth: depth)
        case UInt8(ascii: "["): return array(depth: depth)
        case UInt8(ascii: "\""): return string().map { .string($0) }
        default: return bare()
        }
    }

    private mutating func object(depth: Int) -> JSONValue? {
        position += 1
        var members: [(key: String, value: JSONValue)] = []
        while true {
            skip()
            guard let byte else { return nil }
            if byte == UInt8(ascii: "}") { break }
            guard byte == UInt8(ascii: "\""), let key = string() else { return nil }
            skip()
            guard self.byte == UInt8(ascii: ":") else { return nil }
            position += 1
            guard let value = value(depth: depth + 1) else { return nil }
            members.append((key, value))
        }
        position += 1
        return .object(members)
    }

    private mutating func array(depth: Int) -> JSONValue? {
        position += 1
        var elements: [JSONValue] = []
        while true {
            skip()
            guard let byte else { return nil }
            if byte == UInt8(ascii: "]") { break }
            guard let value = value(depth: depth + 1) else { return nil }
            elements.append(value)
        }
        position += 1
        return .array(elements)
    }

    private mutating func bare() -> JSONValue? {
        let start = position
        while let byte, byte > 0x20, ![UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}")].contains(byte) {
            position += 1
        }
        guard position > start else { return nil }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        switch text {
        case "true": return .bool(true)
        case "false": return .bool(false)
        case "null": return .other
        default: return .number(text)
        }
    }

    private mutating func string() -> String? {
        position += 1
        var text: [UInt8] = []
        while let byte {
            position += 1
            if byte == UInt8(ascii: "\"") { return String(decoding: text, as: UTF8.self) }
            if byte == UInt8(ascii: "\\") {
                guard let escaped = self.byte else { return nil }
                position += 1
                escape(escaped, into: &text)
            } else {
                text.append(byte)
            }
        }
        return nil
    }

    private mutating func escape(_ byte: UInt8, into text: inout [UInt8]) {
        switch byte {
        case UInt8(ascii: "n"), UInt8(ascii: "r"): text.append(0x0A)
        case UInt8(ascii: "t"): text.append(0x20)
        case UInt8(ascii: "b"), UInt8(ascii: "f"): break
        case UInt8(ascii: "u"):
            guard var scalar = hex() else { return }
            if scalar & 0xFC00 == 0xD800, byteIs("\\", at: 0), byteIs("u", at: 1) {
                let saved = position
                position += 2
                if let low = hex(), low & 0xFC00 == 0xDC00 {
                    scalar = 0x10000 + (scalar & 0x3FF) << 10 + (low & 0x3FF)
                } else {
                    position = saved
                }
            }
            text += Array(String(Character(Unicode.Scalar(scalar) ?? "\u{FFFD}")).utf8)
        default: text.append(byte)
        }
    }

    private func byteIs(_ ascii: Unicode.Scalar, at offset: Int) -> Bool {
        position + offset < bytes.endIndex && bytes[position + offset] == UInt8(ascii: ascii)
    }

    private mutating func hex() -> UInt32? {
        guard position + 4 <= bytes.endIndex,
            let value = UInt32(String(decoding: bytes[position..<position + 4], as: UTF8.self), radix: 16)
        else { return nil }
        position += 4
        return value
    }
}
