public import DragomanClaims
public import DragomanLedger
public import DragomanText

/// What happened when: the first report of each stage of each deal, and the dates the deals themselves have.
public struct Timeline: Tabular {
    /// One thing on one date.
    public struct Event: Sendable, Equatable {
        /// As exactly as it is known.
        public var date: CoarseDate
        /// What it is: a stage that was reported first then, or the date of the undertaking itself.
        public enum What: Sendable, Equatable {
            case reported(Stage)
            case due
        }
        public var what: What
        /// The deal's id and its sentence.
        public var deal: String
        public var statement: String
        /// Who reports it, each once.
        public var outlets: [String]

        public init(date: CoarseDate, what: What, deal: String, statement: String, outlets: [String]) {
            self.date = date
            self.what = what
            self.deal = deal
            self.statement = statement
            self.outlets = outlets
        }

        /// `signed`, or `date of the deal`.
        public var label: String {
            switch what {
            case .reported(let stage): stage.rawValue
            case .due: "date of the deal"
            }
        }
    }

    /// The oldest first.
    public var events: [Event]
    /// How many events there are in all, shown or not, and how many deals have no date at all.
    public var total: Int
    public var undated: Int
    /// How many deals of the question were not looked at.
    public var dealsLeftOut: Int

    public init(events: [Event], total: Int? = nil, undated: Int = 0, dealsLeftOut: Int = 0) {
        self.events = events
        self.total = total ?? events.count
        self.undated = undated
        self.dealsLeftOut = dealsLeftOut
    }

    /// The most deals that one answer is made of.
    public static let mostDeals = 2_000

    /// The events of the deals `filter` lets through, the newest `limit` of them.
    ///
    /// A stage counts once a deal, when it was first reported. With `filter.since`, events before it are left out.
    public init(of ledger: Ledger, _ filter: DealFilter = DealFilter(), limit: Int = 200) throws {
        let deals = try ledger.deals(filter, limit: Self.mostDeals)
        let left = deals.count < Self.mostDeals ? 0 : try ledger.count(filter) - deals.count
        self.init(of: deals, since: filter.since, limit: limit, dealsLeftOut: left)
    }

    /// The events of `deals`, the newest `limit` of them.
    public init(of deals: [Deal], since: CoarseDate? = nil, limit: Int = 200, dealsLeftOut: Int = 0) {
        var events: [Event] = []
        var undated = 0
        for deal in deals {
            let found = Self.events(of: deal)
            if found.isEmpty { undated += 1 }
            events += found.filter { since == nil || $0.date.span.upperBound >= since?.span.lowerBound ?? 0 }
        }
        events.sort { one, other in
            let (left, right) = (one.date.span, other.date.span)
            return (left.lowerBound, right.upperBound, one.deal, one.label)
                < (right.lowerBound, left.upperBound, other.deal, other.label)
        }
        self.init(
            events: Array(events.suffix(limit)), total: events.count, undated: undated, dealsLeftOut: dealsLeftOut)
    }

    private static func events(of deal: Deal) -> [Event] {
        let statement = deal.statement
        var seen: Set<Stage> = []
        var events: [Event] = deal.history.compactMap { report in
            guard let date = report.date, seen.insert(report.stage).inserted else { return nil }
            return Event(
                date: date, what: .reported(report.stage), deal: deal.id, statement: statement,
                outlets: report.outlets)
        }
        let byID = Dictionary(deal.claims.map { ($0.id, $0.article.publisher) }) { first, _ in first }
        for date in deal.dates {
            events.append(
                Event(
                    date: date.value, what: .due, deal: deal.id, statement: statement,
                    outlets: date.claims.compactMap { byID[$0] }.inOrderOnce))
        }
        return events
    }

    public static let nothing = "No dated events."

    public var table: Table {
        Table(
            "Timeline", columns: ["DATE", "WHAT", "DEAL", "STATEMENT", "REPORTED BY"],
            rows: events.map {
                [
                    $0.date.description, $0.label, String($0.deal.prefix(8)), $0.statement,
                    $0.outlets.joined(separator: ", "),
                ]
            }, note: note)
    }

    /// What is not shown.
    private var note: String? {
        var parts: [String] = []
        if events.count < total { parts.append("the newest \(events.count) of \(total) events") }
        if undated > 0 { parts.append("\(undated) \(undated == 1 ? "deal" : "deals") without a date") }
        if dealsLeftOut > 0 { parts.append("\(dealsLeftOut) older deals not looked at") }
        return parts.isEmpty ? nil : parts.joined(separator: "; ")
    }
}

extension Timeline.Event: Encodable {
    private enum Key: String, CodingKey { case date, what, deal, statement, outlets }

    /// Writes `what` as the stage's name, or `due`.
    public func encode(to encoder: any Encoder) throws {
        var box = encoder.container(keyedBy: Key.self)
        try box.encode(date.description, forKey: .date)
        switch what {
        case .reported(let stage): try box.encode(stage.rawValue, forKey: .what)
        case .due: try box.encode("due", forKey: .what)
        }
        try box.encode(deal, forKey: .deal)
        try box.encode(statement, forKey: .statement)
        try box.encode(outlets, forKey: .outlets)
    }
}
