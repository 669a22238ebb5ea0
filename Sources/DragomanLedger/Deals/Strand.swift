internal import DragomanClaims
internal import DragomanText

/// What one article says of one undertaking: the smallest thing that belongs to a deal as a whole.
struct Strand {
    /// The article and the number of the undertaking in it; with the number of a split for claims that were split off.
    let id: String
    let article: String
    /// The first day on which it can have been published; undated ones come last.
    let day: Int
    let signatures: [Signature]
    /// The judgment that split it off; nil for most.
    let split: Int?
    /// The judgments that split others off the deal it stayed in.
    let stays: Set<Int>

    /// The day by which strands are ordered.
    static func day(of date: CoarseDate?) -> Int { date?.span.lowerBound ?? 1 << 40 }

    /// The strands of an article whose claims, with the judgments in force, are `claims`.
    static func of(_ claims: [JudgedClaim], article: String, published: CoarseDate?) -> [(
        strand: Strand, claims: [ReportedClaim]
    )] {
        let counted = claims.filter { !$0.rejected }
        let joined = ArticleUndertakings.joined(counted.map(\.reported.claim))
        return Dictionary(grouping: counted) { claim in
            let number = claim.reported.claim.undertaking
            return "\(article)/\(joined[number] ?? number)" + (claim.split.map { "/\($0)" } ?? "")
        }.sorted { $0.key < $1.key }.map { id, claims in
            let strand = Strand(
                id: id, article: article, day: day(of: published),
                signatures: claims.map { Signature($0.reported) }, split: claims.first?.split,
                stays: claims.reduce(into: []) { $0.formUnion($1.stays) })
            return (strand, claims.map(\.reported))
        }
    }

    /// Index keys of all its claims.
    var keys: [String] { signatures.reduce(into: Set<String>()) { $0.formUnion($1.keys) }.sorted() }

    /// How alike the two are, by their most alike claims; nil where none agree, or where they were split apart.
    func likeness(to other: Strand) -> Int? {
        if let split = other.split, stays.contains(split) { return nil }
        var most: Int?
        for one in signatures {
            for two in other.signatures where one.agrees(with: two) {
                most = max(most ?? 0, one.likeness(to: two))
            }
        }
        return most
    }
}

/// A claim with what the judgments in force make of it.
struct JudgedClaim {
    var reported: ReportedClaim
    var rejected = false
    var split: Int?
    var stays: Set<Int> = []

    init(_ claim: ReportedClaim, _ mentions: [Effects.Mention]) {
        (reported, rejected) = Effects.judged(claim, mentions)
        for mention in mentions where mention.act == .split && mention.sort != .name {
            if mention.side == 0 { split = mention.number } else { stays.insert(mention.number) }
        }
    }
}
