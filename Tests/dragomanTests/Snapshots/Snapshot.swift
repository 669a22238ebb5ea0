import Foundation
import Testing

/// Text that people see, kept in a file beside the tests.
///
/// With `DRAGOMAN_RECORD=1` in the environment the files are written anew; such a run fails, so that no recording passes
/// unseen.
enum Snapshot {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
        "Texts")

    static func expect(_ text: String, is name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let file = folder.appendingPathComponent(name + ".txt")
        if ProcessInfo.processInfo.environment["DRAGOMAN_RECORD"] == "1" {
            try text.write(to: file, atomically: true, encoding: .utf8)
            Issue.record("recorded \(name); run again without DRAGOMAN_RECORD", sourceLocation: sourceLocation)
            return
        }
        guard let kept = try? String(contentsOf: file, encoding: .utf8) else {
            Issue.record(
                "there is no snapshot \(name); record it with DRAGOMAN_RECORD=1", sourceLocation: sourceLocation)
            return
        }
        #expect(
            text == kept, "\(name) has changed; see it, then record it with DRAGOMAN_RECORD=1",
            sourceLocation: sourceLocation)
    }
}
