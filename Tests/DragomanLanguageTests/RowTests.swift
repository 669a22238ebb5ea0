import DragomanLanguage
import Foundation
import Testing

@Suite struct RowTests {
    private let empty = #"{"tokens":[],"ents":[],"chunks":[]}"#

    private func words(_ row: String) -> [String] {
        row.components(separatedBy: #"{"text":""#).dropFirst().map { String($0.prefix { $0 != "\"" }) }
    }

    @Test func aRowForEachLineWhateverEndsIt() throws {
        let rows = try InstalledModel.rows(InstalledModel.pipeline(), Array("One\n\nTwo\r\nThree\rFour".utf8))
        #expect(rows.map(words) == [["One"], [], ["Two"], ["Three"], ["Four"]])
        #expect(rows[1] == empty)
    }

    @Test func noRowAfterTheLastLineEnd() throws {
        #expect(try InstalledModel.rows(InstalledModel.pipeline(), Array("One\n".utf8)).count == 1)
        #expect(try InstalledModel.rows(InstalledModel.pipeline(), []).isEmpty)
        #expect(try InstalledModel.rows(InstalledModel.pipeline(), Array("\n".utf8)) == [empty])
    }

    @Test(arguments: [1, 2, 3, 7, 100]) func piecesOfAnySizeGiveTheSameRows(piece: Int) throws {
        let text = Array("Minsk said no.\r\n\r\nTehran said “yes”.\nÉté — 東京\r\rend".utf8)
        let pipeline = try InstalledModel.pipeline()
        #expect(try InstalledModel.rows(pipeline, text, piece: piece) == InstalledModel.rows(pipeline, text))
    }

    @Test func stringsAreEscapedAndBadBytesRepaired() throws {
        let rows = try InstalledModel.rows(InstalledModel.pipeline(), Array("\"a\\b\"\t\u{1}".utf8) + [0xFF])
        #expect(rows.count == 1)
        #expect(rows[0].contains(#"{"text":"\"","#))
        #expect(rows[0].contains(#"a\\b"#))
        #expect(rows[0].contains(#""\t""#))
        #expect(rows[0].contains(#"{"text":"\u0001","#))
        #expect(rows[0].contains("{\"text\":\"\u{FFFD}\","))
    }

    @Test func offsetsCountScalars() throws {
        let rows = try InstalledModel.rows(InstalledModel.pipeline(), Array("👍🏽 é ok".utf8))
        #expect(rows[0].contains(#"{"text":"ok","idx":5,"#))
    }
}
