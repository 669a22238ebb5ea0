internal import DragomanText

/// What people judged of a deal as a whole.
public struct DealVerdict: Sendable, Equatable {
    /// Whether somebody stands behind it, or has thrown it out.
    public enum Verdict: String, Sendable, Codable {
        case confirmed, rejected
    }

    /// The last confirmation or rejection in force; nil where there is none.
    public var verdict: Verdict?
    /// Values that replace what the claims say, by field.
    public var edits: [String: String?] = [:]
    /// The numbers of the judgments in force on the deal, the first first.
    public var judgments: [Int] = []

    public init() {}

    /// The edited value of a field; nil where it is not edited.
    func value(_ field: String) -> String? { edits[field] ?? nil }

    /// The verdict on a deal that stands in `deal_claims`.
    static func of(_ deal: String, in database: Database) throws -> DealVerdict {
        var result = DealVerdict()
        guard try Effects.any(in: database) else { return result }
        let rows = try database.prepare(
            """
            SELECT DISTINCT judgment, judged.act, json_extract(value, '$[0]'), json_extract(value, '$[1]')
            FROM judged JOIN judged_claims USING (judgment) JOIN deal_claims USING (claim)
                JOIN judgments ON number = judgment
            WHERE deal = ? AND sort = 'deal' AND in_force = 1 ORDER BY judgment
            """)
        try rows.bind([.text(deal)])
        while try rows.step() {
            let number = rows.integer(0)
            guard let act = Judgment.Act(rawValue: rows.text(1)),
                try Effects.majority(of: number, "deal", in: database).contains(deal)
            else { continue }
            switch act {
            case .confirm: result.verdict = .confirmed
            case .reject: result.verdict = .rejected
            case .edit: if !rows.isNull(2) { result.edits[rows.text(2)] = rows.optionalText(3) }
            case .merge, .split, .undo: break
            }
            result.judgments.append(number)
        }
        return result
    }
}
