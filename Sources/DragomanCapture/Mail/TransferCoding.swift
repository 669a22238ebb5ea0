/// Undoes the codings in which mails carry bytes (RFC 2045, section 6), whatever is wrong with them.
enum TransferCoding {
    /// The bytes; those of an unknown coding as they are.
    static func decoded(_ body: ArraySlice<UInt8>, coding: String?) -> [UInt8] {
        switch coding?.lowercased().trimmedOfSpace {
        case "base64": base64(body)
        case "quoted-printable": quotedPrintable(body)
        default: Array(body)
        }
    }

    /// Base64, characters that are none passed over; `-` and `_` stand for `+` and `/`.
    static func base64(_ text: ArraySlice<UInt8>) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(text.count / 4 * 3 + 3)
        var bits: UInt32 = 0
        var count = 0
        for byte in text {
            let value = values[Int(byte)]
            guard value < 64 else {
                // Padding ends a piece; another may follow it.
                if byte == UInt8(ascii: "=") { (bits, count) = (0, 0) }
                continue
            }
            bits = bits << 6 | UInt32(value)
            count += 6
            if count >= 8 {
                count -= 8
                output.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
            }
        }
        return output
    }

    /// Quoted-printable; an `=` that begins nothing stays.
    ///
    /// - Parameter isWord: as in headers, where `_` is a space.
    static func quotedPrintable(_ text: ArraySlice<UInt8>, isWord: Bool = false) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(text.count)
        var index = text.startIndex
        while index < text.endIndex {
            let byte = text[index]
            index += 1
            if isWord, byte == UInt8(ascii: "_") {
                output.append(0x20)
            } else if byte != UInt8(ascii: "=") {
                output.append(byte)
            } else if index + 1 < text.endIndex, let high = hexadecimal(text[index]),
                let low = hexadecimal(text[index + 1])
            {
                output.append(high << 4 | low)
                index += 2
            } else {
                // At the end of a line it joins this line with the next.
                var next = index
                while next < text.endIndex, text[next] == 0x20 || text[next] == 0x09 || text[next] == 0x0D { next += 1 }
                if next == text.endIndex || text[next] == 0x0A {
                    index = min(text.endIndex, next + 1)
                } else {
                    output.append(byte)
                }
            }
        }
        return output
    }

    private static func hexadecimal(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x41 + 10
        case 0x61...0x66: byte - 0x61 + 10
        default: nil
        }
    }

    private static let values: [UInt8] = {
        var values = [UInt8](repeating: 255, count: 256)
        for (value, byte) in "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8.enumerated() {
            values[Int(byte)] = UInt8(value)
        }
        values[Int(UInt8(ascii: "-"))] = 62
        values[Int(UInt8(ascii: "_"))] = 63
        return values
    }()
}
