import DragomanText
import Foundation

/// One plain-text table of a pack's `matching` folder: lines without comments, each with its number.
struct MatchingFile {
    struct Line { var text: String, number: Int }
    let path: String
    let lines: [Line]

    /// - Throws: `DragomanError` N011 where the file cannot be read.
    init(path: String) throws {
        self.init(path: path, text: String(decoding: try Self.bytes(path), as: UTF8.self))
    }

    /// The bytes of a table.
    ///
    /// - Throws: `DragomanError` N011 where the file cannot be read.
    static func bytes(_ path: String) throws -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw DragomanError(
                .badInput, "N011", "the file \(path) cannot be read",
                advice: "Matching needs the tables of Packs/world/matching; name a folder of packs that has them.")
        }
        return [UInt8](data)
    }

    init(path: String, text: String) {
        self.path = path
        var lines: [Line] = []
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let trimmed = line.trimmingCharacters(in: .whitespaces)
            if !trimmed.isEmpty, !trimmed.hasPrefix("#") { lines.append(Line(text: trimmed, number: number + 1)) }
        }
        self.lines = lines
    }

    /// The error for a line that is not as it should be.
    func wrong(_ line: Line, _ expected: String) -> DragomanError {
        DragomanError(
            .badInput, "N010", "\(path):\(line.number): \"\(line.text.prefix(60))\" is not understood",
            advice: "Expected is \(expected).")
    }
}
