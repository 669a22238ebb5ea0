internal import DragomanClaims
internal import DragomanText

/// Finds which claims speak of one undertaking.
///
/// A function of the set of claims: their order plays no part. Within an article the claims of one undertaking are one;
/// across articles, pairs that agree are joined, the most alike first, but never so that two undertakings which some
/// article tells apart become one. With `n` claims of one index key the work is linear in `n`: beyond `reach`
/// neighbours in time pairs are not looked at, so a chain of reports is what joins the first to the last.
struct Grouping {
    /// How many later claims with the same key each claim is compared with.
    static let reach = 24

    private struct Pair {
        var likeness: Int
        var first: Int
        var second: Int
    }

    private let claims: [ReportedClaim]
    private var parent: [Int]
    /// For each root, the articles whose claims it holds.
    private var articles: [Set<String>]

    /// The claims of each deal.
    static func groups(of claims: [ReportedClaim]) -> [[ReportedClaim]] {
        var grouping = Grouping(claims)
        grouping.joinWithinArticles()
        grouping.joinAcrossArticles()
        return grouping.result
    }

    private init(_ unordered: [ReportedClaim]) {
        claims = unordered.sorted { one, other in
            if CoarseDate.isEarlier(one.article.published, other.article.published) { return true }
            if CoarseDate.isEarlier(other.article.published, one.article.published) { return false }
            return one.id < other.id
        }
        parent = Array(claims.indices)
        articles = claims.map { [$0.article.id] }
    }

    private mutating func joinWithinArticles() {
        var firsts: [String: Int] = [:]
        for (index, claim) in claims.enumerated() {
            let undertaking = "\(claim.article.id) \(claim.claim.undertaking)"
            if let first = firsts[undertaking] { join(first, index) } else { firsts[undertaking] = index }
        }
    }

    private mutating func joinAcrossArticles() {
        for pair in agreeingPairs() {
            let (first, second) = (root(pair.first), root(pair.second))
            if first != second, articles[first].isDisjoint(with: articles[second]) { join(first, second) }
        }
    }

    private func agreeingPairs() -> [Pair] {
        let signatures = claims.map(Signature.init)
        var buckets: [String: [Int]] = [:]
        for (index, signature) in signatures.enumerated() {
            for key in signature.keys { buckets[key, default: []].append(index) }
        }
        var found: [Int: Pair] = [:]
        for bucket in buckets.values {
            for (position, first) in bucket.enumerated() {
                for second in bucket[(position + 1)...].prefix(Self.reach) {
                    let number = first * claims.count + second
                    guard claims[first].article.id != claims[second].article.id, found[number] == nil,
                        signatures[first].agrees(with: signatures[second])
                    else { continue }
                    let likeness = signatures[first].likeness(to: signatures[second])
                    found[number] = Pair(likeness: likeness, first: first, second: second)
                }
            }
        }
        return found.values.sorted { ($1.likeness, $0.first, $0.second) < ($0.likeness, $1.first, $1.second) }
    }

    private var result: [[ReportedClaim]] {
        var groups: [Int: [ReportedClaim]] = [:]
        for (index, claim) in claims.enumerated() { groups[peek(index), default: []].append(claim) }
        return groups.sorted { $0.key < $1.key }.map(\.value)
    }

    private func peek(_ index: Int) -> Int {
        var at = index
        while parent[at] != at { at = parent[at] }
        return at
    }

    private mutating func root(_ index: Int) -> Int {
        let top = peek(index)
        var at = index
        while parent[at] != top { (at, parent[at]) = (parent[at], top) }
        return top
    }

    private mutating func join(_ one: Int, _ other: Int) {
        var (top, below) = (root(one), root(other))
        guard top != below else { return }
        if articles[top].count < articles[below].count { swap(&top, &below) }
        parent[below] = top
        articles[top].formUnion(articles[below])
        articles[below] = []
    }
}
