import DragomanLanguage
public import DragomanNames
public import DragomanText

/// Finds who says what in an article: direct and indirect speech, "according to", headline colons, reports and
/// rumours, interviews.
///
/// ```
/// let reader = SpeechReader(words: words)
/// let sources = Sources(reader.statements(in: named, published: day, outlet: "Example Daily"))
/// sources.source(of: clause)?.speaker
/// ```
/// Time is linear in the length of the article but for sorting; nothing recurses over the input.
public struct SpeechReader: Sendable {
    private let words: SpeechWords

    /// - Parameter words: the table of reporting verbs, offices, media and so on.
    public init(words: SpeechWords) { self.words = words }

    /// All statements of an article, in the order of their first words.
    ///
    /// - Parameters:
    ///   - named: the article's analysis with its names.
    ///   - published: the day of publication, against which "on Tuesday" is dated; nil where unknown.
    ///   - outlet: the article's own outlet, which never stands in a chain; nil where unknown.
    public func statements(in named: NamedAnalysis, published: CoarseDate?, outlet: String?) -> [Statement] {
        guard !named.analysis.tokens.isEmpty else { return [] }
        let tree = SpeechTree(named, words: words)
        var attribution = Attribution(tree, published: published, outlet: outlet)
        attribution.resolve(FrameFinder(tree).frames)
        if let interview = Interview(tree) { attribution.read(interview) }
        attribution.carryOn()
        return attribution.said
            .filter { $0.speaker != nil || !$0.via.isEmpty }
            .map {
                Statement(
                    content: $0.content, cue: $0.cue, speaker: $0.speaker, speakerTokens: $0.source,
                    reporting: $0.frame?.own,
                    via: $0.via, said: $0.date, quoted: tree.quotes.share(of: $0.content, in: tree))
            }
            .sorted {
                ($0.content.first?.lowerBound ?? 0, $0.cue ?? 0) < ($1.content.first?.lowerBound ?? 0, $1.cue ?? 0)
            }
    }
}
