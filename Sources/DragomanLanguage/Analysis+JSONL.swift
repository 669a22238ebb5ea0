public import DragomanText
public import Foundation

extension Analysis {
    /// One token as `dragoman analyze --jsonl` prints it.
    private struct Row: Decodable {
        struct Word: Decodable {
            let text: String, idx: Int, norm: String, tag: String, pos: String, morph: String
            let head: Int, dep: String, lemma: String, sent: Bool, ent: String
        }
        let tokens: [Word]
        let ents: [[Part]]
        let chunks: [[Int]]
        /// A token index or a label.
        enum Part: Decodable {
            case index(Int)
            case label(String)
            init(from decoder: any Decoder) throws {
                let box = try decoder.singleValueContainer()
                if let index = try? box.decode(Int.self) {
                    self = .index(index)
                } else {
                    self = .label(try box.decode(String.self))
                }
            }
        }
    }

    /// Reads an analysis back from the lines `dragoman analyze --jsonl` prints.
    ///
    /// - Parameters:
    ///   - jsonl: one object a block.
    ///   - text: the analyzed buffer.
    ///   - ranges: the analyzed blocks, one for each line of `jsonl`.
    /// - Throws: `DecodingError` where a line is not of that form.
    public init(jsonl: [Data], text: [UInt8], blocks ranges: [ByteRange]) throws {
        var tokens: [Token] = []
        var sentences: [Range<Int>] = []
        var entities: [Entity] = []
        var chunks: [Range<Int>] = []
        var blocks: [Range<Int>] = []
        for (line, range) in zip(jsonl, ranges) {
            let row = try JSONDecoder().decode(Row.self, from: line)
            let base = tokens.count
            var offset = range.lowerBound
            var scalar = 0
            for word in row.tokens {
                while scalar < word.idx, offset < range.upperBound {
                    offset += 1
                    while offset < range.upperBound, text[offset] & 0xC0 == 0x80 { offset += 1 }
                    scalar += 1
                }
                let end = offset + word.text.utf8.count
                scalar += word.text.unicodeScalars.count
                tokens.append(
                    Token(
                        range: offset..<end, head: base + word.head, tag: word.tag, pos: word.pos, morph: word.morph,
                        dep: word.dep, lemma: word.lemma, norm: word.norm, startsSentence: word.sent,
                        spaced: end < range.upperBound && text[end] == 0x20, entity: word.ent))
                offset = end
            }
            blocks.append(base..<tokens.count)
            let starts = (base..<tokens.count).filter { tokens[$0].startsSentence || $0 == base }
            for (n, start) in starts.enumerated() {
                sentences.append(start..<(n + 1 < starts.count ? starts[n + 1] : tokens.count))
            }
            for part in row.ents {
                guard part.count == 3, case .index(let start) = part[0], case .index(let end) = part[1],
                    case .label(let label) = part[2]
                else { continue }
                entities.append(Entity(tokens: base + start..<base + end, label: label))
            }
            chunks += row.chunks.filter { $0.count == 2 }.map { base + $0[0]..<base + $0[1] }
        }
        self.init(
            text: text, tokens: tokens, sentences: sentences, entities: entities, nounChunks: chunks, blocks: blocks)
    }
}
