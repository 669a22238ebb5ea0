import DragomanText

/// Finds spellings by their words: a trie whose arcs are word numbers.
struct SpellingIndex: Sendable {
    /// One entry that has a spelling.
    struct Use: Sendable { var entry: Int, ambiguous: Bool, adjective: Bool }

    /// One sequence of words and who bears it.
    struct Spelling: Sendable {
        var uses: [Use]
        /// Whether it is an acronym of at most four letters, which counts only in capitals ("US", not "us").
        var needsCapitals: Bool
        var ambiguous: Bool { uses.contains { $0.ambiguous } }
    }

    private var arcs: [UInt64: Int32] = [:]
    private var ends: [Int32] = [-1]
    private(set) var all: [Spelling] = []

    /// Makes room for about so many arcs.
    mutating func reserve(_ count: Int) {
        arcs.reserveCapacity(count)
        ends.reserveCapacity(count)
    }

    /// Adds a spelling of an entry; one without words is left out.
    ///
    /// - Parameters:
    ///   - text: the spelling as written, which tells acronyms.
    ///   - parts: its folded words.
    mutating func add(
        _ text: String, _ parts: [[UInt8]], entry: Int, ambiguous: Bool, adjective: Bool, _ words: inout WordTable
    ) {
        var node: Int32 = 0
        let count = parts.count
        for word in parts {
            let key = UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: words.intern(word)))
            if let next = arcs[key] {
                node = next
            } else {
                node = Int32(ends.count)
                arcs[key] = node
                ends.append(-1)
            }
        }
        guard count > 0 else { return }
        let use = Use(entry: entry, ambiguous: ambiguous, adjective: adjective)
        let capitals = count == 1 && Self.isShortAcronym(text)
        if ends[Int(node)] < 0 {
            ends[Int(node)] = Int32(all.count)
            all.append(Spelling(uses: [use], needsCapitals: capitals))
        } else {
            let index = Int(ends[Int(node)])
            all[index].needsCapitals = all[index].needsCapitals && capitals
            if let same = all[index].uses.firstIndex(where: { $0.entry == entry }) {
                all[index].uses[same].ambiguous = all[index].uses[same].ambiguous && ambiguous
                all[index].uses[same].adjective = all[index].uses[same].adjective && adjective
            } else {
                all[index].uses.append(use)
            }
        }
    }

    /// Follows the arc for `word` from a node (0 is the root); nil where there is none.
    func step(_ node: Int32, _ word: Int32) -> Int32? {
        guard word >= 0 else { return nil }
        return arcs[UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: word))]
    }

    /// Index in `all` of the spelling that ends at a node; nil where none does.
    func end(_ node: Int32) -> Int? {
        let end = ends[Int(node)]
        return end < 0 ? nil : Int(end)
    }

    /// The spelling of exactly these words.
    func find(_ words: [Int32]) -> Spelling? {
        var node: Int32 = 0
        for word in words {
            guard let next = step(node, word) else { return nil }
            node = next
        }
        return end(node).map { all[$0] }
    }

    /// - Throws: `DragomanError` N005 where two entries share a spelling and one of them does not mark it with "?".
    func checkClashes(entries: [Entry], place: (Int) -> String) throws {
        for spelling in all where spelling.uses.count > 1 {
            guard let bare = spelling.uses.first(where: { !$0.ambiguous }),
                let other = spelling.uses.first(where: { $0.entry != bare.entry })
            else { continue }
            let first = entries[bare.entry]
            let second = entries[other.entry]
            throw DragomanError(
                .badInput, "N005",
                "\(place(bare.entry)):1: \(first.id) and \(second.id) (\(place(other.entry))) share a spelling",
                advice: "Mark it with \"?\" at both, so that only context decides, or drop it at one.")
        }
    }

    /// Two to four letters, all capitals.
    private static func isShortAcronym(_ text: String) -> Bool {
        let letters = text.utf8.filter { $0 != 0x2E }
        return (2...4).contains(letters.count) && letters.allSatisfy { (0x41...0x5A).contains($0) }
    }
}
