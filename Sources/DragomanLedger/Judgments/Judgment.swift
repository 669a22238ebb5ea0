internal import DragomanClaims
internal import Foundation

/// What somebody judged, for good: a mistaken judgment is undone by another one.
public struct Judgment: Sendable, Equatable {
    /// What is done.
    public enum Act: String, Sendable, CaseIterable {
        case confirm, reject, merge, split, edit, undo
    }

    /// 1 for the first.
    public var number: Int
    public var act: Act
    public var subject: JudgedSubject
    /// The field that is edited; nil for other acts.
    public var field: String?
    /// The field's value, as typed; nil empties it.
    public var value: String?
    /// Who judged.
    public var who: String
    public var why: String?
    /// Seconds since 1970.
    public var judgedAt: Int
    /// Whether it counts: it was not undone, or its undoing was.
    public var inForce: Bool
    /// Whether what it is about is in the ledger still, after a rebuild with other rules.
    public var hasSubject: Bool
}

/// What a judgment is about, written so that it is found again after a rebuild with better rules.
///
/// A merge has two sides or more, which become one; a split has two: what goes, and what stays.
public struct JudgedSubject: Sendable, Equatable, Codable {
    public enum Sort: String, Sendable, Codable {
        /// A claim, by itself.
        case claim
        /// A deal, by its claims: of those that are found again most decide which deal it is.
        case deal
        /// A person, firm or place, by names.
        case name
        /// A story, by the ids of its articles.
        case story
        /// A judgment, by its number.
        case judgment
    }

    public struct Side: Sendable, Equatable, Codable {
        /// Of claims and deals.
        public var claims: [ClaimKey]
        /// Names, ids of articles, or the number of a judgment.
        public var names: [String]

        public init(claims: [ClaimKey] = [], names: [String] = []) {
            self.claims = claims
            self.names = names
        }
    }

    public var sort: Sort
    public var sides: [Side]

    public init(_ sort: Sort, _ sides: [Side]) {
        self.sort = sort
        self.sides = sides
    }
}

/// A claim as a judgment names it. Captures never change, so the article is sure; the claim's id holds while the rules find the
/// same, and after that the words it rested on lead to the claim that has taken its place.
public struct ClaimKey: Sendable, Equatable, Codable {
    public var id: String
    public var article: String
    public var kind: String
    public var words: String

    public init(_ claim: ReportedClaim) {
        id = claim.id
        article = claim.article.id
        kind = claim.claim.kind.rawValue
        words = claim.quote
    }

    /// The claim it names among those of its article: the one with its id, else of the same kind the one whose words are
    /// most alike, at least half of them; nil where there is none.
    func claim(among claims: [ReportedClaim]) -> ReportedClaim? {
        if let same = claims.first(where: { $0.id == id }) { return same }
        let words = Self.wordSet(words)
        var best: (likeness: Double, claim: ReportedClaim)?
        for claim in claims where claim.claim.kind.rawValue == kind {
            let other = Self.wordSet(claim.quote)
            let all = words.union(other).count
            let likeness = all == 0 ? 0 : Double(words.intersection(other).count) / Double(all)
            guard likeness >= 0.5 else { continue }
            if let best, (best.likeness, claim.id) >= (likeness, best.claim.id) { continue }
            best = (likeness, claim)
        }
        return best?.claim
    }

    private static func wordSet(_ text: String) -> Set<Substring> { Set(NameKey.of(text).split(separator: " ")) }
}

extension Judgment: Encodable {
    private enum Key: String, CodingKey {
        case number, act, subject, field, value, who, why, at
        case inForce = "in_force"
        case hasSubject = "has_subject"
    }

    /// Writes all fields, absent ones as null; the time in ISO 8601, in UTC.
    public func encode(to encoder: any Encoder) throws {
        var box = encoder.container(keyedBy: Key.self)
        try box.encode(number, forKey: .number)
        try box.encode(act.rawValue, forKey: .act)
        try box.encode(subject, forKey: .subject)
        try box.encode(field, forKey: .field)
        try box.encode(value, forKey: .value)
        try box.encode(who, forKey: .who)
        try box.encode(why, forKey: .why)
        try box.encode(time, forKey: .at)
        try box.encode(inForce, forKey: .inForce)
        try box.encode(hasSubject, forKey: .hasSubject)
    }

    /// When it was made, in ISO 8601, in UTC.
    public var time: String { Date(timeIntervalSince1970: TimeInterval(judgedAt)).formatted(.iso8601) }
}
