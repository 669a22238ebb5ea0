internal import DragomanClaims
internal import DragomanText

/// Finds where the claims of one deal disagree. A function of the set of claims.
///
/// Compared is what an article says on one origin's word with what another says on the same (distortion) or on another's
/// word (dispute). A stage is changed only where an article lacks the stage that its source has: an article that tells of a
/// running certification and of its end tells more, not otherwise.
struct Disagreements {
    /// What one article says of one kind of undertaking on one origin's word.
    struct Account {
        let kind: ClaimKind
        let origin: String
        let article: ArticleEntry
        let claims: [ReportedClaim]
        let isOwnVoice: Bool
        /// Whether the origin is only that of the outlet the article cites elsewhere.
        let isLent: Bool
        let figures: [Figure]
        /// Stages on the path, without denials and what is off it.
        let path: [Stage]

        init(_ claims: [ReportedClaim], _ first: ReportedClaim, _ origins: Origins) {
            let origin = origins.origin(of: first.id)
            kind = first.claim.kind
            self.origin = origin?.id ?? first.id
            article = first.article
            self.claims = claims.sorted {
                ($0.claim.evidence.lowerBound, $0.id) < ($1.claim.evidence.lowerBound, $1.id)
            }
            isOwnVoice = origin?.kind == .article
            isLent = claims.allSatisfy { origins.isLent($0.id) }
            figures = self.claims.flatMap(Figure.all)
            path = self.claims.map(\.claim.stage).filter { $0.rank <= Stage.done.rank }
        }

        var furthest: Int? { path.map(\.rank).max() }

        func claim(at rank: Int) -> ReportedClaim? { claims.first { $0.claim.stage.rank == rank } }
    }

    private let accounts: [Account]
    private let things: [String: Thing]
    private(set) var found: [Disagreement] = []
    /// Claims that depart from their own origin: what they say is no other origin's word.
    private var distorting: Set<String> = []

    /// The disagreements among `claims`, which are all of one deal: contradictions first, in order of time. Of a deal with very many claims
    /// those are compared that `DisagreeingClaims` selects.
    ///
    /// - Parameter known: the origins of all claims, where they are known.
    static func of(_ claims: [ReportedClaim], origins known: Origins? = nil) -> [Disagreement] {
        let chosen = Set(DisagreeingClaims.selected(claims.map(DisagreeingClaims.init)))
        let compared = claims.filter { chosen.contains($0.id) }
        let origins = compared.count == claims.count ? known : nil
        var search = Disagreements(compared, origins ?? Origins(of: compared))
        for group in Dictionary(grouping: search.accounts, by: \.kind).sorted(by: { $0.key.rawValue < $1.key.rawValue })
        {
            search.findDistortions(group.value)
            search.findDisputes(group.value)
            search.findChanges(group.value)
        }
        return Self.merged(search.found)
    }

    private init(_ claims: [ReportedClaim], _ origins: Origins) {
        var groups: [String: [ReportedClaim]] = [:]
        for claim in claims {
            let origin = origins.origin(of: claim.id)?.id ?? claim.id
            groups["\(claim.claim.kind.rawValue)\n\(origin)\n\(claim.article.id)", default: []].append(claim)
        }
        accounts = groups.values.compactMap { group in group.first.map { Account(group, $0, origins) } }
            .sorted { one, other in
                let days = (
                    one.article.published?.span.lowerBound ?? .max, other.article.published?.span.lowerBound ?? .max
                )
                return (days.0, one.article.id, one.kind.rawValue, one.origin)
                    < (days.1, other.article.id, other.kind.rawValue, other.origin)
            }
        things = Dictionary(claims.map { ($0.id, Thing($0.claim)) }, uniquingKeysWith: { one, _ in one })
    }

    // MARK: One origin

    private mutating func findDistortions(_ accounts: [Account]) {
        for (_, group) in Dictionary(grouping: accounts, by: \.origin).sorted(by: { $0.key < $1.key })
        where group.count > 1 {
            // Each account is held against those nearer to the root.
            let depths = Self.depths(of: group)
            let ranked = group.indices.sorted { (depths[$0], $0) < (depths[$1], $1) }.map { group[$0] }
            for (place, other) in ranked.enumerated().dropFirst() {
                for source in ranked[..<place] where source.article.id != other.article.id {
                    compareStages(source, other)
                    compareFigures(source, other, contradiction: .distortion)
                    compareDates(source, other, contradiction: .distortion)
                }
            }
        }
        findHeadlines(accounts)
    }

