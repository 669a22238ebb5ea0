import DragomanText
import Testing

struct BytesTests {
    @Test("Digests of the standard's examples (FIPS 180-4)")
    func digests() {
        #expect(SHA256.hex(of: "abc".utf8) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(SHA256.hex(of: [UInt8]()) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    }

    @Test(
        arguments: [
            ([0x61, 0x62], "ab", 0),
            ([0xEF, 0xBB, 0xBF, 0x61], "a", 0),
            ([0x61, 0xFF, 0x62], "a\u{FFFD}b", 1),
            ([0xE2, 0x82, 0x61], "\u{FFFD}a", 1),
            ([0xE2, 0x82, 0xAC], "€", 0),
            ([0xC0, 0xAF], "\u{FFFD}\u{FFFD}", 2),
            ([0xED, 0xA0, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD}", 3),
            ([0xF0, 0x9F, 0x98], "\u{FFFD}", 1),
            ([0xFF, 0xFE, 0x61, 0x00, 0xAC, 0x20], "a€", 0),
            ([0xFE, 0xFF, 0x00, 0x61, 0xD8, 0x00], "a\u{FFFD}", 1),
        ] as [([UInt8], String, Int)])
    func repair(input: [UInt8], text: String, replaced: Int) {
        let repaired = UTF8Repair(input)
        #expect(repaired.bytes == Array(text.utf8))
        #expect(repaired.replaced == replaced)
    }

    @Test("Random bytes become what the standard library makes of them")
    func repairRandom() {
        var random = Xorshift(seed: 7)
        for _ in 0..<500 {
            let input = (0..<40).map { _ in
                [0x61, 0xE2, 0x82, 0xAC, 0xF0, 0x9F, 0xED, 0xA0, 0xC3, 0xF4][random.next(10)] as UInt8
            }
            #expect(UTF8Repair(input).bytes == Array(String(decoding: input, as: UTF8.self).utf8))
        }
    }

    @Test(arguments: [
        ("raed", "read"), ("dealss", "deals"), ("ADD", "add"), ("explian", "explain"), ("ad", "add"),
    ])
    func suggestion(word: String, meant: String) {
        #expect(nearest(to: word, in: ["read", "add", "deals", "explain"]) == meant)
    }

    @Test func noSuggestion() {
        #expect(nearest(to: "publish", in: ["read", "add", "deals"]) == nil)
        #expect(nearest(to: "", in: ["a"]) == nil)
    }
}

/// A small repeatable generator of numbers (xorshift64).
struct Xorshift {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    /// A number from 0 up to `bound`.
    mutating func next(_ bound: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state % UInt64(bound))
    }
}
