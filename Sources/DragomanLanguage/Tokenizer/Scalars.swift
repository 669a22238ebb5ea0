/// UTF-8 decoding and encoding by scalars. Ill-formed bytes become U+FFFD, one for each byte, so any input has an answer.
enum Scalars {
    /// The scalar that starts at `at` and the number of bytes it takes, at least 1.
    @inline(__always)
    static func decode(_ bytes: UnsafePointer<UInt8>, _ at: Int, _ end: Int) -> (scalar: UInt32, length: Int) {
        let first = UInt32(bytes[at])
        if first < 0x80 { return (first, 1) }
        @inline(__always) func tail(_ i: Int) -> UInt32? {
            guard at &+ i < end else { return nil }
            let byte = UInt32(bytes[at &+ i])
            return byte & 0xC0 == 0x80 ? byte & 0x3F : nil
        }
        switch first {
        case 0xC2...0xDF:
            if let b = tail(1) { return ((first & 0x1F) << 6 | b, 2) }
        case 0xE0...0xEF:
            if let b = tail(1), let c = tail(2) {
                let scalar = (first & 0xF) << 12 | b << 6 | c
                if scalar >= 0x800, !(0xD800...0xDFFF).contains(scalar) { return (scalar, 3) }
            }
        case 0xF0...0xF4:
            if let b = tail(1), let c = tail(2), let d = tail(3) {
                let scalar = (first & 7) << 18 | b << 12 | c << 6 | d
                if scalar >= 0x10000, scalar < 0x110000 { return (scalar, 4) }
            }
        default: break
        }
        return (0xFFFD, 1)
    }

    /// Appends a scalar as UTF-8.
    static func encode(_ scalar: UInt32, to bytes: inout Scratch<UInt8>) {
        func byte(_ value: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: value) }
        switch scalar {
        case 0..<0x80: bytes.append(byte(scalar))
        case 0..<0x800:
            bytes.append(byte(0xC0 | scalar >> 6))
            bytes.append(byte(0x80 | scalar & 0x3F))
        case 0..<0x10000:
            bytes.append(byte(0xE0 | scalar >> 12))
            bytes.append(byte(0x80 | scalar >> 6 & 0x3F))
            bytes.append(byte(0x80 | scalar & 0x3F))
        default:
            bytes.append(byte(0xF0 | scalar >> 18))
            bytes.append(byte(0x80 | scalar >> 12 & 0x3F))
            bytes.append(byte(0x80 | scalar >> 6 & 0x3F))
            bytes.append(byte(0x80 | scalar & 0x3F))
        }
    }
}
