/// Tells addresses of the public internet from those that lead inside: to this machine, its network, or its cloud.
///
/// The ranges are those of IANA's special-purpose registries for IPv4 and IPv6 that are not globally reachable, with
/// multicast; an IPv4 address inside an IPv6 one (mapped, compatible, NAT64, 6to4, Teredo) is judged by its own.
enum PublicAddress {
    /// Whether a numeric address of 4 or 16 bytes, in network order, is public.
    static func contains(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        switch bytes.count {
        case 4: return isPublic(word(bytes, 0))
        case 16: return isPublicV6(bytes)
        default: return false
        }
    }

    /// First address of each IPv4 range that is not public, and the length of its prefix.
    private static let inside: [(base: UInt32, bits: UInt32)] = [
        (0x0000_0000, 8), (0x0A00_0000, 8), (0x6440_0000, 10), (0x7F00_0000, 8), (0xA9FE_0000, 16), (0xAC10_0000, 12),
        (0xC000_0000, 24), (0xC000_0200, 24), (0xC058_6300, 24), (0xC0A8_0000, 16), (0xC612_0000, 15),
        (0xC633_6400, 24),
        (0xCB00_7100, 24), (0xE000_0000, 3),
        // Azure's metadata and wire server: a public number that leads inside.
        (0xA83F_8110, 32),
    ]

    private static func isPublic(_ address: UInt32) -> Bool {
        !inside.contains { range in address >> (32 - range.bits) == range.base >> (32 - range.bits) }
    }

    private static func isPublicV6(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let words = (0..<4).map { word(bytes, $0 * 4) }
        if words[0] == 0, words[1] == 0, words[2] == 0xFFFF || words[2] == 0 && words[3] > 1 {
            return isPublic(words[3])
        }
        if words[0] == 0x0064_FF9B, words[1] == 0, words[2] == 0 { return isPublic(words[3]) }
        if words[0] >> 16 == 0x2002 { return isPublic(words[0] << 16 | words[1] >> 16) }
        if words[0] == 0x2001_0000 { return isPublic(~words[3]) && isPublic(words[1]) }
        // Only 2000::/3 is given out; of it, 2001::/23 and the ranges for documentation are not public.
        guard words[0] >> 29 == 1 else { return false }
        if words[0] >> 9 == 0x2001_0000 >> 9 || words[0] == 0x2001_0DB8 { return false }
        return words[0] >> 12 != 0x3FFF_0000 >> 12
    }

    private static func word(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> UInt32 {
        bytes[start..<start + 4].reduce(0) { $0 << 8 | UInt32($1) }
    }
}
