public import DragomanLedger
internal import DragomanText

/// A summary in sentences of one or several articles, each with where it stands.
public struct Extract: Page {
    public struct Sentence: Sendable, Equatable {
        public var sentence: SummarySentence
        /// The number of its article among the sources, from 1.
        public var source: Int
    }

    public var title: String?
    public var sentences: [Sentence]
    /// The articles sentences are taken from, in the order of the sentences.
    public var sources: [ArticleEntry]

    /// The `count` sentences that say most of `parts`, each an article with its entry.
    public init(title: String?, of parts: [(entry: ArticleEntry, part: Summary.Part)], sentences count: Int) {
        self.title = title
        let chosen = Summary.choose(count, of: parts.map(\.part))
        let used = chosen.map(\.part).inOrderOnce
        sources = used.map { parts[$0].entry }
        sentences = chosen.map { Sentence(sentence: $0.sentence, source: (used.firstIndex(of: $0.part) ?? 0) + 1) }
    }

    public func text(_ style: TerminalStyle) -> String {
        var page = ""
        if let title {
            page +=
                Layout.block(SafeText.line(title), head: "", indent: 0, width: style.width) {
                    style.paint($0, .bold)
                } + "\n"
        }
        guard !sentences.isEmpty else { return page + "Nothing to tell.\n" }
        for (number, sentence) in sentences.enumerated() {
            let mark = sources.count > 1 ? " [\(sentence.source)]" : ""
            page += Layout.block(
                SafeText.line(sentence.sentence.shown + mark),
                head: style.paint(Layout.cell(" \(number + 1).", width: 4), .dim), indent: 4, width: style.width)
        }
        page += "\n"
        for (number, source) in sources.enumerated() {
            let facts = [source.published.map(Phrases.date), source.publisher, source.title].compactMap { $0 }
            page += Layout.block(
                SafeText.line(facts.joined(separator: " · ")),
                head: sources.count > 1 ? Layout.cell("[\(number + 1)]", width: 5) : "",
                indent: sources.count > 1 ? 5 : 0, width: style.width
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

extension Extract.Sentence: Encodable {
    private enum Key: String, CodingKey { case source }

    /// Writes the sentence's fields with `source` beside them.
    public func encode(to encoder: any Encoder) throws {
        try sentence.encode(to: encoder)
        var box = encoder.container(keyedBy: Key.self)
        try box.encode(source, forKey: .source)
    }
}