    /// How far each account of one origin is from the root: one more than the farthest account whose outlet it cites.
    private static func depths(of group: [Account]) -> [Int] {
        let outlets = group.map { $0.article.outlet.map(Voice.latin) }
        let cited = group.map { account in
            Set((account.claims.flatMap(\.claim.via) + account.article.cites).map(Voice.latin))
        }
        var depths = [Int](repeating: 0, count: group.count)
        // A chain of outlets is seldom longer than three.
        for _ in 0..<3 {
            depths = group.indices.map { index in
                let sources = group.indices.filter { source in
                    guard let outlet = outlets[source], outlet != outlets[index] else { return false }
                    return cited[index].contains(outlet)
                }
                return (sources.map { depths[$0] + 1 }.max() ?? 0)
            }
        }
        return depths
    }

    private mutating func compareStages(_ source: Account, _ other: Account) {
        guard let before = source.furthest, let after = other.furthest, before != after,
            !other.path.contains(where: { $0.rank == before }), !source.path.contains(where: { $0.rank == after }),
            let one = source.claim(at: before), let two = other.claim(at: after), isSameThing(one, two),
            !distorting.contains(one.id)
        else { return }
        // A report of the same word that has it less far along leaves something out; only what is told instead counts.
        // Nor does what names no source take anything back.
        guard after > before || (!other.isLent && other.path.allSatisfy({ $0.rank < before })) else { return }
        if after < before, source.path.contains(where: { $0.rank <= after }) { return }
        distorting.insert(two.id)
        add(.distortion, .stage, one, two, hardens: after > before)
    }

    /// A headline in the article's own voice that is further along than all the text says.
    private mutating func findHeadlines(_ accounts: [Account]) {
        for account in accounts where account.isOwnVoice {
            let title = account.article.title ?? ""
            let rest = accounts.filter { $0.article.id == account.article.id && $0.origin != account.origin }
            guard !title.isEmpty, account.claims.allSatisfy({ title.contains($0.quote) }),
                let before = rest.compactMap(\.furthest).max(), let after = account.furthest, after > before,
                let one = rest.lazy.compactMap({ $0.claim(at: before) }).first, let two = account.claim(at: after)
            else { continue }
            distorting.insert(two.id)
            add(.distortion, .stage, one, two, hardens: true)
        }
    }

    // MARK: Different origins

    private mutating func findDisputes(_ accounts: [Account]) {
        for (place, one) in accounts.enumerated() {
            for other in accounts[(place + 1)...] where one.origin != other.origin {
                findDenial(by: one, of: other, accounts)
                findDenial(by: other, of: one, accounts)
                findLag(one, other, accounts)
                compareFigures(one, other, contradiction: .dispute)
                compareDates(one, other, contradiction: .dispute)
            }
        }
    }

    /// A denial contradicts what it answers to: the nearest thing its article reports on another's word, and elsewhere
    /// what is as far along as that or further. Where its article reports nothing so, it contradicts what is further along
    /// than the article and the denier themselves grant.
    private mutating func findDenial(by denier: Account, of other: Account, _ accounts: [Account]) {
        guard let denial = denier.claims.first(where: { $0.claim.stage == .denied }),
            Origins.gap(denial.when, other.claims.first?.when) <= 60
        else { return }
        let beside = accounts.filter { $0.article.id == denier.article.id && $0.origin != denier.origin }
        let place = denial.claim.evidence.lowerBound
        let target = beside.filter { !$0.isOwnVoice }.flatMap(\.claims).filter {
            $0.claim.stage != .denied && $0.claim.stage.rank > denier.furthest ?? -1
        }.min {
            (abs($0.claim.evidence.lowerBound - place), $0.id) < (abs($1.claim.evidence.lowerBound - place), $1.id)
        }
        let granted = (beside.filter(\.isOwnVoice) + [denier]).compactMap(\.furthest).max() ?? -1
        let answered = other.claims.filter { claim in
            guard claim.claim.stage != .denied, isSameThing(denial, claim) else { return false }
            if other.article.id == denier.article.id { return claim.id == target?.id }
            guard let target = target?.claim.stage else {
                return claim.claim.stage.rank > granted && claim.claim.stage.rank <= Stage.done.rank
            }
            return target.rank <= Stage.done.rank
                ? (target.rank...Stage.done.rank).contains(claim.claim.stage.rank) : claim.claim.stage == target
        }
        if let claim = answered.max(by: { ($0.claim.stage.rank, $1.id) < ($1.claim.stage.rank, $0.id) }) {
            add(.dispute, .stage, claim, denial, hardens: false)
        }
    }

