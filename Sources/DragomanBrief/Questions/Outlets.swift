public import DragomanLedger

/// How outlets work: how often each is first, copies, is copied, and tells a source's word otherwise.
public struct Outlets: Tabular {
    /// Those of most articles first.
    public var outlets: [OutletRecord]
    /// How many there are in all.
    public var total: Int

    public init(_ outlets: [OutletRecord], of total: Int? = nil) {
        self.outlets = outlets
        self.total = total ?? outlets.count
    }

    /// The outlets of a ledger, at most `limit`; with `name` those whose name it is part of.
    public init(of ledger: Ledger, named name: String? = nil, limit: Int = 100) throws {
        let key = name.map(NameKey.of)
        let all = try ledger.outlets().filter { key == nil || NameKey.of($0.name).contains(key ?? "") }
        self.init(Array(all.prefix(limit)), of: all.count)
    }

    public static let nothing = "No outlets."

    public var table: Table {
        Table(
            "Outlets", columns: ["OUTLET", "ARTICLES", "DEALS", "FIRST", "COPIES", "COPIED", "DISTORTS"],
            rows: outlets.map {
                [
                    $0.name, "\($0.articles)", "\($0.deals)", "\($0.first) of \($0.contested)", "\($0.copies)",
                    "\($0.copied)", "\($0.distorted.count)",
                ]
            },
            note: outlets.count < total ? "the \(outlets.count) of most articles, of \(total)" : nil)
    }
}
