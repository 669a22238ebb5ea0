internal import DragomanBrief
public import DragomanClaims
public import DragomanLedger
public import DragomanText

/// One deal as every export tells it: the same row in each format.
///
/// Facts, links and quotes of at most `quoteLimit` characters; never an article's whole text.
public struct ExportRow: Sendable, Equatable {
    /// The most characters of a quotation that leave the ledger.
    public static let quoteLimit = 200

    public var id: String
    public var kind: ClaimKind
    public var stage: Stage
    /// When the newest word was given.
    public var newest: CoarseDate?
    /// The deal in one sentence made from its fields.
    public var statement: String
    public var actors: [String]
    public var counterparts: [String]
    public var places: [String]
    public var goods: [Goods]
    /// The best supported number, sum, share and day; others stand in the ledger.
    public var quantity: Quantity?
    public var money: Money?
    public var share: String?
    /// When the undertaking happens or happened.
    public var date: CoarseDate?
    /// How many articles report it; copies count.
    public var reports: Int
    /// The stages reported, oldest first.
    public var history: [StageReport]
    /// The claims it is made of, oldest word first.
    public var claims: [ExportClaim]

    /// The row of `deal`.
    public init(_ deal: Deal) {
        id = deal.id
        kind = deal.kind
        stage = deal.stage
        newest = deal.newest
        statement = deal.statement
        actors = deal.actors.map(\.value)
        counterparts = deal.counterparts.map(\.value)
        places = deal.places.map(\.value)
        goods = deal.goods.map(\.value)
        quantity = deal.quantities.first?.value
        money = deal.money.first?.value
        share = deal.shares.first?.value
        date = deal.dates.first?.value
        reports = deal.reports
        history = deal.history
        claims = deal.claims.map(ExportClaim.init)
        let headlineID = deal.headline?.id
        headline = claims.first { $0.id == headlineID } ?? claims.first
    }

    /// The claim that states the headline stage most fully; nil for a deal without claims.
    public var headline: ExportClaim?

    /// The outlets that report it, each once, the first to report first.
    public var outlets: [String] { claims.map(\.report.publisher).inOrderOnce }

    /// Those whose word it is, each once.
    public var speakers: [String] { claims.compactMap(\.speaker).inOrderOnce }

    /// The reports it rests on, each once, the oldest word first.
    public var sources: [ArticleEntry] {
        var seen: Set<String> = []
        return claims.map(\.report).filter { seen.insert($0.id).inserted }
    }

    /// The goods as text, such as `car Shahin`.
    var goodsText: [String] { goods.map { [$0.type, $0.name].compactMap { $0 }.joined(separator: " ") } }
}

/// One claim of a row.
public struct ExportClaim: Sendable, Equatable {
    public var id: String
    public var stage: Stage
    /// Name, office and organisation of whose word it is, as far as known; nil is the article's own voice.
    public var speaker: String?
    /// Outlets and documents by which the word came, nearest first.
    public var via: [String]
    /// When the word was given.
    public var when: CoarseDate?
    /// The words it rests on, cut at `ExportRow.quoteLimit` characters with `…`.
    public var quote: String
    /// Where those words stand in the article's text, in bytes.
    public var range: ByteRange
    /// The article that makes it.
    public var report: ArticleEntry

    init(_ claim: ReportedClaim) {
        id = claim.id
        stage = claim.claim.stage
        speaker = claim.claim.speaker.flatMap { speaker in
            let parts = [speaker.name, speaker.role, speaker.org].compactMap { $0 }
            return parts.isEmpty ? nil : parts.joined(separator: ", ")
        }
        via = claim.claim.via
        when = claim.when
        quote =
            claim.quote.count > ExportRow.quoteLimit
            ? String(claim.quote.prefix(ExportRow.quoteLimit - 1)) + "…" : claim.quote
        range = claim.claim.evidence
        report = claim.article
    }
}
