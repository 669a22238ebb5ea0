/// What a worker knows of one token text: its ids, forms and, once computed, its vectors.
struct Lexeme: BitwiseCopyable {
    var text = TextSlice()
    var norm = TextSlice()
    var lower = TextSlice()
    /// Scalars of the text.
    var scalars: Int32 = 0
    /// spaCy's ids of the text and of its features.
    var id: UInt64 = 0
    var normId: UInt64 = 0
    var prefix: UInt64 = 0
    var suffix: UInt64 = 0
    var shape: UInt64 = 0
    var isSpace = false
    /// Starts a special case of several tokens.
    var startsSequence = false
    /// Number of the lower-case form among the words that attribute rules name, 0 for others.
    var ruleWord: Int16 = 0
    /// Places of the mixer's outputs, -1 where not computed: shared encoder without and with a space after, entity encoder.
    var plain: Int32 = -1
    var spaced: Int32 = -1
    var entity: Int32 = -1
}

/// A part of a lexicon's pool of bytes.
struct TextSlice: BitwiseCopyable {
    var offset: Int32 = 0
    var length: Int32 = 0
}

/// The words a worker has met, with everything that depends on the word alone. Bounded: `isFull` asks for `removeAll`.
final class Lexicon {
    private var map: ByteMap
    private(set) var lexemes: Scratch<Lexeme>
    /// The bytes of all texts, norms, lower-case forms and lemmas.
    private(set) var pool = Scratch<UInt8>(capacity: 1 << 16)
    private var scalars = Scratch<UInt32>(capacity: 64)
    private var lowered = Scratch<UInt32>(capacity: 64)
    private var buffer = Scratch<UInt8>(capacity: 64)
    private let limit: Int

    /// - Parameter limit: number of words to keep at most, roughly.
    init(limit: Int) {
        self.limit = limit
        map = ByteMap(expected: limit)
        lexemes = Scratch(capacity: limit)
    }

    /// Whether the words should be forgotten before the next batch.
    var isFull: Bool { lexemes.count >= limit || pool.count > 4 << 20 }

    func removeAll() {
        map.removeAll()
        lexemes.shrink(to: limit)
        pool.shrink(to: 4 << 20)
        scalars.shrink(to: 1 << 12)
        lowered.shrink(to: 1 << 12)
        buffer.shrink(to: 1 << 12)
    }

    /// Copies bytes into the pool.
    func store(_ bytes: UnsafeBufferPointer<UInt8>) -> TextSlice {
        let slice = TextSlice(
            offset: Int32(truncatingIfNeeded: pool.count), length: Int32(truncatingIfNeeded: bytes.count))
        pool.append(bytes)
        return slice
    }

