import DragomanCapture
import DragomanText
import Foundation
import Testing

@testable import DragomanLedger

/// A process killed while it writes loses nothing that it was told is kept.
struct CrashTests {
    /// Twenty moments within the first quarter of a second, the same in every run.
    private static let moments: [Int] = {
        var generator = Seeded(seed: 20)
        return (0..<20).map { _ in Int.random(in: 1...250, using: &generator) }
    }()

    @Test(arguments: moments)
    func `killed at any moment, the ledger is whole and holds all that was acknowledged`(milliseconds: Int) async throws
    {
        let folder = try TemporaryFolder()
        let (path, log) = (folder("l.db"), folder("acknowledged"))
        await #expect(processExitsWith: .signal(SIGKILL)) {
            [path = path as String, log = log as String, milliseconds] in
            let ledger = try Ledger(path: path, access: .writing)
            try Data().write(to: URL(fileURLWithPath: log))
            let acknowledged = try #require(FileHandle(forWritingAtPath: log))
            Thread.detachNewThread {
                usleep(UInt32(milliseconds * 1000))
                kill(getpid(), SIGKILL)
            }
            for number in 0... {
                let report = Sobol.report("Outlet \(number)", "2024-05-16")
                try report.add(to: ledger)
                try acknowledged.write(contentsOf: Data((report.capture.sha256 + "\n").utf8))
            }
        }
        let ledger = try Ledger(path: path, access: .writing)
        let check = try ledger.database.prepare("PRAGMA integrity_check")
        #expect(try check.step())
        #expect(check.text(0) == "ok")
        #expect(try ledger.database.number("SELECT count(*) FROM pragma_foreign_key_check") == 0)
        let lines = (try? String(contentsOfFile: log, encoding: .utf8))?.split(separator: "\n") ?? []
        for sha256 in lines where sha256.utf8.count == 64 {
            #expect(
                try ledger.database.number("SELECT 1 FROM captures WHERE sha256 = ?", [.text(String(sha256))]) == 1)
        }
        // No article without all its claims, and every claim in a deal.
        let counts = try ledger.counts()
        #expect(counts.claims == 2 * counts.articles)
        #expect(
            try ledger.database.number("SELECT count(*) FROM claims WHERE id NOT IN (SELECT claim FROM deal_claims)")
                == 0)
        #expect(try ledger.verify().faults == [])
        try Sobol.report("Afterwards", "2024-05-17").add(to: ledger)
        #expect(try ledger.deals().map(\.reports) == [counts.articles + 1, counts.articles + 1])
    }

    @Test func `two processes that add at once both complete, and nothing is lost`() async throws {
        let folder = try TemporaryFolder()
        let path = folder("l.db")
        async let one: Void = Self.adding(to: path, "One")
        async let two: Void = Self.adding(to: path, "Two")
        _ = await (one, two)
        let ledger = try Ledger(path: path, access: .reading)
        #expect(try ledger.counts().articles == 60)
        #expect(try ledger.deals().map(\.reports) == [60, 60])
        #expect(try ledger.verify().faults == [])
    }

    private static func adding(to path: String, _ name: String) async {
        await #expect(processExitsWith: .success) { [path = path as String, name = name as String] in
            let ledger = try Ledger(path: path, access: .writing, patience: 60_000)
            for number in 0..<30 { try Sobol.report("\(name) \(number)", "2024-05-16").add(to: ledger) }
        }
    }

    @Test func `where the file may not grow it is said that the disk is full, and what was there is kept`() async throws
    {
        let folder = try TemporaryFolder()
        let path = folder("l.db")
        await #expect(processExitsWith: .success) { [path = path as String] in
            let ledger = try Ledger(path: path, access: .writing)
            try Sobol.report("First", "2024-05-16").add(to: ledger)
            signal(SIGXFSZ, SIG_IGN)
            var limit = rlimit(rlim_cur: 400_000, rlim_max: 400_000)
            try #require(setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0)
            let error = #expect(throws: DragomanError.self) {
                for number in 0..<200 { try Sobol.report("Outlet \(number)", "2024-05-16").add(to: ledger) }
            }
            #expect(error?.code == "D005")
        }
        let ledger = try Ledger(path: path, access: .writing)
        #expect(try ledger.verify().faults == [])
        try Sobol.report("Afterwards", "2024-05-16").add(to: ledger)
    }
}
