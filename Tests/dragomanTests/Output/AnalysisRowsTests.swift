import DragomanLanguage
import DragomanText
import Foundation
import Testing

@testable import dragoman

@Suite struct AnalysisRowsTests {
    private let text = Array("Čapek \"sold\" 5.\n\nIt did.".utf8)
    private let ranges = [0..<17, 19..<26]

    private func token(_ range: ByteRange, head: Int, starts: Bool = false, entity: String = "") -> Token {
        Token(
            range: range, head: head, tag: "T\(head)", pos: "P", morph: "A=B|C=D", dep: "d\\", lemma: "l", norm: "n",
            startsSentence: starts, spaced: true, entity: entity)
    }

    @Test func whatIsWrittenCanBeReadBack() throws {
        let analysis = Analysis(
            text: text,
            tokens: [
                token(0..<6, head: 2, starts: true, entity: "B-PERSON"), token(7..<8, head: 2), token(8..<12, head: 2),
                token(12..<13, head: 2), token(14..<15, head: 2), token(15..<16, head: 2),
                token(19..<21, head: 7, starts: true), token(22..<25, head: 7), token(25..<26, head: 7),
            ],
            sentences: [0..<6, 6..<9], entities: [Entity(tokens: 0..<1, label: "PERSON")],
            nounChunks: [0..<1, 4..<5, 6..<7], blocks: [0..<6, 6..<9])
        let lines = AnalysisRows.lines(analysis, blocks: ranges).split(separator: 0x0A).map { Data($0) }
        #expect(lines.count == 2)
        let back = try Analysis(jsonl: lines, text: text, blocks: ranges)
        #expect(back.tokens.map(\.range) == analysis.tokens.map(\.range))
        #expect(back.tokens.map(\.head) == analysis.tokens.map(\.head))
        #expect(back.tokens.map(\.entity) == analysis.tokens.map(\.entity))
        #expect(back.tokens.map(\.dep) == analysis.tokens.map(\.dep))
        #expect(back.sentences == analysis.sentences)
        #expect(back.entities == analysis.entities)
        #expect(back.nounChunks == analysis.nounChunks)
        #expect(back.blocks == analysis.blocks)
    }

    @Test func anEmptyBlockIsALineOfItsOwn() {
        let analysis = Analysis(
            text: [], tokens: [], sentences: [], entities: [], nounChunks: [], blocks: [0..<0, 0..<0])
        let line = #"{"tokens":[],"ents":[],"chunks":[]}"#
        #expect(
            String(decoding: AnalysisRows.lines(analysis, blocks: [0..<0, 0..<0]), as: UTF8.self)
                == "\(line)\n\(line)\n")
    }
}
