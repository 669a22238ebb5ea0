internal import DragomanClaims
internal import DragomanText

/// A claim as it is chosen for comparison with others of its deal: what it says, and its place among those that say the same.
///
/// A deal that thousands of articles report has few things said of it. Of claims that say the same the first and last are enough
/// to find every disagreement, and the work for a deal does not grow with its reports.
struct DisagreeingClaims {
    /// How many of those that say the same are compared, from the first and as many from the last on.
    private static let each = 4
    /// How many different things said are compared; of more, those said first.
    private static let most = 64
    /// Up to this many claims all are compared.
    private static let all = 64

    let id: String
    /// Kind, stage and figures.
    let says: String
    /// When the word was given, its article and its id.
    let place: (String, String, String)

    init(id: String, says: String, given: String?, article: String) {
        self.id = id
        self.says = says
        place = (given ?? "", article, id)
    }

    init(_ claim: ReportedClaim) {
        self.init(
            id: claim.id, says: Self.says(claim.claim), given: claim.when?.description, article: claim.article.id)
    }

    /// Kind, stage and figures of a claim as one line.
    static func says(_ claim: Claim) -> String {
        [
            claim.kind.rawValue, claim.stage.rawValue, claim.quantity?.key, claim.money?.key, claim.share,
            claim.date?.description,
        ].map { $0 ?? "" }.joined(separator: "|")
    }

    /// The ids of the claims that are compared; a function of the set.
    static func selected(_ claims: [DisagreeingClaims]) -> [String] {
        guard claims.count > all else { return claims.map(\.id) }
        let groups = Dictionary(grouping: claims, by: \.says).mapValues { $0.sorted { $0.place < $1.place } }
        let first = groups.values.sorted { one, other in
            guard let left = one.first?.place, let right = other.first?.place else { return false }
            return left < right
        }.prefix(most)
        return first.flatMap { group in
            group.count <= 2 * each ? group.map(\.id) : (group.prefix(each) + group.suffix(each)).map(\.id)
        }
    }
}
