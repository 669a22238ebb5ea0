internal import DragomanText

extension Ledger {
    /// Runs `body`, to which the ledger stays as it is now: what other processes add meanwhile is not seen.
    ///
    /// - Throws: what `body` throws.
    public func atOneMoment<Result>(_ body: () throws -> Result) throws -> Result {
        try database.run("BEGIN")
        defer { try? database.run("END") }
        return try body()
    }

    /// Gives the deals that `filter` lets through to `body`, in the order of `deals(_:)`, one at a time.
    ///
    /// Memory is that of the ids and one deal.
    ///
    /// - Throws: what `body` throws, which ends the walk, and as `deals(_:)`.
    public func eachDeal(_ filter: DealFilter = DealFilter(), _ body: (Deal) throws -> Void) throws {
        let condition = try condition(of: filter)
        let rows = try database.prepare("SELECT id FROM deals WHERE \(condition.sql) \(Self.dealOrder)")
        try rows.bind(condition.values)
        var ids: [String] = []
        while try rows.step() { ids.append(rows.text(0)) }
        for id in ids { if let deal = try storedDeal(id) { try body(deal) } }
    }
}
