/// Folds words so that spellings of one name compare equal: case, accents, Turkish dots, Arabic letter variants.
///
/// "Camaçari" and "CAMACARI" give `camacari`, "Türkiye" gives `turkiye`, "U.S." gives `us`, "Ё" gives `е`. Letters keep
/// their script; punctuation, marks and controls vanish. Bytes that are not UTF-8 are dropped.
enum Folding {
    /// Appends the folded form of `bytes[range]` to `out`.
    static func fold(_ bytes: [UInt8], _ range: Range<Int>, into out: inout [UInt8]) {
        var at = range.lowerBound
        while at < range.upperBound {
            let byte = bytes[at]
            if byte < 0x80 {
                at += 1
                switch byte {
                case 0x30...0x39, 0x61...0x7A: out.append(byte)
                case 0x41...0x5A: out.append(byte | 0x20)
                case 0x26: out.append(contentsOf: [0x61, 0x6E, 0x64])  // & is read "and"
                case 0x24, 0x2B: out.append(byte)  // "US$" is no country, "C3+" is another model than "C3"
                default: break
                }
            } else {
                let (scalar, length) = decode(bytes, at, range.upperBound)
                at += length
                foldWide(scalar, into: &out)
            }
        }
    }

    /// The scalar at `at` and its length; scalar 0 and length 1 where the bytes are no UTF-8.
    static func decode(_ bytes: [UInt8], _ at: Int, _ end: Int) -> (scalar: UInt32, length: Int) {
        let first = bytes[at]
        let length = first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 0
        guard length > 0, at + length <= end else { return (0, 1) }
        if length == 1 { return (UInt32(first), 1) }
        var scalar = UInt32(first & (0xFF >> UInt8(length + 1)))
        for n in 1..<length {
            let next = bytes[at + n]
            guard next & 0xC0 == 0x80 else { return (0, 1) }
            scalar = scalar << 6 | UInt32(next & 0x3F)
        }
        return (scalar, length)
    }

    private static func foldWide(_ scalar: UInt32, into out: inout [UInt8]) {
        switch scalar {
        case 0xC0...0x17F:
            let base = latin[Int(scalar - 0xC0)]
            switch base {
            case 0x31: out.append(contentsOf: [0x61, 0x65])  // æ
            case 0x32: out.append(contentsOf: [0x74, 0x68])  // þ
            case 0x33: out.append(contentsOf: [0x73, 0x73])  // ß
            case 0x34: out.append(contentsOf: [0x6F, 0x65])  // œ
            case 0x35: out.append(contentsOf: [0x69, 0x6A])  // ĳ
            case 0x2D: break
            default: out.append(base)
            }
        case 0x18F, 0x259: out.append(0x65)  // Azerbaijani schwa
        case 0x1A0, 0x1A1: out.append(0x6F)
        case 0x1AF, 0x1B0: out.append(0x75)
        case 0x218, 0x219: out.append(0x73)
        case 0x21A, 0x21B: out.append(0x74)
        case 0x1EA0...0x1EF9: if let base = vietnamese(scalar) { out.append(base) }
        case 0x300...0x36F, 0x2B0...0x2FF, 0x80...0xBF, 0x2000...0x206F, 0x3000...0x303F, 0, 0xFEFF, 0xFFFD: break
        case 0x391...0x3A9: append(scalar + 0x20, to: &out)
        case 0x400...0x40F: append(scalar == 0x401 ? 0x435 : scalar + 0x50, to: &out)
        case 0x410...0x42F: append(scalar + 0x20, to: &out)
        case 0x451: append(0x435, to: &out)
        case 0x48A...0x4BF, 0x4D0...0x52F: append(scalar | 1, to: &out)
        case 0x640, 0x64B...0x65F, 0x670, 0x60C, 0x61B, 0x61F: break
        case 0x622, 0x623, 0x625, 0x671: append(0x627, to: &out)
        case 0x643: append(0x6A9, to: &out)
        case 0x649, 0x64A: append(0x6CC, to: &out)
        case 0x629: append(0x647, to: &out)
        case 0x624: append(0x648, to: &out)
        case 0x660...0x669: out.append(UInt8(scalar - 0x660 + 0x30))
        case 0x6F0...0x6F9: out.append(UInt8(scalar - 0x6F0 + 0x30))
        default: append(scalar, to: &out)
        }
    }

    private static func append(_ scalar: UInt32, to out: inout [UInt8]) {
        guard let valid = Unicode.Scalar(scalar) else { return }
        out.append(contentsOf: UTF8.encode(valid) ?? Unicode.UTF8.encodedReplacementCharacter)
    }

    /// Base letters of U+00C0 to U+017F; digits stand for ligatures, "-" for no letter.
    private static let latin: [UInt8] = Array(
        ("aaaaaa1ceeeeiiiidnooooo-ouuuuy23aaaaaa1ceeeeiiiidnooooo-ouuuuy2y"
            + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii55jjkkkllllllllllnnnnnnnnnoooooo44rrrrrrssssssss"
            + "ttttttuuuuuuuuuuuuwwyyyzzzzzzs").utf8)

    private static func vietnamese(_ scalar: UInt32) -> UInt8? {
        switch scalar {
        case 0x1EA0...0x1EB7: 0x61
        case 0x1EB8...0x1EC7: 0x65
        case 0x1EC8...0x1ECB: 0x69
        case 0x1ECC...0x1EE3: 0x6F
        case 0x1EE4...0x1EF1: 0x75
        case 0x1EF2...0x1EF9: 0x79
        default: nil
        }
    }
}
