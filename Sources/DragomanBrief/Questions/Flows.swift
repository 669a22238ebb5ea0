internal import DragomanClaims
public import DragomanLedger
internal import DragomanText

/// Between which countries the deals run: from that of who does it to that of with whom, else to where.
public struct Flows: Tabular {
    /// The deals from one country to another.
    public struct Flow: Sendable, Equatable, Encodable {
        /// Names of countries.
        public var from: String
        public var to: String
        /// Ids of deals, the newest first.
        public var deals: [String]
        /// Vehicles in these deals, where they say so; without rates and capacities.
        public var vehicles: Double

        public init(from: String, to: String, deals: [String], vehicles: Double = 0) {
            self.from = from
            self.to = to
            self.deals = deals
            self.vehicles = vehicles
        }
    }

    /// Those of most deals first.
    public var flows: [Flow]
    /// How many flows were left out, and how many deals whose countries are not known or are one.
    public var flowsLeftOut: Int
    public var dealsWithout: Int
    public var dealsLeftOut: Int

    public init(flows: [Flow], flowsLeftOut: Int = 0, dealsWithout: Int = 0, dealsLeftOut: Int = 0) {
        self.flows = flows
        self.flowsLeftOut = flowsLeftOut
        self.dealsWithout = dealsWithout
        self.dealsLeftOut = dealsLeftOut
    }

    /// The flows of the deals `filter` lets through, the `limit` with most deals.
    public init(of ledger: Ledger, _ filter: DealFilter = DealFilter(), limit: Int = 40) throws {
        let deals = try ledger.deals(filter, limit: Timeline.mostDeals)
        var found: [String: Flow] = [:]
        var without = 0
        for deal in deals {
            let corridors = try ledger.corridors(of: deal)
            if corridors.isEmpty { without += 1 }
            let vehicles = deal.quantities.first { $0.value.unit == "vehicles" && $0.value.per == nil }?.value.n ?? 0
            for corridor in corridors {
                let (from, to) = (CountryName.of(corridor.from), CountryName.of(corridor.to))
                found[from + "\n" + to, default: Flow(from: from, to: to, deals: [])].deals.append(deal.id)
                found[from + "\n" + to]?.vehicles += vehicles
            }
        }
        let all = found.values.sorted { ($1.deals.count, $0.from, $0.to) < ($0.deals.count, $1.from, $1.to) }
        self.init(
            flows: Array(all.prefix(limit)), flowsLeftOut: max(0, all.count - limit), dealsWithout: without,
            dealsLeftOut: deals.count < Timeline.mostDeals ? 0 : try ledger.count(filter) - deals.count)
    }

    public static let nothing = "No deals between countries that are known."

    public var table: Table {
        var parts: [String] = []
        if flowsLeftOut > 0 { parts.append("\(flowsLeftOut) flows of fewer deals") }
        if dealsWithout > 0 { parts.append("\(dealsWithout) deals within one country or between unknown ones") }
        if dealsLeftOut > 0 { parts.append("\(dealsLeftOut) older deals") }
        return Table(
            "Deals between countries", columns: ["FROM", "TO", "DEALS", "VEHICLES"],
            rows: flows.map {
                [$0.from, $0.to, "\($0.deals.count)", $0.vehicles > 0 ? Phrases.number($0.vehicles) : ""]
            }, note: parts.isEmpty ? nil : "Left out: " + parts.joined(separator: ", "))
    }
}

/// The name of a country from the id of its entry: `country/united-arab-emirates`.
enum CountryName {
    private static let small: Set<Substring> = ["of", "and", "the"]

    static func of(_ entry: String) -> String {
        (entry.split(separator: "/").last ?? "").split(separator: "-").enumerated().map { number, word in
            number > 0 && small.contains(word) ? String(word) : word.prefix(1).uppercased() + word.dropFirst()
        }.joined(separator: " ")
    }
}
