import Foundation

/// The letters of a name in a form in which spellings compare: lower case, composed, without controls.
struct Letters {
    /// Scalars beyond this many are not read.
    static let limit = 2_048

    /// Scalars as they are written, composed (NFC; NFKC for compatibility forms), at most `limit`.
    private(set) var scalars: [UInt32] = []
    /// Whether the name went on after the limit.
    private(set) var isCut = false
    /// Whether there were controls or marks of direction, which are left out.
    private(set) var hadControls = false

    init(_ name: String) {
        var composing = false
        scalars.reserveCapacity(min(Self.limit, name.utf8.count))
        for scalar in name.unicodeScalars {
            if scalars.count == Self.limit {
                isCut = true
                break
            }
            if Self.needsComposing(scalar.value) { composing = true }
            take(scalar.value)
        }
        guard composing else { return }
        var text = String.UnicodeScalarView()
        for value in scalars { if let scalar = Unicode.Scalar(value) { text.append(scalar) } }
        scalars.removeAll(keepingCapacity: true)
        for scalar in String(text).precomposedStringWithCompatibilityMapping.unicodeScalars.prefix(Self.limit) {
            take(scalar.value)
        }
    }

    private mutating func take(_ value: UInt32) {
        switch value {
        case 0x09...0x0D: scalars.append(0x20)
        case 0..<0x20, 0x7F...0x9F, 0x61C, 0x202A...0x202E, 0x2060...0x206F, 0x200E, 0x200F: hadControls = true
        case 0xAD, 0x200B...0x200D, 0xFEFF, 0xFE00...0xFE0F, 0xE0000...0xE0FFF: break
        case 0x640, 0x64B...0x65F, 0x670: break  // Arabic vowel signs and the stretching line
        case 0x591...0x5C7: break  // Hebrew points
        default: scalars.append(value)
        }
    }

    private static func needsComposing(_ value: UInt32) -> Bool {
        switch value {
        case 0x300...0x36F, 0x653...0x655, 0x2100...0x214F, 0xFB00...0xFDFF, 0xFE70...0xFEFE, 0xFF00...0xFFEF,
            0x1D400...0x1D7FF, 0x1100...0x11FF, 0x3099, 0x309A:
            true
        default: false
        }
    }

    /// Lower case of a scalar: one scalar, the first where the full mapping has more.
    static func lower(_ scalar: UInt32) -> UInt32 {
        if scalar < 0x80 { return (0x41...0x5A).contains(scalar) ? scalar | 0x20 : scalar }
        if scalar < lowered.count { return lowered[Int(scalar)] }
        if scalar < 0x1C90 { return scalar }
        return computedLower(scalar)
    }

    static func isUpper(_ scalar: UInt32) -> Bool { lower(scalar) != scalar }

    /// The letter without its accent: `é` gives `e`; the scalar itself where it has none.
    static func base(_ scalar: UInt32) -> UInt32 {
        if scalar < 0xC0 { return scalar }
        if scalar < bases.count { return bases[Int(scalar)] }
        return (0x1E00...0x1FFF).contains(scalar) ? computedBase(scalar) : scalar
    }

    private static let lowered: [UInt32] = (0..<0x590).map { computedLower($0) }
    private static let bases: [UInt32] = (0..<0x590).map { computedBase($0) }

    private static func computedLower(_ value: UInt32) -> UInt32 {
        Unicode.Scalar(value)?.properties.lowercaseMapping.unicodeScalars.first?.value ?? value
    }

    private static func computedBase(_ value: UInt32) -> UInt32 {
        guard let scalar = Unicode.Scalar(value) else { return value }
        return String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars.first?.value ?? value
    }
}
