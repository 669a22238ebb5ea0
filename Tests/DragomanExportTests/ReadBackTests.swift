import Foundation
import Testing

@testable import DragomanExport

/// Every export is read by the tool people use for it, from PyPI: followthemoney, networkx, rdflib, rispy, bibtexparser,
/// feedparser, icalendar, jsonschema.
@Suite struct ReadBackTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    @Test(.timeLimit(.minutes(5)))
    func `Each reader finds the same deals, hostile names and all`() throws {
        let rows = try MadeRows.plain + MadeRows.hostile
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("exports-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for format in ExportFormat.allCases {
            let text = try ExportTests.text(format, rows)
            let name = "\(format.rawValue).\(format.fileExtension)"
            try Data(text.utf8).write(to: folder.appendingPathComponent(name))
        }
        let output = try Self.run(
            "bash", "Scripts/export-readers.sh", "Tests/DragomanExportTests/read-back.py", folder.path,
            "Docs/deal-row.schema.json")
        let found = try JSONDecoder().decode([String: [String]].self, from: output)
        #expect(Set(found.keys) == Set(ExportFormat.allCases.map(\.rawValue)))
        let wanted = rows.map(\.id).sorted()
        for (format, ids) in found { #expect(ids.sorted() == wanted, "\(format)") }
    }

    private static func run(_ arguments: String...) throws -> Data {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = arguments
        process.currentDirectoryURL = root
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "\(arguments.joined(separator: " ")) failed; see above")
        return data
    }
}
