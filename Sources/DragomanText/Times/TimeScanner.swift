/// Finds the time expressions of a text, in one pass.
///
/// ```
/// let scanner = TimeScanner(published: CoarseDate(year: 2023, month: 5, day: 16))
/// scanner.scan(Array("on Monday, for two years".utf8), in: 0..<24)
/// // DATE 2023-05-15, 3..<9; DURATION P2Y, 15..<24
/// ```
/// English wording. "The same day" is the day named last; numbers and words of time inside names are not told apart
/// from others.
public struct TimeScanner: Sendable {
    private let published: CoarseDate?

    /// - Parameter published: the day the text appeared, which relative dates count from; without it they give nothing.
    public init(published: CoarseDate?) {
        self.published = published
    }

    /// The time expressions in `range`, in order and not overlapping. None crosses a line break.
    public func scan(_ text: [UInt8], in range: ByteRange) -> [TimeExpression] {
        var found: [TimeExpression] = []
        var lastDay = published
        for line in text.lines(in: range) {
            let values = ValueParser(
                text: text, lexemes: Lexer.lexemes(of: text, in: line), published: published, country: nil)
            var parser = TimeParser(values: values, lastDay: lastDay)
            parser.parse()
            found += parser.found
            lastDay = parser.lastDay
        }
        return found
    }
}

/// Reads one line's lexemes from left to right; the sorts of time stand in the extensions.
struct TimeParser {
    /// Words from `start` up to the lexeme `end`; no value where they are something that must not be read as a time.
    struct Match {
        var start: Int
        var end: Int
        var kind = TimeExpression.Kind.date
        var value: String?
        var future: String?
        /// The day it names, for "the same day".
        var day: CoarseDate?
    }

    let values: ValueParser
    /// The day named last, the day of publication before any is.
    var lastDay: CoarseDate?
    var found: [TimeExpression] = []

    var published: CoarseDate? { values.published }

    mutating func parse() {
        var index = 0
        let count = values.lexemes.count
        while index < count {
            guard let match = match(at: index) else {
                index += 1
                continue
            }
            if let value = match.value {
                found.append(
                    TimeExpression(
                        range: values.bytes(match.start, match.end), kind: match.kind, value: value,
                        future: match.future == value ? nil : match.future))
                lastDay = match.day ?? lastDay
            }
            index = max(match.end, index + 1)
        }
    }

    private func match(at index: Int) -> Match? {
        clock(at: index) ?? stated(at: index) ?? weekday(at: index) ?? partOfYear(at: index) ?? season(at: index)
            ?? relative(at: index) ?? duration(at: index) ?? often(at: index) ?? vague(at: index)
            ?? year(at: index)
    }

    func word(_ index: Int) -> String { values.word(index) }
    func matches(_ words: [String], at index: Int) -> Bool { values.matches(words, at: index) }

    /// A date with the day it names where it names one.
    func match(_ start: Int, _ end: Int, _ date: CoarseDate?, future: CoarseDate? = nil) -> Match {
        Match(
            start: start, end: end, value: date?.description, future: future?.description,
            day: date?.day == nil ? nil : date)
    }

    func day(after days: Int) -> CoarseDate? {
        published?.dayNumber.map { CoarseDate(dayNumber: $0 + days) }
    }

    /// "2008", "mid-2011", "'82", "the 1990s" (`199`).
    private func year(at index: Int) -> Match? {
        if word(index) == "'", let figure = values.lexeme(index + 1), figure.kind == .figure, figure.digits == 2,
            values.touches(index + 1), !values.touches(index + 2) || values.lexeme(index + 2)?.kind == .sign
        {
            let short = Int(figure.value)
            let last = (published?.year ?? 2000) % 100
            return match(index, index + 2, CoarseDate(year: short > last + 5 ? 1900 + short : 2000 + short))
        }
        if let lexeme = values.lexeme(index), lexeme.kind == .figure || lexeme.kind == .mixed,
            let decade = decade(lexeme, at: index)
        {
            return decade
        }
        guard let found = values.yearDate(at: index), case .date(let date)? = found.value?.content else { return nil }
        return match(index, found.end, date)
    }

    /// "1990s", "the 1990s".
    private func decade(_ lexeme: Lexeme, at index: Int) -> Match? {
        let isJoined = lexeme.kind == .mixed && lexeme.text.utf8.count == 5 && lexeme.text.hasSuffix("0s")
        let isSplit =
            lexeme.kind == .figure && lexeme.digits == 4 && lexeme.value.truncatingRemainder(dividingBy: 10) == 0
            && word(index + 1) == "s" && values.touches(index + 1)
        guard isJoined || isSplit else { return nil }
        let digits = isJoined ? String(lexeme.text.prefix(3)) : String(Int(lexeme.value) / 10)
        guard Int(digits).map((180..<220).contains) ?? false else { return nil }
        return Match(start: index, end: isJoined ? index + 1 : index + 2, value: digits)
    }
}
