import DragomanText

/// Finds spellings by their words: a trie whose arcs are word numbers.
struct SpellingIndex: Sendable {
    /// One entry that has a spelling.
    struct Use: Sendable {
        var entry: Int, ambiguous: Bool, adjective: Bool
        /// Whether it gives way to other entries that have the spelling, rather than clash with them.
        var weak = false
    }

    /// One sequence of words and who bears it.
    struct Spelling: Sendable {
        /// Nearly all spellings have one use: the others stand apart, so that it costs no array.
        private var first: Use
        private var others: [Use] = []
        /// Whether it is an acronym of at most four letters, which counts only in capitals ("US", not "us").
        var needsCapitals: Bool
        var ambiguous: Bool { first.ambiguous || others.contains { $0.ambiguous } }

        init(_ use: Use, needsCapitals: Bool) {
            first = use
            self.needsCapitals = needsCapitals
        }

        /// At least one.
        var uses: [Use] {
            get { [first] + others }
            set {
                guard let head = newValue.first else { return }
                first = head
                others = Array(newValue.dropFirst())
            }
        }
        var isShared: Bool { !others.isEmpty }
    }

    private var arcs = ArcTable()
    private var ends: [Int32] = [-1]
    private(set) var all: [Spelling] = []

    /// Makes room for about so many arcs.
    mutating func reserve(_ count: Int) {
        arcs.reserve(count)
        ends.reserveCapacity(count)
    }

    /// Adds a spelling of an entry; one without words is left out.
    ///
    /// - Parameters:
    ///   - text: the spelling as written, which tells acronyms.
    ///   - parts: its words in `folded`.
    mutating func add(
        _ text: String, _ parts: Range<Int>, of folded: FoldedWords, _ use: Use, _ words: inout WordTable
    ) {
        guard !parts.isEmpty else { return }
        var node: Int32 = 0
        for part in parts {
            node = arcs.target(node, words.intern(folded.bytes, folded.range(part)), orNew: Int32(ends.count))
            if Int(node) == ends.count { ends.append(-1) }
        }
        let capitals = parts.count == 1 && Self.isShortAcronym(text)
        if ends[Int(node)] < 0 {
            ends[Int(node)] = Int32(all.count)
            all.append(Spelling(use, needsCapitals: capitals))
        } else {
            add(use, to: Int(ends[Int(node)]), capitals)
        }
    }

    private mutating func add(_ use: Use, to index: Int, _ capitals: Bool) {
        all[index].needsCapitals = all[index].needsCapitals && capitals
        var uses = all[index].uses
        if let same = uses.firstIndex(where: { $0.entry == use.entry }) {
            uses[same].ambiguous = uses[same].ambiguous && use.ambiguous
            // "Swiss" stays an adjective though some language calls the country so.
            let isBorrowed = use.weak && !uses[same].weak
            uses[same].adjective = uses[same].adjective && (use.adjective || isBorrowed)
            uses[same].weak = uses[same].weak && use.weak
        } else {
            uses.append(use)
        }
        all[index].uses = uses
    }

    /// Of the entries that share a spelling, weak ones give way to others; where all are weak, all are ambiguous.
    mutating func settleWeak() {
        for index in all.indices where all[index].isShared {
            var uses = all[index].uses
            if uses.contains(where: { !$0.weak }) {
                uses.removeAll { $0.weak }
            } else {
                for use in uses.indices { uses[use].ambiguous = true }
            }
            all[index].uses = uses
        }
    }

    /// Follows the arc for `word` from a node (0 is the root); nil where there is none.
    func step(_ node: Int32, _ word: Int32) -> Int32? {
        guard word >= 0 else { return nil }
        return arcs.target(node, word)
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
        for spelling in all where spelling.isShared {
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
        var letters = 0
        for byte in text.utf8 where byte != 0x2E {
            letters += 1
            guard letters <= 4, (0x41...0x5A).contains(byte) else { return false }
        }
        return letters >= 2
    }
}
