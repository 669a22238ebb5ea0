/// A hash table from short byte strings to integers, with its keys in one pool: the caches of the runtime.
///
/// Open addressing with linear probing. The hash is seeded anew in each process, so crafted input cannot line up its keys.
struct ByteMap: ~Copyable {
    struct Entry: BitwiseCopyable {
        var hash: UInt64
        var offset: Int32
        var length: Int32
        var value: Int32
    }

    private var slots: Scratch<Int32>
    private var entries: Scratch<Entry>
    private var pool: Scratch<UInt8>
    private var mask: Int

    private static let seed = UInt64.random(in: .min ... .max)

    /// - Parameter expected: number of keys to make room for.
    init(expected: Int = 64) {
        var size = 64
        while size < expected * 2 { size *= 2 }
        slots = Scratch(capacity: size)
        entries = Scratch(capacity: max(expected, 16))
        pool = Scratch(capacity: max(expected * 8, 64))
        mask = size - 1
    }

    var count: Int { entries.count }
    /// Bytes held by the keys.
    var poolSize: Int { pool.count }

    /// Forgets all keys and keeps the room.
    mutating func removeAll() {
        entries.count = 0
        pool.shrink(to: 1 << 20)
        slots.base.update(repeating: 0, count: mask + 1)
    }

    /// The hash of a key; `salt` tells apart keys of equal bytes.
    @inline(__always)
    static func hash(_ bytes: UnsafePointer<UInt8>, _ length: Int, salt: UInt64 = 0) -> UInt64 {
        var h = seed ^ (UInt64(truncatingIfNeeded: length) &* 0x9E37_79B9_7F4A_7C15) ^ salt
        var at = 0
        let raw = UnsafeRawPointer(bytes)
        while at &+ 8 <= length {
            h = (h ^ raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)) &* 0xFF51_AFD7_ED55_8CCD
            h ^= h &>> 32
            at &+= 8
        }
        var tail: UInt64 = 0
        while at < length {
            tail = tail &<< 8 | UInt64(bytes[at])
            at &+= 1
        }
        h = (h ^ tail) &* 0xC4CE_B9FE_1A85_EC53
        h ^= h &>> 29
        h = h &* 0xFF51_AFD7_ED55_8CCD
        return h ^ (h &>> 32)
    }

    /// The value of a key, -1 where there is none.
    @inline(__always)
    func find(_ bytes: UnsafePointer<UInt8>, _ length: Int, hash: UInt64) -> Int {
        var slot = Int(truncatingIfNeeded: hash) & mask
        let entry = entries.base
        let text = pool.base
        let table = slots.base
        while true {
            let index = Int(table[slot])
            if index == 0 { return -1 }
            let e = entry + (index &- 1)
            if e.pointee.hash == hash, Int(e.pointee.length) == length {
                let key = text + Int(e.pointee.offset)
                var i = 0
                while i < length, key[i] == bytes[i] { i &+= 1 }
                if i == length { return Int(e.pointee.value) }
            }
            slot = (slot &+ 1) & mask
        }
    }

    /// The value of a key, -1 where there is none.
    func find(_ bytes: UnsafePointer<UInt8>, _ length: Int) -> Int {
        find(bytes, length, hash: Self.hash(bytes, length))
    }

    /// Adds a key that is not there yet.
    mutating func insert(_ bytes: UnsafePointer<UInt8>, _ length: Int, hash: UInt64, value: Int) {
        if (entries.count + 1) * 2 > mask { grow() }
        let offset = pool.count
        pool.append(UnsafeBufferPointer(start: bytes, count: length))
        entries.append(
            Entry(
                hash: hash, offset: Int32(truncatingIfNeeded: offset), length: Int32(truncatingIfNeeded: length),
                value: Int32(truncatingIfNeeded: value)))
        place(hash, entries.count)
    }

    private mutating func place(_ hash: UInt64, _ number: Int) {
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot] != 0 { slot = (slot &+ 1) & mask }
        slots[slot] = Int32(truncatingIfNeeded: number)
    }

    private mutating func grow() {
        let size = (mask + 1) * 2
        slots = Scratch(capacity: size)
        mask = size - 1
        for i in 0..<entries.count { place(entries[i].hash, i + 1) }
    }
}
