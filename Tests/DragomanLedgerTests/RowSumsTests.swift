import Testing

@testable import DragomanLedger

/// Sums over the rows of tables, by which changes behind the ledger's back show.
struct RowSumsTests {
    private let folder: TemporaryFolder
    private let ledger: Ledger

    init() throws {
        folder = try TemporaryFolder()
        ledger = try Ledger(path: folder("l.db"), access: .writing)
    }

    private func differing(_ database: Database) throws -> [String] {
        try Schema.areas.flatMap(\.tables).filter { $0 != "sums" }.filter { table in
            try RowSums.stored(for: table, in: database) ?? RowSums.Sum()
                != RowSums.counted(for: table, in: database)
        }
    }

    @Test func `the sums are those of the rows, whatever was added and mended`() throws {
        #expect(try differing(ledger.database) == [])
        for report in Sobol.all.reversed() { try report.add(to: ledger) }
        #expect(try differing(ledger.database) == [])
        #expect(try RowSums.stored(for: "claims", in: ledger.database)?.rows == 8)
    }

    @Test func `what is rolled back leaves no trace in them`() throws {
        struct Stop: Error {}
        #expect(throws: Stop.self) {
            try ledger.database.transaction {
                try ledger.database.run("INSERT INTO readers VALUES ('a', 'b')")
                throw Stop()
            }
        }
        try Sobol.all[0].add(to: ledger)
        #expect(try differing(ledger.database) == [])
    }

    @Test func `the order of adding does not show in the sums of what is derived`() throws {
        let other = try Ledger(path: folder("m.db"), access: .writing)
        for report in Sobol.all { try report.add(to: ledger) }
        for report in Sobol.all.reversed() { try report.add(to: other) }
        for area in Schema.areas where area.nature != .numbered {
            for table in area.tables {
                #expect(
                    try RowSums.stored(for: table, in: ledger.database)
                        == RowSums.stored(for: table, in: other.database), "\(table)")
            }
        }
    }

    @Test func `a row changed without the triggers is told`() throws {
        try Sobol.all[0].add(to: ledger)
        try ledger.database.run(
            "DROP TRIGGER claims_sum_of_changed; UPDATE claims SET stage = 'done' WHERE stage = 'signed'")
        #expect(try differing(ledger.database) == ["claims"])
    }

    @Test func `a sum is written as 64 digits and read back`() {
        var sum = RowSums.Sum()
        sum.add(digest: [UInt8](repeating: 0, count: 31) + [5], sign: 1)
        sum.add(digest: [UInt8](repeating: 0, count: 31) + [7], sign: -1)
        #expect(sum.hex == String(repeating: "0", count: 48) + "fffffffffffffffe")
        #expect(RowSums.Sum(rows: 0, hex: sum.hex) == sum)
        #expect(RowSums.Sum(rows: 0, hex: sum.hex.uppercased()) == nil)
        #expect(RowSums.Sum(rows: 0, hex: "12") == nil)
    }
}