    /// Kinds that are done once: whoever says later that it is still under way contradicts.
    private static let doneOnce: Set<ClaimKind> = [.certification, .investment]

    private mutating func findLag(_ one: Account, _ other: Account, _ accounts: [Account]) {
        for (done, lagging) in [(one, other), (other, one)] {
            guard Self.doneOnce.contains(done.kind), done.furthest == Stage.done.rank,
                !accounts.contains(where: { $0.origin == done.origin && $0.path.contains(.underway) }),
                let furthest = lagging.furthest, (1...Stage.underway.rank).contains(furthest),
                let claim = done.claim(at: Stage.done.rank), !distorting.contains(claim.id),
                let late = lagging.claim(at: furthest), !distorting.contains(late.id), isSameThing(claim, late),
                !CoarseDate.isEarlier(late.when, claim.when), Origins.gap(late.when, claim.when) <= 60
            else { continue }
            add(.dispute, .stage, claim, late, hardens: false)
        }
    }

    // MARK: Figures

    private mutating func compareFigures(_ one: Account, _ other: Account, contradiction: Disagreement.Kind) {
        let (left, right) = (one.figures, other.figures)
        for figure in right {
            // A figure that both give is no matter of dispute, whatever other figures stand beside it.
            let alike = left.filter { $0.field == figure.field && $0.unit == figure.unit }
            guard !alike.isEmpty, !alike.contains(where: { $0.agrees(with: figure) }) else { continue }
            let open = alike.filter { candidate in
                !right.contains {
                    $0.field == candidate.field && $0.unit == candidate.unit && $0.agrees(with: candidate)
                }
            }
            let nearest = open.filter { !$0.isPart }.min { abs($0.value - figure.value) < abs($1.value - figure.value) }
            guard let nearest, !figure.isPart, isSameThing(nearest.claim, figure.claim),
                !distorting.contains(nearest.claim.id)
            else { continue }
            let isSameStage = nearest.claim.claim.stage == figure.claim.claim.stage
            if nearest.per != figure.per || Origins.gap(nearest.date, figure.date) > 0 {
                if isSameStage, one.article.id != other.article.id {
                    add(.period, figure.field, nearest.claim, figure.claim, hardens: false)
                }
                continue
            }
            guard contradiction == .distortion || isSameStage else { continue }
            if contradiction == .distortion { distorting.insert(figure.claim.id) }
            if contradiction == .dispute, distorting.contains(figure.claim.id) || distorting.contains(nearest.claim.id)
            {
                continue
            }
            let isRevision = contradiction == .dispute && Self.isSameVoice(nearest.claim, figure.claim)
            add(isRevision ? .revision : contradiction, figure.field, nearest.claim, figure.claim, hardens: false)
        }
        for figure in right where !figure.isPart {
            guard
                let near = left.first(where: {
                    $0.field == .quantity && figure.field == .quantity && $0.unit != figure.unit
                        && $0.value != figure.value && !$0.isPart && $0.claim.claim.stage == figure.claim.claim.stage
                }),
                !left.contains(where: { $0.unit == figure.unit }), Self.areCounts(near.unit, figure.unit)
            else { continue }
            add(.definition, .quantity, near.claim, figure.claim, hardens: false)
        }
    }

    private static func areCounts(_ one: String, _ other: String) -> Bool {
        let counts: Set<String> = ["vehicles", "kits", "sets", "engines", "chassis", "bodies"]
        return counts.contains(one) && counts.contains(other)
    }

    /// Different days for one stage of one thing, where each side gives one; a later word is an update.
    private mutating func compareDates(_ one: Account, _ other: Account, contradiction: Disagreement.Kind) {
        func dated(_ account: Account, _ stage: Stage) -> ReportedClaim? {
            let claims = account.claims.filter { $0.claim.stage == stage && $0.claim.date != nil }
            return claims.count == 1 && !Figure.speaksOfPart(claims[0].quote) ? claims.first : nil
        }
        for stage in [Stage.planned, .signed, .done] {
            guard let before = dated(one, stage), let after = dated(other, stage), isSameThing(before, after),
                Origins.gap(before.claim.date, after.claim.date) > 0,
                before.claim.quantity == nil || after.claim.quantity == nil
                    || before.claim.quantity?.n == after.claim.quantity?.n,
                !distorting.contains(before.id), !distorting.contains(after.id)
            else { continue }
            if contradiction == .distortion { distorting.insert(after.id) }
            let isLater = contradiction == .dispute && Origins.gap(before.when, after.when) > 30
            add(isLater ? .update : contradiction, .date, before, after, hardens: false)
        }
    }

