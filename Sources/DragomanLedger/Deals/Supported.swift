/// One value of a deal's field and the claims that give it.
public struct Supported<Value: Sendable & Equatable>: Sendable, Equatable {
    public var value: Value
    /// Ids of claims, in the order of the deal's claims.
    public var claims: [String]
    /// How many articles give it.
    public var reports: Int
}

extension Supported: Encodable where Value: Encodable {
    private enum Key: String, CodingKey { case value, claims, reports }

    public func encode(to encoder: any Encoder) throws {
        var box = encoder.container(keyedBy: Key.self)
        try box.encode(value, forKey: .value)
        try box.encode(claims, forKey: .claims)
        try box.encode(reports, forKey: .reports)
    }
}

/// Gathers the values of one field over the claims of a deal; spellings of one key are one value.
struct Tally<Value: Sendable & Equatable> {
    private struct Entry {
        var spellings: [(value: Value, count: Int)]
        var claims: [String] = []
        var articles: Set<String> = []
    }
    private var entries: [Entry] = []
    private var positions: [String: Int] = [:]

    /// Counts `value`, known by `key`, for `claim`.
    mutating func add(_ value: Value, key: String, claim: ReportedClaim) {
        let position: Int
        if let known = positions[key] {
            position = known
        } else {
            position = entries.count
            positions[key] = position
            entries.append(Entry(spellings: []))
        }
        if let spelling = entries[position].spellings.firstIndex(where: { $0.value == value }) {
            entries[position].spellings[spelling].count += 1
        } else {
            entries[position].spellings.append((value, 1))
        }
        if entries[position].claims.last != claim.id { entries[position].claims.append(claim.id) }
        entries[position].articles.insert(claim.article.id)
    }

    /// The values, those of most articles first, else as they came; each in its commonest spelling.
    var values: [Supported<Value>] {
        let found = entries.compactMap { entry -> Supported<Value>? in
            let most = entry.spellings.map(\.count).max() ?? 0
            return entry.spellings.first { $0.count == most }.map {
                Supported(value: $0.value, claims: entry.claims, reports: entry.articles.count)
            }
        }
        return found.enumerated().sorted { ($1.element.reports, $0.offset) < ($0.element.reports, $1.offset) }
            .map(\.element)
    }
}
