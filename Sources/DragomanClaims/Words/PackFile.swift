import DragomanText
import Foundation

/// One text file of a pack, cut into its lines, with errors that name the place.
struct PackFile: Sendable {
    /// A line that is neither empty nor a comment.
    struct Line: Sendable {
        /// From 1.
        let number: Int
        /// How many spaces stand before the text.
        let indent: Int
        /// Without the indent, the comment and trailing space.
        let text: String
    }

    /// `PACK/FOLDER/FILE`, as messages and claims name it.
    let name: String
    let text: String
    let lines: [Line]

    /// A pack's file is small; anything larger is a mistake.
    static let sizeLimit = 4 << 20

    /// - Parameters:
    ///   - name: what to call the file in messages.
    ///   - text: its whole text; `#` at the start of a line or after a space begins a comment.
    init(name: String, text: String) {
        self.name = name
        self.text = text
        var lines: [Line] = []
        for (index, raw) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let body = Self.withoutComment(raw)
            let indent = body.prefix { $0 == " " }.count
            let trimmed = body.trimmed
            if !trimmed.isEmpty { lines.append(Line(number: index + 1, indent: indent, text: trimmed)) }
        }
        self.lines = lines
    }

    /// Reads a file.
    ///
    /// - Throws: `DragomanError` C100 where it cannot be read as text.
    init(folder: String, pack: String, path: String) throws {
        let url = URL(fileURLWithPath: folder).appendingPathComponent(path)
        guard let data = try? Data(contentsOf: url), data.count <= Self.sizeLimit,
            let text = String(data: data, encoding: .utf8)
        else {
            throw DragomanError(
                .badInput, "C100", "pack file \(url.path) cannot be read as text",
                advice: "A pack's files are UTF-8 and below \(Self.sizeLimit >> 20) MB.")
        }
        self.init(name: "\(pack)/\(path)", text: text)
    }

    private static func withoutComment(_ line: Substring) -> Substring {
        var previous: Character = " "
        for index in line.indices {
            if line[index] == "#", previous == " " { return line[..<index] }
            previous = line[index]
        }
        return line
    }

    /// The lines with deeper-indented lines after them joined to one entry.
    var entries: [Line] {
        var joined: [Line] = []
        for line in lines {
            if line.indent > 0, let last = joined.last {
                joined[joined.count - 1] = Line(number: last.number, indent: 0, text: last.text + " " + line.text)
            } else {
                joined.append(line)
            }
        }
        return joined
    }

    /// An error at a place of this file.
    ///
    /// - Parameter column: from 1, counted in the line as it stands in the file.
    func error(_ code: String, _ line: Line, column: Int? = nil, _ message: String, advice: String? = nil)
        -> DragomanError
    {
        DragomanError(
            .badInput, code, "\(name):\(line.number):\(column ?? line.indent + 1): \(message)",
            advice: advice ?? "Mend the line; `dragoman pack check` tells when it is right.")
    }
}

extension StringProtocol {
    /// Without spaces, tabs and line ends at either end.
    var trimmed: String {
        var part = self[...]
        while let first = part.first, first.isWhitespace { part = part.dropFirst() }
        while let last = part.last, last.isWhitespace { part = part.dropLast() }
        return String(part)
    }
}
