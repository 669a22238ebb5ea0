/// What became of comparing two names.
public struct NameMatch: Sendable {
    /// Whether two names name one thing.
    public enum Verdict: String, Sendable {
        case same, maybe, different

        /// The verdict for a score.
        public init(_ score: Double) {
            self = score >= NameMatcher.sameFrom ? .same : score >= NameMatcher.maybeFrom ? .maybe : .different
        }
    }

    /// One remark of the explanation.
    public struct Part: Sendable, Equatable {
        /// The words of the first name it is about; nil where they are missing there.
        public let first: String?
        /// The words of the second name it is about; nil where they are missing there.
        public let second: String?
        /// What is to be said of them, such as "sound alike".
        public let remark: String
    }

    /// 0 (two things) to 1 (one thing): the share of such pairs that name one thing, as on the pairs it was fitted to.
    public let score: Double
    public let verdict: Verdict
    /// Word by word.
    public let parts: [Part]
    /// About the names as wholes: look-alike letters, known entries, cuts.
    public let notes: [String]

    /// The explanation in one line.
    public var why: String {
        let told = parts.map { part in
            switch (part.first, part.second) {
            case (let first?, let second?): "\(first) ~ \(second): \(part.remark)"
            case (let first?, nil): "\(first): \(part.remark)"
            case (nil, let second?): "\(second): \(part.remark)"
            case (nil, nil): part.remark
            }
        }
        return (told + notes).joined(separator: "; ")
    }
}
