/// Writes the result of one block as one line of JSON: tokens, entities and noun chunks.
struct RowWriter {
    private static let keys: [[UInt8]] = [
        "{\"text\":", ",\"idx\":", ",\"norm\":", ",\"tag\":", ",\"pos\":", ",\"morph\":", ",\"head\":", ",\"dep\":",
        ",\"lemma\":", ",\"sent\":true", ",\"sent\":false", ",\"ent\":", "}",
    ].map { Array($0.utf8) }

    private let labels: Labels
    /// Entity labels with B and I before them, by the number in `Annotation`.
    private let entityLiterals: [[UInt8]]

    init(labels: Labels) {
        self.labels = labels
        entityLiterals = labels.entities.names.flatMap { name -> [[UInt8]] in
            name.isEmpty
                ? [Array("\"\"".utf8), Array("\"\"".utf8)] : [Array("\"I-\(name)\"".utf8), Array("\"B-\(name)\"".utf8)]
        }
    }

    /// Appends the row of the block that `worker` holds.
    ///
    /// - Parameter base: the block's first token in the worker's batch.
    func append(_ worker: Worker, base: Int, to out: inout [UInt8]) {
        let keys = Self.keys
        let lexicon = worker.lexicon
        let count = worker.tree.count
        out += Array("{\"tokens\":[".utf8)
        for i in 0..<count {
            let token = worker.tokens[base + i]
            let lexeme = lexicon.lexemes[Int(token.lexeme)]
            let note = worker.annotations[i]
            if i > 0 { out.append(0x2C) }
            out += keys[0]
            JSONText.append(lexicon.bytes(lexeme.text), to: &out)
            out += keys[1]
            JSONText.append(Int(token.scalar), to: &out)
            out += keys[2]
            JSONText.append(lexicon.bytes(lexeme.norm), to: &out)
            out += keys[3]
            out += labels.tags.literals[Int(note.tag)]
            out += keys[4]
            out += labels.parts.literals[Int(note.part)]
            out += keys[5]
            out += labels.morphs.literals[Int(note.morph)]
            out += keys[6]
            JSONText.append(Int(worker.tree.heads[i]), to: &out)
            out += keys[7]
            out += labels.deps.literals[Int(worker.tree.labels[i])]
            out += keys[8]
            if note.ruleLemma > 0 {
                out += labels.lemmas.literals[Int(note.ruleLemma)]
            } else {
                JSONText.append(lexicon.bytes(note.lemma), to: &out)
            }
            out += worker.tree.startsSentence[i] ? keys[9] : keys[10]
            out += keys[11]
            out += entityLiterals[Int(note.entity)]
            out += keys[12]
        }
        out += Array("],\"ents\":[".utf8)
        for (n, entity) in worker.entities.enumerated() {
            pair(n, entity.first, entity.end, &out)
            out.append(0x2C)
            out += labels.entities.literals[entity.label]
            out.append(0x5D)
        }
        out += Array("],\"chunks\":[".utf8)
        for (n, chunk) in worker.chunks.enumerated() {
            pair(n, chunk.first, chunk.end, &out)
            out.append(0x5D)
        }
        out += Array("]}\n".utf8)
    }

    private func pair(_ n: Int, _ first: Int, _ end: Int, _ out: inout [UInt8]) {
        if n > 0 { out.append(0x2C) }
        out.append(0x5B)
        JSONText.append(first, to: &out)
        out.append(0x2C)
        JSONText.append(end, to: &out)
    }
}
