import Foundation

/// Writes words of scripts without a table of sounds in Latin letters: Hangul by rule, Kana, Han (pinyin) and all others
/// through ICU's transliterator.
enum Romanizer {
    private static let initials = [
        "k", "kk", "n", "t", "tt", "r", "m", "p", "pp", "s", "ss", "", "ch", "jj", "ch", "k", "t", "p", "h",
    ].map { Array($0.utf8).map(UInt32.init) }
    private static let vowels = [
        "a", "ae", "ya", "yae", "o", "e", "yo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu", "u",
        "ui", "i",
    ].map { Array($0.utf8).map(UInt32.init) }
    private static let finals = [
        "", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p", "p", "t", "t", "ng",
        "t", "t", "k", "t", "p", "t",
    ].map { Array($0.utf8).map(UInt32.init) }

    /// The word in lower-case Latin letters without accents; empty where there is no reading.
    static func latin(_ word: some RandomAccessCollection<UInt32>) -> [UInt32] {
        if word.allSatisfy({ Script($0) == .hangul }) { return hangul(word) }
        var text = String.UnicodeScalarView()
        for value in word { if let scalar = Unicode.Scalar(value) { text.append(scalar) } }
        let made = String(text).applyingTransform(StringTransform("Any-Latin; Latin-ASCII; Lower"), reverse: false)
        return (made ?? "").unicodeScalars.map(\.value).filter { (0x61...0x7A).contains($0) }
    }

    /// Syllables are letters in a grid: initial, vowel, final (The Unicode Standard, 3.12).
    private static func hangul(_ word: some RandomAccessCollection<UInt32>) -> [UInt32] {
        var out: [UInt32] = []
        for scalar in word {
            let index = Int(scalar) - 0xAC00
            out += initials[index / 588]
            out += vowels[index % 588 / 28]
            out += finals[index % 28]
        }
        return out
    }
}
