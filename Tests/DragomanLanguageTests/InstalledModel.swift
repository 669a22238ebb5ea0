import DragomanLanguage
import Foundation

/// The model the tests run with: the folder DRAGOMAN_MODEL names, else the one that `make setup` installs.
enum InstalledModel {
    struct Missing: Error, CustomStringConvertible {
        let path: String
        var description: String { "no language model in \(path): run `make setup` or set DRAGOMAN_MODEL" }
    }

    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    /// Path of the folder.
    static func folder() throws -> String {
        let path = ProcessInfo.processInfo.environment["DRAGOMAN_MODEL"] ?? root + "/.models/en_core_web_sm-3.8.0"
        guard FileManager.default.fileExists(atPath: path + "/config.cfg") else { throw Missing(path: path) }
        return path
    }

    /// A pipeline on one thread, loaded once for each kernel set.
    static func pipeline(kernels: String? = nil) throws -> Pipeline {
        try Pipeline(model: try folder(), kernels: kernels, threads: 1)
    }

    /// A copy of the folder that a test may damage; removed when the test ends.
    static func withCopy(_ body: (String) throws -> Void) throws {
        let copy = FileManager.default.temporaryDirectory.appendingPathComponent("dragoman-model-" + UUID().uuidString)
        let source = URL(fileURLWithPath: try folder()).resolvingSymlinksInPath()
        try FileManager.default.copyItem(at: source, to: copy)
        defer { try? FileManager.default.removeItem(at: copy) }
        try body(copy.path)
    }

    /// The rows `writeRows` gives for a text, one string a line.
    static func rows(_ pipeline: Pipeline, _ text: [UInt8], piece: Int = 1 << 16) throws -> [String] {
        var at = 0
        var out: [UInt8] = []
        try pipeline.writeRows(
            from: {
                guard at < text.count else { return nil }
                defer { at += piece }
                return Array(text[at..<min(at + piece, text.count)])
            }, to: { out += $0 })
        return String(decoding: out, as: UTF8.self).split(separator: "\n").map(String.init)
    }
}
