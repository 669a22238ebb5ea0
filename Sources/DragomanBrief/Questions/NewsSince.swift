public import DragomanClaims
public import DragomanLedger
public import DragomanText

/// What changed since a day: deals that are new, deals that got on, deals that were reported again or are disputed now.
public struct NewsSince: Page {
    /// What became of one deal.
    public struct Change: Sendable, Equatable {
        public enum What: String, Sendable, Encodable, CaseIterable {
            /// Nothing was said of it before.
            case new
            /// Its stage is another one than before.
            case moved
            /// It was reported again at the stage it had.
            case repeated
        }
        public var what: What
        public var deal: String
        public var statement: String
        public var stage: Stage
        /// The stage it had before; nil for a new deal.
        public var before: Stage?
        /// The articles that tell of it since, the oldest first.
        public var reports: [ArticleEntry]
        /// Whether reports of it contradict each other.
        public var isDisputed: Bool
        /// What it weighs among the changes: by stage, what changed, numbers and how many report it.
        public var weight: Int

        /// The change in words: the deal's sentence, and the stage before.
        public var sentence: String {
            switch what {
            case .new: statement
            case .moved: statement + " Before, it was reported as \(before?.rawValue ?? "unknown")."
            case .repeated: statement + " It was reported again."
            }
        }
    }

    public var since: CoarseDate
    /// The weightiest first.
    public var changes: [Change]
    /// How many changes there are in all, and how many articles are dated since.
    public var total: Int
    public var articles: Int
    /// How many deals were not looked at.
    public var dealsLeftOut: Int

    /// What the ledger's articles published on `since` or later changed; undated articles count as older.
    ///
    /// - Parameter limit: how many changes at most.
    public init(of ledger: Ledger, since: CoarseDate, _ filter: DealFilter = DealFilter(), limit: Int = 200) throws {
        var filter = filter
        filter.since = since
        let deals = try ledger.deals(filter, limit: Timeline.mostDeals)
        let found = deals.compactMap { Self.change(of: $0, since: since.span.lowerBound) }.sorted {
            ($1.weight, $0.deal) < ($0.weight, $1.deal)
        }
        self.since = since
        changes = Array(found.prefix(limit))
        total = found.count
        articles = Set(found.flatMap(\.reports).map(\.id)).count
        dealsLeftOut = deals.count < Timeline.mostDeals ? 0 : try ledger.count(filter) - deals.count
    }

    private static func change(of deal: Deal, since: Int) -> Change? {
        func isNew(_ claim: ReportedClaim) -> Bool {
            ((claim.article.published ?? claim.claim.said)?.span.lowerBound ?? .min) >= since
        }
        let new = deal.claims.filter(isNew)
        guard !new.isEmpty else { return nil }
        let old = Set(deal.claims.filter { !isNew($0) }.map(\.id))
        let before = deal.history.last { $0.kind == deal.kind && !old.isDisjoint(with: $0.claims) }?.stage
        let what: Change.What = old.isEmpty ? .new : before != nil && before != deal.stage ? .moved : .repeated
        var seen: Set<String> = []
        let reports = new.map(\.article).filter { seen.insert($0.id).inserted }
        var weight = [.new: 300, .moved: 250, .repeated: 0][what] ?? 0
        switch deal.stage {
        case .signed, .underway, .done, .stalled, .ended, .denied: weight += 150
        case .talks, .planned: weight += 100
        case .considered: weight += 50
        }
        weight += (deal.quantities.isEmpty ? 0 : 60) + (deal.money.isEmpty ? 0 : 60)
        weight += 40 * min(reports.count, 5) + 20 * min(deal.counterparts.count, 2)
        let isDisputed = deal.isDisputed(deal.origins)
        return Change(
            what: what, deal: deal.id, statement: deal.statement, stage: deal.stage, before: before, reports: reports,
            isDisputed: isDisputed, weight: weight + (isDisputed ? 80 : 0))
    }

    /// The `count` weightiest changes as a summary: their sentences by day, with numbered sources.
    public func summary(_ count: Int) -> StatedSummary {
        var summary = StatedSummary(title: "What changed since \(Phrases.date(since))")
        let day = { (change: Change) in change.reports.first?.published?.span.lowerBound ?? .max }
        for change in changes.prefix(max(0, count)).sorted(by: { (day($0), $0.deal) < (day($1), $1.deal) }) {
            summary.add(change.sentence, change.reports)
        }
        return summary
    }

    public func text(_ style: TerminalStyle) -> String {
        guard !changes.isEmpty else { return "Nothing changed since \(Phrases.date(since)).\n" }
        var page = ""
        for what in Change.What.allCases {
            let group = changes.filter { $0.what == what }
            guard !group.isEmpty else { continue }
            let head = [.new: "NEW", .moved: "FURTHER OR OTHERWISE", .repeated: "REPORTED AGAIN"][what] ?? ""
            page += style.paint("\(head) (\(group.count))", .bold) + "\n"
            for change in group {
                let outlets = change.reports.map(\.publisher).inOrderOnce.prefix(6).joined(separator: ", ")
                let facts = [
                    change.before.map { change.what == .moved ? "before: \($0.rawValue)" : nil } ?? nil,
                    Counted.of(change.reports.count, "report"), outlets, change.isDisputed ? "disputed" : nil,
                ].compactMap { $0 }.joined(separator: " · ")
                page += Layout.block(
                    SafeText.line(change.statement),
                    head: style.paint(Layout.cell(String(change.deal.prefix(8)), width: 10), .dim)
                        + change.stage.label(style), indent: 10 + Stage.labelWidth, width: style.width)
                page += Layout.block(
                    SafeText.line(facts), head: String(repeating: " ", count: 10 + Stage.labelWidth),
                    indent: 10 + Stage.labelWidth, width: style.width
                ) { style.paint($0, .dim) }
            }
            page += "\n"
        }
        let shown = changes.count < total ? "the weightiest \(changes.count) of " : ""
        return page + "\(shown)\(Counted.of(total, "change")) in \(Counted.of(articles, "article"))\n"
    }
}

extension NewsSince {
    private enum Key: String, CodingKey { case since, changes, total, articles, dealsLeftOut }

    /// Writes `since`, `changes`, `total`, `articles` and `dealsLeftOut`.
    public func encode(to encoder: any Encoder) throws {
        var box = encoder.container(keyedBy: Key.self)
        try box.encode(since.description, forKey: .since)
        try box.encode(changes, forKey: .changes)
        try box.encode(total, forKey: .total)
        try box.encode(articles, forKey: .articles)
        try box.encode(dealsLeftOut, forKey: .dealsLeftOut)
    }
}

extension NewsSince.Change: Encodable {
    private enum Key: String, CodingKey { case what, deal, statement, stage, before, reports, disputed }

    public func encode(to encoder: any Encoder) throws {
        var box = encoder.container(keyedBy: Key.self)
        try box.encode(what, forKey: .what)
        try box.encode(deal, forKey: .deal)
        try box.encode(statement, forKey: .statement)
        try box.encode(stage, forKey: .stage)
        try box.encode(before, forKey: .before)
        try box.encode(reports, forKey: .reports)
        try box.encode(isDisputed, forKey: .disputed)
    }
}
