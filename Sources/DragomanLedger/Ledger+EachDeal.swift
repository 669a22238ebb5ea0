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
        let condition = filter.condition
        let statement = try database.prepare("SELECT id, newest FROM deals WHERE \(condition.sql)")
        try statement.bind(condition.values)
        var found: [(id: String, newest: CoarseDate?)] = []
        while try statement.step() {
            let newest = statement.optionalText(1).flatMap(CoarseDate.init(iso:))
            if let since = filter.since, newest.map({ $0.span.upperBound < since.span.lowerBound }) ?? true { continue }
            found.append((statement.text(0), newest))
        }
        found.sort { one, other in
            if CoarseDate.isEarlier(other.newest, one.newest) { return true }
            if CoarseDate.isEarlier(one.newest, other.newest) { return false }
            return one.id < other.id
        }
        for (id, _) in found {
            if let deal = try deals(where: "deal = ?", [.text(id)]).first { try body(deal) }
        }
    }
}
