internal import DragomanText

/// The analysis of some consecutive blocks of a text; token indices count from the part's first token.
struct AnalysisPart: Sendable {
    var tokens: [Token] = []
    var sentences: [Range<Int>] = []
    var entities: [Entity] = []
    var chunks: [Range<Int>] = []
    /// Number of tokens of each block.
    var counts: [Int] = []

    /// Analyzes `blocks` of `text`.
    init(_ text: [UInt8], _ blocks: ArraySlice<ByteRange>, _ worker: Worker, _ labels: Labels) {
        text.withUnsafeBufferPointer { bytes in
            let origin = blocks.startIndex
            worker.analyze(blocks.count) { i in
                UnsafeBufferPointer(rebasing: bytes[blocks[origin + i].clamped(to: 0..<bytes.count)])
            } sink: { i, base in
                append(worker, base, at: blocks[origin + i].lowerBound, labels)
            }
        }
    }

    private mutating func append(_ worker: Worker, _ base: Int, at offset: Int, _ labels: Labels) {
        let first = tokens.count
        let count = worker.tree.count
        let lexicon = worker.lexicon
        counts.append(count)
        tokens.reserveCapacity(first + count)
        func string(_ slice: TextSlice) -> String { String(decoding: lexicon.bytes(slice), as: UTF8.self) }
        for i in 0..<count {
            let token = worker.tokens[base + i]
            let lexeme = lexicon.lexemes[Int(token.lexeme)]
            let note = worker.annotations[i]
            let start = offset + Int(token.start)
            let type = labels.entities.names[Int(note.entity >> 1)]
            tokens.append(
                Token(
                    range: start..<start + Int(lexeme.text.length), head: first + Int(worker.tree.heads[i]),
                    tag: labels.tags.names[Int(note.tag)], pos: labels.parts.names[Int(note.part)],
                    morph: labels.morphs.names[Int(note.morph)], dep: labels.deps.names[Int(worker.tree.labels[i])],
                    lemma: note.ruleLemma > 0 ? labels.lemmas.names[Int(note.ruleLemma)] : string(note.lemma),
                    norm: string(lexeme.norm), startsSentence: worker.tree.startsSentence[i], spaced: token.spaced,
                    entity: type.isEmpty ? "" : (note.entity & 1 == 1 ? "B-" : "I-") + type))
        }
        var start = 0
        for i in 1..<max(count + 1, 1) where i == count || worker.tree.startsSentence[i] {
            sentences.append(first + start..<first + i)
            start = i
        }
        for entity in worker.entities {
            entities.append(
                Entity(tokens: first + entity.first..<first + entity.end, label: labels.entities.names[entity.label]))
        }
        for chunk in worker.chunks { chunks.append(first + chunk.first..<first + chunk.end) }
    }
}

extension Analysis {
    /// Joins the parts of one text.
    init(text: [UInt8], parts: ArraySlice<AnalysisPart>) {
        var tokens: [Token] = []
        var sentences: [Range<Int>] = []
        var entities: [Entity] = []
        var chunks: [Range<Int>] = []
        var blocks: [Range<Int>] = []
        tokens.reserveCapacity(parts.reduce(0) { $0 + $1.tokens.count })
        for part in parts {
            let base = tokens.count
            func moved(_ range: Range<Int>) -> Range<Int> { range.lowerBound + base..<range.upperBound + base }
            if base == 0 {
                tokens += part.tokens
            } else {
                for var token in part.tokens {
                    token.head += base
                    tokens.append(token)
                }
            }
            sentences += part.sentences.map(moved)
            entities += part.entities.map { Entity(tokens: moved($0.tokens), label: $0.label) }
            chunks += part.chunks.map(moved)
            var start = base
            for count in part.counts {
                blocks.append(start..<start + count)
                start += count
            }
        }
        self.init(
            text: text, tokens: tokens, sentences: sentences, entities: entities, nounChunks: chunks, blocks: blocks)
    }
}
