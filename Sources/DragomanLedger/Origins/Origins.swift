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
        let voices = Self.resolved(ordered)
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
                    && (voices[one].kind == .article || Self.isOneOccasion(ordered[one], ordered[other]))
                {
                    let (first, second) = (root(one), root(other))
                    parent[max(first, second)] = min(first, second)
                }
            }
        }
        let occasions = Dictionary(grouping: ordered.indices, by: root).sorted { $0.key < $1.key }
        for (_, members) in occasions {
            for member in members { positions[ordered[member].id] = all.count }
            all.append(Self.origin(members.map { ordered[$0] }, voices[members[0]]))
        }
    }

    /// Where a claim names nobody but an outlet, and that outlet's own article is among the claims, its voice is the
    /// voice of that article's claim.
    private static func resolved(_ claims: [ReportedClaim]) -> [Voice] {
        var voices = claims.map(Voice.init)
        let byOutlet = Dictionary(grouping: claims.indices) { claims[$0].article.outlet.map(Voice.latin) ?? "" }
        for (index, claim) in claims.enumerated() where voices[index].kind == .outlet {
            let cited = Voice.latin(claim.claim.via.last ?? "")
            let sources = (byOutlet[cited] ?? []).filter {
                claims[$0].article.id != claim.article.id && claims[$0].claim.kind == claim.claim.kind
                    && Voice(claims[$0]).kind != .outlet
                    && gap(claims[$0].article.published, claim.article.published) <= 30
            }
            // The claim at the nearest stage is what the citing article most likely speaks of.
            let rank = claim.claim.stage.rank
            let best = sources.min {
                (abs(claims[$0].claim.stage.rank - rank), $0) < (abs(claims[$1].claim.stage.rank - rank), $1)
            }
            if let best { voices[index] = Voice(claims[best]) }
        }
        return voices
    }

    /// Whether two claims of one voice were given on one occasion; symmetric.
    private static func isOneOccasion(_ one: ReportedClaim, _ other: ReportedClaim) -> Bool {
        if one.article.id == other.article.id {
            guard let first = one.claim.said, let second = other.claim.said else { return true }
            return gap(first, second) == 0
        }
        if let family = one.article.family, family == other.article.family { return true }
        let near = gap(one.when, other.when)
        if cites(one, other) || cites(other, one) { return near <= 30 }
        if let first = one.claim.said, let second = other.claim.said, gap(first, second) > 0 { return false }
        let (to, also) = (one.claim.via.last.map(Voice.latin), other.claim.via.last.map(Voice.latin))
        if let to, let also {
            return to == also ? near <= 14 : near == 0 && one.claim.said != nil && other.claim.said != nil
        }
        return near <= nearness
    }

    /// Whether the chain of one claim names the outlet of the other.
    private static func cites(_ one: ReportedClaim, _ other: ReportedClaim) -> Bool {
        guard let outlet = other.article.outlet.map(Voice.latin) else { return false }
        return one.claim.via.contains { Voice.latin($0) == outlet } || one.article.wire.map(Voice.latin) == outlet
    }

    private static func origin(_ claims: [ReportedClaim], _ voice: Voice) -> Origin {
        let narrowest = claims.compactMap(\.claim.said).min {
            ($0.span.count, $0.span.lowerBound) < ($1.span.count, $1.span.lowerBound)
        }
        let cited = Set(claims.compactMap { $0.article.outlet.map(Voice.latin) })
        let speaker = claims.lazy.compactMap(\.claim.speaker)
        // The last outlet of a chain is whom it was told; one whose own article says on it heard it from another.
        let outlets = claims.compactMap(\.claim.via.last).filter {
            voice.kind == .person && !cited.contains(Voice.latin($0))
        }
        return Origin(
            id: claims.map(\.id).min() ?? "", kind: voice.kind, name: voice.name,
            role: speaker.compactMap(\.role).first, org: speaker.compactMap(\.org).first, said: narrowest,
            outlet: outlets.first, isParty: claims.contains(where: \.isPartysWord), claims: claims.map(\.id),
            reports: Set(claims.map(\.article.id)).count,
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
