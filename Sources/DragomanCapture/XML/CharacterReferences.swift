/// Expands `&amp;`, `&#233;`, `&#xE9;` and HTML's named references, and nothing else.
///
/// What a document type declares is never expanded, so that no text can grow: a reference gives at most as many bytes as
/// it has, but for a handful of names that give two characters. Unknown ones and bare ampersands stay as they are.
public enum CharacterReferences {
    /// The bytes of `range` with references expanded, CR LF as LF and without control characters.
    public static func expanded(_ bytes: [UInt8], _ range: Range<Int>) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(range.count)
        var copied = range.lowerBound
        var position = copied
        while position < range.upperBound {
            let byte = bytes[position]
            switch byte {
            case UInt8(ascii: "&"):
                guard let (characters, end) = reference(bytes, at: position, end: range.upperBound) else {
                    position += 1
                    continue
                }
                output += bytes[copied..<position]
                output += characters
                position = end
                copied = end
            case 0x09, 0x0A, 0x20...: position += 1
            default:
                output += bytes[copied..<position]
                let isLineBreak =
                    byte == 0x0D && !(position + 1 < range.upperBound && bytes[position + 1] == 0x0A)
                if isLineBreak { output.append(0x0A) }
                position += 1
                copied = position
            }
        }
        if copied == range.lowerBound, range == 0..<bytes.count { return bytes }
        output += bytes[copied..<range.upperBound]
        return output
    }

    /// The characters of the reference at an ampersand and where it ends; nil where there is none.
    private static func reference(_ bytes: [UInt8], at start: Int, end: Int) -> ([UInt8], Int)? {
        guard start + 2 < end else { return nil }
        if bytes[start + 1] == UInt8(ascii: "#") { return numeric(bytes, at: start + 2, end: end) }
        var position = start + 1
        let limit = min(end, position + HTMLEntities.longestName + 1)
        while position < limit, isAlphanumeric(bytes[position]) { position += 1 }
        guard position > start + 1, position < end, bytes[position] == UInt8(ascii: ";") else { return nil }
        let name = String(decoding: bytes[(start + 1)..<position], as: UTF8.self)
        return HTMLEntities.characters(name).map { ($0, position + 1) }
    }

    private static func numeric(_ bytes: [UInt8], at start: Int, end: Int) -> ([UInt8], Int)? {
        let isHexadecimal = bytes[start] | 0x20 == UInt8(ascii: "x")
        let first = isHexadecimal ? start + 1 : start
        var position = first
        var value: UInt32 = 0
        while position < end, let digit = digit(bytes[position], isHexadecimal: isHexadecimal) {
            value = min(value * (isHexadecimal ? 16 : 10) + digit, 0x11_0000)
            position += 1
        }
        guard position > first else { return nil }
        if position < end, bytes[position] == UInt8(ascii: ";") { position += 1 }
        return (utf8(of: value), position)
    }

    private static func digit(_ byte: UInt8, isHexadecimal: Bool) -> UInt32? {
        switch byte {
        case 0x30...0x39: UInt32(byte - 0x30)
        case 0x41...0x46 where isHexadecimal: UInt32(byte - 0x41 + 10)
        case 0x61...0x66 where isHexadecimal: UInt32(byte - 0x61 + 10)
        default: nil
        }
    }

    /// A code point as text; numbers 128 to 159 mean what they mean in Windows-1252 (HTML Standard, section 13.2.5.80).
    private static func utf8(of value: UInt32) -> [UInt8] {
        if value < 0x20, value != 0x09, value != 0x0A { return value == 0x0D ? [0x0A] : [] }
        let value = (0x80..<0xA0).contains(value) ? UInt32(windows1252[Int(value) - 0x80]) : value
        return Array(String(Character(Unicode.Scalar(value) ?? "\u{FFFD}")).utf8)
    }

    private static let windows1252: [UInt16] = [
        0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,
        0x017D,
        0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153,
        0x9D,
        0x017E, 0x0178,
    ]

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }
}
