import DragomanText
import Foundation
import Testing

@testable import DragomanLedger

/// Ledgers of every earlier version open, and lose nothing.
struct MigrationTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// A copy of the ledger that the program of that version made of three samples.
    private func fixture(_ version: Int) throws -> String {
        let source = try #require(
            Bundle.module.url(forResource: "Fixtures/ledger-\(version)", withExtension: "db"))
        try FileManager.default.copyItem(atPath: source.path, toPath: folder("old.db"))
        return folder("old.db")
    }

    @Test(arguments: Array(1..<Schema.version), [Ledger.Access.reading, .writing])
    func `an earlier ledger is brought up to date with all it holds`(version: Int, access: Ledger.Access) throws {
        let ledger = try Ledger(path: try fixture(version), access: access)
        #expect(try ledger.counts() == LedgerCounts(articles: 3, claims: 15, deals: 8))
        #expect(try ledger.database.number("PRAGMA user_version") == Schema.version)
        let articles = try ledger.articles()
        #expect(articles.map(\.outlet) == ["Rhône Capital Notes", "Far Meridian Auto", "Mekong Wire"])
        #expect(try ledger.database.number("SELECT count(*) FROM sqlite_schema WHERE name LIKE 'old%'") == 0)
        #expect(try ledger.deals(DealFilter(party: "aramco")).isEmpty == false)
    }

    @Test func `and can be added to`() throws {
        let ledger = try Ledger(path: try fixture(1), access: .writing)
        for report in Sobol.all { try report.add(to: ledger) }
        #expect(try ledger.counts().articles == 7)
    }

    @Test func `in a place that cannot be written it is said what to do`() async throws {
        let path = try fixture(1)
        try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: path)
        try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder.path)
        defer { try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path) }
        await #expect(processExitsWith: .success) { [path = path as String] in
            if geteuid() == 0 { try #require(seteuid(65534) == 0) }
            let error = #expect(throws: DragomanError.self) { _ = try Ledger(path: path, access: .reading) }
            #expect(error?.code == "D014")
        }
    }

    @Test func `a migration that does not end leaves the ledger as it was`() throws {
        let path = try fixture(1)
        do {
            let database = try Database(path: path, mode: .writing, busyMilliseconds: 0)
            let pages = try database.number("PRAGMA page_count") ?? 0
            try database.run("PRAGMA max_page_count = \(pages + 5)")
            let error = #expect(throws: DragomanError.self) { try Migration.run(database, from: 1) }
            #expect(error?.code == "D005")
            #expect(try database.number("PRAGMA user_version") == 1)
            #expect(try database.number("SELECT count(*) FROM claims") == 15)
        }
        #expect(try Ledger(path: path, access: .reading).counts().claims == 15)
    }
}
