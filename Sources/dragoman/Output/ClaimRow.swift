import DragomanClaims
import DragomanLedger
import DragomanText

/// The claims of one article, as `dragoman claims` prints them.
struct ClaimRows: Encodable {
    /// The name of the article's file without its ending.
    let id: String
    let claims: [ClaimRow]

    init(_ reading: Reading) throws {
        id = reading.name
        let reported = try reading.reportedClaims()
        var deals: [String: String] = [:]
        for deal in Deal.within(reported) { for claim in deal.claims { deals[claim.id] = deal.id } }
        claims = reported.map { ClaimRow(claim: $0, deal: deals[$0.id] ?? $0.id) }
    }
}

/// A claim with the id of its deal.
struct ClaimRow: Encodable {
    let claim: ReportedClaim
    let deal: String

    private enum Key: CodingKey { case deal }

    func encode(to encoder: any Encoder) throws {
        try claim.encode(to: encoder)
        var box = encoder.container(keyedBy: Key.self)
        try box.encode(deal, forKey: .deal)
    }
}
