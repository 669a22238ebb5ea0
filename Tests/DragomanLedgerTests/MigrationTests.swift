import DragomanClaims
import DragomanText
import Foundation
import Testing

@testable import DragomanLedger

/// Ledgers of every earlier version open, and lose nothing.
struct MigrationTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// What a ledger of an earlier version holds: three samples, and from the second on an entered claim and judgments.
    struct Earlier: Sendable, CustomTestStringConvertible {
        var name: String
        var counts: LedgerCounts
        var testDescription: String { name }
    }

    /// A file for each shape of tables that a released version had; the second had one before it had names and judgments.
    static let earlier = [
        Earlier(name: "ledger-1", counts: LedgerCounts(articles: 3, claims: 15, deals: 8)),
        Earlier(name: "ledger-2-first", counts: LedgerCounts(articles: 3, claims: 16, deals: 11)),
        Earlier(name: "ledger-2", counts: LedgerCounts(articles: 4, claims: 17, deals: 10)),
        Earlier(name: "ledger-3", counts: LedgerCounts(articles: 4, claims: 17, deals: 10)),
    ]

    /// A copy of the ledger that the program of that version made.
    private func fixture(_ name: String) throws -> String {
        let source = try #require(Bundle.module.url(forResource: "Fixtures/\(name)", withExtension: "db"))
        let path = folder("\(name).db")
        try FileManager.default.copyItem(atPath: source.path, toPath: path)
        return path
    }

    @Test func `there is a fixture of every earlier version`() throws {
        let versions = try Self.earlier.map { earlier in
            try Database(path: try fixture(earlier.name), mode: .immutable, busyMilliseconds: 0)
                .number("PRAGMA user_version") ?? 0
        }
        #expect(Set(versions) == Set(1..<Schema.version))
    }

    @Test(arguments: earlier, [Ledger.Access.reading, .writing])
    func `an earlier ledger is brought up to date with all it holds`(earlier: Earlier, access: Ledger.Access) throws {
        let ledger = try Ledger(path: try fixture(earlier.name), access: access)
        #expect(try ledger.counts() == earlier.counts)
        #expect(try ledger.database.number("PRAGMA user_version") == Schema.version)
        #expect(try ledger.verify().faults == [])
        let articles = try ledger.articles().filter { $0.outlet != "harbour master" }
        #expect(articles.map(\.outlet) == ["Rhône Capital Notes", "Far Meridian Auto", "Mekong Wire"])
        #expect(try ledger.database.number("SELECT count(*) FROM sqlite_schema WHERE name LIKE 'old%'") == 0)
        #expect(try ledger.deals(DealFilter(party: "aramco")).isEmpty == false)
        #expect(try ledger.search("Sobol").hits.count == 2)
    }

    @Test(arguments: [("ledger-2", Judgment.Act.merge), ("ledger-3", .split)])
    func `judgments hold and entered claims count after it as before`(name: String, fourth: Judgment.Act) throws {
        let ledger = try Ledger(path: try fixture(name), access: .reading)
        let judgments = try ledger.judgments()
        #expect(judgments.map(\.act) == [.confirm, .edit, .merge, fourth, .undo])
        #expect(judgments.map(\.inForce) == [false, true, true, true, true])
        #expect(judgments.filter { !$0.hasSubject }.isEmpty)
        let certification = try #require(try ledger.deal("0ht200vj"))
        #expect(certification.stage == .underway && certification.verdict.verdict == nil)
        let supply = try #require(try ledger.deal("basx6hcd"))
        #expect(supply.claims.contains { $0.quote == "The first vans have arrived." })
        #expect(supply.claims.contains { $0.article.outlet == "Mekong Wire" })
    }

    @Test func `and can be added to`() throws {
        let ledger = try Ledger(path: try fixture("ledger-1"), access: .writing)
        for report in Sobol.all { try report.add(to: ledger) }
        #expect(try ledger.counts().articles == 7)
    }

    @Test func `in a place that cannot be written it is said what to do`() async throws {
        let path = try fixture("ledger-1")
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
        let path = try fixture("ledger-1")
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
