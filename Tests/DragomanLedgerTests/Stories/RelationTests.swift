import DragomanCapture
import DragomanPage
import DragomanText
import Foundation
import Testing

@testable import DragomanLedger

@Suite struct RelationTests {
    private func ledger() throws -> Ledger {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("relations-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return try Ledger(path: folder.appendingPathComponent("ledger.db").path, access: .writing)
    }

    private func rows(_ ledger: Ledger) throws -> [String] {
        var rows: [String] = []
        for (table, columns) in [
            ("families", "article || family || words"), ("family_keys", "key || article"),
            ("family_links", "one || other || keys"), ("story_nodes", "family || story || day || hex(profile)"),
            ("story_keys", "key || day || family"), ("story_links", "one || other || chance || ' ' || keys"),
        ] {
            let statement = try ledger.database.prepare("SELECT \(columns) FROM \(table) ORDER BY 1")
            while try statement.step() { rows.append("\(table) \(statement.text(0))") }
        }
        return rows
    }

    /// The samples and rewrites of them: families that merge, and nodes that change, as articles come in.
    private func articles() throws -> [(capture: Capture, article: Article)] {
        try Rewrites.samples().enumerated().flatMap { number, sample -> [(capture: Capture, article: Article)] in
            let copies = try (0..<2).map { try Rewrites.rewrite(sample.article, seed: UInt64(number * 2 + $0)) }
            return ([sample.article] + copies).map {
                (Capture(source: "\(sample.name)", bytes: $0.text + Array("\($0.outlet ?? "")".utf8)), $0)
            }
        }
    }

    @Test func theRowsAreTheSameWhateverTheOrder() throws {
        let articles = try articles()
        var seen: [[String]] = []
        for seed in 0..<3 {
            var random = Rewrites.Random(state: UInt64(seed))
            let ledger = try ledger()
            for (capture, article) in seed == 0 ? articles : articles.shuffled(using: &random) {
                try ledger.add(capture: capture, article: article, claims: [], at: Date(timeIntervalSince1970: 0))
            }
            seen.append(try rows(ledger))
        }
        #expect(seen[0] == seen[1])
        #expect(seen[0] == seen[2])
        #expect(seen[0].contains { $0.hasPrefix("story_links") })
    }

    @Test func copiesAreOneFamilyInTheLedger() throws {
        let ledger = try ledger()
        let articles = try articles()
        for (capture, article) in articles {
            try ledger.add(capture: capture, article: article, claims: [], at: Date(timeIntervalSince1970: 0))
        }
        let families = Set(try ledger.articles().map(\.family))
        #expect(families.count == articles.count / 3 - 2)
        #expect(!families.contains(nil))
    }
}
