/// One token as the tokenizer makes it.
struct TokenRecord: BitwiseCopyable {
    /// Number of its lexeme in the worker's lexicon.
    var lexeme: Int32 = 0
    /// Bytes and scalars from the start of the block.
    var start: Int32 = 0
    var scalar: Int32 = 0
    /// Whether a space follows.
    var spaced = false
}

/// A worker's tokenizer: the model's rules with caches of the chunks met so far.
final class Tokenizer {
    struct Chunk: BitwiseCopyable {
        var first: Int32
        var count: Int32
        /// Some token may start a special case of several tokens.
        var startsSequence: Bool
    }

    private var chunks = ByteMap(expected: 1 << 13)
    private var entries = Scratch<Chunk>(capacity: 1 << 13)
    private var pieces = Scratch<Int32>(capacity: 1 << 14)
    private var splitter = ChunkSplitter()
    private let model: LanguageModel
    private let lexicon: Lexicon
    private let limit: Int

    /// - Parameter limit: number of chunks to keep at most, roughly.
    init(model: LanguageModel, lexicon: Lexicon, limit: Int) {
        self.model = model
        self.lexicon = lexicon
        self.limit = limit
    }

    /// Whether the chunks should be forgotten before the next batch.
    var isFull: Bool { entries.count >= limit || chunks.poolSize > 4 << 20 || pieces.count > 1 << 18 }

    func removeAll() {
        chunks.removeAll()
        entries.count = 0
        pieces.shrink(to: 1 << 18)
        splitter.trim()
    }

    /// Appends the tokens of a block to `tokens`.
    func tokenize(_ text: UnsafeBufferPointer<UInt8>, into tokens: inout Scratch<TokenRecord>) {
        guard let base = text.baseAddress, !text.isEmpty else { return }
        let first = tokens.count
        let end = text.count
        var start = 0
        var at = 0
        var inSpace = isSpace(base, 0, end).space
        var sequences = false
        while at < end {
            let byte = base[at]
            let space: Bool
            let size: Int
            if byte < 0x80 {
                space = byte == 0x20 || (byte >= 9 && byte <= 13) || (byte >= 0x1C && byte <= 0x1F)
                size = 1
            } else if inSpace || byte == 0xC2 || byte == 0xE1 || byte == 0xE2 || byte == 0xE3 {
                (space, size) = isSpace(base, at, end)
            } else {
                space = false
                size = 1
            }
            if space != inSpace {
                if start < at { sequences = chunk(base, start, at, into: &tokens) || sequences }
                if byte == 0x20 {
                    if tokens.count > first { tokens.base[tokens.count - 1].spaced = true }
                    start = at + 1
                } else {
                    start = at
                }
                inSpace = space
            }
            at += size
        }
        if start < end {
            sequences = chunk(base, start, end, into: &tokens) || sequences
            if tokens.count > first { tokens.base[tokens.count - 1].spaced = base[end - 1] == 0x20 && !inSpace }
        }
        if sequences { joinSequences(from: first, &tokens) }
        place(from: first, &tokens)
    }

    private func isSpace(_ bytes: UnsafePointer<UInt8>, _ at: Int, _ end: Int) -> (space: Bool, size: Int) {
        let (scalar, size) = Scalars.decode(bytes, at, end)
        return (model.rules.table[scalar].contains(.space), size)
    }

    /// Sets the offsets of the tokens from `first` on.
    private func place(from first: Int, _ tokens: inout Scratch<TokenRecord>) {
        var byte: Int32 = 0
        var scalar: Int32 = 0
        let lexemes = lexicon.lexemes.base
        for i in first..<tokens.count {
            let token = tokens.base + i
            token.pointee.start = byte
            token.pointee.scalar = scalar
            let lexeme = lexemes + Int(token.pointee.lexeme)
            let gap: Int32 = token.pointee.spaced ? 1 : 0
            byte &+= lexeme.pointee.text.length &+ gap
            scalar &+= lexeme.pointee.scalars &+ gap
        }
    }

