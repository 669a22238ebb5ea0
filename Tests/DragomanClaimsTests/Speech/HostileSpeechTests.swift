import DragomanLanguage
import DragomanNames
import DragomanText
import Testing

@testable import DragomanClaims

/// Texts made to cost time: they end, and soon; every search is bounded.
@Suite struct HostileSpeechTests {
    /// One sentence of words and the parts of speech, each hanging on the word before or after it.
    private func statements(
        _ words: [String], tag: (String) -> (tag: String, pos: String, dep: String), headBefore: Bool
    ) throws -> Int {
        var text: [UInt8] = []
        var tokens: [Token] = []
        for (i, word) in words.enumerated() {
            let start = text.count
            text += Array(word.utf8)
            let (tag, pos, dep) = tag(word)
            let head = headBefore ? max(i - 1, 0) : min(i + 1, words.count - 1)
            tokens.append(
                Token(
                    range: start..<text.count, head: head, tag: tag, pos: pos, morph: "", dep: dep,
                    lemma: word == "said" ? "say" : word,
                    norm: word, startsSentence: i == 0, spaced: true, entity: ""))
            text.append(0x20)
        }
        let all = 0..<tokens.count
        let analysis = Analysis(
            text: text, tokens: tokens, sentences: [all], entities: [], nounChunks: [], blocks: [all])
        let named = NamedAnalysis(analysis: analysis, mentions: [], identities: [])
        let found = SpeechReader(words: try SpeechCase.words()).statements(in: named, published: nil, outlet: nil)
        _ = Sources(found).source(of: 0..<10)
        return found.count
    }

    private func tags(_ word: String) -> (tag: String, pos: String, dep: String) {
        switch word {
        case "said": ("VBD", "VERB", "ccomp")
        case "he": ("PRP", "PRON", "nsubj")
        case "minister", "reports": ("NN", "NOUN", "nsubj")
        case "that", "to", "according": ("IN", "ADP", "prep")
        case "and": ("CC", "CCONJ", "cc")
        default: ("''", "PUNCT", "punct")
        }
    }

    @Test func tenThousandQuotationMarks() throws {
        #expect(try statements(Array(repeating: "\"", count: 10_000), tag: tags, headBefore: true) == 0)
    }

    @Test(arguments: [true, false])
    func sayingWithoutAFullStop(_ headBefore: Bool) throws {
        let words = (0..<5_000).flatMap { _ in ["minister", "said", "that", "\"", ",", "and", ","] }
        _ = try statements(words, tag: tags, headBefore: headBefore)
    }

    @Test(arguments: [true, false])
    func accordingWithoutAFullStop(_ headBefore: Bool) throws {
        let words = (0..<5_000).flatMap { _ in ["according", "to", "minister", ",", "he", "said", "reports", "that"] }
        _ = try statements(words, tag: tags, headBefore: headBefore)
    }
}
