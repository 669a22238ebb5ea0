public import DragomanLedger
internal import DragomanText

/// A summary in sentences made of fields, each with the numbers of the articles it rests on.
///
/// ```
///  1. Saipa plans to supply 45,000 cars to Belarus. [1][2]
///
/// [1] 20 February 2023 · Mekong Wire · Saipa to export cars
/// ```
public struct StatedSummary: Page {
    /// One sentence, and the numbers of its sources, from 1.
    public struct Sentence: Sendable, Equatable, Encodable {
        public var text: String
        public var sources: [Int]
    }

    public var title: String
    public private(set) var sentences: [Sentence] = []
    /// The articles, in the order they are first drawn on.
    public private(set) var sources: [ArticleEntry] = []

    /// An empty summary under `title`.
    public init(title: String) { self.title = title }

    /// The most sources one sentence names: more say no more.
    private static let mostSources = 8

    /// Adds a sentence that rests on `articles`.
    public mutating func add(_ text: String, _ articles: [ArticleEntry]) {
        var numbers: [Int] = []
        for article in articles where numbers.count < Self.mostSources {
            let known = sources.firstIndex { $0.id == article.id }
            if known == nil { sources.append(article) }
            let number = (known ?? sources.count - 1) + 1
            if !numbers.contains(number) { numbers.append(number) }
        }
        sentences.append(Sentence(text: text, sources: numbers.sorted()))
    }

    /// The first `count` sentences, with their sources alone.
    public func first(_ count: Int) -> StatedSummary {
        var shorter = StatedSummary(title: title)
        for sentence in sentences.prefix(max(0, count)) {
            shorter.add(sentence.text, sentence.sources.map { sources[$0 - 1] })
        }
        return shorter
    }

    public func text(_ style: TerminalStyle) -> String {
        var page = Layout.block(SafeText.line(title), head: "", indent: 0, width: style.width) {
            style.paint($0, .bold)
        }
        guard !sentences.isEmpty else { return page + "\nNothing to tell.\n" }
        page += "\n"
        for (number, sentence) in sentences.enumerated() {
            let marks = sentence.sources.map { "[\($0)]" }.joined()
            page += Layout.block(
                SafeText.line(sentence.text + (marks.isEmpty ? "" : " " + marks)),
                head: style.paint(Layout.cell(" \(number + 1).", width: 4), .dim), indent: 4, width: style.width)
        }
        page += "\n"
        for (number, source) in sources.enumerated() {
            let facts = [source.published.map(Phrases.date), source.publisher, source.title].compactMap { $0 }
            page += Layout.block(
                SafeText.line(facts.joined(separator: " · ")), head: Layout.cell("[\(number + 1)]", width: 5),
                indent: 5,
                width: style.width
            ) { style.paint($0, .dim) }
        }
        return page
    }

    private enum Key: String, CodingKey { case title, sentences, sources }

    /// Writes `title`, `sentences` and `sources`.
    public func encode(to encoder: any Encoder) throws {
        var box = encoder.container(keyedBy: Key.self)
        try box.encode(title, forKey: .title)
        try box.encode(sentences, forKey: .sentences)
        try box.encode(sources, forKey: .sources)
    }
}
