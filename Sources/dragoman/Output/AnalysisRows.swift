import DragomanLanguage
import DragomanText

/// Writes an analysis as JSON lines, a block a line; the way back is `Analysis(jsonl:text:blocks:)`.
///
/// `{"tokens":[{"text","idx","norm","tag","pos","morph","head","dep","lemma","sent","ent"}...],"ents":[[start,end,label]...],
/// "chunks":[[start,end]...]}`: token indices and `idx`, in Unicode scalars, count from the start of the block.
struct AnalysisRows {
    private static let keys = ["text", "norm", "tag", "pos", "morph", "dep", "lemma", "ent"].map {
        Array(",\"\($0)\":".utf8)
    }

    /// The lines of all blocks, each with a line break.
    ///
    /// - Parameters:
    ///   - analysis: whose tokens, entities and noun chunks stand in order.
    ///   - ranges: the analyzed blocks, one for each of `analysis.blocks`.
    static func lines(_ analysis: Analysis, blocks ranges: [ByteRange]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(analysis.tokens.count * 160)
        var entities = analysis.entities[...]
        var chunks = analysis.nounChunks[...]
        for (block, range) in zip(analysis.blocks, ranges) {
            bytes += #"{"tokens":["#.utf8
            var offset = range.lowerBound
            var scalars = 0
            for index in block {
                let token = analysis.tokens[index]
                while offset < token.range.lowerBound {
                    if analysis.text[offset] & 0xC0 != 0x80 { scalars += 1 }
                    offset += 1
                }
                bytes += index == block.lowerBound ? #"{"idx":"#.utf8 : #",{"idx":"#.utf8
                append(scalars, to: &bytes)
                bytes += #","head":"#.utf8
                append(token.head - block.lowerBound, to: &bytes)
                bytes += token.startsSentence ? #","sent":true"#.utf8 : #","sent":false"#.utf8
                bytes += keys[0]
                JSONText.append(analysis.text[token.range], to: &bytes)
                append(token.norm, key: 1, to: &bytes)
                append(token.tag, key: 2, to: &bytes)
                append(token.pos, key: 3, to: &bytes)
                append(token.morph, key: 4, to: &bytes)
                append(token.dep, key: 5, to: &bytes)
                append(token.lemma, key: 6, to: &bytes)
                append(token.entity, key: 7, to: &bytes)
                bytes.append(0x7D)
            }
            bytes += #"],"ents":["#.utf8
            var first = true
            while let entity = entities.first, entity.tokens.lowerBound < block.upperBound {
                entities.removeFirst()
                append(entity.tokens, from: block.lowerBound, label: entity.label, first: &first, to: &bytes)
            }
            bytes += #"],"chunks":["#.utf8
            first = true
            while let chunk = chunks.first, chunk.lowerBound < block.upperBound {
                chunks.removeFirst()
                append(chunk, from: block.lowerBound, label: nil, first: &first, to: &bytes)
            }
            bytes += "]}\n".utf8
        }
        return bytes
    }

    private static func append(_ text: String, key: Int, to bytes: inout [UInt8]) {
        bytes += keys[key]
        JSONText.append(text.utf8, to: &bytes)
    }

    private static func append(
        _ tokens: Range<Int>, from base: Int, label: String?, first: inout Bool, to bytes: inout [UInt8]
    ) {
        if !first { bytes.append(0x2C) }
        first = false
        bytes.append(0x5B)
        append(tokens.lowerBound - base, to: &bytes)
        bytes.append(0x2C)
        append(tokens.upperBound - base, to: &bytes)
        if let label {
            bytes.append(0x2C)
            JSONText.append(label.utf8, to: &bytes)
        }
        bytes.append(0x5D)
    }

    private static func append(_ number: Int, to bytes: inout [UInt8]) { bytes += String(number).utf8 }
}