    /// The bytes of a slice; valid until the pool grows.
    @inline(__always)
    func bytes(_ slice: TextSlice) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: pool.base + Int(slice.offset), count: Int(slice.length))
    }

    /// The number of the lexeme with this text.
    ///
    /// - Parameter norm: a norm that goes before the word's own, as special cases have it.
    func number(_ text: UnsafeBufferPointer<UInt8>, norm: [UInt8]? = nil, model: LanguageModel) -> Int32 {
        guard let base = text.baseAddress else { return 0 }
        let normId =
            norm.map { $0.withUnsafeBufferPointer { n in n.baseAddress.map { StringIds.id($0, n.count) } ?? 0 } } ?? 0
        if normId == 0 {
            let hash = ByteMap.hash(base, text.count)
            let known = map.find(base, text.count, hash: hash)
            if known >= 0 { return Int32(known) }
            map.insert(base, text.count, hash: hash, value: lexemes.count)
        } else {
            // A text with a norm of its own is another entry: its key carries the norm behind a byte no text holds.
            buffer.count = 0
            buffer.append(text)
            buffer.append(0xFF)
            norm?.withUnsafeBufferPointer { buffer.append($0) }
            let hash = ByteMap.hash(buffer.base, buffer.count)
            let known = map.find(buffer.base, buffer.count, hash: hash)
            if known >= 0 { return Int32(known) }
            map.insert(buffer.base, buffer.count, hash: hash, value: lexemes.count)
        }
        lexemes.append(make(text, norm: norm, normId: normId, model: model))
        return Int32(lexemes.count - 1)
    }

    private func make(_ text: UnsafeBufferPointer<UInt8>, norm: [UInt8]?, normId: UInt64, model: LanguageModel)
        -> Lexeme
    {
        var lexeme = Lexeme()
        guard let base = text.baseAddress else { return lexeme }
        scalars.count = 0
        var at = 0
        while at < text.count {
            let (scalar, size) = Scalars.decode(base, at, text.count)
            scalars.append(scalar)
            at += size
        }
        let count = scalars.count
        lexeme.scalars = Int32(truncatingIfNeeded: count)
        lexeme.text = store(text)
        lexeme.id = StringIds.id(base, text.count)
        lexeme.isSpace = true
        for i in 0..<count where !model.rules.table[scalars[i]].contains(.space) {
            lexeme.isSpace = false
            break
        }
        lexeme.lower = lower(text, model: model)
        lexeme.prefix = id(scalars.base, 1)
        lexeme.suffix = id(scalars.base + max(0, count - 3), min(3, count))
        lexeme.shape = shape(model: model)
        if let norm {
            lexeme.norm = norm.withUnsafeBufferPointer { store($0) }
            lexeme.normId = normId
        } else if let known = model.norms[lexeme.id] {
            lexeme.norm = known.withUnsafeBufferPointer { store($0) }
            lexeme.normId = known.withUnsafeBufferPointer { n in n.baseAddress.map { StringIds.id($0, n.count) } ?? 0 }
        } else {
            lexeme.norm = lexeme.lower
            lexeme.normId = StringIds.id(pool.base + Int(lexeme.lower.offset), Int(lexeme.lower.length))
        }
        lexeme.startsSequence = model.cases.sequences[lexeme.id] != nil
        lexeme.ruleWord = Int16(model.ruler.word(bytes(lexeme.lower)))
        return lexeme
    }

    /// The id of a few scalars.
    private func id(_ from: UnsafePointer<UInt32>, _ count: Int) -> UInt64 {
        buffer.count = 0
        for i in 0..<count { Scalars.encode(from[i], to: &buffer) }
        return StringIds.id(buffer.base, buffer.count)
    }

    /// The lower-case form as Python makes it, with the rule for the final sigma.
    private func lower(_ text: UnsafeBufferPointer<UInt8>, model: LanguageModel) -> TextSlice {
        let count = scalars.count
        lowered.count = 0
        var changed = false
        for i in 0..<count {
            let c = scalars[i]
            guard model.rules.table[c].contains(.lowers) else {
                lowered.append(c)
                continue
            }
            changed = true
            if c == 0x130 {
                lowered.append(0x69)
                lowered.append(0x307)
            } else if c == 0x3A3 {
                lowered.append(isFinalSigma(i, model) ? 0x3C2 : 0x3C3)
            } else {
                lowered.append(model.rules.table.lowercase(c))
            }
        }
        guard changed else { return store(text) }
        let start = pool.count
        for i in 0..<lowered.count { Scalars.encode(lowered[i], to: &pool) }
        return TextSlice(
            offset: Int32(truncatingIfNeeded: start), length: Int32(truncatingIfNeeded: pool.count - start))
    }

    /// A sigma is final after a cased scalar and not before one, those that can be ignored left out.
    private func isFinalSigma(_ at: Int, _ model: LanguageModel) -> Bool {
        var i = at - 1
        while i >= 0, model.rules.table[scalars[i]].contains(.ignorable) { i -= 1 }
        guard i >= 0, model.rules.table[scalars[i]].contains(.cased) else { return false }
        i = at + 1
        while i < scalars.count, model.rules.table[scalars[i]].contains(.ignorable) { i += 1 }
        return i == scalars.count || !model.rules.table[scalars[i]].contains(.cased)
    }

    /// The id of the shape: X for capitals, x for other letters, d for digits, runs cut after four.
    private func shape(model: LanguageModel) -> UInt64 {
        let count = scalars.count
        buffer.count = 0
        if count >= 100 { return StringIds.id("LONG") }
        var last = UInt32.max
        var run = 0
        for i in 0..<count {
            let c = scalars[i]
            let flags = model.rules.table[c]
            let kind: UInt32 =
                flags.contains(.alpha) ? (flags.contains(.upper) ? 0x58 : 0x78) : flags.contains(.digit) ? 0x64 : c
            if kind == last {
                run += 1
            } else {
                run = 0
                last = kind
            }
            if run < 4 { Scalars.encode(kind, to: &buffer) }
        }
        return StringIds.id(buffer.base, buffer.count)
    }
}
