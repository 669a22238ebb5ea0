/// What a speaker of one name said, over all articles.
public struct SpeakerRecord: Sendable, Equatable {
    /// How many claims are its word.
    public var claims: Int
    /// Ids of deals it speaks of.
    public var deals: Set<String>
}

extension Ledger {
    /// Those whose word claims are, by their names as written.
    public func speakers() throws -> [String: SpeakerRecord] {
        let rows = try database.prepare(
            """
            SELECT json_extract(speaker, '$.name'), deal_claims.deal FROM claims
                JOIN deal_claims ON deal_claims.claim = claims.id
            WHERE speaker IS NOT NULL
            """)
        var found: [String: SpeakerRecord] = [:]
        while try rows.step() {
            guard let name = rows.optionalText(0) else { continue }
            found[name, default: SpeakerRecord(claims: 0, deals: [])].claims += 1
            found[name]?.deals.insert(rows.text(1))
        }
        return found
    }
}
