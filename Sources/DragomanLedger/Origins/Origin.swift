internal import DragomanClaims
public import DragomanText

/// The root of a claim: the person on one occasion, the document, or an article's own voice.
///
/// Seven articles of one interview are one origin. Whether it is right is not judged.
public struct Origin: Sendable, Equatable {
    /// What a root is.
    public enum Kind: String, Sendable, Encodable, CaseIterable {
        /// Somebody with a name.
        case person
        /// An organisation, an office, or people without names.
        case organisation
        /// A statement, report or other document.
        case document
        /// An outlet that is cited without a source of its own.
        case outlet
        /// An article's own voice; copies of a text have one voice.
        case article
    }

    /// The id of its first claim.
    public var id: String
    public var kind: Kind
    /// The person, organisation, document or outlet; for an article's own voice the publisher.
    public var name: String
    /// The office and the organisation spoken for, as first written.
    public var role: String?
    public var org: String?
    /// When it was said, as exactly as any report says; nil where none does.
    public var said: CoarseDate?
    /// The outlet it was said to; nil where no report says.
    public var outlet: String?
    /// Whether one of the undertaking's own parties speaks: "a party's word on itself".
    public var isParty: Bool
    /// Ids of the claims that go back to it.
    public var claims: [String]
    /// How many articles report it.
    public var reports: Int
    /// How many families of copies these are.
    public var families: Int
}

extension Origin: Encodable {
    private enum Key: String, CodingKey {
        case id, kind, name, role, org, said, outlet, party, claims, reports, families
    }

    /// Writes all fields, absent ones as null; `isParty` as `party`.
    public func encode(to encoder: any Encoder) throws {
        var box = encoder.container(keyedBy: Key.self)
        try box.encode(id, forKey: .id)
        try box.encode(kind, forKey: .kind)
        try box.encode(name, forKey: .name)
        try box.encode(role, forKey: .role)
        try box.encode(org, forKey: .org)
        try box.encode(said?.description, forKey: .said)
        try box.encode(outlet, forKey: .outlet)
        try box.encode(isParty, forKey: .party)
        try box.encode(claims, forKey: .claims)
        try box.encode(reports, forKey: .reports)
        try box.encode(families, forKey: .families)
    }
}

/// How many articles tell of something, how many texts these are, and on how many words it rests.
public struct Support: Sendable, Equatable, Encodable {
    /// Articles; copies count.
    public var reports: Int
    /// Texts: copies of one count once.
    public var families: Int
    /// Roots: persons on one occasion, documents, articles' own voices.
    public var origins: Int

    public init(reports: Int, families: Int, origins: Int) {
        self.reports = reports
        self.families = families
        self.origins = origins
    }
}

extension ReportedClaim {
    /// Whether a party of the undertaking speaks: the speaker or the organisation spoken for is an actor or counterpart.
    public var isPartysWord: Bool {
        guard let speaker = claim.speaker else { return false }
        let parties = Set((claim.actor + claim.counterpart).map(NameKey.of))
        return [speaker.name, speaker.org].contains { $0.map { parties.contains(NameKey.of($0)) } ?? false }
    }
}
