/// Finds names like a name among very many, whatever their scripts.
///
/// ```
/// var index = NameIndex(matcher: matcher)
/// index.add("کاظم جلالی", id: "7")
/// index.find("Kazem Jalali", limit: 5)[0].id   // "7"
/// ```
/// Candidates share keys of sounds with the name; the matcher then scores the best of them. Looking up touches a bounded
/// number of entries, however many names there are.
public struct NameIndex: Sendable {
    /// A name found.
    public struct Found: Sendable, Equatable {
        public let id: String
        public let name: String
        /// As `NameMatcher.score`.
        public let score: Double
    }

    /// Names under one key beyond this many are passed over: other keys of the name tell more.
    private static let crowd = 4_000
    /// Entries touched for one look-up, at most.
    private static let effort = 12_000
    /// Candidates that the matcher scores.
    private static let scored = 24
    /// The same for one word, whose few sounds many names share.
    private static let scoredOfOneWord = 400

    private let matcher: NameMatcher
    var texts = TextStore()
    var ids = TextStore()
    var postings = Postings()

    public init(matcher: NameMatcher) {
        self.matcher = matcher
    }

    /// The names it holds, in the order of adding.
    public var names: [String] { (0..<texts.count).map { texts[$0] } }

    /// How many names it holds.
    public var count: Int { texts.count }

    /// Adds a name; the same name may be added under several ids, and several names under one.
    ///
    /// - Parameter id: what `find` gives back.
    public mutating func add(_ name: String, id: String) {
        let number = UInt32(texts.count)
        texts.append(name)
        ids.append(id)
        for key in SoundKey.keys(matcher.parser.parse(name, as: .any)) { postings.add(number, under: key.key) }
    }

    /// Numbers of the names that share most with a name, best first: what `find` scores.
    ///
    /// - Parameter most: how many at most.
    public func candidates(_ name: String, most: Int = 24) -> [Int] {
        let keys = SoundKey.keys(matcher.parser.parse(name, as: .any))
            .map { (list: postings.list($0.key), worth: $0.worth) }.filter { $0.list != nil }
            .map { (list: $0.list ?? 0, worth: $0.worth, length: postings.length($0.list ?? 0)) }
            .sorted { ($0.length, $0.list) < ($1.length, $1.list) }
        var worth: [UInt32: UInt16] = [:]
        worth.reserveCapacity(1_024)
        var touched = 0
        for key in keys {
            guard key.length <= Self.crowd || touched == 0, touched + key.length <= Self.effort || touched == 0 else {
                break
            }
            var left = Self.effort
            postings.forEach(key.list) { number in
                worth[number, default: 0] += UInt16(key.worth)
                left -= 1
                return left > 0
            }
            touched += min(key.length, Self.effort)
        }
        // Best first, the earlier of equals: one pass that keeps the best few.
        var best: [(number: UInt32, worth: UInt16)] = []
        for (number, sum) in worth {
            if best.count == most, let last = best.last, (sum, last.number) < (last.worth, number) { continue }
            let at = best.firstIndex { sum != $0.worth ? sum > $0.worth : number < $0.number } ?? best.count
            best.insert((number, sum), at: at)
            if best.count > most { best.removeLast() }
        }
        return best.map { Int($0.number) }
    }

    /// The names most like a name, the likeliest first; none with a score below `NameMatcher.maybeFrom`. Of the names
    /// of one id, only the likeliest.
    public func find(_ name: String, as kind: NameKind = .any, limit: Int) -> [Found] {
        var found: [Found] = []
        let scored = name.contains(" ") ? Self.scored : Self.scoredOfOneWord
        for number in candidates(name, most: max(scored, min(limit, 200))) {
            let text = texts[number]
            let score = max(matcher.score(name, text, as: kind), byWord(name, text, kind))
            guard score >= NameMatcher.maybeFrom else { continue }
            let id = ids[number]
            if let same = found.firstIndex(where: { $0.id == id }) {
                if found[same].score < score { found[same] = Found(id: id, name: text, score: score) }
            } else {
                found.append(Found(id: id, name: text, score: score))
            }
        }
        found.sort { ($1.score, $0.id) < ($0.score, $1.id) }
        return Array(found.prefix(limit))
    }
}

extension NameIndex {
    /// A word of a name must be at least so like the one sought.
    private static let likeWord = 0.85
    /// What such a name is worth: it may be meant, never more.
    private static let worthOfWord = 0.95 * NameMatcher.sameFrom

    /// The score of a name of several words that has the one word sought: "Джалали" may be Kazem Jalali.
    private func byWord(_ name: String, _ text: String, _ kind: NameKind) -> Double {
        guard !name.contains(" "), text.contains(" ") else { return 0 }
        let best = text.split(separator: " ").prefix(8).map { matcher.score(name, String($0), as: kind) }.max() ?? 0
        return best >= Self.likeWord ? best * Self.worthOfWord : 0
    }
}

