import DragomanText

/// One file of a knowledge base, read but not yet linked.
///
/// The format, as `Docs/names.md` tells it to analysts:
/// ```
/// # A comment runs to the end of the line.
/// @company | country Iran | goods car
/// Iran Khodro = IKCO = Иран Ходро = ایران خودرو | wikidata Q1185226
/// Saipa = Сайпа, Pars Khodro | goods car
/// @words role
/// minister, president, ambassador
/// ```
/// A line that begins with `@` opens a section: a type of names with fields for all its lines, or a class of words.
/// `@more TYPE` opens one whose lines add spellings to entries that stand elsewhere: the first spelling names the entry.
/// Below it, a line holds one or more names separated by commas; `=` joins spellings of one name, `|` begins fields,
/// which hold for all names of the line. A `?` after a spelling marks it as ambiguous.
struct KnowledgeFile {
    struct Spelling {
        var text: String
        var ambiguous: Bool
        /// Its words in the file's `folded`; never empty.
        var words: Range<Int>
    }
    struct Record {
        var type: NameType, spellings: [Spelling], fields: [(key: Key, value: String)], line: Int
        /// Whether the first spelling names an entry that stands elsewhere, to which the others are added.
        var isMore: Bool
        func value(_ key: Key) -> String? { fields.last { $0.key == key }?.value }
        func has(_ key: Key) -> Bool { fields.contains { $0.key == key } }
    }
    struct Words { var kind: WordClass, goods: String?, words: [String], line: Int }
    enum Key: String, CaseIterable {
        case id, country, of, goods, iso, wikidata, adj, people, capital, source, currency, was, weak

        /// Whether it stands alone, without a value.
        var isFlag: Bool { self == .capital || self == .weak }
    }

    /// Shown in errors.
    let name: String
    private(set) var records: [Record] = []
    private(set) var words: [Words] = []
    /// The words of all spellings.
    private(set) var folded = FoldedWords()

    private enum Section {
        case none
        case names(NameType, [(key: Key, value: String)], isMore: Bool)
        case words(WordClass, String?)
    }

    /// Longest name that is taken, in bytes.
    static let longestName = 200

