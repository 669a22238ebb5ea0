import DragomanLanguage
import DragomanText
import Testing

@Suite struct PipelineTests {
    private let paragraphs = [
        "The plant will export 3,000 vans to Georgia next year.", "", "  ", "Officials didn't say who'd pay for them.",
        "Talks went on… and on (for weeks), said Nino Beridze, the minister's aide.",
    ]

    private func joined(_ paragraphs: [String]) -> (text: [UInt8], blocks: [ByteRange]) {
        var text: [UInt8] = []
        var blocks: [ByteRange] = []
        for paragraph in paragraphs {
            let start = text.count
            text += Array(paragraph.utf8)
            blocks.append(start..<text.count)
            text += [0x0A, 0x0A]
        }
        return (text, blocks)
    }

    private func summary(_ analysis: Analysis) -> [String] {
        analysis.tokens.map { "\($0.range) \($0.head) \($0.tag) \($0.morph) \($0.dep) \($0.lemma) \($0.entity)" }
    }

    @Test func aBlockDoesNotKnowItsNeighbours() throws {
        let pipeline = try InstalledModel.pipeline()
        let (text, blocks) = joined(paragraphs)
        let together = try pipeline.analyze(text: text, blocks: blocks)
        #expect(together.blocks.count == blocks.count)
        for (block, tokens) in zip(blocks, together.blocks) {
            let alone = try pipeline.analyze(text: text, blocks: [block])
            #expect(alone.tokens.map(\.range) == together.tokens[tokens].map(\.range))
            #expect(alone.tokens.map(\.head) == together.tokens[tokens].map { $0.head - tokens.lowerBound })
            #expect(alone.tokens.map(\.dep) == together.tokens[tokens].map(\.dep))
        }
    }

    @Test func rangesPointToTheWordsAsWritten() throws {
        let (text, blocks) = joined(paragraphs)
        let analysis = try InstalledModel.pipeline().analyze(text: text, blocks: blocks)
        let words = analysis.blocks[3].map(analysis.word)
        #expect(words == ["Officials", "did", "n't", "say", "who", "'d", "pay", "for", "them", "."])
        #expect(analysis.tokens[analysis.blocks[3]].map(\.norm)[2] == "not")
        #expect(analysis.tokens[analysis.blocks[3]].map(\.spaced)[1] == false)
    }

    @Test func sentencesCoverAllTokensInOrder() throws {
        let (text, blocks) = joined(paragraphs + ["One came. Two left! Did three stay?"])
        let analysis = try InstalledModel.pipeline().analyze(text: text, blocks: blocks)
        #expect(analysis.sentences.flatMap { Array($0) } == Array(analysis.tokens.indices))
        #expect(analysis.sentences.filter { $0.lowerBound >= analysis.blocks[5].lowerBound }.count == 3)
    }

    @Test func manyThreadsGiveWhatOneGives() throws {
        let many = (0..<60).flatMap { n in paragraphs.map { $0.isEmpty ? $0 : "\(n): " + $0 } }
        let (text, blocks) = joined(many)
        let one = try Pipeline(model: InstalledModel.folder(), threads: 1).analyze(text: text, blocks: blocks)
        let four = try Pipeline(model: InstalledModel.folder(), threads: 4).analyze(text: text, blocks: blocks)
        #expect(summary(one) == summary(four))
        #expect(one.sentences == four.sentences)
        #expect(one.entities == four.entities)
        #expect(one.nounChunks == four.nounChunks)
    }

    @Test func severalArticlesKeepTheirOrder() throws {
        let pipeline = try Pipeline(model: InstalledModel.folder(), threads: 2)
        let articles = (0..<9).map { joined(Array(repeating: paragraphs[$0 % 5], count: $0 % 4)) }
        let analyses = try pipeline.analyze(articles)
        #expect(analyses.count == articles.count)
        for (article, analysis) in zip(articles, analyses) {
            #expect(summary(analysis) == summary(try pipeline.analyze(text: article.text, blocks: article.blocks)))
            #expect(analysis.text == article.text)
        }
    }

    @Test func aLongBlockIsOneDocument() throws {
        let text = Array(Array(repeating: "The firm sold cars and the bank lent money, ", count: 400).joined().utf8)
        let analysis = try InstalledModel.pipeline().analyze(text: text, blocks: [0..<text.count])
        #expect(analysis.blocks == [0..<analysis.tokens.count])
        #expect(analysis.tokens.count == 4_000)
        #expect(analysis.tokens.allSatisfy { analysis.tokens.indices.contains($0.head) })
        // Words in the middle, far from both ends, are all in the same surroundings.
        #expect(Set(stride(from: 1_001, to: 3_000, by: 10).map { analysis.tokens[$0].tag }) == ["NN"])
    }

    @Test func aBlockOverTheLimitIsRefused() throws {
        let text = [UInt8](repeating: 0x61, count: Pipeline.longestBlock + 1)
        #expect {
            try InstalledModel.pipeline().analyze(text: text, blocks: [0..<text.count])
        } throws: {
            "\($0)".contains("DRG-L004") && "\($0)".contains("1000001 characters")
        }
    }

    @Test func illFormedBytesHaveAnAnswer() throws {
        var state: UInt64 = 7
        let text = (0..<4_000).map { _ -> UInt8 in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return UInt8(truncatingIfNeeded: state >> 56)
        }
        let analysis = try InstalledModel.pipeline().analyze(text: text, blocks: [0..<text.count])
        var end = 0
        for token in analysis.tokens {
            #expect(token.range.lowerBound >= end && token.range.upperBound <= text.count && !token.range.isEmpty)
            end = token.range.upperBound
        }
    }

    @Test func hostileTextTakesLinearTime() throws {
        // Each of these is quadratic or worse for a tokenizer that looks at the rest of the text at every step.
        for piece in ["(", "a-", "@", "a.", "http://", "'s", "...", "\u{301}", "🙂"] {
            let text = Array(String(repeating: piece, count: 20_000).utf8)
            let analysis = try InstalledModel.pipeline().analyze(text: text, blocks: [0..<text.count])
            #expect(analysis.tokens.map(\.range.count).reduce(0, +) == text.count)
        }
    }

    @Test func noBlocksGiveNoTokens() throws {
        let analysis = try InstalledModel.pipeline().analyze(text: [], blocks: [])
        #expect(analysis.tokens.isEmpty && analysis.blocks.isEmpty && analysis.sentences.isEmpty)
    }
}
