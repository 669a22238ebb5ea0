internal import DragomanText

/// The furniture of a page that stands between and around the paragraphs of an article: "Read more: ...",
/// "Share this", "Previous Article", "3 min read".
enum Furniture: Equatable {
    /// Of no use.
    case drop
    /// Of no use, and so is the title in the next line: "Read more:".
    case dropWithNext
    /// A press contact or copyright line: short lines after it belong to it.
    case contact
    /// Names the previous article; the title where the line gives it, else it stands in the next line.
    case previous(String?)
    /// Names the next article, likewise.
    case next(String?)
    /// Says who wrote the text.
    case author(String)
    /// Says which agency the text is from.
    case source(String)

    /// Lines longer than this many bytes are never furniture.
    private static let longest = 300

    /// What sort of furniture `line` is; nil for a line of the article.
    init?(line: ArraySlice<UInt8>) {
        guard line.count <= Self.longest, !line.isEmpty else { return nil }
        if line.starts(with: Array("©".utf8)) {
            self = .drop
            return
        }
        if let first = line.first, first < 0x80, first | 0x20 >= 0x61, first | 0x20 <= 0x7A,
            !FurniturePhrases.mayBegin[Int(first | 0x20)]
        {
            return nil
        }
        let text = String(decoding: line, as: UTF8.self)
        // Most lines are the article's, and their first word tells.
        let start = Self.words(of: String(decoding: line.prefix(48), as: UTF8.self), most: 1).first
        if let start, FurniturePhrases.byFirstWord[start] == nil { return nil }
        let words = Self.words(of: text)
        guard let first = words.first else {
            self = .drop
            return
        }
        guard let phrase = FurniturePhrases.byFirstWord[first]?.first(where: { Self.matches($0, words, line) }) else {
            return nil
        }
        let isWhole = words.count == phrase.words.count
        switch phrase.role {
        case .drop:
            self = phrase.mode == .label && isWhole && text.hasSuffix(":") ? .dropWithNext : .drop
        case .contact: self = .contact
        case .previous: self = .previous(isWhole ? nil : Self.rest(of: text))
        case .next: self = .next(isWhole ? nil : Self.rest(of: text))
        case .author:
            guard let rest = Self.rest(of: text) else { return nil }
            self = .author(rest)
        case .source:
            guard let rest = Self.rest(of: text), rest.utf8.count <= 60 else { return nil }
            self = .source(rest)
        }
    }

    /// Whether a short line opens what follows articles: "More news", "Comments (3)", "About the author".
    ///
    /// - Parameter outlet: the outlet's name: "More Caspian Herald" opens an end too.
    static func opensEnd(_ line: ArraySlice<UInt8>, outlet: String? = nil) -> Bool {
        guard line.count <= 80, !endsSentence(line) else { return false }
        if let outlet, !outlet.isEmpty, Folding.fold(line) == Folding.fold(Array("more\(outlet)".utf8)[...]) {
            return true
        }
        let words = words(of: String(decoding: line, as: UTF8.self))
        guard let first = words.first, let phrases = FurniturePhrases.endings[first] else { return false }
        return phrases.contains {
            words.starts(with: $0.words) && ($0.mode == .start || words.count <= $0.words.count + 1)
        }
    }

    /// Whether a short line only says whose picture stands above it: "A. Lens / Getty Images", "imago/Sven Simon".
    static func isCredit(_ line: ArraySlice<UInt8>) -> Bool {
        line.count <= 80 && !endsSentence(line) && pictureAgencies.isFound(in: line)
    }

    private static let pictureAgencies = ByteSearch([
        "getty images", "gettyimages", "picture alliance", "picture-alliance", "imago/", "imago images", "shutterstock",
        "adobe stock", "stock.adobe", "istock", "unsplash", "pexels", "depositphotos", "dreamstime", "afp/", "afp via",
        "/afp", "afp photo", "ap photo", "/dpa", "dpa/", "reuters/", "/reuters", "epa/", "ansa/", "epa-efe", "belga/",
        "apa/",
        "ritzau", "tt/",
    ])

    /// Whether a short line is nothing but a day, with a time or a weekday at most.
    static func isDay(_ line: ArraySlice<UInt8>) -> Bool {
        guard line.count <= 48, let first = line.first,
            first >= 0x30 && first <= 0x39 || first >= 0xD8 && first <= 0xDB
                || Self.words(of: String(decoding: line.prefix(24), as: UTF8.self), most: 1).first.map(isDayWord)
                    ?? false
        else { return false }
        let words = Self.words(of: String(decoding: line, as: UTF8.self))
        guard words.count <= 7, DateText.day(in: line) != nil else { return false }
        return words.count { !$0.hasPrefix("#") && MonthNames.month($0) == nil && !isDayWord($0) } <= 1
    }

    /// Weekdays and small words around days and times, in the languages of the press.
    private static func isDayWord(_ word: String) -> Bool { dayWords.contains(word) }

