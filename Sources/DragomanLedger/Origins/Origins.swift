internal import DragomanClaims
internal import DragomanText

/// Finds the origins of claims: which of them go back to one root.
///
/// A function of the set of claims. Claims of one voice are of one occasion where a chain of outlets or a common text links
/// them, where they were said on the same day, or where nothing speaks against it and they were published within days.
public struct Origins: Sendable {
    /// The origins, those reported first before others.
    public private(set) var all: [Origin] = []
    /// The position in `all` of each claim's origin, by the claim's id.
    private var positions: [String: Int] = [:]
    /// Claims in an article's own voice that rest on the one outlet the article has its news from.
    private var lent: Set<String> = []

    /// Days within which reports of one voice are taken for one occasion where nothing speaks against it.
    static let nearness = 6
    /// How many later claims of one voice each claim is compared with.
    static let reach = 32

    /// The origin of the claim with the id `claim`; nil for a claim that was not given.
    public func origin(of claim: String) -> Origin? { positions[claim].map { all[$0] } }

    /// Whether a claim names no source itself, and goes back to what the one outlet that its article cites reports.
    func isLent(_ claim: String) -> Bool { lent.contains(claim) }

    /// Finds the origins of `claims`.
    public init(of claims: [ReportedClaim]) {
        let ordered = claims.sorted(by: Self.comesFirst)
        let reports = ordered.map(Report.init)
        let (voices, lent) = Self.resolved(reports)
        self.lent = Set(lent.map { ordered[$0].id })
        var parent = Array(ordered.indices)
        func root(_ index: Int) -> Int {
            var at = index
            while parent[at] != at { at = parent[at] }
            return at
        }
        let groups = Dictionary(grouping: ordered.indices) { voices[$0].key }
        for group in groups.values {
            for (place, one) in group.enumerated() {
                for other in group[(place + 1)...].prefix(Self.reach)
                where voices[one].agrees(with: voices[other])
                    && (voices[one].kind == .article || Self.isOneOccasion(reports[one], reports[other]))
                {
                    let (first, second) = (root(one), root(other))
                    parent[max(first, second)] = min(first, second)
                }
            }
        }
        let occasions = Dictionary(grouping: ordered.indices, by: root).sorted { $0.key < $1.key }
        for (_, members) in occasions {
            for member in members { positions[ordered[member].id] = all.count }
            all.append(Self.origin(members.map { reports[$0] }, voices[members[0]]))
        }
    }

    /// A claim with the names of its chain in forms that can be compared.
    private struct Report {
        let claim: ReportedClaim
        let outlet: String?
        let wire: String?
        let via: [String]
        /// The one outlet that the whole article has its news from; nil where it names none or several.
        let cited: String?

        init(_ claim: ReportedClaim) {
            self.claim = claim
            let cites = Set(claim.article.cites.map(Voice.latin))
            cited = cites.count == 1 ? cites.first : nil
            outlet = claim.article.outlet.map(Voice.latin)
            wire = claim.article.wire.map(Voice.latin)
            via = claim.claim.via.map(Voice.latin)
        }

        var family: String { claim.article.family ?? claim.article.id }

        /// How unlike what another claim tells is: how many sorts of figures it has that the other lacks, and steps between the stages.
        func distance(to other: Report) -> (figures: Int, stage: Int) {
            let (one, two) = (Figure.all(of: claim), Figure.all(of: other.claim).filter { !$0.isPart })
            let lacking = one.filter { figure in
                !figure.isPart && !two.contains { $0.field == figure.field && $0.unit == figure.unit }
            }
            return (lacking.count, abs(claim.claim.stage.rank - other.claim.claim.stage.rank))
        }

        /// Whether the chain names the outlet of another report.
        func cites(_ other: Report) -> Bool {
            other.outlet.map { via.contains($0) || wire == $0 || cited == $0 } ?? false
        }
    }

