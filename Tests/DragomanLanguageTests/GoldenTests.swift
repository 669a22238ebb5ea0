import DragomanLanguage
import DragomanText
import Foundation
import Testing

/// spaCy's own answers for a file of varied sentences (`Scripts/make-golden.py`), token by token and field by field.
@Suite struct GoldenTests {
    private static let folder = InstalledModel.root + "/Tests/DragomanLanguageTests/Golden/"

    private func text() throws -> [UInt8] {
        Array(try Data(contentsOf: URL(fileURLWithPath: Self.folder + "sentences.txt")))
    }

    private func lines(_ text: [UInt8]) -> [ByteRange] {
        var ranges: [ByteRange] = []
        var start = 0
        for (i, byte) in text.enumerated() where byte == 0x0A {
            ranges.append(start..<i)
            start = i + 1
        }
        return ranges
    }

    private func golden() throws -> [Data] {
        try Data(contentsOf: URL(fileURLWithPath: Self.folder + "rows.jsonl")).split(separator: 0x0A).map { Data($0) }
    }

    @Test(arguments: Kernels.available) func rowsAreThoseOfSpaCyToTheByte(kernels: String) throws {
        let rows = try InstalledModel.rows(InstalledModel.pipeline(kernels: kernels), text())
        let wanted = try golden().map { String(decoding: $0, as: UTF8.self) }
        #expect(rows.count == wanted.count)
        for (number, (row, want)) in zip(rows, wanted).enumerated() where row != want {
            Issue.record("\(kernels), line \(number + 1):\n\(row)\nspaCy:\n\(want)")
        }
    }

    @Test func everyFieldOfTheAnalysisIsThatOfSpaCy() throws {
        let text = try text()
        let blocks = lines(text)
        let ours = try InstalledModel.pipeline().analyze(text: text, blocks: blocks)
        let wanted = try Analysis(jsonl: golden(), text: text, blocks: blocks)
        try #require(ours.tokens.count == wanted.tokens.count)
        for (i, (a, b)) in zip(ours.tokens, wanted.tokens).enumerated() {
            let word = ours.word(i)
            #expect(a.range == b.range, "token \(i) \(word)")
            #expect(a.head == b.head, "token \(i) \(word)")
            #expect([a.tag, a.pos, a.morph, a.dep] == [b.tag, b.pos, b.morph, b.dep], "token \(i) \(word)")
            #expect([a.lemma, a.norm, a.entity] == [b.lemma, b.norm, b.entity], "token \(i) \(word)")
            #expect(a.startsSentence == b.startsSentence, "token \(i) \(word)")
            #expect(a.spaced == b.spaced, "token \(i) \(word)")
        }
        #expect(ours.sentences == wanted.sentences)
        #expect(ours.entities == wanted.entities)
        #expect(ours.nounChunks == wanted.nounChunks)
        #expect(ours.blocks == wanted.blocks)
    }
}
