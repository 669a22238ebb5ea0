import DragomanLanguage
import DragomanText
import Foundation
import Testing

@testable import DragomanNames

/// The packs of this repository, loaded once.
enum Packs {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path
    static let base = Result { try KnowledgeBase(packs: [root + "/Packs/world", root + "/Packs/automotive"]) }
}

/// A base of one file written in the test.
func base(_ text: String, name: String = "test.txt") throws -> KnowledgeBase {
    try KnowledgeBase(files: [KnowledgeFile(name: name, bytes: Array(text.utf8))])
}

/// The names of a committed article, analysed with spaCy.
func recognize(_ article: String) throws -> NamedAnalysis {
    let folder = try #require(Bundle.module.resourceURL).appendingPathComponent("Fixtures")
    let text = [UInt8](try Data(contentsOf: folder.appendingPathComponent(article + ".txt")))
    let rows = try Data(contentsOf: folder.appendingPathComponent(article + ".jsonl")).split(separator: 0x0A)
    var blocks: [ByteRange] = []
    var start = 0
    for line in text.split(separator: 0x0A, omittingEmptySubsequences: false) {
        if !line.isEmpty { blocks.append(start..<start + line.count) }
        start += line.count + 1
    }
    let analysis = try Analysis(jsonl: rows.map { Data($0) }, text: text, blocks: blocks)
    return NameRecognizer(try Packs.base.get()).recognize(analysis)
}

/// An analysis of words put down by hand: tokens at the spaces, no syntax; a capital inside the text is a proper noun.
func plain(_ text: String) -> Analysis {
    let bytes = Array(text.utf8)
    var tokens: [Token] = []
    var start = 0
    for word in bytes.split(separator: 0x20, omittingEmptySubsequences: false) {
        if !word.isEmpty {
            let proper = word.first.map { $0 < 0x61 || $0 > 0x7A } ?? false
            tokens.append(
                Token(
                    range: start..<start + word.count, head: tokens.count, tag: proper ? "NNP" : "NN",
                    pos: proper ? "PROPN" : "NOUN", morph: "", dep: "dep", lemma: String(decoding: word, as: UTF8.self),
                    norm: "", startsSentence: tokens.isEmpty, spaced: true, entity: ""))
        }
        start += word.count + 1
    }
    let all = 0..<tokens.count
    return Analysis(text: bytes, tokens: tokens, sentences: [all], entities: [], nounChunks: [], blocks: [all])
}

/// The names of a text put down by hand, as "type: text".
func names(_ text: String) throws -> [String] {
    let named = NameRecognizer(try Packs.base.get()).recognize(plain(text))
    return named.mentions.map {
        named.identities[$0.identity].type.rawValue + ": "
            + named.analysis.text.string(named.analysis.bytes($0.tokens))
    }
}
