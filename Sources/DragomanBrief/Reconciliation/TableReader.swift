internal import DragomanText

/// Reads tables of text: RFC 4180 with commas, semicolons or tabs, told by the first line. Every cell knows where it stands.
public struct TableReader: Sendable {
    /// A cell and where it begins, both from 1; columns count characters of UTF-8.
    public struct Cell: Sendable, Equatable {
        public var text: String
        public var line: Int
        public var column: Int
    }

    /// The most bytes, rows and columns read.
    public static let mostBytes = 128 << 20
    static let mostRows = 2_000_000
    static let mostColumns = 400

    private let bytes: [UInt8]
    private let name: String
    private let separator: UInt8
    private var at: Int
    private var line = 1
    private var lineStart: Int
    private var rows = 0

    /// - Parameters:
    ///   - bytes: the whole table, UTF-8, with or without a byte order mark.
    ///   - name: what it is called in errors.
    /// - Throws: `DragomanError`: T001 it is empty, T002 it is not UTF-8 or too large.
    public init(_ bytes: [UInt8], name: String) throws {
        guard bytes.count <= Self.mostBytes else {
            throw DragomanError(
                .badInput, "T002", "\(name) has more than \(Self.mostBytes >> 20) MiB", advice: "Split the table.")
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw DragomanError(
                .badInput, "T002", "\(name) is not UTF-8",
                advice: "Save the table as CSV with UTF-8, then run this again.")
        }
        guard text.contains(where: { !$0.isWhitespace && $0 != "\u{FEFF}" }) else {
            throw DragomanError(
                .badInput, "T001", "\(name) is empty", advice: "Give a table with a line of column names.")
        }
        self.bytes = bytes
        self.name = name
        at = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        lineStart = at
        let head = bytes[at...].prefix { $0 != 0x0A }
        separator =
            [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09].max { one, other in
                head.count { $0 == one } < head.count { $0 == other }
            } ?? UInt8(ascii: ",")
    }

    /// The cells of the next line that is not empty; nil at the end.
    ///
    /// - Throws: `DragomanError`: T003 a quotation mark that does not close, or text after one that does, T004 too many rows or columns.
    public mutating func next() throws -> [Cell]? {
        while at < bytes.count, bytes[at] == 0x0A || bytes[at] == 0x0D {
            if bytes[at] == 0x0A { newLine() }
            at += 1
            lineStart = at
        }
        guard at < bytes.count else { return nil }
        rows += 1
        guard rows <= Self.mostRows else {
            throw error("T004", "has more than \(Self.mostRows) rows", line, 1, "Split the table.")
        }
        var cells: [Cell] = []
        while true {
            guard cells.count < Self.mostColumns else {
                throw error(
                    "T004", "has more than \(Self.mostColumns) columns", line, column, "Is it a table of trade figures?"
                )
            }
            cells.append(try cell())
            guard at < bytes.count, bytes[at] == separator else { break }
            at += 1
        }
        return cells
    }

    /// An error at a place of the table: `trade.csv, line 3, column 12: ...`.
    func error(_ code: String, _ what: String, _ line: Int, _ column: Int, _ advice: String) -> DragomanError {
        DragomanError(.badInput, code, "\(name), line \(line), column \(column): \(what)", advice: advice)
    }

    private mutating func newLine() {
        line += 1
        lineStart = at + 1
    }

    /// Where `at` stands in its line, from 1, in characters.
    private var column: Int { bytes[min(lineStart, at)..<at].count { $0 & 0xC0 != 0x80 } + 1 }

    private mutating func cell() throws -> Cell {
        let (startLine, startColumn) = (line, column)
        guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") else {
            let start = at
            while at < bytes.count, bytes[at] != separator, bytes[at] != 0x0A, bytes[at] != 0x0D { at += 1 }
            return Cell(text: bytes.string(start..<at), line: startLine, column: startColumn)
        }
        at += 1
        var text: [UInt8] = []
        while true {
            guard at < bytes.count else {
                throw error(
                    "T003", "a quotation mark that opens here does not close", startLine, startColumn,
                    "Close it, or double quotation marks that stand within a cell.")
            }
            if bytes[at] == UInt8(ascii: "\"") {
                at += 1
                guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") else { break }
            } else if bytes[at] == 0x0A {
                newLine()
            }
            text.append(bytes[at])
            at += 1
        }
        guard at >= bytes.count || [separator, 0x0A, 0x0D].contains(bytes[at]) else {
            throw error(
                "T003", "there is text after a closing quotation mark", line, column,
                "Put the separator after it, or double quotation marks that stand within a cell.")
        }
        return Cell(text: text.string(0..<text.count), line: startLine, column: startColumn)
    }
}
