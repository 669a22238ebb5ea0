internal import DragomanText

extension Ledger {
    /// The whole condition on the table `deals`, with its values.
    ///
    /// How many origins a deal has follows from its claims; only deals of as many claims, which the rest of the filter lets through, are looked
    /// at for it.
    func condition(of filter: DealFilter) throws -> (sql: String, values: [StoredValue]) {
        var condition = filter.columnCondition
        guard let least = filter.leastOrigins, least > 1 else { return condition }
        let rows = try database.prepare(
            """
            SELECT id FROM deals WHERE \(condition.sql)
                AND (SELECT count(*) FROM deal_claims WHERE deal_claims.deal = deals.id) >= \(least)
            """)
        try rows.bind(condition.values)
        var ids: [String] = []
        while try rows.step() { ids.append(rows.text(0)) }
        let fitting = try ids.filter { try storedDeal($0)?.origins.all.count ?? 0 >= least }
        // As one JSON value, for a statement takes no more than some thousands of values.
        condition.sql += " AND deals.id IN (SELECT value FROM json_each(?))"
        condition.values.append(.text("[" + fitting.map { "\"\($0)\"" }.joined(separator: ",") + "]"))
        return condition
    }
}

extension Deal {
    /// Whether reports of it contradict each other.
    ///
    /// - Parameter origins: those of its claims, as `origins` gives them.
    public func isDisputed(_ origins: Origins) -> Bool {
        disagreements(origins).contains(where: \.kind.isContradiction)
    }
}
