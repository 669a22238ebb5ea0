/// The script a letter is written in, as far as matching cares.
public enum Script: UInt8, Sendable, CaseIterable {
    case latin, cyrillic, arabic, hebrew, greek, georgian, armenian, hangul, kana, han
    /// Any other script; read through ICU's tables.
    case other
    /// No letter: digits, marks, signs.
    case none

    /// The script of a scalar; `none` for what is no letter.
    init(_ scalar: UInt32) {
        switch scalar {
        case 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2AF, 0x1E00...0x1EFF: self = .latin
        case 0x370...0x3FF, 0x1F00...0x1FFF: self = .greek
        case 0x400...0x52F: self = .cyrillic
        case 0x531...0x587: self = .armenian
        case 0x590...0x5FF: self = (0x5D0...0x5F2).contains(scalar) ? .hebrew : .none
        case 0x600...0x6FF:
            self = (0x620...0x64A).contains(scalar) || (0x671...0x6D5).contains(scalar) ? .arabic : .none
        case 0x750...0x77F, 0x8A0...0x8FF: self = .arabic
        case 0x10A0...0x10FF, 0x1C90...0x1CBF: self = .georgian
        case 0x3040...0x30FF, 0x31F0...0x31FF: self = scalar == 0x30FB ? .none : .kana
        case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: self = .han
        case 0xAC00...0xD7A3: self = .hangul
        case 0..<0x700, 0x2000...0x2BFF, 0x3000...0x303F, 0xE000...0xF8FF, 0xFE00...0xFE0F, 0xFFF0...0xFFFF,
            0x1F000...0x1FAFF, 0xE0000...0x10FFFF:
            self = .none
        default:
            let category = Unicode.Scalar(scalar)?.properties.generalCategory
            switch category {
            case .otherLetter, .lowercaseLetter, .uppercaseLetter, .titlecaseLetter, .spacingMark, .nonspacingMark:
                self = .other
            default: self = .none
            }
        }
    }

    /// Whether the script leaves most vowels unwritten.
    var omitsVowels: Bool { self == .arabic || self == .hebrew }
    /// Whether one letter is a syllable or a word, so that one other letter is another name.
    var isSyllabic: Bool { self == .han || self == .hangul }
    /// Whether letters have sounds in the table of sounds; the others go through ICU first.
    var hasSounds: Bool { rawValue <= Script.armenian.rawValue }
}
