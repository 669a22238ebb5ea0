internal import Glibc

extension XMLReader {
    /// The index of a byte at or after `start`; nil where it does not come any more.
    func index(of byte: UInt8, from start: Int) -> Int? {
        guard start < bytes.count else { return nil }
        return bytes.withUnsafeBytes { buffer in
            guard let base = buffer.baseAddress, let found = memchr(base + start, Int32(byte), buffer.count - start)
            else {
                return nil
            }
            return UnsafeRawPointer(found) - base
        }
    }

    /// The index of `terminator` at or after `start`. One that was missed is not looked for again: time stays linear.
    mutating func find(_ terminator: [UInt8], from start: Int) -> Int? {
        guard start + terminator.count <= bytes.count, start < missing[terminator] ?? bytes.count else { return nil }
        var candidate = index(of: terminator[0], from: start)
        while let found = candidate, !bytes[found...].starts(with: terminator) {
            candidate = index(of: terminator[0], from: found + 1)
        }
        guard let candidate else {
            missing[terminator] = start
            return nil
        }
        return candidate
    }

    func starts(with text: StaticString) -> Bool {
        guard position + text.utf8CodeUnitCount <= bytes.count else { return false }
        return text.withUTF8Buffer { buffer in
            for (offset, byte) in buffer.enumerated() where bytes[position + offset] != byte { return false }
            return true
        }
    }

    static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    static func isNameStart(_ byte: UInt8) -> Bool {
        (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == UInt8(ascii: "_")
            || byte == UInt8(ascii: ":") || byte >= 0x80
    }

    /// Whether a byte ends the name of an element or attribute.
    static func endsName(_ byte: UInt8) -> Bool {
        switch byte {
        case 0...0x20, UInt8(ascii: "/"), UInt8(ascii: ">"), UInt8(ascii: "<"), UInt8(ascii: "="), UInt8(ascii: "\""),
            UInt8(ascii: "'"):
            true
        default: false
        }
    }
}
