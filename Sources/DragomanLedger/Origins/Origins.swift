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

    /// Days within which reports of one voice are taken for one occasion where nothing speaks against it.
    static let nearness = 6
    /// How many later claims of one voice each claim is compared with.
    static let reach = 32

    /// The origin of the claim with the id `claim`; nil for a claim that was not given.
    public func origin(of claim: String) -> Origin? { positions[claim].map { all[$0] } }

    /// Finds the origins of `claims`.
    public init(of claims: [ReportedClaim]) {
        let ordered = claims.sorted(by: Self.comesFirst)
        let reports = ordered.map(Report.init)
        let voices = Self.resolved(reports)
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

        init(_ claim: ReportedClaim) {
            self.claim = claim
            outlet = claim.article.outlet.map(Voice.latin)
            wire = claim.article.wire.map(Voice.latin)
            via = claim.claim.via.map(Voice.latin)
        }

        /// Whether the chain names the outlet of another report.
        func cites(_ other: Report) -> Bool { other.outlet.map { via.contains($0) || wire == $0 } ?? false }
    }

    /// Where a claim names nobody but an outlet, and that outlet's own article is among the claims, its voice is the
    /// voice of that article's claim.
    private static func resolved(_ reports: [Report]) -> [Voice] {
        var voices = reports.map { Voice($0.claim) }
        let own = voices
        let byOutlet = Dictionary(grouping: reports.indices) { reports[$0].outlet ?? "" }
        for (index, report) in reports.enumerated() where own[index].kind == .outlet {
            let sources = (byOutlet[report.via.last ?? ""] ?? []).filter {
                let source = reports[$0].claim
                return source.article.id != report.claim.article.id && own[$0].kind != .outlet
                    && source.claim.kind == report.claim.claim.kind
                    && gap(source.article.published, report.claim.article.published) <= 30
            }
            // The claim at the nearest stage is what the citing article most likely speaks of.
            let rank = report.claim.claim.stage.rank
            let best = sources.min {
                (abs(reports[$0].claim.claim.stage.rank - rank), $0) < (
                    abs(reports[$1].claim.claim.stage.rank - rank), $1
                )
            }
            if let best { voices[index] = own[best] }
        }
        return voices
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
