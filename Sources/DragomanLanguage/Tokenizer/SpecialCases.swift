/// The tokenizer's exceptions: texts with tokens of their own, some with a norm ("can't": "ca" with norm "can", "n't" with "not").
struct SpecialCases: ~Copyable {
    /// One token of a special case.
    struct Piece {
        var text: [UInt8] = []
        /// The norm that goes before the word's own; nil for none.
        var norm: [UInt8]?
    }

    private var keys = ByteMap(expected: 2048)
    private(set) var pieces: [[Piece]] = []
    /// Bytes of the longest special case.
    private(set) var longest = 0
    /// Special cases that affix rules would take apart, as the token ids they come to, by the first of these ids.
    private(set) var sequences: [UInt64: [[UInt64]]] = [:]

    /// Reads the map of exceptions that stands next in `reader`.
    init(_ reader: inout MessagePackReader) throws {
        for _ in 0..<(try reader.map()) {
            let key = try reader.data()
            var tokens: [Piece] = []
            for _ in 0..<(try reader.array()) {
                var piece = Piece()
                for _ in 0..<(try reader.map()) {
                    let attribute: UInt64
                    if case 0xA0...0xDB = try reader.peek() {
                        attribute = UInt64(try reader.string()) ?? 0
                    } else {
                        attribute = try reader.integer()
                    }
                    let value = Array(reader.bytes[try reader.data()])
                    switch attribute {
                    case 65: piece.text = value
                    case 67: piece.norm = value
                    default: throw LanguageError.unsupported("unknown attribute \(attribute) of a special case")
                    }
                }
                tokens.append(piece)
            }
            let bytes = Array(reader.bytes[key])
            guard !bytes.isEmpty, tokens.allSatisfy({ !$0.text.isEmpty }), tokens.flatMap(\.text) == bytes else {
                throw LanguageError.damaged("tokenizer", "a special case does not spell its own text")
            }
            bytes.withUnsafeBufferPointer { buffer in
                guard let base = buffer.baseAddress else { return }
                keys.insert(base, buffer.count, hash: ByteMap.hash(base, buffer.count), value: pieces.count)
            }
            pieces.append(tokens)
            longest = max(longest, bytes.count)
        }
    }

    /// The number of the special case with this text, -1 for none.
    @inline(__always)
    func find(_ bytes: UnsafePointer<UInt8>, _ length: Int) -> Int {
        length > longest ? -1 : keys.find(bytes, length, hash: ByteMap.hash(bytes, length))
    }

    /// Finds the sequences for the second pass; called once, when the affix rules stand.
    mutating func prepareSequences(rules: borrowing AffixRules) {
        var splitter = ChunkSplitter()
        var found: [UInt64: Set<[UInt64]>] = [:]
        for tokens in pieces {
            let text = tokens.flatMap(\.text)
            text.withUnsafeBufferPointer { buffer in
                guard let base = buffer.baseAddress, splitter.hasAffix(base, buffer.count, rules: rules) else { return }
                splitter.split(base, buffer.count, rules: rules, cases: self, useCases: false)
                var ids: [UInt64] = []
                for i in 0..<splitter.spans.count {
                    let span = splitter.spans[i]
                    ids.append(StringIds.id(base + Int(span.start), Int(span.end - span.start)))
                }
                if let first = ids.first { found[first, default: []].insert(ids) }
            }
        }
        sequences = found.mapValues(Array.init)
    }
}