    // MARK: Updates

    private mutating func findChanges(_ accounts: [Account]) {
        let origins = Dictionary(
            accounts.flatMap { account in account.claims.map { ($0.id, account.origin) } },
            uniquingKeysWith: { one, _ in one })
        var newest: ReportedClaim?
        for claim in accounts.flatMap(\.claims).sorted(by: Self.isEarlier) where !distorting.contains(claim.id) {
            defer { newest = claim }
            guard let before = newest, CoarseDate.isEarlier(before.when, claim.when),
                claim.claim.stage.rank > before.claim.stage.rank, claim.claim.stage != .denied,
                Origins.gap(before.when, claim.when) > 0, before.article.id != claim.article.id,
                origins[before.id] != origins[claim.id]
            else { continue }
            add(.update, .stage, before, claim, hardens: true)
        }
    }

    private static func isEarlier(_ one: ReportedClaim, _ other: ReportedClaim) -> Bool {
        if CoarseDate.isEarlier(one.when, other.when) { return true }
        if CoarseDate.isEarlier(other.when, one.when) { return false }
        return (one.claim.stage.rank, one.id) < (other.claim.stage.rank, other.id)
    }

    // MARK: Pairs

    /// Whether two claims of one deal can be of one thing: names of goods, places and counterparts do not exclude it.
    private func isSameThing(_ one: ReportedClaim, _ other: ReportedClaim) -> Bool {
        guard let left = things[one.id], let right = things[other.id] else { return false }
        return left.agrees(with: right)
    }

    private static func isSameVoice(_ one: ReportedClaim, _ other: ReportedClaim) -> Bool {
        let (first, second) = (Voice(one), Voice(other))
        if first.kind == .article, second.kind == .article {
            return one.article.outlet != nil && one.article.outlet == other.article.outlet
        }
        return first.agrees(with: second)
    }

    private mutating func add(
        _ kind: Disagreement.Kind, _ field: Disagreement.Field, _ one: ReportedClaim, _ two: ReportedClaim,
        hardens: Bool
    ) {
        found.append(
            Disagreement(
                kind: kind, field: field, source: one, other: two, sourceClaims: [one.id], otherClaims: [two.id],
                hardens: hardens))
    }

    /// One disagreement for all reports that stand on the same two sides.
    private static func merged(_ found: [Disagreement]) -> [Disagreement] {
        var sides: [String: Int] = [:]
        var merged: [Disagreement] = []
        for one in found {
            // What departs from one origin departs from all that tell it otherwise.
            let source = one.kind == .distortion ? "" : value(one.source, one.field)
            let other = value(one.other, one.field)
            let same = "\(one.kind) \(one.field) \(one.other.claim.kind) \(source) \(other)"
            // Reports of one distortion are copies of one another or stand against one source.
            if let place = sides[same] {
                merged[place].sourceClaims += one.sourceClaims.filter { !merged[place].sourceClaims.contains($0) }
                merged[place].otherClaims += one.otherClaims.filter { !merged[place].otherClaims.contains($0) }
            } else {
                sides[same] = merged.count
                merged.append(one)
            }
        }
        let order = Disagreement.Kind.allCases
        return merged.enumerated().sorted {
            (order.firstIndex(of: $0.element.kind) ?? 0, $0.offset) < (
                order.firstIndex(of: $1.element.kind) ?? 0, $1.offset
            )
        }.map(\.element)
    }

    private static func value(_ claim: ReportedClaim, _ field: Disagreement.Field) -> String {
        switch field {
        case .stage: claim.claim.stage.rawValue
        case .quantity: claim.claim.quantity.map { "\($0.n) \($0.unit)" } ?? ""
        case .money: claim.claim.money.map { "\($0.amount) \($0.currency)" } ?? ""
        case .share: claim.claim.share ?? ""
        case .date: claim.claim.date?.description ?? ""
        }
    }
}
