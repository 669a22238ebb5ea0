internal import DragomanText

/// The rows that share an index key, in an order that content decides: by day, undated ones last, then by id.
///
/// Two rows are near each other in a key where fewer than `reach` others stand between them. So each is near a bounded number of
/// others however many share the key, and which are near each other depends on the set of rows alone: one that comes
/// between two takes them a key further apart, and one that goes brings them nearer, in whatever order that happens.
struct KeyOrder {
    /// A table with the columns `key` and `day`, which has these and `id` as its primary key.
    let table: String
    /// The name of the column of ids.
    let id: String
    let reach: Int
    /// How many days two may lie apart; nil for any number. Undated ones lie near all.
    var span: Int?

    /// The day of what has no date.
    static let undated = Strand.day(of: nil)

    /// Two rows, the smaller id first.
    struct Pair: Hashable, Comparable {
        let one: String
        let other: String

        init(_ one: String, _ other: String) { (self.one, self.other) = one < other ? (one, other) : (other, one) }

        static func < (left: Pair, right: Pair) -> Bool { (left.one, left.other) < (right.one, right.other) }
    }

    /// What a row's coming or going changes.
    struct Change {
        /// The rows near it, with the number of keys they are near in.
        var near: [String: Int] = [:]
        /// The pairs on both sides of it that are near in so many keys less with it than without it.
        var parted: [Pair: Int] = [:]
    }

    private struct Row {
        var day: Int
        var id: String
    }

    /// What it changes that a row, which is not in the table, comes or goes.
    func change(_ id: String, day: Int, keys: [Int], in database: Database) throws(DragomanError) -> Change {
        let before = try database.prepare(query("<", "DESC"))
        let after = try database.prepare(query(">", "ASC"))
        var change = Change()
        for key in keys {
            let earlier = try rows(before, key, day, id)
            let later = try rows(after, key, day, id)
            for row in earlier + later where isWithinSpan(row.day, day) { change.near[row.id, default: 0] += 1 }
            for (place, row) in later.enumerated() {
                // The farthest that is near without it.
                let far = reach - 1 - place
                guard earlier.indices.contains(far), isWithinSpan(row.day, earlier[far].day) else { continue }
                change.parted[Pair(row.id, earlier[far].id), default: 0] += 1
            }
        }
        return change
    }

    /// In how many of `keys`, which both have, two rows are near each other.
    func nearness(
        _ one: (id: String, day: Int), _ other: (id: String, day: Int), keys: [Int], in database: Database
    ) throws(DragomanError) -> Int {
        guard isWithinSpan(one.day, other.day) else { return 0 }
        let (first, second) = (one.day, one.id) < (other.day, other.id) ? (one, other) : (other, one)
        let between = try database.prepare(
            """
            SELECT count(*) FROM (SELECT 1 FROM \(table) WHERE key = ? AND (day, \(id)) > (?, ?) AND (day, \(id)) < (?, ?)
            LIMIT \(reach))
            """)
        var count = 0
        for key in keys {
            try between.bind([
                .integer(key), .integer(first.day), .text(first.id), .integer(second.day), .text(second.id),
            ])
            if try between.step(), between.integer(0) < reach { count += 1 }
        }
        return count
    }

    private func isWithinSpan(_ one: Int, _ other: Int) -> Bool {
        guard let span, one != Self.undated, other != Self.undated else { return true }
        return abs(one - other) <= span
    }

    private func query(_ sign: String, _ order: String) -> String {
        """
        SELECT day, \(id) FROM \(table) WHERE key = ? AND (day, \(id)) \(sign) (?, ?)
        ORDER BY day \(order), \(id) \(order) LIMIT \(reach)
        """
    }

    private func rows(
        _ statement: Statement, _ key: Int, _ day: Int, _ id: String
    ) throws(DragomanError) -> [Row] {
        try statement.bind([.integer(key), .integer(day), .text(id)])
        var rows: [Row] = []
        while try statement.step() { rows.append(Row(day: statement.integer(0), id: statement.text(1))) }
        return rows
    }

    func insert(_ id: String, day: Int, keys: [Int], in database: Database) throws(DragomanError) {
        for key in keys {
            try database.run(
                "INSERT INTO \(table) (key, day, \(self.id)) VALUES (?, ?, ?)",
                [.integer(key), .integer(day), .text(id)])
        }
    }

    func remove(_ id: String, day: Int, keys: [Int], in database: Database) throws(DragomanError) {
        for key in keys {
            try database.run(
                "DELETE FROM \(table) WHERE key = ? AND day = ? AND \(self.id) = ?",
                [.integer(key), .integer(day), .text(id)])
        }
    }
}
