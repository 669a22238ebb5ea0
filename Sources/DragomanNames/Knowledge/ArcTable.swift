/// The arcs of a trie of words: from a node, by a word, to a node.
struct ArcTable: Sendable {
    private struct Arc: Sendable { var key: UInt64, target: Int32 }

    /// A target of -1 marks an empty slot; as many as a power of two.
    private var slots = [Arc](repeating: Arc(key: 0, target: -1), count: 64)
    private var count = 0

    /// Makes room for about so many arcs.
    mutating func reserve(_ count: Int) {
        if slots.count < 2 * count { resize(to: 2 * count) }
    }

    /// Where the arc leads; nil where there is none.
    func target(_ node: Int32, _ word: Int32) -> Int32? {
        let target = slots[slot(Self.key(node, word))].target
        return target < 0 ? nil : target
    }

    /// Where the arc leads; a new one leads to `fresh`.
    mutating func target(_ node: Int32, _ word: Int32, orNew fresh: Int32) -> Int32 {
        let key = Self.key(node, word)
        let slot = slot(key)
        if slots[slot].target >= 0 { return slots[slot].target }
        slots[slot] = Arc(key: key, target: fresh)
        count += 1
        if 2 * count > slots.count { resize(to: 2 * slots.count) }
        return fresh
    }

    private static func key(_ node: Int32, _ word: Int32) -> UInt64 {
        UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: word))
    }

    private func slot(_ key: UInt64) -> Int {
        let mixed = key &* 0x9E37_79B9_7F4A_7C15
        var slot = Int(truncatingIfNeeded: mixed >> 24) & (slots.count - 1)
        while slots[slot].target >= 0, slots[slot].key != key { slot = (slot + 1) & (slots.count - 1) }
        return slot
    }

    private mutating func resize(to least: Int) {
        let old = slots
        var size = slots.count
        while size < least { size *= 2 }
        slots = [Arc](repeating: Arc(key: 0, target: -1), count: size)
        for arc in old where arc.target >= 0 { slots[slot(arc.key)] = arc }
    }
}
