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

    let matcher: NameMatcher
    /// What the names are of, as the one who wrote the file of the index said it; empty for an index never written.
    public internal(set) var content: [UInt8] = []
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

    /// The name of that number, in the order of adding, with its id.
    func item(_ number: Int) -> (id: String, name: String) { (ids[number], texts[number]) }

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
            .compactMap { key in
                postings.list(key.key).map { (list: $0, worth: key.worth, length: postings.length($0)) }
            }
            .sorted { ($0.length, $0.list) < ($1.length, $1.list) }
        var worth = HashTable<UInt16>()
        var touched = 0
        for key in keys {
            guard key.length <= Self.crowd || touched == 0, touched + key.length <= Self.effort || touched == 0 else {
                break
            }
            var left = Self.effort
            postings.forEach(key.list) { number in
                let at = worth.number(UInt64(number), orNew: 0)
                worth.values[at] += UInt16(key.worth)
                left -= 1
                return left > 0
            }
            touched += min(key.length, Self.effort)
        }
        // Best first, the earlier of equals: one pass that keeps the best few.
        var best: [(number: UInt32, worth: UInt16)] = []
        for (key, sum) in zip(worth.keys, worth.values) {
            let number = UInt32(truncatingIfNeeded: key)
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
        let sought = matcher.parser.parse(name, as: kind)
        let isOneWord = !name.contains(" ")
        let scored = isOneWord ? Self.scoredOfOneWord : Self.scored
        for number in candidates(name, most: max(scored, min(limit, 200))) {
            let text = texts[number]
            var score = matcher.score(sought, text, as: kind)
            if isOneWord { score = max(score, byWord(sought, text, kind)) }
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

    /// A name of several words that has the one word sought gets at least this score.
    public static let partFrom = likeWord * worthOfWord

    /// The score of a name of several words that has the one word sought: "Джалали" may be Kazem Jalali.
    private func byWord(_ sought: ParsedName, _ text: String, _ kind: NameKind) -> Double {
        guard text.contains(" ") else { return 0 }
        let best = text.split(separator: " ").prefix(8).map { matcher.score(sought, String($0), as: kind) }.max() ?? 0
        return best >= Self.likeWord ? best * Self.worthOfWord : 0
    }
}
