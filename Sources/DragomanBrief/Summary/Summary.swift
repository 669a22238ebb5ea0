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
        let part = Part(article: article, sentences: sentences, claims: claims, antecedents: antecedents)
        return choose(count, of: [part]).map(\.sentence)
    }

    /// One text of several that are summed up together.
    public struct Part: Sendable {
        public var article: Article
        /// Byte ranges in `article.text`, in order.
        public var sentences: [ByteRange]
        /// Its claims; those of one undertaking have one number over all parts.
        public var claims: [Claim]
        public var antecedents: [Antecedent]

        public init(article: Article, sentences: [ByteRange], claims: [Claim], antecedents: [Antecedent] = []) {
            self.article = article
            self.sentences = sentences
            self.claims = claims
            self.antecedents = antecedents
        }
    }

    /// At most `count` sentences of several articles, in the order of the parts and of their texts, chosen as those of one article: what one part
    /// says already is not taken from another.
    ///
    /// - Returns: the sentences, each with the position of its part.
    public static func choose(_ count: Int, of parts: [Part]) -> [(part: Int, sentence: SummarySentence)] {
        var candidates: [Candidate] = []
        var claims: [Claim] = []
        for (number, part) in parts.enumerated() {
            let own = Candidate.all(
                in: part.sentences, of: part.article, claims: part.claims, antecedents: part.antecedents)
            for var candidate in own {
                candidate.follows = candidate.position > 0
                candidate.position = candidates.count
                candidate.source = number
                candidate.claims = candidate.claims.map { $0 + claims.count }
                candidates.append(candidate)
            }
            claims += part.claims
        }
        return SentenceChoice(candidates, claims: claims).choose(count).map { candidate in
            (
                candidate.source,
                SummarySentence(
                    range: candidate.range, text: parts[candidate.source].article.text.string(candidate.range),
                    opening: candidate.antecedent)
            )
        }
    }

    /// The byte ranges of the sentences of `analysis`.
    public static func sentences(of analysis: Analysis) -> [ByteRange] {
        analysis.sentences.map { analysis.bytes($0) }
    }
}
