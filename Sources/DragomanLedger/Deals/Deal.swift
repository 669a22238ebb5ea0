public import DragomanClaims
public import DragomanText

/// One undertaking, as the claims of one or several articles tell of it.
///
/// No value is dropped: every field keeps all that was reported, each with the claims that give it. Nothing is judged.
public struct Deal: Sendable, Equatable {
    /// The id of the claim that was published first (of several, the smallest of its article), so that it stays when later reports come in.
    ///
    /// A ledger finds a deal by the id of any of its claims.
    public var id: String
    /// What most claims say it is.
    public var kind: ClaimKind
    /// All that claims say it is, the commonest first.
    public var kinds: [ClaimKind]
    /// The newest stage of `kind`; of several given for the same day the one furthest along, and off the path before on it.
    public var stage: Stage
    /// When the newest word was given; nil where no claim is dated.
    public var newest: CoarseDate?
    /// The stages reported, oldest first, undated ones at the head.
    public var history: [StageReport]
    public var actors: [Supported<String>]
    public var counterparts: [Supported<String>]
    public var places: [Supported<String>]
    public var goods: [Supported<Goods>]
    public var quantities: [Supported<Quantity>]
    public var money: [Supported<Money>]
    public var shares: [Supported<String>]
    public var dates: [Supported<CoarseDate>]
    /// What people judged of it.
    public var verdict: DealVerdict
    /// How many articles report it; copies count.
    public var reports: Int
    /// Oldest word first.
    public var claims: [ReportedClaim]

    /// Most claims by which a judgment names a deal.
    public static let mostKeys = 256

    /// Its claims as a judgment names them, the oldest word first.
    public var keys: [ClaimKey] { claims.prefix(Self.mostKeys).map(ClaimKey.init) }

    /// The claim that states the headline stage most fully; the newest of several.
    public var headline: ReportedClaim? {
        claims.filter { $0.claim.kind == kind && $0.claim.stage == stage }
            .enumerated().max { ($0.element.fullness, $0.offset) < ($1.element.fullness, $1.offset) }?.element
    }
}

/// One stage on one day, and who reports it.
public struct StageReport: Sendable, Equatable {
    public var stage: Stage
    public var kind: ClaimKind
    /// When it was said, else when it was published; nil where neither is known.
    public var date: CoarseDate?
    /// Ids of the claims.
    public var claims: [String]
    /// The outlets, or sources where no outlet is known, without repetition.
    public var outlets: [String]
}

extension StageReport: Encodable {
    private enum Key: String, CodingKey { case stage, kind, date, claims, outlets }

    public func encode(to encoder: any Encoder) throws {
        var box = encoder.container(keyedBy: Key.self)
        try box.encode(stage, forKey: .stage)
        try box.encode(kind, forKey: .kind)
        try box.encode(date?.description, forKey: .date)
        try box.encode(claims, forKey: .claims)
        try box.encode(outlets, forKey: .outlets)
    }
}

extension Deal: Encodable {
    private enum Key: String, CodingKey {
        case id, kind, kinds, stage, newest, history, actors, counterparts, places, goods, quantities, money, shares
        case dates, reports, claims, verdict, edited, judgments
    }

    /// Writes all fields, absent ones as null; edited fields and judgments where there are any.
    public func encode(to encoder: any Encoder) throws {
        var box = encoder.container(keyedBy: Key.self)
        try box.encode(id, forKey: .id)
        try box.encode(kind, forKey: .kind)
        try box.encode(kinds, forKey: .kinds)
        try box.encode(stage, forKey: .stage)
        try box.encode(newest?.description, forKey: .newest)
        try box.encode(history, forKey: .history)
        try box.encode(actors, forKey: .actors)
        try box.encode(counterparts, forKey: .counterparts)
        try box.encode(places, forKey: .places)
        try box.encode(goods, forKey: .goods)
        try box.encode(quantities, forKey: .quantities)
        try box.encode(money, forKey: .money)
        try box.encode(shares, forKey: .shares)
        let written = dates.map { Supported(value: $0.value.description, claims: $0.claims, reports: $0.reports) }
        try box.encode(written, forKey: .dates)
        try box.encode(reports, forKey: .reports)
        try box.encode(claims, forKey: .claims)
        try box.encode(verdict.verdict, forKey: .verdict)
        if !verdict.edits.isEmpty { try box.encode(verdict.edits.keys.sorted(), forKey: .edited) }
        if !verdict.judgments.isEmpty { try box.encode(verdict.judgments, forKey: .judgments) }
    }
}