    /// Where a claim names nobody but an outlet, and that outlet's own article or a copy of it is among the claims, its voice is the
    /// voice of that article's claim. So it is where a claim names nobody at all in an article that has its news from one outlet.
    ///
    /// - Returns: the voices, and which claims have theirs only from the outlet that their article cites elsewhere.
    private static func resolved(_ reports: [Report]) -> (voices: [Voice], lent: [Int]) {
        let own = reports.map { Voice($0.claim) }
        var voices = own
        var lent: [Int] = []
        let families = Dictionary(grouping: reports.indices) { reports[$0].family }
        var ofOutlet: [String: Set<String>] = [:]
        for report in reports { if let outlet = report.outlet { ofOutlet[outlet, default: []].insert(report.family) } }
        for (index, report) in reports.enumerated() {
            let isOutlet = own[index].kind == .outlet
            guard isOutlet || own[index].kind == .article, let cited = isOutlet ? report.via.last : report.cited,
                let told = ofOutlet[cited], isOutlet || !told.contains(report.family)
            else { continue }
            let sources = told.sorted().flatMap { families[$0] ?? [] }.filter {
                let source = reports[$0].claim
                return source.article.id != report.claim.article.id && own[$0].kind != .outlet
                    && source.claim.kind == report.claim.claim.kind
                    && gap(source.article.published, report.claim.article.published) <= 30
            }
            // The claim with figures of the same sorts, at the nearest stage, is what the citing article most likely speaks of.
            let best = sources.map { (report.distance(to: reports[$0]), $0) }.min {
                ($0.0.figures, $0.0.stage, $0.1) < ($1.0.figures, $1.0.stage, $1.1)
            }
            guard let best else { continue }
            voices[index] = own[best.1]
            if !isOutlet { lent.append(index) }
        }
        return (voices, lent)
    }

    /// Whether two claims of one voice were given on one occasion; symmetric.
    private static func isOneOccasion(_ first: Report, _ second: Report) -> Bool {
        let (one, other) = (first.claim, second.claim)
        let (said, also) = (one.claim.said, other.claim.said)
        if one.article.id == other.article.id { return said == nil || also == nil || gap(said, also) == 0 }
        if let family = one.article.family, family == other.article.family { return true }
        let near = gap(one.when, other.when)
        if first.cites(second) || second.cites(first) { return near <= 30 }
        if gap(said, also) > 0 { return false }
        guard let to = first.via.last, let alsoTo = second.via.last else { return near <= nearness }
        return to == alsoTo ? near <= 14 : near == 0 && said != nil && also != nil
    }

    private static func origin(_ reports: [Report], _ voice: Voice) -> Origin {
        let claims = reports.map(\.claim)
        let narrowest = claims.compactMap(\.claim.said).min {
            ($0.span.count, $0.span.lowerBound) < ($1.span.count, $1.span.lowerBound)
        }
        let cited = Set(reports.compactMap(\.outlet))
        let speakers = claims.compactMap(\.claim.speaker)
        // The last outlet of a chain is whom it was told; one whose own article tells of it heard it from another.
        let told = reports.first { report in
            voice.kind == .person && report.via.last.map { !cited.contains($0) } ?? false
        }
        return Origin(
            id: claims.map(\.id).min() ?? "", kind: voice.kind, name: voice.name,
            role: speakers.lazy.compactMap(\.role).first, org: speakers.lazy.compactMap(\.org).first, said: narrowest,
            outlet: told?.claim.claim.via.last, isParty: claims.contains(where: \.isPartysWord),
            claims: claims.map(\.id), reports: Set(claims.map(\.article.id)).count,
            families: Set(claims.map { $0.article.family ?? $0.article.id }).count)
    }

    private static func comesFirst(_ one: ReportedClaim, _ other: ReportedClaim) -> Bool {
        let day = { (claim: ReportedClaim) in claim.article.published?.span.lowerBound ?? Int.max }
        return (day(one), one.article.id, one.claim.evidence.lowerBound, one.id)
            < (day(other), other.article.id, other.claim.evidence.lowerBound, other.id)
    }

    /// Days between two dates; 0 where they can be the same day or one is unknown.
    static func gap(_ one: CoarseDate?, _ other: CoarseDate?) -> Int {
        guard let left = one?.span, let right = other?.span else { return 0 }
        return max(0, max(left.lowerBound, right.lowerBound) - min(left.upperBound, right.upperBound))
    }
}
