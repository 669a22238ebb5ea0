/// A random number generator that gives the same numbers each time (SplitMix64; Steele, Lea and Flood, 2014).
struct Seeded: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// Samples spoilt in ways that files and strangers spoil them, the same each time.
enum Mutations {
    /// `count` variants of `sample`: bytes changed, taken out, doubled, cut off.
    static func of(_ sample: [UInt8], count: Int, seed: UInt64 = 1) -> [[UInt8]] {
        var random = Seeded(seed)
        return (0..<count).map { _ in
            var bytes = sample
            for _ in 0..<Int.random(in: 1...6, using: &random) where !bytes.isEmpty {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                let end = min(bytes.count, place + Int.random(in: 0...40, using: &random))
                switch Int.random(in: 0..<5, using: &random) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
                case 2: bytes.removeSubrange(place..<end)
                case 3: bytes.insert(contentsOf: bytes[place..<end], at: place)
                default: bytes.removeSubrange(place...)
                }
            }
            return bytes
        }
    }
}
