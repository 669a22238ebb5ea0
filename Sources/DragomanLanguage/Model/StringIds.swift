/// The 64-bit ids that spaCy gives strings: a small number for a reserved name, else MurmurHash64A of the UTF-8 bytes.
enum StringIds {
    /// The id of a string given as bytes; 0 for the empty one.
    static func id(_ bytes: UnsafePointer<UInt8>, _ length: Int) -> UInt64 {
        if length == 0 { return 0 }
        let hash = murmur64A(bytes, length)
        return length <= ReservedStrings.longest ? ReservedStrings.ids[hash] ?? hash : hash
    }

    /// The id of a string.
    static func id(_ string: String) -> UInt64 {
        var string = string
        return string.withUTF8 { bytes in
            guard let base = bytes.baseAddress else { return 0 }
            return id(base, bytes.count)
        }
    }

    /// MurmurHash64A (A. Appleby, public domain) with seed 1.
    static func murmur64A(_ bytes: UnsafePointer<UInt8>, _ length: Int) -> UInt64 {
        let m: UInt64 = 0xc6a4_a793_5bd1_e995
        var h = 1 ^ (UInt64(truncatingIfNeeded: length) &* m)
        let raw = UnsafeRawPointer(bytes)
        var at = 0
        while at + 8 <= length {
            var k = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)) &* m
            k ^= k >> 47
            k = k &* m
            h = (h ^ k) &* m
            at += 8
        }
        if at < length {
            var tail: UInt64 = 0
            for i in (at..<length).reversed() { tail = tail << 8 | UInt64(bytes[i]) }
            h = (h ^ tail) &* m
        }
        h ^= h >> 47
        h = h &* m
        return h ^ (h >> 47)
    }

    /// The four rows of a hash embedding for an id: the words of MurmurHash3 x64 128 of its eight bytes, modulo `count`.
    static func rows(_ id: UInt64, seed: UInt64, count: UInt32) -> (UInt32, UInt32, UInt32, UInt32) {
        func mix(_ value: UInt64) -> UInt64 {
            var h = value
            h = (h ^ (h >> 33)) &* 0xff51_afd7_ed55_8ccd
            h = (h ^ (h >> 33)) &* 0xc4ce_b9fe_1a85_ec53
            return h ^ (h >> 33)
        }
        var h1 = id &* 0x87c3_7b91_1142_53d5
        h1 = (h1 << 31 | h1 >> 33) &* 0x4cf5_ad43_2745_937f
        h1 ^= seed ^ 8
        var h2 = seed ^ 8
        h1 = h1 &+ h2
        h2 = h2 &+ h1
        h1 = mix(h1)
        h2 = mix(h2)
        h1 = h1 &+ h2
        h2 = h2 &+ h1
        func row(_ word: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: word) % count }
        return (row(h1), row(h1 >> 32), row(h2), row(h2 >> 32))
    }
}