    /// Appends the tokens of one run; true where one of them may start a special case of several tokens.
    @inline(__always)
    private func chunk(
        _ base: UnsafePointer<UInt8>, _ start: Int, _ end: Int, into tokens: inout Scratch<TokenRecord>
    ) -> Bool {
        let length = end - start
        let hash = ByteMap.hash(base + start, length)
        var number = chunks.find(base + start, length, hash: hash)
        if number < 0 { number = add(UnsafeBufferPointer(start: base + start, count: length), hash) }
        let entry = entries[number]
        for i in Int(entry.first)..<Int(entry.first + entry.count) {
            tokens.append(TokenRecord(lexeme: pieces[i]))
        }
        return entry.startsSequence
    }

    private func add(_ text: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> Int {
        guard let base = text.baseAddress else { return 0 }
        let first = pieces.count
        let special = model.cases.find(base, text.count)
        if special >= 0 {
            addSpecial(special)
        } else {
            splitter.split(base, text.count, rules: model.rules, cases: model.cases, useCases: true)
            for i in 0..<splitter.spans.count {
                let span = splitter.spans[i]
                if span.special >= 0 {
                    addSpecial(Int(span.special))
                } else {
                    pieces.append(
                        lexicon.number(
                            UnsafeBufferPointer(rebasing: text[Int(span.start)..<Int(span.end)]), model: model))
                }
            }
        }
        var starts = false
        for i in first..<pieces.count where lexicon.lexemes[Int(pieces[i])].startsSequence { starts = true }
        let number = entries.count
        entries.append(Chunk(first: Int32(first), count: Int32(pieces.count - first), startsSequence: starts))
        chunks.insert(base, text.count, hash: hash, value: number)
        return number
    }

    private func addSpecial(_ number: Int) {
        for piece in model.cases.pieces[number] {
            pieces.append(piece.text.withUnsafeBufferPointer { lexicon.number($0, norm: piece.norm, model: model) })
        }
    }

    /// The second pass: special cases that affix rules took apart are found again as sequences of tokens.
    ///
    /// The longest match goes first, then the leftmost; where the text between two such tokens spells no special case
    /// (because of a space), they stay as they are.
    private func joinSequences(from first: Int, _ tokens: inout Scratch<TokenRecord>) {
        struct Match {
            let start: Int, end: Int
        }
        var matches: [Match] = []
        for i in first..<tokens.count {
            let lexeme = lexicon.lexemes[Int(tokens[i].lexeme)]
            guard lexeme.startsSequence, let sequences = model.cases.sequences[lexeme.id] else { continue }
            for ids in sequences where ids.count <= tokens.count - i {
                var k = 0
                while k < ids.count, lexicon.lexemes[Int(tokens[i + k].lexeme)].id == ids[k] { k += 1 }
                if k == ids.count { matches.append(Match(start: i, end: i + k)) }
            }
        }
        guard !matches.isEmpty else { return }
        matches.sort { ($0.end - $0.start, -$0.start) > ($1.end - $1.start, -$1.start) }
        var taken = [Bool](repeating: false, count: tokens.count - first)
        var ends: [Int: Int] = [:]
        for match in matches {
            if !taken[match.start - first], !taken[match.end - 1 - first] { ends[match.start] = match.end }
            for i in match.start..<match.end { taken[i - first] = true }
        }
        var old: [TokenRecord] = []
        for i in first..<tokens.count { old.append(tokens[i]) }
        tokens.count = first
        var i = 0
        while i < old.count {
            guard let end = ends[first + i].map({ $0 - first }) else {
                tokens.append(old[i])
                i += 1
                continue
            }
            var text: [UInt8] = []
            for k in i..<end {
                text += lexicon.bytes(lexicon.lexemes[Int(old[k].lexeme)].text)
                if old[k].spaced, k < end - 1 { text.append(0x20) }
            }
            let number = text.withUnsafeBufferPointer { t in t.baseAddress.map { model.cases.find($0, t.count) } ?? -1 }
            if number >= 0 {
                for piece in model.cases.pieces[number] {
                    tokens.append(
                        TokenRecord(
                            lexeme: piece.text.withUnsafeBufferPointer {
                                lexicon.number($0, norm: piece.norm, model: model)
                            }))
                }
                tokens.base[tokens.count - 1].spaced = old[end - 1].spaced
            } else {
                for k in i..<end { tokens.append(old[k]) }
            }
            i = end
        }
    }
}
