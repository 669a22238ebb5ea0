/// Values under 64-bit hashes: one probe into one array, without hashing the hash again.
struct HashTable<Value: Sendable>: Sendable {
    /// In the order of adding.
    private(set) var keys: [UInt64] = []
    var values: [Value] = []
    /// Number of a key, or -1; as many as a power of two, at least twice as many as keys.
    private var slots = [Int32](repeating: -1, count: 64)

    init() {}

    /// Keys with their values; nil where a key stands there twice.
    init?(keys: [UInt64], values: [Value]) {
        guard keys.count == values.count else { return nil }
        self.keys = keys
        self.values = values
        resize(to: 2 * keys.count)
        for (number, key) in keys.enumerated() where slots[slot(key)] != Int32(number) { return nil }
    }

    /// The number of a key; nil where it is not there.
    func find(_ key: UInt64) -> Int? {
        let number = slots[slot(key)]
        return number < 0 ? nil : Int(number)
    }

    /// The number of a key, which is added with `value` where it is not there.
    mutating func number(_ key: UInt64, orNew value: @autoclosure () -> Value) -> Int {
        let slot = slot(key)
        if slots[slot] >= 0 { return Int(slots[slot]) }
        slots[slot] = Int32(keys.count)
        keys.append(key)
        values.append(value())
        if 2 * keys.count > slots.count { resize(to: 2 * slots.count) }
        return keys.count - 1
    }

    /// The value under a key; setting nil changes nothing.
    subscript(_ key: UInt64) -> Value? {
        get { find(key).map { values[$0] } }
        set { if let newValue { values[number(key, orNew: newValue)] = newValue } }
    }

    private func slot(_ key: UInt64) -> Int {
        let mixed = key &* 0x9E37_79B9_7F4A_7C15
        var slot = Int(truncatingIfNeeded: mixed >> 24) & (slots.count - 1)
        while slots[slot] >= 0, keys[Int(slots[slot])] != key { slot = (slot + 1) & (slots.count - 1) }
        return slot
    }

    private mutating func resize(to least: Int) {
        var size = 64
        while size < least { size *= 2 }
        slots = [Int32](repeating: -1, count: size)
        for (number, key) in keys.enumerated() {
            let slot = slot(key)
            if slots[slot] < 0 { slots[slot] = Int32(number) }
        }
    }
}
