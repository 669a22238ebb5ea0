/// A stretch of tokens taken for a name, before it is decided whose.
struct Candidate {
    enum Source: Equatable {
        /// A spelling of the knowledge base, by index.
        case spelling(Int)
        /// Capitals, syntax or an institution's head.
        case found
    }

    var tokens: Range<Int>
    var source: Source
    var scores = Scores()
    /// Candidate or base entry that owns it: the brand of a model, the country of an institution.
    var owner: String?
}
