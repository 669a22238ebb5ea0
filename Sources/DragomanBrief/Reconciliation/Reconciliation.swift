internal import DragomanClaims
public import DragomanLedger
internal import DragomanText

/// What was announced beside what was shipped, by countries, year and sort of goods. No verdict: figures of trade and deals count differently.
public struct Reconciliation: Tabular {
    /// Sorts of goods that are set against each other.
    public enum Sort: String, Sendable, Encodable, CaseIterable {
        /// Headings 8702 to 8705: buses, cars, trucks, special vehicles.
        case vehicles
        /// Headings 8706 to 8708: chassis, bodies, parts.
        case parts
    }

    public struct Row: Sendable, Equatable, Encodable {
        /// Names of countries.
        public var from: String
        public var to: String
        /// The year; nil for deals without a date.
        public var year: Int?
        public var sort: Sort
        /// Vehicles in deals that are planned, signed, under way or done; nil where none says a number.
        public var announced: Double?
        /// Ids of these deals, the newest first.
        public var deals: [String]
        /// Items and US dollars of the table; nil where it has none.
        public var shipped: Double?
        public var value: Double?

        public init(
            from: String, to: String, year: Int?, sort: Sort, announced: Double? = nil, deals: [String] = [],
            shipped: Double? = nil, value: Double? = nil
        ) {
            self.from = from
            self.to = to
            self.year = year
            self.sort = sort
            self.announced = announced
            self.deals = deals
            self.shipped = shipped
            self.value = value
        }
    }

    /// Corridors with most deals first, then in the order of names, each by year.
    public var rows: [Row]
    /// What the table's lines came to.
    public var shipments: Int
    public var notes: [String]

    /// Sets the deals that `filter` lets through against `table`.
    ///
    /// Corridors that have no deal are counted, not listed. A deal's year is that of its own date, else of the newest word; one that runs by the
    /// year ("40,000 a year") counts in that year. A deal that names several countries counts for each pair.
    public init(of ledger: Ledger, _ filter: DealFilter = DealFilter(), against table: TradeTable) throws {
        var filter = filter
        filter.kinds = [.supply]
        filter.stages = [.planned, .signed, .underway, .done]
        let deals = try ledger.deals(filter, limit: Timeline.mostDeals)
        var found: [Key: Row] = [:]
        var without = 0
        for deal in deals {
            let corridors = try ledger.corridors(of: deal)
            if corridors.isEmpty { without += 1 }
            for corridor in corridors {
                let sort: Sort = deal.goods.first?.value.type == "parts" ? .parts : .vehicles
                let key = Key(
                    corridor: corridor, year: deal.dates.first?.value.year ?? deal.newest?.year, sort: sort)
                var row = found[key] ?? Row(key)
                row.deals.append(deal.id)
                let number = deal.quantities.first {
                    $0.value.unit == "vehicles" && $0.value.per != .month && $0.value.per != .day
                }
                if sort == .vehicles, let number { row.announced = (row.announced ?? 0) + number.value.n }
                found[key] = row
            }
        }
        let known = Set(found.keys.map(\.corridor))
        var others: Set<Corridor> = []
        for shipment in table.shipments {
            let corridor = Corridor(from: shipment.from, to: shipment.to)
            guard known.contains(corridor) else {
                others.insert(corridor)
                continue
            }
            let key = Key(
                corridor: corridor, year: shipment.period.year, sort: shipment.heading <= 8705 ? .vehicles : .parts)
            var row = found[key] ?? Row(key)
            if let quantity = shipment.quantity { row.shipped = (row.shipped ?? 0) + quantity }
            if let value = shipment.value { row.value = (row.value ?? 0) + value }
            found[key] = row
        }
        let weight = found.values.reduce(into: [String: Int]()) {
            $0[$1.from + "\n" + $1.to, default: 0] += $1.deals.count
        }
        rows = found.values.sorted { one, other in
            let keys = (one.from + "\n" + one.to, other.from + "\n" + other.to)
            return (weight[keys.1] ?? 0, keys.0, one.year ?? .max, one.sort.rawValue)
                < (weight[keys.0] ?? 0, keys.1, other.year ?? .max, other.sort.rawValue)
        }
        shipments = table.shipments.count
        var notes: [String] = []
        func note(_ count: Int, _ text: String) { if count > 0 { notes.append(text) } }
        note(without, "\(Counted.of(without, "deal")) between countries that are not known or within one")
        note(others.count, "\(Counted.of(others.count, "corridor")) of the table without a deal")
        note(table.otherGoods, "\(Counted.of(table.otherGoods, "line")) of other goods")
        note(table.otherPartners, "\(Counted.of(table.otherPartners, "line")) of partners that are no known country")
        if let first = table.unknown.first {
            let names = table.unknown.prefix(3).map(\.name).joined(separator: ", ")
            notes.append(
                "not known as countries, from line \(first.line) on: \(names)\(table.unknown.count > 3 ? " and others" : "")"
            )
        }
        self.notes = notes
    }

    public init(rows: [Row], shipments: Int = 0, notes: [String] = []) {
        self.rows = rows
        self.shipments = shipments
        self.notes = notes
    }

    fileprivate struct Key: Hashable {
        var corridor: Corridor
        var year: Int?
        var sort: Sort
    }

    public static let nothing = "No deals of goods between known countries."

    public var table: Table {
        Table(
            "Announced and shipped",
            columns: ["FROM", "TO", "YEAR", "GOODS", "DEALS", "ANNOUNCED", "SHIPPED", "US DOLLARS"],
            rows: rows.map { row in
                [
                    row.from, row.to, row.year.map { "\($0)" } ?? "undated", row.sort.rawValue, "\(row.deals.count)",
                    row.announced.map(Phrases.number) ?? "", row.shipped.map(Phrases.number) ?? "",
                    row.value.map(Phrases.number) ?? "",
                ]
            }, note: notes.isEmpty ? nil : "Not in it: " + notes.joined(separator: "; "))
    }
}

extension Reconciliation.Row {
    fileprivate init(_ key: Reconciliation.Key) {
        self.init(
            from: CountryName.of(key.corridor.from), to: CountryName.of(key.corridor.to), year: key.year,
            sort: key.sort, deals: [])
    }
}
