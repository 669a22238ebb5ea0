import DragomanText
import Foundation
import Testing

@testable import DragomanLedger

/// Whatever is changed behind the ledger's back is told.
struct VerifyTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// A ledger of a story, with judgments, in one file without a journal.
    private func make(_ name: String = "l.db") throws -> String {
        let ledger = try Ledger(path: folder(name), access: .writing)
        for report in Sobol.all { try report.add(to: ledger) }
        let deal = try #require(try ledger.deals().first)
        for act in [Judgment.Act.confirm, .reject] {
            _ = try ledger.judge(
                JudgmentRequest(act, JudgedSubject(.deal, [.init(claims: deal.keys)]), who: "Mira"),
                at: Date(timeIntervalSince1970: 1_700_000_300))
        }
        return folder(name)
    }

    /// Everything that can be read out of a ledger: all rows of all tables.
    private func content(_ path: String) throws -> [String] {
        let database = try Database(path: path, mode: .immutable, busyMilliseconds: 0)
        var rows: [String] = []
        for table in Schema.areas.flatMap(\.tables) {
            let names = try database.prepare(
                "SELECT group_concat('quote(' || name || ')', ' || '','' || ') FROM pragma_table_info('\(table)')")
            _ = try names.step()
            let all = try database.prepare("SELECT \(names.text(0)) FROM \(table) NOT INDEXED")
            while try all.step() { rows.append("\(table): \(all.text(0))") }
        }
        return rows.sorted()
    }

    /// Whether opening or verifying tells of a fault.
    private func isTold(_ path: String, _ head: ChainHead) -> Bool {
        do {
            return try !Ledger(path: path, access: .reading).verify(against: head).faults.isEmpty
        } catch {
            return true
        }
    }

    @Test func `a ledger as it was written has no faults`() throws {
        let path = try make()
        let result = try Ledger(path: path, access: .reading).verify()
        #expect(result.faults == [])
        #expect(result.head.entries == 6)
        #expect(result.judgments == 2)
    }

    @Test func `a byte changed anywhere is told, or no row has changed with it`() throws {
        let path = try make()
        let head = try Ledger(path: path, access: .reading).verify().head
        let whole = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        let before = try content(path)
        var generator = Seeded(seed: 42)
        let changed = folder("changed.db")
        let used = UsedBytes(whole).used
        #expect(used.count > whole.count / 6)
        var untold = 0
        // Three bytes of every page, where it is not empty, and the header.
        var places = Array(0..<100)
        for page in stride(from: 0, to: whole.count, by: 4096) {
            let used = (page..<page + 4096).filter { whole[$0] != 0 }
            places += (0..<3).compactMap { _ in used.randomElement(using: &generator) }
        }
        for place in places {
            var bytes = whole
            bytes[place] ^= UInt8(1) << UInt8.random(in: 0..<8, using: &generator)
            try Data(bytes).write(to: URL(fileURLWithPath: changed))
            defer { for file in LedgerFile.all(changed) { try? FileManager.default.removeItem(atPath: file) } }
            guard !isTold(changed, head) else { continue }
            untold += 1
            #expect(try content(changed) == before, "the byte at \(place) was changed unseen")
            #expect(!used.contains(place), "the byte at \(place) is in use")
        }
        // Bytes 40 to 43 count changes of the schema and 96 to 99 tell which SQLite wrote the file; the rest is room that no row uses.
        #expect(untold <= places.count / 20)
        #expect(places.filter(used.contains).count >= places.count * 9 / 10)
    }

    @Test(arguments: Schema.areas.flatMap(\.tables))
    func `a value changed in any table is told`(table: String) throws {
        let path = try make()
        let database = try Database(path: path, mode: .writing, busyMilliseconds: 0)
        guard try database.number("SELECT 1 FROM \(table)") != nil else { return }
        for name in ["changed", "deleted"]
        where try database.number("SELECT 1 FROM sqlite_schema WHERE name = '\(table)_are_not_\(name)'") != nil {
            try database.run("DROP TRIGGER \(table)_are_not_\(name)")
        }
        if table != "sums" { try database.run("DROP TRIGGER \(table)_sum_of_gone") }
        try database.run("PRAGMA foreign_keys = OFF")
        try database.run("DELETE FROM \(table) WHERE rowid = (SELECT max(rowid) FROM \(table))", orIfNoRowID: table)
        // The triggers are put back as they were, as somebody would who means to hide it.
        let faults = try Ledger(path: path, access: .reading).verify().faults
        #expect(faults.contains { $0.part == table || table == "sums" }, "\(faults)")
    }

    @Test func `a head that was kept tells of what is gone, changed or slipped in`() throws {
        let path = try make()
        let ledger = try Ledger(path: path, access: .writing)
        let head = try ledger.verify().head
        #expect(ChainHead(head.description) == head)
        try Report("Later", "2024-06-01", [("Later.", nil)]).addLater(to: ledger)
        #expect(try ledger.verify(against: head).faults == [])
        #expect(try ledger.verify(against: head).entriesSince == 1)
        let later = try ledger.verify().head
        // Slipped in before it.
        try Report("Earlier", "2024-01-01", [("Earlier.", nil)]).add(to: ledger)
        #expect(try ledger.verify(against: later).faults.map(\.part) == ["chain"])
        // Another ledger has fewer entries.
        let other = try Ledger(path: folder("other.db"), access: .writing)
        #expect(try other.verify(against: head).faults.map(\.part) == ["chain"])
    }

    @Test(arguments: [
        "", "12", "12-", "x-00", "012-" + Chain.start, "-1-" + Chain.start, "1-" + Chain.start.uppercased() + "A",
    ])
    func `what is no head is known`(text: String) { #expect(ChainHead(text) == nil) }

    @Test func `a backup is checked, complete, and restores`() throws {
        let path = try make()
        let ledger = try Ledger(path: path, access: .writing)
        let before = try ledger.verify()
        let copy = folder("backup.db")
        #expect(try ledger.backup(to: copy) == before)
        #expect(#expect(throws: DragomanError.self) { try ledger.backup(to: copy) }?.code == "D015")
        try Report("Later", "2024-06-01", [("Later.", nil)]).addLater(to: ledger)
        #expect(
            #expect(throws: DragomanError.self) { try Ledger.restore(copy, to: path, replacing: false) }?.code == "D015"
        )
        #expect(try Ledger.restore(copy, to: folder("fresh.db"), replacing: false) == before)
        #expect(try Ledger(path: folder("fresh.db"), access: .writing).verify() == before)
    }

    @Test func `a restore takes the place of a ledger that nobody has open`() throws {
        let path = try make()
        let copy = folder("backup.db")
        do {
            let ledger = try Ledger(path: path, access: .writing)
            _ = try ledger.backup(to: copy)
            try Report("Later", "2024-06-01", [("Later.", nil)]).addLater(to: ledger)
        }
        let result = try Ledger.restore(copy, to: path, replacing: true)
        #expect(try Ledger(path: path, access: .reading).verify() == result)
        #expect(result.counts.articles == 4)
    }

    @Test func `a damaged backup is not restored and a damaged ledger not backed up`() throws {
        let path = try make()
        do {
            let database = try Database(path: path, mode: .writing, busyMilliseconds: 0)
            try database.run("DROP TRIGGER claims_sum_of_changed; UPDATE claims SET stage = 'done'")
        }
        let ledger = try Ledger(path: path, access: .reading)
        #expect(#expect(throws: DragomanError.self) { try ledger.backup(to: folder("b.db")) }?.code == "D008")
        #expect(!FileManager.default.fileExists(atPath: folder("b.db")))
        #expect(!FileManager.default.fileExists(atPath: folder("b.db.part")))
        #expect(
            #expect(throws: DragomanError.self) { try Ledger.restore(path, to: folder("c.db"), replacing: false) }?.code
                == "D008")
        #expect(!FileManager.default.fileExists(atPath: folder("c.db")))
    }

    @Test func `there must be room and a place for a backup`() throws {
        let ledger = try Ledger(path: try make(), access: .reading)
        let error = #expect(throws: DragomanError.self) { try ledger.backup(to: folder("none/b.db")) }
        #expect(error?.code == "D016")
    }
}

extension Report {
    /// Adds it an hour after the others.
    fileprivate func addLater(to ledger: Ledger) throws {
        _ = try ledger.add(
            capture: capture, article: article, claims: claims, at: Date(timeIntervalSince1970: 1_700_003_600))
    }
}

extension Database {
    /// Takes the last row out; where a table has no row numbers, the first that comes.
    fileprivate func run(_ sql: String, orIfNoRowID table: String) throws {
        do { try run(sql) } catch {
            let column = try firstText("SELECT name FROM pragma_table_info('\(table)') LIMIT 1") ?? ""
            try run("DELETE FROM \(table) WHERE \(column) = (SELECT min(\(column)) FROM \(table))")
        }
    }
}
