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
    /// A day, month or year: `2023-03-20`, `2023-03`, `2023`.
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
        case .date: Self.isDate(word)
        }
    }

    /// "a", "a or b", "a, b or c".
    static func alternatives(_ words: [String]) -> String {
        guard let last = words.last, words.count > 1 else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " or " + last
    }

    /// Whether `word` is a year, a month or a day of the calendar in ISO 8601.
    private static func isDate(_ word: String) -> Bool {
        let parts = word.split(separator: "-", omittingEmptySubsequences: false)
        let widths = [4, 2, 2]
        guard parts.count <= 3, zip(parts, widths).allSatisfy({ $0.utf8.count == $1 }) else { return false }
        let numbers = parts.compactMap { part in part.allSatisfy { $0.isASCII && $0.isNumber } ? Int(part) : nil }
        guard numbers.count == parts.count else { return false }
        if numbers.count > 1, !(1...12).contains(numbers[1]) { return false }
        if numbers.count > 2, !(1...days(year: numbers[0], month: numbers[1])).contains(numbers[2]) { return false }
        return true
    }

    private static func days(year: Int, month: Int) -> Int {
        switch month {
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}
