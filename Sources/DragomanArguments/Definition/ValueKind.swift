import DragomanText

/// What values are allowed, and how a shell completes them.
public enum ValueKind: Sendable, Equatable {
    /// Any text.
    case text
    /// A path of a file; `-` stands for standard input where the command says so.
    case file
    /// A path of a folder.
    case folder
    /// One of a few words.
    case choice([String])
    /// A whole number in a range.
    case integer(ClosedRange<Int>)
    /// A day, month, quarter, half or year: `2023-03-20`, `2023-03`, `2023-Q1`, `2023-H1`, `2023`.
    case date

    /// What is allowed, for help; nil where anything is.
    var allowed: String? {
        switch self {
        case .text, .file, .folder: nil
        case .choice(let words): Self.alternatives(words)
        case .integer(let range): "\(range.lowerBound) to \(range.upperBound)"
        case .date: "such as 2023-03-20"
        }
    }

    /// Whether `word` is allowed.
    func allows(_ word: String) -> Bool {
        switch self {
        case .text: true
        case .file, .folder: !word.isEmpty
        case .choice(let words): words.contains(word)
        case .integer(let range): Int(word).map(range.contains) ?? false
        case .date: CoarseDate(iso: word)?.description == word
        }
    }

    /// "a", "a or b", "a, b or c".
    static func alternatives(_ words: [String]) -> String {
        guard let last = words.last, words.count > 1 else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " or " + last
    }
}
