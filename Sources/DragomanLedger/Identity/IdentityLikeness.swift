import DragomanNames

/// How likely two nodes are one: their names, and what the articles say beside them.
struct IdentityLikeness {
    /// From here on two are one without a judgment.
    static let same = 0.7
    /// From here on they are offered for judgment.
    static let question = 0.35

    let score: Double
    let reasons: [String]
    /// Whether anything beside the names speaks for it.
    let hasSupport: Bool

    init(_ a: NameNode, _ b: NameNode, matcher: NameMatcher) {
        let (one, two) = a.key < b.key ? (a, b) : (b, a)
        let kind: NameKind = one.type == .person ? .person : .firm
        let names: Double
        if one.isSingle != two.isSingle {
            let (single, full) = one.isSingle ? (one, two) : (two, one)
            // A single name is held against each word of the full one; alone it tells little.
            let best =
                full.name.split(separator: " ").map { matcher.score(single.name, String($0), as: kind) }.max() ?? 0
            names = best * 0.6
        } else {
            names = matcher.score(one.name, two.name, as: kind) * (one.isSingle ? 0.6 : 1)
        }
        var sum = 0.0
        var reasons = ["the names: \(Self.shown(names))"]
        func add(_ weight: Double, _ text: String) {
            sum += weight
            reasons.append("\(text) (\(weight > 0 ? "+" : "-")\(Self.shown(abs(weight))))")
        }
        if let shared = one.organisations.intersection(two.organisations).min() {
            add(0.2, "both of \(shared)")
        } else if !one.organisations.isEmpty, !two.organisations.isEmpty {
            add(-0.1, "of different organisations")
        }
        if let shared = one.offices.intersection(two.offices).min() { add(0.1, "both \(shared)") }
        if let shared = one.countries.intersection(two.countries).min() {
            add(0.05, "both of \(shared)")
        } else if !one.countries.isEmpty, !two.countries.isEmpty {
            add(-0.15, "of different countries")
        }
        let company = one.company.intersection(two.company).count
        if company > 0 { add(0.05 * Double(min(company, 3)), "\(company) names beside both") }
        let support = sum
        if let first = one.days, let second = two.days {
            let gap = max(first.lowerBound - second.upperBound, second.lowerBound - first.upperBound)
            if gap > 3_653 { add(-0.1, "more than ten years apart") }
        }
        score = names < NameMatcher.maybeFrom * 0.6 ? 0 : min(max(names + sum, 0), 1)
        self.reasons = reasons
        hasSupport = support > 0
    }

    private static func shown(_ value: Double) -> String {
        let hundredths = Int((value * 100).rounded())
        return "\(hundredths / 100).\(hundredths % 100 / 10)\(hundredths % 10)"
    }
}
