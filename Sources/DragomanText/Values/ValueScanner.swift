/// Finds the values of a text with their byte ranges, in one pass.
///
/// ```
/// let scanner = ValueScanner(published: CoarseDate(year: 2023, month: 5, day: 16))
/// scanner.scan(Array("up to 150,000 cars a year".utf8), in: 0..<25)
/// // number(150000) mod max, 0..<13; period(year), 19..<25
/// ```
/// English wording. A number that is part of a date or an amount is not also a number; ordinals, figures glued to
/// letters (`T10X`), times of day and indefinite numbers ("dozens", "several hundred") are no values.
public struct ValueScanner: Sendable {
    private let published: CoarseDate?

    /// - Parameter published: the day the text appeared, which relative dates are resolved against; without it they
    ///   give nothing.
    public init(published: CoarseDate?) {
        self.published = published
    }

    /// The values in `range`, in order and not overlapping. A value never crosses a line break.
    ///
    /// Give a whole article at once where there is one: a dinar or a dirham takes its country from the words before it.
    public func scan(_ text: [UInt8], in range: ByteRange) -> [Value] {
        var values: [Value] = []
        var country: String?
        var memory = ValueParser.Memory()
        for line in text.lines(in: range) {
            var parser = ValueParser(
                text: text, lexemes: Lexer.lexemes(of: text, in: line), published: published, country: country)
            parser.memory = memory
            parser.parse()
            values += parser.values
            country = parser.country
            memory = parser.memory
        }
        return values
    }
}

/// Reads one line's lexemes from left to right; what each kind of value looks like stands in the extensions.
struct ValueParser {
    /// Words taken from `start` up to the lexeme `end`; no value where they are something that must not be read as one.
    struct Match {
        var end: Int
        var value: Value?
    }

    /// What later words can count from or be read by.
    struct Memory {
        /// The day named last, for "the same day".
        var day: CoarseDate?
        /// The date named last, for "a year later".
        var date: CoarseDate?
        /// Whether Iran was spoken of, whose years are counted from 622.
        var isIranian = false
    }

    let text: [UInt8]
    let lexemes: [Lexeme]
    let published: CoarseDate?
    /// The country last spoken of, as ISO 3166 code.
    var country: String?
    var memory = Memory()
    var values: [Value] = []

    init(text: [UInt8], lexemes: [Lexeme], published: CoarseDate?, country: String?) {
        self.text = text
        self.lexemes = lexemes
        self.published = published
        self.country = country
    }

    mutating func parse() {
        var index = 0
        while index < lexemes.count {
            if case .country(let code)? = lexemes[index].term {
                country = code
                if code == "IR" { memory.isIranian = true }
            }
            guard let match = period(at: index) ?? date(at: index) ?? quantity(at: index) ?? fraction(at: index) else {
                index += 1
                continue
            }
            if let value = match.value {
                values.append(value)
                if case .date(let date) = value.content {
                    memory.date = date
                    if date.day != nil { memory.day = date }
                }
            }
            index = max(match.end, index + 1)
        }
    }

    // MARK: Looking at lexemes

    func lexeme(_ index: Int) -> Lexeme? {
        lexemes.indices.contains(index) ? lexemes[index] : nil
    }

    func word(_ index: Int) -> String {
        lexemes.indices.contains(index) ? lexemes[index].text : ""
    }

    func term(_ index: Int) -> Term? {
        lexemes.indices.contains(index) ? lexemes[index].term : nil
    }

    /// Whether the lexemes from `index` on are these words.
    func matches(_ words: [String], at index: Int) -> Bool {
        guard index >= 0, index + words.count <= lexemes.count else { return false }
        for offset in words.indices where lexemes[index + offset].text != words[offset] { return false }
        return true
    }

    /// Whether the lexeme touches the one before it.
    func touches(_ index: Int) -> Bool {
        guard let lexeme = lexeme(index) else { return false }
        return index > 0 && !lexeme.spaced
    }

    /// The bytes of the lexemes from `start` up to `end`.
    func bytes(_ start: Int, _ end: Int) -> ByteRange {
        lexemes[start].range.lowerBound..<lexemes[max(start, end - 1)].range.upperBound
    }

    /// Whether a number there is part of a longer name or sign: `CS-35`, `Covid-19`.
    func isGluedBefore(_ index: Int) -> Bool {
        guard touches(index), index > 0 else { return false }
        switch lexemes[index - 1].text {
        case "-": return index > 1 && touches(index - 1) && lexemes[index - 2].kind != .figure
        case "/", ":", ".", "_", "#", "@", "&", "+": return index > 1 && touches(index - 1)
        default: return lexemes[index - 1].kind != .sign
        }
    }
}
