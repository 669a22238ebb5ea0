internal import DragomanCapture
internal import DragomanClaims
internal import DragomanPage
internal import DragomanText
public import Foundation

/// A claim that was heard elsewhere and entered by hand, with its source.
///
/// It is kept as a capture of its own, a small JSON document, and read like an article whose text is the words that were heard: so it
/// is counted, compared, judged and rebuilt like any other claim.
public struct EnteredClaim: Sendable, Equatable, Codable {
    /// Fields as `dragoman judge edit` takes them, by name; `kind` and `stage` must be there.
    public var fields: [String: String]
    /// The words that were heard or read.
    public var words: String
    /// Who gave them: an outlet, a person, a document.
    public var source: String
    /// When they were given, as coarse as it is known; nil where it is not.
    public var date: String?
    /// Where they can be looked up; nil where nowhere.
    public var address: String?
    /// Who entered the claim.
    public var who: String
    public var why: String?

    public init(
        fields: [String: String], words: String, source: String, date: String? = nil, address: String? = nil,
        who: String, why: String? = nil
    ) {
        self.fields = fields
        self.words = words
        self.source = source
        self.date = date
        self.address = address
        self.who = who
        self.why = why
    }

    /// A claim of no content, to try fields on.
    static var blank: Claim {
        Claim(kind: .supply, stage: .considered, evidence: 0..<0, rule: "entered", undertaking: 1)
    }

    /// The article that the claim is read as, and the claim.
    ///
    /// - Throws: `DragomanError`: D021 a field or value that cannot be, D023 no kind, stage, party or place, or no words.
    func read() throws -> (article: Article, claim: Claim) {
        let text = Array(words.utf8)
        var claim = Self.blank
        for (name, value) in fields.sorted(by: { $0.key < $1.key }) {
            guard let field = ClaimField(name) else { throw LedgerFailure.badField(name) }
            guard field.set(value, of: &claim) else {
                throw LedgerFailure.badValue(name, value, ClaimField.forms[name])
            }
        }
        guard fields["kind"] != nil, fields["stage"] != nil, !text.isEmpty, !source.isEmpty,
            !(claim.actor + claim.counterpart + claim.place).isEmpty
        else { throw LedgerFailure.incompleteEntry }
        claim.evidence = 0..<text.count
        var article = Article(text: text, blocks: [Block(kind: .paragraph, range: 0..<text.count)])
        article.outlet = source
        article.address = address
        if let date {
            guard let published = CoarseDate(iso: date) else {
                throw LedgerFailure.badValue("date of the source", date, ClaimField.forms["date"])
            }
            article.published = published
        }
        return (article, claim)
    }
}

extension Ledger {
    /// Enters a claim that was heard elsewhere.
    ///
    /// - Returns: the article id under which it stands; the very same claim is entered once.
    /// - Throws: `DragomanError`: D021, D023 what is entered is wrong or not enough, and those of `add`.
    public func enter(_ entered: EnteredClaim, at time: Date) throws -> Addition {
        let (article, claim) = try entered.read()
        let capture = Capture(source: "entered by \(entered.who)", bytes: Array(try StoredClaim.json(entered).utf8))
        return try add(
            KeptCapture(
                sha256: capture.sha256, form: .entry, capture: capture, given: GivenMetadata(),
                addedAt: Int(time.timeIntervalSince1970)), article, [claim], [], nil)
    }

    /// Puts in the article of an entry whose capture is there already.
    func insertEntry(_ kept: KeptCapture) throws {
        guard let entered = try? JSONDecoder().decode(EnteredClaim.self, from: Data(kept.capture.bytes)) else {
            throw LedgerFailure.unreadable("the entered claim \(kept.sha256)", in: path)
        }
        let (article, claim) = try entered.read()
        _ = try insert(article, of: kept.capture, [claim], [], nil)
    }
}
