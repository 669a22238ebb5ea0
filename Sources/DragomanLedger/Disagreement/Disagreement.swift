internal import DragomanClaims

/// Two reports of one undertaking that differ, side by side. No verdict on truth.
public struct Disagreement: Sendable, Equatable {
    /// What sort of difference it is.
    public enum Kind: String, Sendable, Encodable, CaseIterable {
        /// One origin, told differently: a wire says "undergoing certification", its rewriting "certified".
        case distortion
        /// Different origins contradict each other.
        case dispute
        /// A later word that is further along, or of an end.
        case update
        /// The same source gives another figure later.
        case revision
        /// Figures of different years, or rates of different periods.
        case period
        /// Figures of different things: kits and cars, a first batch and the whole.
        case definition

        /// Whether it is a disagreement; else a difference that explains itself.
        public var isContradiction: Bool { self == .distortion || self == .dispute }
    }

    /// Which field differs.
    public enum Field: String, Sendable, Encodable, CaseIterable {
        case stage, quantity, money, share, date
    }

    public var kind: Kind
    public var field: Field
    /// The claim nearer to the root, or the earlier one.
    public var source: ReportedClaim
    /// The claim that departs from it.
    public var other: ReportedClaim
    /// Ids of all claims on the side of `source` and of `other`.
    public var sourceClaims: [String]
    public var otherClaims: [String]
    /// Of a changed stage: whether it is further along than the source has it.
    public var hardens: Bool
}

extension Disagreement: Encodable {
    private enum Key: String, CodingKey { case kind, field, source, other, sourceClaims, otherClaims, hardens }

    /// Writes both claims in full, with their sentences as `evidence`.
    public func encode(to encoder: any Encoder) throws {
        var box = encoder.container(keyedBy: Key.self)
        try box.encode(kind, forKey: .kind)
        try box.encode(field, forKey: .field)
        try box.encode(source, forKey: .source)
        try box.encode(other, forKey: .other)
        try box.encode(sourceClaims, forKey: .sourceClaims)
        try box.encode(otherClaims, forKey: .otherClaims)
        try box.encode(hardens, forKey: .hardens)
    }
}
