import Foundation
import Testing

/// What people see is held to files; a file that is missing is recorded, and the run fails so that it is looked at.
enum Snapshot {
    /// Compares `text` with `Snapshots/NAME`; with DRAGOMAN_RECORD set, or where there is no such file, writes it and fails.
    static func check(_ text: String, _ name: String, location: SourceLocation = #_sourceLocation) throws {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Snapshots").appendingPathComponent(name)
        let isRecording = ProcessInfo.processInfo.environment["DRAGOMAN_RECORD"] != nil
        guard !isRecording, let known = try? String(contentsOf: file, encoding: .utf8) else {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
            Issue.record("recorded \(name): read it, then run again", sourceLocation: location)
            return
        }
        #expect(text == known, "differs from \(name)", sourceLocation: location)
    }
}
