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
        let words = (0..<2_000).flatMap { _ in ["minister", "said", "that", "\"", ",", "and", ","] }
        _ = try statements(words, tag: tags, headBefore: headBefore)
    }

    @Test(arguments: [true, false])
    func accordingWithoutAFullStop(_ headBefore: Bool) throws {
        let words = (0..<2_000).flatMap { _ in ["according", "to", "minister", ",", "he", "said", "reports", "that"] }
        _ = try statements(words, tag: tags, headBefore: headBefore)
    }
}

extension HostileSpeechTests {
    /// Numbers that look drawn by lot and are the same in every run (a linear congruential generator of Knuth's).
    private struct Lots {
        var state: UInt64
        mutating func next(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
    }

    /// Whatever tree a parser gives, even a cyclic one over several sentences, statements lie inside the text.
    @Test func treesDrawnByLot() throws {
        let vocabulary = [
            "said", "told", "according", "to", "that", "as", "saying", "quoted", "by", "citing", "report", "in", "view",
            "his", "he", "the",
            "minister", "of", "Volta", "Times", "Lee", ",", ",", "\"", ".", ":", "-", ";", "and", "if", "believe", "it",
            "puts", "who", "whose",
            "its", "head", "statement", "denied", "adding", "put", "at", "spoke", "about", "described", "was", "has",
            "plant", "opened", "?",
        ]
        let tags = [
            "VBD", "VBG", "VBN", "VB", "NN", "NNP", "NNS", "IN", "CC", "PRP", "PRP$", "POS", "WP", "WDT", "DT", "RB",
            ",",
        ]
        let parts = ["VERB", "NOUN", "PROPN", "ADP", "PRON", "AUX", "DET", "ADJ", "PUNCT", "CCONJ"]
        let labels = [
            "nsubj", "nsubjpass", "auxpass", "dobj", "ccomp", "prep", "pobj", "advcl", "relcl", "acl", "conj", "cc",
            "poss", "compound",
            "appos", "attr", "npadvmod", "xcomp", "aux", "mark", "agent", "parataxis", "pcomp", "ROOT",
        ]
        let words = try SpeechCase.words()
        var lots = Lots(state: 17)
        for _ in 0..<400 {
            let count = 20 + lots.next(40)
            var text: [UInt8] = []
            var tokens: [Token] = []
            var starts: [Int] = [0]
            for i in 0..<count {
                let word = vocabulary[lots.next(vocabulary.count)]
                let start = text.count
                text += Array(word.utf8)
                if i > 0, lots.next(12) == 0 { starts.append(i) }
                tokens.append(
                    Token(
                        range: start..<text.count, head: lots.next(count), tag: tags[lots.next(tags.count)],
                        pos: parts[lots.next(parts.count)],
                        morph: "", dep: labels[lots.next(labels.count)], lemma: word, norm: word,
                        startsSentence: starts.last == i,
                        spaced: true, entity: ""))
                text.append(lots.next(20) == 0 ? 0x0A : 0x20)
            }
            let sentences = starts.indices.map { starts[$0]..<($0 + 1 < starts.count ? starts[$0 + 1] : count) }
            let blocks = lots.next(2) == 0 ? [0..<count] : sentences
            let analysis = Analysis(
                text: text, tokens: tokens, sentences: sentences, entities: [], nounChunks: [], blocks: blocks)
            let mentions = (0..<count).filter { ["Volta", "Times", "Lee"].contains(analysis.word($0)) }.map {
                Mention(
                    tokens: $0..<$0 + 1, identity: ["Volta", "Times", "Lee"].firstIndex(of: analysis.word($0)) ?? 0)
            }
            let identities = [
                Identity(type: .company, name: "Volta", entry: nil), Identity(type: .outlet, name: "Times", entry: nil),
                Identity(type: .person, name: "Lee", entry: nil),
            ]
            let named = NamedAnalysis(analysis: analysis, mentions: mentions, identities: identities)
            let found = SpeechReader(words: words).statements(in: named, published: nil, outlet: nil)
            let all = 0..<count
            for statement in found {
                #expect(statement.content.allSatisfy { $0.clamped(to: all) == $0 })
                #expect(statement.speaker != nil || !statement.via.isEmpty)
            }
            _ = Sources(found).source(of: all)
        }
    }
}
