import DragomanLedger
import Foundation

/// A ledger of made articles.
enum MadeLedger {
    /// Gives a ledger in a folder that is taken away again.
    static func with<Result>(_ articles: [MadeArticle], _ body: (Ledger) throws -> Result) throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("brief-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let ledger = try Ledger(path: folder.appendingPathComponent("l.db").path, access: .writing)
        for made in articles {
            try ledger.add(
                capture: made.capture, article: made.article, claims: made.claims, names: made.names,
                at: Date(timeIntervalSince1970: 0))
        }
        return try body(ledger)
    }
}
