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

    private let matcher: NameMatcher
    private var texts = TextStore()
    private var ids = TextStore()
    private var postings = Postings()

    public init(matcher: NameMatcher) {
        self.matcher = matcher
    }

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
        for number in candidates(name, most: max(Self.scored, min(limit, 200))) {
            let text = texts[number]
            let score = matcher.score(name, text, as: kind)
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

/// Many texts in one buffer.
struct TextStore: Sendable {
    private var bytes: [UInt8] = []
    private var ends: [Int] = []

    var count: Int { ends.count }

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
