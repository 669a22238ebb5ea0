/// JSON strings, written as UTF-8.
enum JSONText {
    private static let hex = Array("0123456789abcdef".utf8)

    /// Appends `text` in quotes, with what JSON wants escaped; ill-formed UTF-8 becomes U+FFFD.
    static func append(_ text: some Collection<UInt8>, to out: inout [UInt8]) {
        let plain: Void? = text.withContiguousStorageIfAvailable { append($0, to: &out) }
        if plain == nil { Array(text).withUnsafeBufferPointer { append($0, to: &out) } }
    }

    private static func append(_ text: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]) {
        out.append(0x22)
        var i = 0
        while i < text.count {
            let byte = text[i]
            if byte >= 0x80 {
                guard let base = text.baseAddress else { break }
                let (scalar, size) = Scalars.decode(base, i, text.count)
                if scalar == 0xFFFD, size == 1 {
                    out += [0xEF, 0xBF, 0xBD]
                } else {
                    for k in 0..<size { out.append(text[i + k]) }
                }
                i += size
                continue
            }
            switch byte {
            case 0x22, 0x5C:
                out.append(0x5C)
                out.append(byte)
            case 0x0A: out += [0x5C, 0x6E]
            case 0x0D: out += [0x5C, 0x72]
            case 0x09: out += [0x5C, 0x74]
            case 0..<0x20: out += [0x5C, 0x75, 0x30, 0x30, hex[Int(byte >> 4)], hex[Int(byte & 15)]]
            default: out.append(byte)
            }
            i += 1
        }
        out.append(0x22)
    }

    /// Appends a number that is not negative.
    static func append(_ number: Int, to out: inout [UInt8]) {
        if number < 10 {
            out.append(0x30 + UInt8(truncatingIfNeeded: max(number, 0)))
            return
        }
        var divisor = 1
        while number / divisor >= 10 { divisor *= 10 }
        while divisor > 0 {
            out.append(0x30 + UInt8(truncatingIfNeeded: number / divisor % 10))
            divisor /= 10
        }
    }
}
