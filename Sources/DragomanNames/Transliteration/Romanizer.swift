import Foundation
import Synchronization

/// Writes words of scripts without a table of sounds in Latin letters: Hangul and Kana by rule, Han (pinyin) letter by letter
/// and all others word by word through ICU's transliterator.
enum Romanizer {
    /// The word in lower-case Latin letters without accents; empty where there is no reading.
    static func latin(_ word: some RandomAccessCollection<UInt32>) -> [UInt32] {
        var out: [UInt32] = []
        var han: [UInt32] = []
        func endHan() {
            guard !han.isEmpty else { return }
            out += readings(of: han)
            han.removeAll()
        }
        for scalar in word {
            switch Script(scalar) {
            case .han: han.append(scalar)
            case .hangul:
                endHan()
                out += hangul(scalar)
            case .kana:
                endHan()
                Kana.append(scalar, to: &out)
            default: return transliterated(word)
            }
        }
        endHan()
        return out
    }

    /// Looks up at once how the Han letters of many names are read: opening ICU's transliterator takes longer than using it.
    static func prepare(_ names: some Sequence<String>) {
        var letters: Set<UInt32> = []
        for name in names {
            for scalar in name.unicodeScalars where scalar.value >= 0x3400 && Script(scalar.value) == .han {
                letters.insert(scalar.value)
            }
        }
        if !letters.isEmpty { _ = readings(of: letters.sorted()) }
    }

    // MARK: Han

    /// How Han letters are read, as far as it was asked; each reading is a pure function of its letter.
    private static let known = Mutex<[UInt32: [UInt32]]>([:])

    private static func readings(of letters: [UInt32]) -> [UInt32] {
        known.withLock { known in
            let new = letters.filter { known[$0] == nil }
            if !new.isEmpty {
                var text = String.UnicodeScalarView()
                for value in new {
                    if let scalar = Unicode.Scalar(value) { text.append(scalar) }
                    text.append("\n")
                }
                let lines = latin(String(text)).split(separator: "\n", omittingEmptySubsequences: false)
                for (letter, line) in zip(new, lines) { known[letter] = plain(line) }
            }
            return letters.flatMap { known[$0] ?? [] }
        }
    }

    // MARK: Others

    private static func transliterated(_ word: some RandomAccessCollection<UInt32>) -> [UInt32] {
        var text = String.UnicodeScalarView()
        for value in word { if let scalar = Unicode.Scalar(value) { text.append(scalar) } }
        return plain(latin(String(text))[...])
    }

    private static func latin(_ text: String) -> String {
        text.applyingTransform(StringTransform("Any-Latin; Latin-ASCII; Lower"), reverse: false) ?? ""
    }

    private static func plain(_ text: Substring) -> [UInt32] {
        text.unicodeScalars.map(\.value).filter { (0x61...0x7A).contains($0) }
    }

    // MARK: Hangul

    private static let initials = [
        "k", "kk", "n", "t", "tt", "r", "m", "p", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h",
    ].map { Array($0.utf8).map(UInt32.init) }
    private static let vowels = [
        "a", "ae", "ya", "yae", "o", "e", "yo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu", "u",
        "ui", "i",
    ].map { Array($0.utf8).map(UInt32.init) }
    private static let finals = [
        "", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p", "p", "t", "t", "ng",
        "t", "t", "k", "t", "p", "t",
    ].map { Array($0.utf8).map(UInt32.init) }

    /// Syllables are letters in a grid: initial, vowel, final (The Unicode Standard, 3.12).
    private static func hangul(_ scalar: UInt32) -> [UInt32] {
        let index = Int(scalar) - 0xAC00
        return initials[index / 588] + vowels[index % 588 / 28] + finals[index % 28]
    }
}