    private static let dayWords: Set<String> = [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "wed", "thu", "fri",
        "sat", "sun", "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag", "mo", "di", "mi",
        "do", "fr", "sa", "so", "uhr", "um", "at", "on", "am", "pm", "den", "le", "lundi", "mardi", "mercredi", "jeudi",
        "vendredi", "samedi", "dimanche", "lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo",
        "de",
        "понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье", "года", "г", "в",
        "pazartesi",
        "salı", "çarşamba", "perşembe", "cuma", "cumartesi", "pazar", "gmt", "utc", "msk", "h",
    ]

    private static func matches(_ phrase: FurniturePhrases.Phrase, _ words: [String], _ line: ArraySlice<UInt8>) -> Bool
    {
        guard words.starts(with: phrase.words) else { return false }
        let isWhole = words.count == phrase.words.count
        switch phrase.mode {
        case .whole: return isWhole
        case .start: return isWhole || line.count <= 160
        case .label: return isWhole || colon(after: phrase.words.count, in: line)
        case .titled: return isWhole && !endsSentence(line) || colon(after: phrase.words.count, in: line)
        }
    }

    /// Whether a colon ends the word number `count` of the line.
    private static func colon(after count: Int, in line: ArraySlice<UInt8>) -> Bool {
        var words = 0
        var isInside = false
        for byte in line {
            if byte == 0x20 || byte == 0x09 {
                isInside = false
            } else if byte == UInt8(ascii: ":") {
                return words == count
            } else if !isInside, byte > 0x40 || (byte >= 0x30 && byte <= 0x39) {
                isInside = true
                words += 1
                if words > count { return false }
            }
        }
        return false
    }

    /// What follows the first colon, trimmed; nil for nothing.
    private static func rest(of text: String) -> String? {
        guard let colon = text.firstIndex(of: ":") else { return nil }
        let rest = text[text.index(after: colon)...].trimmed
        return rest.isEmpty ? nil : rest
    }

    /// The first words in lower case without signs at their edges; figures become `#`.
    ///
    /// - Parameter most: how many at most.
    static func words(of text: String, most: Int = 25) -> [String] {
        var words: [String] = []
        var rest = text.utf8[...]
        while words.count < most {
            rest = rest.drop { $0 <= 0x20 }
            if rest.isEmpty { break }
            let bytes = rest.prefix { $0 > 0x20 }
            rest = rest[bytes.endIndex...]
            let piece = Substring(bytes)
            if let word = plainWord(bytes) {
                words.append(word)
                continue
            }
            let scalars = piece.unicodeScalars.drop { !$0.properties.isAlphabetic && !("0"..."9").contains($0) }
            guard let end = scalars.lastIndex(where: { $0.properties.isAlphabetic || ("0"..."9").contains($0) }) else {
                continue
            }
            let core = String(scalars[...end]).lowercased()
            let isFigure = core.utf8.allSatisfy { ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2C || $0 == 0x2E || $0 == 0x3A }
            if isFigure {
                words.append("#")
            } else if let dash = core.firstIndex(of: "-"), core[..<dash].utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) {
                words.append("#" + core[dash...])
            } else {
                words.append(core.split(separator: "’").joined(separator: "'"))
            }
        }
        return words
    }

    /// A word of ASCII letters, with signs at its edges taken off, in lower case; nil for all other words.
    private static func plainWord(_ piece: Substring.UTF8View) -> String? {
        func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }
        var core = Array(piece)
        while let last = core.last, [0x2C, 0x2E, 0x3A, 0x21, 0x3F].contains(last) { core.removeLast() }
        guard !core.isEmpty, core.allSatisfy(isLetter) else { return nil }
        return String(decoding: core.map { $0 | 0x20 }, as: UTF8.self)
    }

    /// Whether the line ends as a sentence does.
    static func endsSentence(_ line: ArraySlice<UInt8>) -> Bool {
        var line = line
        while let last = line.last {
            switch last {
            case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): return true
            case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"), UInt8(ascii: "]"), 0x20:
                line = line.dropLast()
            default:
                // ” ’ » … 。 ؟ ۔
                let tail = String(decoding: line.suffix(3), as: UTF8.self).unicodeScalars.last
                switch tail {
                case "”", "’", "“": line = line.dropLast(3)
                case "»": line = line.dropLast(2)
                case "…", "。", "؟", "۔", "！", "？": return true
                default: return false
                }
            }
        }
        return false
    }
}

extension StringProtocol {
    /// Without white space at both ends.
    var trimmed: String {
        // Most strings begin and end with a letter of ASCII.
        let isTrim = utf8.withContiguousStorageIfAvailable { bytes in
            guard let first = bytes.first, let last = bytes.last else { return true }
            return first > 0x20 && first < 0x80 && last > 0x20 && last < 0x80
        }
        if isTrim == true { return String(self) }
        guard let start = firstIndex(where: { !$0.isWhitespace }), let end = lastIndex(where: { !$0.isWhitespace })
        else {
            return ""
        }
        return String(self[start...end])
    }
}
