public import DragomanClaims
public import DragomanText

/// A claim together with the article that makes it.
public struct ReportedClaim: Sendable, Equatable {
    /// Twelve letters and digits made of the article and the claim's fields.
    public var id: String
    public var claim: Claim
    public var article: ArticleEntry
    /// The words it rests on: the bytes of `claim.evidence` in the article's text.
    public var quote: String
    /// The numbers of the judgments in force on this claim by itself, the first first.
    public var judgments: [Int] = []

    init(id: String, claim: Claim, article: ArticleEntry, quote: String) {
        self.id = id
        self.claim = claim
        self.article = article
        self.quote = quote
    }

    /// The claim as a ledger that holds `entry` would give it.
    ///
    /// - Throws: `DragomanError` D013 where the evidence lies outside `text`.
    public init(_ claim: Claim, article entry: ArticleEntry, text: [UInt8]) throws {
        guard claim.evidence.lowerBound >= 0, claim.evidence.upperBound <= text.count else {
            throw LedgerFailure.badRange(entry.source)
        }
        self.init(
            id: try StableID.claim(claim, article: entry.id), claim: claim, article: entry,
            quote: text.string(claim.evidence))
    }

    /// When the word was given: when it was said, else when the article was published.
    public var when: CoarseDate? { claim.said ?? article.published }

    /// How many of the claim's fields are filled.
    var fullness: Int {
        claim.actor.count + claim.counterpart.count + claim.place.count + claim.goods.count
            + (claim.quantity == nil ? 0 : 1) + (claim.money == nil ? 0 : 1) + (claim.share == nil ? 0 : 1)
            + (claim.date == nil ? 0 : 1)
    }
}

extension ReportedClaim: Encodable {
    private enum Key: String, CodingKey {
        case id, article, outlet, kind, stage, actor, counterpart, place, goods, quantity, money, share, date, said
        case speaker, via, evidence, range, rule, certainty, polarity, time, party, judgments
    }

    /// Writes the fields of the claim format, absent ones as null, with the evidence as text and as a byte range; `isPartysWord` as
    /// `party`; judgments where there are any.
    public func encode(to encoder: any Encoder) throws {
        var box = encoder.container(keyedBy: Key.self)
        try box.encode(id, forKey: .id)
        try box.encode(article.id, forKey: .article)
        try box.encode(article.outlet, forKey: .outlet)
        try box.encode(claim.kind, forKey: .kind)
        try box.encode(claim.stage, forKey: .stage)
        try box.encode(claim.actor, forKey: .actor)
        try box.encode(claim.counterpart, forKey: .counterpart)
        try box.encode(claim.place, forKey: .place)
        try box.encode(claim.goods, forKey: .goods)
        try box.encode(claim.quantity, forKey: .quantity)
        try box.encode(claim.money, forKey: .money)
        try box.encode(claim.share, forKey: .share)
        try box.encode(claim.date?.description, forKey: .date)
        try box.encode(claim.said?.description, forKey: .said)
        try box.encode(claim.speaker, forKey: .speaker)
        try box.encode(claim.via, forKey: .via)
        try box.encode(quote, forKey: .evidence)
        try box.encode([claim.evidence.lowerBound, claim.evidence.upperBound], forKey: .range)
        try box.encode(claim.rule, forKey: .rule)
        try box.encode(claim.factuality.certainty, forKey: .certainty)
        try box.encode(claim.factuality.polarity, forKey: .polarity)
        try box.encode(claim.factuality.time, forKey: .time)
        try box.encode(isPartysWord, forKey: .party)
        if !judgments.isEmpty { try box.encode(judgments, forKey: .judgments) }
    }
}
