import DragomanBrief
import DragomanClaims
import DragomanLanguage
import DragomanNames
import DragomanPage
import DragomanText

/// Who says what in an article, as `dragoman quotes` prints it.
struct QuotesPage: Page {
    /// How the words are given.
    private enum Manner: String, Encodable {
        /// All in quotation marks.
        case direct
        /// Partly in quotation marks.
        case mixed
        case indirect
    }

    private struct Quote: Encodable, Sendable {
        let manner: Manner
        /// What is said, as stretches in order.
        let content: [Words]
        /// The word that reports; nil where a quotation or an answer runs on.
        let cue: Words?
        /// The words that name the speaker.
        let source: Words?
        /// The reporting clause: speaker, verb, audience and date.
        let reporting: Words?
        /// Who that is; nil where only an outlet or document is named.
        let speaker: Speaker?
        /// Outlets and documents by which the word came, nearest first.
        let via: [String]
        let said: String?

        private enum Key: CodingKey { case manner, content, cue, source, reporting, speaker, via, said }

        func encode(to encoder: any Encoder) throws {
            var box = encoder.container(keyedBy: Key.self)
            try box.encode(manner, forKey: .manner)
            try box.encode(content, forKey: .content)
            try box.encode(cue, forKey: .cue)
            try box.encode(source, forKey: .source)
            try box.encode(reporting, forKey: .reporting)
            try box.encode(speaker, forKey: .speaker)
            try box.encode(via, forKey: .via)
            try box.encode(said, forKey: .said)
        }
    }

    private let quotes: [Quote]

    var isEmpty: Bool { quotes.isEmpty }

    init(_ reading: Reading) {
        let analysis = reading.named.analysis
        func words(_ tokens: Range<Int>) -> Words { Words(analysis.bytes(tokens), of: analysis.text) }
        quotes = reading.statements.map { statement in
            Quote(
                manner: Self.manner(statement.quoted), content: statement.content.map(words),
                cue: statement.cue.map { words($0..<$0 + 1) }, source: statement.speakerTokens.map(words),
                reporting: statement.reporting.map(words),
                speaker: statement.speaker, via: statement.via, said: statement.said?.description)
        }
    }

    private static func manner(_ quoted: Statement.Quoted) -> Manner {
        switch quoted {
        case .whole: .direct
        case .part: .mixed
        case .none: .indirect
        }
    }

    func text(_ style: TerminalStyle) -> String {
        quotes.map { quote in
            let said = quote.content.map { SafeText.line($0.text) }.joined(separator: " ... ")
            let names = [quote.speaker?.name, quote.speaker?.role, quote.speaker?.org].compactMap { $0 }
            let who = names.isEmpty ? "" : names.joined(separator: ", ")
            let chain = quote.via.isEmpty ? "" : "via " + quote.via.joined(separator: ", ")
            let day = quote.said.map { "said \($0)" } ?? ""
            let line = [who, chain, quote.manner.rawValue, day].filter { !$0.isEmpty }.joined(separator: "; ")
            return SafeText.line(line) + "\n    " + said + "\n"
        }.joined()
    }

    func encode(to encoder: any Encoder) throws { try quotes.encode(to: encoder) }
}

/// Words of an article with where they stand.
struct Words: Encodable, Sendable {
    let text: String
    /// First byte and the one behind the last, in the article's text.
    let range: [Int]

    init(_ range: ByteRange, of text: [UInt8]) {
        self.text = text.string(range)
        self.range = [range.lowerBound, range.upperBound]
    }
}

/// What an article tells of as happening, as `dragoman events` prints it.
struct EventRows: Encodable {
    private struct Row: Encodable {
        let words: Words
        let lemma: String
        let factuality: Factuality

        private enum Key: CodingKey { case text, range, lemma, certainty, polarity, time }

        func encode(to encoder: any Encoder) throws {
            var box = encoder.container(keyedBy: Key.self)
            try box.encode(words.text, forKey: .text)
            try box.encode(words.range, forKey: .range)
            try box.encode(lemma, forKey: .lemma)
            try box.encode(factuality.certainty, forKey: .certainty)
            try box.encode(factuality.polarity, forKey: .polarity)
            try box.encode(factuality.time, forKey: .time)
        }
    }

    private struct TimeRow: Encodable {
        let words: Words
        let time: TimeExpression

        private enum Key: CodingKey { case text, range, type, value }

        func encode(to encoder: any Encoder) throws {
            var box = encoder.container(keyedBy: Key.self)
            try box.encode(words.text, forKey: .text)
            try box.encode(words.range, forKey: .range)
            try box.encode(time.kind, forKey: .type)
            try box.encode(time.value, forKey: .value)
        }
    }

    private let id: String
    /// The day the times count from; nil where it is not known.
    private let published: String?
    private let events: [Row]
    private let times: [TimeRow]

    var isEmpty: Bool { events.isEmpty && times.isEmpty }

    init(_ reading: Reading, events: [Event], times: [TimeExpression]) {
        let analysis = reading.named.analysis
        id = reading.name
        published = reading.article.published?.description
        self.events = events.map { event in
            let token = analysis.tokens[event.token]
            return Row(
                words: Words(token.range, of: analysis.text), lemma: token.lemma, factuality: event.factuality)
        }
        self.times = times.map { TimeRow(words: Words($0.range, of: analysis.text), time: $0) }
    }
}
