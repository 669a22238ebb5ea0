public import DragomanText

/// The articles of one development, in order of time.
public struct Story: Sendable, Equatable {
    /// The smallest id of its articles.
    public var id: String
    /// The oldest first, undated ones last.
    public var articles: [ArticleEntry]

    /// How many texts the articles are: copies of one count once.
    public var families: Int { Set(articles.map { $0.family ?? $0.id }).count }

    /// The story of `articles`, whatever their order; nil for none.
    init?(_ articles: [ArticleEntry]) {
        guard let id = articles.map(\.id).min() else { return nil }
        self.id = id
        self.articles = articles.sorted { one, other in
            let days = (one.published?.span.lowerBound ?? .max, other.published?.span.lowerBound ?? .max)
            return (days.0, one.id) < (days.1, other.id)
        }
    }

    /// The day of the newest article; nil where none is dated.
    public var newest: CoarseDate? { articles.last { $0.published != nil }?.published }
}

extension Story: Encodable {
    private enum Key: String, CodingKey { case id, articles, families, newest }

    /// Writes all fields; articles with their families.
    public func encode(to encoder: any Encoder) throws {
        var box = encoder.container(keyedBy: Key.self)
        try box.encode(id, forKey: .id)
        try box.encode(articles, forKey: .articles)
        try box.encode(families, forKey: .families)
        try box.encode(newest?.description, forKey: .newest)
    }
}

/// How an article stands to the others of a ledger.
public struct ArticleRelations: Sendable, Equatable {
    /// A copy of the same text, and what it changed.
    public struct Copy: Sendable, Equatable {
        public var article: ArticleEntry
        /// What it has otherwise than the likely original; nil for the original itself.
        public var diff: WordDiff?
        /// The changed words, of the original and of the copy, in order; either may be empty.
        public var changes: [(before: String, after: String)]

        public static func == (one: Copy, other: Copy) -> Bool {
            one.article == other.article && one.diff == other.diff
        }
    }

    public var article: ArticleEntry
    public var story: Story
    /// The articles before and after it in its story that are no copies of it.
    public var previousInStory: ArticleEntry?
    public var nextInStory: ArticleEntry?
    /// The articles before and after it of the same outlet in the ledger.
    public var previousAtOutlet: ArticleEntry?
    public var nextAtOutlet: ArticleEntry?
    /// All articles of its text, itself among them; the likely original first.
    public var copies: [Copy]
    public var original: LikelyOriginal?
    /// Its sentences that no earlier text of the story has words for, at most five, in order.
    public var news: [String]
}