    /// - Throws: `DragomanError` N002 with file, line and column at the first mistake.
    init(name: String, bytes: [UInt8]) throws {
        self.name = name
        var section = Section.none
        var line = 0
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
            line += 1
            try read(bytes, Self.trim(bytes, start..<Self.comment(bytes, start..<end)), start, line, &section)
            start = end + 1
        }
    }

    private mutating func read(
        _ bytes: [UInt8], _ range: Range<Int>, _ lineStart: Int, _ line: Int, _ section: inout Section
    ) throws {
        guard !range.isEmpty else { return }
        func fail(_ at: Int, _ problem: String, _ advice: String) -> DragomanError {
            let column = bytes[lineStart..<max(lineStart, at)].reduce(1) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
            return DragomanError(.badInput, "N002", "\(name):\(line):\(column): \(problem)", advice: advice)
        }
        let parts = Self.split(bytes, range, 0x7C)
        var fields: [(key: Key, value: String)] = []
        for part in parts.dropFirst() {
            let space = bytes[part].firstIndex(of: 0x20) ?? part.upperBound
            let word = bytes.string(part.lowerBound..<space)
            guard let key = Key(rawValue: word) else {
                let known = Key.allCases.map(\.rawValue).joined(separator: ", ")
                throw fail(part.lowerBound, "there is no field \"\(word)\"", "Fields are: \(known).")
            }
            let value = bytes.string(Self.trim(bytes, space..<part.upperBound))
            guard value.isEmpty == key.isFlag else {
                throw fail(
                    part.lowerBound, key.isFlag ? "\(word) takes no value" : "the field \(word) has no value",
                    "Write \"| \(word)\(key.isFlag ? "" : " VALUE")\".")
            }
            if key == .was, FormerName(value) == nil {
                throw fail(
                    part.lowerBound, "the field was says no date",
                    "Write \"| was NAME since DATE until DATE\", one of the dates at least, as 2019, 2019-05 or 2019-05-31."
                )
            }
            fields.append((key, value))
        }
        if bytes[range.lowerBound] == 0x40 {
            let head = bytes.string(parts[0]).split(separator: " ").map(String.init)
            if head[0] == "@words", head.count == 2, let kind = WordClass(rawValue: head[1]) {
                section = .words(kind, fields.last { $0.key == .goods }?.value)
            } else if head.count == 1, let type = NameType(rawValue: String(head[0].dropFirst())) {
                section = .names(type, fields, isMore: false)
            } else if head[0] == "@more", head.count == 2, let type = NameType(rawValue: head[1]) {
                section = .names(type, fields, isMore: true)
            } else {
                let types = NameType.allCases.map(\.rawValue).joined(separator: ", ")
                let kinds = WordClass.allCases.map(\.rawValue).joined(separator: ", ")
                throw fail(
                    range.lowerBound, "there is no section \"\(bytes.string(parts[0]))\"",
                    "Write @TYPE or @more TYPE with one of \(types), or @words CLASS with one of \(kinds).")
            }
            return
        }
        let items = Self.split(bytes, parts[0], 0x2C)
        for item in items where item.isEmpty {
            throw fail(item.lowerBound, "a name is missing", "Take away the comma, or write a name beside it.")
        }
        switch section {
        case .none:
            throw fail(range.lowerBound, "a name stands before any section", "Begin with a line such as \"@company\".")
        case .words(let kind, let goods):
            for item in items where NameWords.split(bytes, item).count != 1 {
                throw fail(
                    item.lowerBound, "\"\(bytes.string(item))\" is not one word",
                    "Give its parts one by one, or leave it out.")
            }
            words.append(Words(kind: kind, goods: goods, words: items.map { bytes.string($0) }, line: line))
        case .names(let type, let defaults, let isMore):
            for item in items {
                let spellings = try Self.split(bytes, item, 0x3D).map { piece in
                    let ambiguous = bytes[piece].last == 0x3F
                    let text = Self.trim(bytes, piece.lowerBound..<(piece.upperBound - (ambiguous ? 1 : 0)))
                    guard !text.isEmpty else {
                        throw fail(piece.lowerBound, "a spelling is missing", "Write a name on both sides of \"=\".")
                    }
                    guard text.count <= Self.longestName else {
                        throw fail(
                            piece.lowerBound, "a name is longer than \(Self.longestName) bytes", "Shorten the name.")
                    }
                    let words = folded.append(bytes, text)
                    guard !words.isEmpty else {
                        throw fail(piece.lowerBound, "a spelling has no letter or digit", "Write a name.")
                    }
                    return Spelling(text: bytes.string(text), ambiguous: ambiguous, words: words)
                }
                records.append(
                    Record(
                        type: type, spellings: spellings, fields: fields.isEmpty ? defaults : defaults + fields,
                        line: line, isMore: isMore))
            }
        }
    }

    /// Where a comment begins in `line`, or its end: `#` at the start or after a space.
    private static func comment(_ bytes: [UInt8], _ line: Range<Int>) -> Int {
        line.first { bytes[$0] == 0x23 && ($0 == line.lowerBound || bytes[$0 - 1] <= 0x20) } ?? line.upperBound
    }

    private static func trim(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
        var low = range.lowerBound
        var high = range.upperBound
        while low < high, bytes[low] <= 0x20 { low += 1 }
        while low < high, bytes[high - 1] <= 0x20 { high -= 1 }
        return low..<high
    }

    /// The trimmed parts of `range` between `separator` bytes; at least one.
    private static func split(_ bytes: [UInt8], _ range: Range<Int>, _ separator: UInt8) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var start = range.lowerBound
        for at in range where bytes[at] == separator {
            parts.append(trim(bytes, start..<at))
            start = at + 1
        }
        parts.append(trim(bytes, start..<range.upperBound))
        return parts
    }
}
