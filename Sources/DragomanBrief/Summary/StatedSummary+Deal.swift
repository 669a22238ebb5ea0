internal import DragomanClaims
public import DragomanLedger
internal import DragomanText

extension StatedSummary {
    /// A deal in sentences made of its fields, the weightiest first: what it is, how it got on, whose word it is, where reports contradict each
    /// other, and the values on which they differ.
    ///
    /// - Parameter count: how many sentences at most.
    public init(of deal: Deal, sentences count: Int) {
        var all = StatedSummary(title: deal.kinds.map(\.rawValue).joined(separator: ", ") + ", " + deal.stage.rawValue)
        let articles = Dictionary(deal.claims.map { ($0.id, $0.article) }) { first, _ in first }
        func sources(_ claims: [String]) -> [ArticleEntry] { claims.compactMap { articles[$0] } }
        let stating = deal.claims.filter { $0.claim.kind == deal.kind && $0.claim.stage == deal.stage }
        all.add(deal.statement, (([deal.headline].compactMap { $0 }) + stating).map(\.article))
        if let (text, claims) = Self.course(of: deal) { all.add(text, sources(claims)) }
        let origins = deal.origins
        if let (text, claims) = Self.words(origins) { all.add(text, sources(claims)) }
        for disagreement in deal.disagreements(origins) where disagreement.kind.isContradiction {
            all.add(Self.sentence(disagreement), [disagreement.source.article, disagreement.other.article])
        }
        func differing<Value>(_ name: String, _ values: [Supported<Value>], _ shown: (Value) -> String) {
            guard values.count > 1 else { return }
            let list = values.prefix(5).map { "\(shown($0.value)) (\(Counted.of($0.reports, "report")))" }
            all.add("\(name) given: \(list.joined(separator: ", ")).", sources(values.prefix(5).flatMap(\.claims)))
        }
        differing("Quantities", deal.quantities, Phrases.quantity)
        differing("Sums", deal.money, Phrases.money)
        differing("Dates", deal.dates, Phrases.date)
        differing("Goods", deal.goods) { GoodsPhrase.goods([$0]) ?? $0.type }
        differing("Partners", deal.counterparts) { $0 }
        differing("Places", deal.places) { $0 }
        let support = deal.support(origins)
        if support.reports > 1 {
            all.add("In all \(Phrases.support(support)).", deal.claims.map(\.article))
        }
        self = all.first(count)
    }

    /// `It was reported as considered in 2022, as talks on 3 November 2022 and as signed on 16 May 2023.`
    private static func course(of deal: Deal) -> (String, [String])? {
        var seen: Set<Stage> = []
        let firsts = deal.history.filter { $0.kind == deal.kind && seen.insert($0.stage).inserted }
        guard firsts.count > 1 else { return nil }
        let steps = firsts.map { report in
            "as \(report.stage.rawValue)" + (report.date.map { " " + Phrases.inDate($0) } ?? " without a date")
        }
        return ("It was reported \(Phrases.list(steps)).", firsts.flatMap(\.claims))
    }

    /// `It is the word of Omid Ghalibaf, spokesman; and of Izvestia in its own voice.`
    private static func words(_ origins: Origins) -> (String, [String])? {
        let named = origins.all.prefix(4).map { origin in
            let who = [origin.name, origin.role, origin.org == origin.name ? nil : origin.org].compactMap { $0 }
                .joined(separator: ", ")
            return origin.kind == .article ? "\(origin.name) in its own voice" : who
        }
        guard !named.isEmpty else { return nil }
        let more = origins.all.count - named.count
        let rest = more > 0 ? "; and of \(Counted.of(more, "other"))" : ""
        return (
            "It is the word of \(named.joined(separator: "; of "))\(rest).", origins.all.prefix(4).flatMap(\.claims)
        )
    }

    /// `Reports contradict each other on stage: Mekong Wire has underway, Far Meridian Auto has done.`
    private static func sentence(_ disagreement: Disagreement) -> String {
        let sides = [disagreement.source, disagreement.other]
        guard disagreement.field == .stage else {
            let outlets = sides.map(\.article.publisher)
            return "\(outlets[0]) and \(outlets[1]) contradict each other on \(disagreement.field.rawValue)."
        }
        let told = sides.map { "\($0.article.publisher) has \($0.claim.stage.rawValue)" }
        return "Reports contradict each other on the stage: \(told.joined(separator: ", ")), "
            + (disagreement.kind == .distortion ? "of one source." : "of different sources.")
    }
}
