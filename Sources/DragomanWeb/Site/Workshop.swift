public import DragomanBrief
public import DragomanCapture
public import DragomanLedger

/// What the site has done by the program that runs it: to fetch, to read and to summarize need more than the ledger.
public protocol Workshop: Sendable {
    /// Puts articles into the ledger.
    ///
    /// - Parameter tell: called after each step, in order.
    func add(_ order: AddOrder, tell: @escaping @Sendable (AddStep) -> Void) async

    /// At most `count` sentences of an article that say most of what it claims.
    ///
    /// - Throws: `DragomanError` where the article cannot be read anew.
    func summary(of article: LedgerArticle, count: Int) throws -> [SummarySentence]
}

/// What is to be put into the ledger.
public struct AddOrder: Sendable {
    /// Files and pasted texts, whole.
    public var captures: [Capture]
    /// Addresses of pages, feeds and lists of feeds.
    public var addresses: [String]
    /// What is said of them beside; used where an article does not say it itself.
    public var given: GivenMetadata

    public init(captures: [Capture] = [], addresses: [String] = [], given: GivenMetadata = GivenMetadata()) {
        self.captures = captures
        self.addresses = addresses
        self.given = given
    }
}

/// A step of putting articles in.
public struct AddStep: Sendable, Encodable {
    public enum Outcome: String, Sendable, Encodable { case working, added, known, failed }

    public var outcome: Outcome
    /// What was worked on: a title, a file's name, an address.
    public var name: String
    /// The article's id, where it is in the ledger.
    public var article: String?
    /// What went wrong and what to do; else how much was found.
    public var message: String?

    public init(_ outcome: Outcome, _ name: String, article: String? = nil, message: String? = nil) {
        self.outcome = outcome
        self.name = name
        self.article = article
        self.message = message
    }
}
