internal import DragomanClaims
internal import DragomanText

extension Stage {
    /// How far along: the path in its order, then what is off it, which overrides what was reported the same day.
    var rank: Int { Stage.allCases.firstIndex(of: self) ?? 0 }
}

extension CoarseDate {
    /// Order in time: by the first day the date can mean, then the narrower one last.
    static func isEarlier(_ one: CoarseDate?, _ other: CoarseDate?) -> Bool {
        guard let one else { return other != nil }
        guard let other else { return false }
        let (left, right) = (one.span, other.span)
        return (left.lowerBound, right.upperBound) < (right.lowerBound, left.upperBound)
    }
}

extension Deal {
    /// The deals of one article: claims with the same undertaking are one deal.
    ///
    /// - Returns: in the order of their first claim's evidence.
    public static func within(_ claims: [ReportedClaim]) -> [Deal] {
        var seen: Set<String> = []
        let ordered = claims.filter { seen.insert($0.id).inserted }
            .sorted { ($0.claim.evidence.lowerBound, $0.id) < ($1.claim.evidence.lowerBound, $1.id) }
        let joined = ArticleUndertakings.joined(ordered.map(\.claim))
        var groups: [[ReportedClaim]] = []
        var positions: [Int: Int] = [:]
        for claim in ordered {
            let undertaking = joined[claim.claim.undertaking] ?? claim.claim.undertaking
            if let position = positions[undertaking] {
                groups[position].append(claim)
            } else {
                positions[undertaking] = groups.count
                groups.append([claim])
            }
        }
        return groups.compactMap { Deal(assembling: $0) }
    }

    /// The deal that `unordered` claims make up, whatever their order; nil for none.
    ///
    /// - Parameters:
    ///   - known: its id where it is known; else that of its earliest claim, of several the smallest.
    ///   - verdict: what people judged of it.
    init?(assembling unordered: [ReportedClaim], id known: String? = nil, verdict: DealVerdict = DealVerdict()) {
        let claims = unordered.sorted(by: Self.comesFirst)
        guard let first = claims.min(by: Self.isEarlierPublished) else { return nil }
        id = known ?? first.id
        self.claims = claims
        self.verdict = verdict
        var summary = DealSummary()
        for claim in claims {
            summary.add(
                kind: claim.claim.kind, stage: claim.claim.stage, given: claim.when, article: claim.article.id)
        }
        kinds = summary.kinds
        kind = kinds.first ?? first.claim.kind
        stage = summary.stage(of: kind) ?? first.claim.stage
        newest = summary.newest
        history = Self.history(of: claims)
        reports = summary.articles.count

        var actors = Tally<String>()
        var counterparts = Tally<String>()
        var places = Tally<String>()
        var goods = Tally<Goods>()
        var quantities = Tally<Quantity>()
        var money = Tally<Money>()
        var shares = Tally<String>()
        var dates = Tally<CoarseDate>()
        for claim in claims {
            let fields = claim.claim
            for name in fields.actor { actors.add(name, key: NameKey.of(name), claim: claim) }
            for name in fields.counterpart { counterparts.add(name, key: NameKey.of(name), claim: claim) }
            for name in fields.place { places.add(name, key: NameKey.of(name), claim: claim) }
            for item in fields.goods {
                goods.add(item, key: item.type + "\n" + (item.name.map(NameKey.of) ?? ""), claim: claim)
            }
            if let quantity = fields.quantity { quantities.add(quantity, key: quantity.key, claim: claim) }
            if let sum = fields.money { money.add(sum, key: sum.key, claim: claim) }
            if let share = fields.share { shares.add(share, key: NameKey.of(share), claim: claim) }
            if let date = fields.date { dates.add(date, key: date.description, claim: claim) }
        }
        self.actors = actors.values
        self.counterparts = counterparts.values
        self.places = places.values
        self.goods = goods.values
        self.quantities = quantities.values
        self.money = money.values
        self.shares = shares.values
        self.dates = dates.values
        for (field, value) in verdict.edits.sorted(by: { $0.key < $1.key }) { edit(field, to: value) }
    }

    /// Sets a field to what somebody judged it to be; the claims keep what they say.
    private mutating func edit(_ name: String, to value: String?) {
        var claim = EnteredClaim.blank
        guard let field = ClaimField(name), field.set(value, of: &claim) else { return }
        func judged<Value>(_ values: [Value]) -> [Supported<Value>] {
            values.map { Supported(value: $0, claims: [], reports: 0) }
        }
        switch name {
        case "kind": kind = claim.kind
        case "stage": stage = claim.stage
        case "actor": actors = judged(claim.actor)
        case "counterpart": counterparts = judged(claim.counterpart)
        case "place": places = judged(claim.place)
        case "goods": goods = judged(claim.goods)
        case "quantity": quantities = judged(claim.quantity.map { [$0] } ?? [])
        case "money": money = judged(claim.money.map { [$0] } ?? [])
        case "share": shares = judged(claim.share.map { [$0] } ?? [])
        case "date": dates = judged(claim.date.map { [$0] } ?? [])
        default: break
        }
    }

    /// Order of a deal's claims: when the word was given, then the article, then the place in it.
    private static func comesFirst(_ one: ReportedClaim, _ other: ReportedClaim) -> Bool {
        if CoarseDate.isEarlier(one.when, other.when) { return true }
        if CoarseDate.isEarlier(other.when, one.when) { return false }
        if CoarseDate.isEarlier(one.article.published, other.article.published) { return true }
        if CoarseDate.isEarlier(other.article.published, one.article.published) { return false }
        return (one.article.id, one.claim.evidence.lowerBound, one.id)
            < (other.article.id, other.claim.evidence.lowerBound, other.id)
    }

    /// Order by which a deal takes its id: articles without a date come last.
    private static func isEarlierPublished(_ one: ReportedClaim, _ other: ReportedClaim) -> Bool {
        let day = { (claim: ReportedClaim) in claim.article.published?.span.lowerBound ?? Int.max }
        return (day(one), one.article.id, one.id) < (day(other), other.article.id, other.id)
    }

    private static func history(of claims: [ReportedClaim]) -> [StageReport] {
        var reports: [StageReport] = []
        for claim in claims {
            let publisher = claim.article.publisher
            let same = reports.firstIndex {
                $0.stage == claim.claim.stage && $0.kind == claim.claim.kind && $0.date == claim.when
            }
            guard let same else {
                reports.append(
                    StageReport(
                        stage: claim.claim.stage, kind: claim.claim.kind, date: claim.when, claims: [claim.id],
                        outlets: [publisher]))
                continue
            }
            reports[same].claims.append(claim.id)
            if !reports[same].outlets.contains(publisher) { reports[same].outlets.append(publisher) }
        }
        return reports
    }
}
