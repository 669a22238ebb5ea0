import DragomanCapture
import Foundation
import Testing

@testable import DragomanLedger

/// A process killed while it writes loses nothing that it was told is kept.
struct CrashTests {
    @Test(arguments: [3, 11, 29, 53, 97, 170])
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
        try Sobol.report("Afterwards", "2024-05-17").add(to: ledger)
        #expect(try ledger.deals().map(\.reports) == [counts.articles + 1, counts.articles + 1])
    }
}
