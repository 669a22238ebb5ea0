import Foundation
import Testing

@testable import DragomanExport

@Suite struct ExportTests {
    /// 24 November 2026, 00:00:00.
    static let heading = ExportHeading(title: "Deals: supply & more", time: 1_795_478_400)

    static func text(
        _ format: ExportFormat, _ rows: [ExportRow], _ heading: ExportHeading = heading
    ) throws -> String {
        let text = Gathered()
        try format.write(heading, rows: { body in for row in rows { try body(row) } }, to: { text.value += $0 })
        return text.value
    }

    @Test(arguments: ExportFormat.allCases)
    func `Each format writes the deals as its snapshot has them`(format: ExportFormat) throws {
        try Snapshot.check(
            try Self.text(format, try MadeRows.plain), "deals-\(format.rawValue).\(format.fileExtension)")
    }

    @Test(arguments: ExportFormat.allCases)
    func `A list without deals is whole`(format: ExportFormat) throws {
        let text = try Self.text(format, [])
        switch format {
        case .json, .csl: #expect(text == "[\n]\n")
        case .jsonl, .ftm, .ris, .bibtex, .ntriples: #expect(text.isEmpty)
        default: #expect(!text.isEmpty)
        }
    }

    @Test(arguments: ExportFormat.allCases)
    func `No format lets a control character or a change of direction through`(format: ExportFormat) throws {
        let text = try Self.text(format, try MadeRows.hostile)
        let raw: Set<Unicode.Scalar> = ["\u{0}", "\u{1}", "\u{7F}", "\u{85}", "\u{202E}", "\u{FFFE}", "\u{FFFF}"]
        #expect(!text.unicodeScalars.contains { raw.contains($0) })
    }

    @Test func `A spreadsheet takes no cell for a formula`() throws {
        let lines = try Self.text(.csv, try MadeRows.hostile).components(separatedBy: "\r\n").dropFirst().dropLast()
        #expect(lines.count == HostileNames.all.count)
        for line in lines {
            for cell in line.components(separatedBy: ",") {
                let bare = cell.drop { $0 == "\"" }
                #expect(
                    !(bare.first.map { "=+-@＝".contains($0) } ?? false) || cell.hasPrefix("-") == false && bare.isEmpty)
            }
        }
    }

    @Test func `Raw CSV keeps texts as they are`() throws {
        let heading = ExportHeading(title: "Deals", time: 0, isRaw: true)
        let text = try Self.text(.csv, try MadeRows.hostile, heading)
        #expect(text.contains(",+1+1,"))
        #expect(text.contains("\"line\nbreak\r\nagain\""))
    }

    @Test func `Quotations are cut at two hundred characters`() throws {
        let long = try #require(try MadeRows.hostile.first { $0.actors.first?.count == 10_000 })
        #expect(long.claims.first?.quote.count == ExportRow.quoteLimit)
        #expect(long.claims.first?.quote.hasSuffix("…") == true)
    }

    @Test func `Only web addresses become links`() {
        #expect(Escaping.link("https://a.example/x?y=1") == "https://a.example/x?y=1")
        for address in ["javascript:alert(1)", "file:///etc/passwd", "https://a.example/ x", "http://a\"b", "//x", ""] {
            #expect(Escaping.link(address) == nil, "\(address)")
        }
    }

    @Test func `Coarse dates count from their first to their last day`() throws {
        let calendar = try Self.text(.ical, try MadeRows.plain)
        #expect(calendar.contains("DTSTART;VALUE=DATE:20240701\r\nDTEND;VALUE=DATE:20241001"))
        #expect(calendar.contains("BEGIN:VJOURNAL"))
    }
}

private final class Gathered {
    var value = ""
}
