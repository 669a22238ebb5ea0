public import DragomanNames

/// One person, firm or place of the ledger, under all its names.
public struct LedgerIdentity: Sendable, Equatable, Encodable {
    /// One of its names.
    public struct Form: Sendable, Equatable, Encodable {
        public let name: String
        /// How many articles have it.
        public let articles: Int
    }

    /// What it was said to be.
    public struct Office: Sendable, Equatable, Encodable {
        public let office: String?
        public let organisation: String?
        /// Dates of the first and the last article that say so; nil where they are not dated.
        public let first: String?
        public let last: String?
        public let articles: Int
    }

    /// Twelve letters and digits, the same in every ledger that has the same articles and judgments.
    public let id: String
    public let type: NameType
    /// The name to show: the most frequent one, of several the longest.
    public let name: String
    /// Entry of the knowledge base; nil for none.
    public let entry: String?
    /// All names as written, the most frequent first.
    public let names: [Form]
    /// The earliest first.
    public let offices: [Office]
    /// Ids of countries' entries.
    public let countries: [String]
    /// Ids of the articles that name it.
    public let articles: [String]
}

/// Two identities that may be one: for people to judge.
public struct IdentityQuestion: Sendable, Equatable, Encodable {
    /// Ids and names of the two.
    public let first: String
    public let firstName: String
    public let second: String
    public let secondName: String
    /// 0 to 1, names and context together.
    public let score: Double
    /// The reasons for and against, in words.
    public let why: String
}
