public import DragomanClaims
public import DragomanLanguage
public import DragomanPage
public import DragomanText

/// A pronoun and the name it stands for.
public struct Antecedent: Sendable, Equatable {
    /// The pronoun's byte range in the article's text.
    public var range: ByteRange
    /// The name, as it is to be shown in its place; "Sokolov's" for "his".
    public var name: String

    public init(range: ByteRange, name: String) {
        self.range = range
        self.name = name
    }
}

/// One sentence of an article, chosen for its summary.
public struct SummarySentence: Sendable, Equatable {
    /// Byte range in the article's text: the summary has no words of its own.
    public var range: ByteRange
    /// The bytes of `range`.
    public var text: String
    /// The name shown for the pronoun at its beginning; nil where none is.
    public var opening: Antecedent?

    /// The sentence as it is shown: with the name for the pronoun in square brackets.
    public var shown: String {
        guard let opening else { return text }
        let bytes = Array(text.utf8)
        let (start, end) = (opening.range.lowerBound - range.lowerBound, opening.range.upperBound - range.lowerBound)
        guard start >= 0, start <= end, end <= bytes.count else { return text }
        return bytes.string(0..<start) + "[\(opening.name)]" + bytes.string(end..<bytes.count)
    }
}

/// Chooses the sentences of an article that say most of what it claims.
public enum Summary {
    /// At most `count` sentences of `article`, in their order in the text.
    ///
    /// Sentences are taken one by one: each time the one that adds most to what those already taken say. A claim weighs by its
    /// stage, and with it its undertaking, parties and numbers, each counted once; early sentences, and of equal ones the
    /// earlier, are preferred; questions, fragments and overlong sentences are not. A sentence that leans on the one before it
    /// ("He added ...") is not taken alone unless `antecedents` names whom it means, and never opens the summary. Headlines,
    /// captions and table rows are never taken. The same input gives the same summary.
    ///
    /// - Parameters:
    ///   - sentences: byte ranges in `article.text`, in order.
    ///   - claims: the article's claims; their evidence points into `article.text`.
    ///   - antecedents: names for pronouns at the beginning of sentences.
    public static func choose(
        _ count: Int, from sentences: [ByteRange], of article: Article, claims: [Claim], antecedents: [Antecedent] = []
    ) -> [SummarySentence] {
        let candidates = Candidate.all(in: sentences, of: article, claims: claims, antecedents: antecedents)
        return SentenceChoice(candidates, claims: claims).choose(count).map { candidate in
            SummarySentence(
                range: candidate.range, text: article.text.string(candidate.range), opening: candidate.antecedent)
        }
    }

    /// The byte ranges of the sentences of `analysis`.
    public static func sentences(of analysis: Analysis) -> [ByteRange] {
        analysis.sentences.map { analysis.bytes($0) }
    }
}