/// Many texts in one buffer.
struct TextStore: Sendable {
    private var bytes: [UInt8] = []
    private var ends: [Int] = []

    var count: Int { ends.count }

    init() {}

    /// Nil where the reader does not hold a store, or a damaged one.
    init?(_ reader: inout ArrayReader) {
        guard let bytes = reader.array(of: UInt8.self), let ends = reader.array(of: Int.self) else { return nil }
        guard zip(ends, ends.dropFirst()).allSatisfy({ $0 <= $1 }), ends.first ?? 0 >= 0, ends.last ?? 0 == bytes.count
        else { return nil }
        (self.bytes, self.ends) = (bytes, ends)
    }

    func write(to out: inout [UInt8]) {
        ArrayReader.write(bytes, to: &out)
        ArrayReader.write(ends, to: &out)
    }

    mutating func append(_ text: String) {
        bytes += text.utf8
        ends.append(bytes.count)
    }

    subscript(_ index: Int) -> String {
        String(decoding: bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]], as: UTF8.self)
    }
}

/// Lists of numbers under keys: chains of small blocks in one array, so that adding is cheap and a million names fit.
struct Postings: Sendable {
    private static let blockSize = 6

    private struct Head: Sendable { var first: Int32, last: Int32, count: Int32 }

    private var heads: [Head] = []
    private var byKey: [UInt64: Int32] = [:]
    /// Blocks of `blockSize` numbers and the index of the next block (0 for none).
    private var blocks: [UInt32] = Array(repeating: 0, count: blockSize + 1)

    init() {}

    /// Nil where the reader does not hold lists, or damaged ones.
    init?(_ reader: inout ArrayReader) {
        guard let keys = reader.array(of: UInt64.self), let heads = reader.array(of: Int32.self),
            let blocks = reader.array(of: UInt32.self), heads.count == 3 * keys.count, !blocks.isEmpty,
            blocks.count % (Self.blockSize + 1) == 0
        else { return nil }
        let most = blocks.count / (Self.blockSize + 1)
        self.blocks = blocks
        byKey.reserveCapacity(keys.count)
        for (list, key) in keys.enumerated() {
            let head = Head(first: heads[3 * list], last: heads[3 * list + 1], count: heads[3 * list + 2])
            guard (0..<Int32(most)).contains(head.first), (0..<Int32(most)).contains(head.last), head.count >= 0,
                byKey.updateValue(Int32(list), forKey: key) == nil
            else { return nil }
            self.heads.append(head)
        }
        for block in 0..<most where blocks[block * (Self.blockSize + 1) + Self.blockSize] >= UInt32(most) { return nil }
    }

    /// The highest number in any list; -1 where there is none.
    var highest: Int {
        var highest = -1
        for at in blocks.indices where at % (Self.blockSize + 1) != Self.blockSize {
            highest = max(highest, Int(blocks[at]))
        }
        return highest == 0 && heads.isEmpty ? -1 : highest
    }

    func write(to out: inout [UInt8]) {
        var keys = [UInt64](repeating: 0, count: heads.count)
        for (key, list) in byKey { keys[Int(list)] = key }
        ArrayReader.write(keys, to: &out)
        ArrayReader.write(heads.flatMap { [$0.first, $0.last, $0.count] }, to: &out)
        ArrayReader.write(blocks, to: &out)
    }

    /// The list under a key; nil for none.
    func list(_ key: UInt64) -> Int32? { byKey[key] }
    func length(_ list: Int32) -> Int { Int(heads[Int(list)].count) }

    mutating func add(_ number: UInt32, under key: UInt64) {
        let list: Int
        if let known = byKey[key] {
            list = Int(known)
        } else {
            list = heads.count
            byKey[key] = Int32(list)
            heads.append(Head(first: newBlock(), last: 0, count: 0))
            heads[list].last = heads[list].first
        }
        let place = Int(heads[list].count) % Self.blockSize
        if place == 0, heads[list].count > 0 {
            let block = newBlock()
            blocks[Int(heads[list].last) * (Self.blockSize + 1) + Self.blockSize] = UInt32(block)
            heads[list].last = block
        }
        blocks[Int(heads[list].last) * (Self.blockSize + 1) + place] = number
        heads[list].count += 1
    }

    private mutating func newBlock() -> Int32 {
        blocks.append(contentsOf: repeatElement(0, count: Self.blockSize + 1))
        return Int32(blocks.count / (Self.blockSize + 1) - 1)
    }

    /// Calls `body` with each number of a list, until it says that it has enough.
    func forEach(_ list: Int32, _ body: (UInt32) -> Bool) {
        var block = Int(heads[Int(list)].first)
        var left = Int(heads[Int(list)].count)
        while left > 0 {
            for place in 0..<min(left, Self.blockSize) where !body(blocks[block * (Self.blockSize + 1) + place]) {
                return
            }
            left -= Self.blockSize
            block = Int(blocks[block * (Self.blockSize + 1) + Self.blockSize])
        }
    }
}
