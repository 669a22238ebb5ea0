/// Writes JSON into bytes.
public struct JSONText {
    /// What is written so far.
    public private(set) var bytes: [UInt8] = []
    private let isIndented: Bool
    private var depth = 0
    private var isFirst = true

    /// - Parameter indented: a line for each value, else all in one line.
    public init(indented: Bool) { isIndented = indented }

    private mutating func lineBreak() {
        guard isIndented else { return }
        bytes.append(0x0A)
        for _ in 0..<depth { bytes += [0x20, 0x20] }
    }

    private mutating func separate() {
        if !isFirst { bytes.append(UInt8(ascii: ",")) }
        if depth > 0 { lineBreak() }
        isFirst = false
    }

    /// Writes an object or array around what `body` writes.
    private mutating func nest(_ open: Unicode.Scalar, _ close: Unicode.Scalar, _ body: (inout JSONText) -> Void) {
        bytes.append(UInt8(ascii: open))
        depth += 1
        isFirst = true
        body(&self)
        depth -= 1
        if !isFirst { lineBreak() }
        isFirst = false
        bytes.append(UInt8(ascii: close))
    }

    /// An object as an element, or as the whole value.
    public mutating func object(_ body: (inout JSONText) -> Void) {
        separate()
        nest("{", "}", body)
    }

    /// An object as a member.
    public mutating func object(_ key: StaticString, _ body: (inout JSONText) -> Void) {
        self.key(key)
        nest("{", "}", body)
    }

    /// An array as a member.
    public mutating func array(_ key: StaticString, _ body: (inout JSONText) -> Void) {
        self.key(key)
        nest("[", "]", body)
    }

    /// A key, after which its value must be written.
    public mutating func key(_ key: StaticString) {
        separate()
        string(key.withUTF8Buffer { Array($0) })
        bytes.append(UInt8(ascii: ":"))
        if isIndented { bytes.append(0x20) }
    }

    /// A member that is a string, given as UTF-8.
    public mutating func pair(_ key: StaticString, _ text: some Collection<UInt8>) {
        self.key(key)
        string(text)
    }

    /// A member; nothing for nil.
    public mutating func pair(_ key: StaticString, _ text: String?) {
        if let text { pair(key, text.utf8) }
    }

    /// A member that is a truth value; nothing for nil.
    public mutating func pair(_ key: StaticString, _ value: Bool?) {
        guard let value else { return }
        self.key(key)
        bytes += (value ? "true" : "false").utf8
    }

    /// A member that is a number; nothing for nil and for what JSON has no number for.
    public mutating func pair(_ key: StaticString, _ value: Double?) {
        guard let value, value.isFinite else { return }
        self.key(key)
        bytes += "\(value)".utf8
    }

    /// An array of strings; nothing for an empty one.
    public mutating func pair(_ key: StaticString, _ texts: [String]) {
        guard !texts.isEmpty else { return }
        array(key) { json in
            for text in texts {
                json.separate()
                json.string(text.utf8)
            }
        }
    }

    /// A range as its two bounds in one line.
    public mutating func pair(_ key: StaticString, _ range: ByteRange) {
        self.key(key)
        bytes += "[\(range.lowerBound),\(range.upperBound)]".utf8
    }

    /// A string with all escaped that JSON forbids or that could mislead a terminal or a reader: control characters,
    /// marks of writing direction, line and paragraph separators.
    private mutating func string(_ text: some Collection<UInt8>) {
        bytes.append(UInt8(ascii: "\""))
        var rest = 0
        let text = Array(text)
        var index = 0
        while index < text.count {
            let byte = text[index]
            if byte >= 0x20, byte < 0x7F, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") {
                index += 1
                continue
            }
            guard let (escape, length) = Self.escape(text, at: index) else {
                index += 1
                continue
            }
            bytes += text[rest..<index]
            bytes += escape.utf8
            index += length
            rest = index
        }
        bytes += text[rest...]
        bytes.append(UInt8(ascii: "\""))
    }

    private static func escape(_ text: [UInt8], at index: Int) -> (escape: String, length: Int)? {
        let byte = text[index]
        switch byte {
        case 0x0A: return ("\\n", 1)
        case UInt8(ascii: "\""): return ("\\\"", 1)
        case UInt8(ascii: "\\"): return ("\\\\", 1)
        case 0..<0x20, 0x7F: return ("\\u00" + (byte < 0x10 ? "0" : "") + String(byte, radix: 16), 1)
        case 0xC2 where index + 1 < text.count && text[index + 1] < 0xA0:
            return ("\\u00" + String(text[index + 1], radix: 16), 2)
        case 0xE2 where index + 2 < text.count && (text[index + 1] == 0x80 || text[index + 1] == 0x81):
            let value = 0x2000 + Int(text[index + 1] & 0x3F) << 6 + Int(text[index + 2] & 0x3F)
            switch value {
            case 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x206F: return ("\\u" + String(value, radix: 16), 3)
            default: return nil
            }
        default: return nil
        }
    }
}
