import Foundation

/// Makes archives for tests.
enum Made {
    /// A WARC record of its header fields and block.
    static func record(_ type: String, _ fields: [String: String] = [:], block: [UInt8], length: Int? = nil) -> [UInt8]
    {
        let lines =
            ["WARC/1.1", "WARC-Type: \(type)", "WARC-Date: 2026-11-23T10:00:00Z"]
            + fields.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
            + ["Content-Length: \(length ?? block.count)", "", ""]
        return Array(lines.joined(separator: "\r\n").utf8) + block + Array("\r\n\r\n".utf8)
    }

    /// A record of a page that a server gave.
    static func page(_ address: String, _ text: String, digest: String? = nil) -> [UInt8] {
        var fields = ["WARC-Target-URI": address]
        fields["WARC-Payload-Digest"] = digest
        return record("response", fields, block: response(body: Array(html(text).utf8)))
    }

    static func html(_ text: String) -> String { "<!DOCTYPE html><html><body><p>\(text)</p></body></html>" }

    static func response(
        status: Int = 200, type: String = "text/html; charset=utf-8", _ fields: [String] = [], body: [UInt8]
    ) -> [UInt8] {
        let lines = ["HTTP/1.1 \(status) Some", "Content-Type: \(type)"] + fields + ["", ""]
        return Array(lines.joined(separator: "\r\n").utf8) + body
    }

    /// A gzip member with the bytes stored (RFC 1951, section 3.2.4).
    static func gzip(_ bytes: [UInt8]) -> [UInt8] {
        var output: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]
        var position = 0
        repeat {
            let end = min(bytes.count, position + 0xFFFF)
            let count = UInt16(end - position)
            output.append(end == bytes.count ? 1 : 0)
            output += number(Int(count), 2) + number(Int(~count), 2) + bytes[position..<end]
            position = end
        } while position < bytes.count
        return output + number(Int(crc32(bytes)), 4) + number(bytes.count, 4)
    }

    /// A zip file with the entries stored.
    static func zip(_ entries: [(name: String, bytes: [UInt8])]) -> [UInt8] {
        var output: [UInt8] = []
        var directory: [UInt8] = []
        for entry in entries {
            let sizes = number(Int(crc32(entry.bytes)), 4) + number(entry.bytes.count, 4) + number(entry.bytes.count, 4)
            let name = Array(entry.name.utf8)
            directory += [0x50, 0x4B, 1, 2, 20, 0, 20, 0, 0, 0, 0, 0, 0, 0, 0, 0] + sizes + number(name.count, 2)
            directory += number(0, 12) + number(output.count, 4) + name
            output +=
                [0x50, 0x4B, 3, 4, 20, 0, 0, 0, 0, 0, 0, 0, 0, 0] + sizes + number(name.count, 2) + [0, 0] + name
            output += entry.bytes
        }
        let end = number(0, 4) + number(entries.count, 2) + number(entries.count, 2) + number(directory.count, 4)
        return output + directory + [0x50, 0x4B, 5, 6] + end + number(output.count, 4) + [0, 0]
    }

    /// A zip file with one stored entry whose sizes and places all stand in ZIP64's fields.
    static func zip64(_ entry: (name: String, bytes: [UInt8])) -> [UInt8] {
        let name = Array(entry.name.utf8)
        let count = entry.bytes.count
        let check = number(Int(crc32(entry.bytes)), 4)
        let full = [UInt8](repeating: 0xFF, count: 8)
        let local =
            [0x50, 0x4B, 3, 4, 45, 0] + number(0, 8) + check + full + number(name.count, 2) + number(20, 2) + name
        let output = local + number(1, 2) + number(16, 2) + number(count, 8) + number(count, 8) + entry.bytes
        var directory = [0x50, 0x4B, 1, 2, 45, 0, 45, 0] + number(0, 8) + check + full + number(name.count, 2)
        directory += number(28, 2) + number(0, 10) + full.prefix(4) + name
        directory += number(1, 2) + number(24, 2) + number(count, 8) + number(count, 8) + number(0, 8)
        var end: [UInt8] = [0x50, 0x4B, 6, 6] + number(44, 8) + [45, 0, 45, 0] + number(0, 8)
        end += number(1, 8) + number(1, 8) + number(directory.count, 8) + number(output.count, 8)
        let place = [0x50, 0x4B, 6, 7] + number(0, 4) + number(output.count + directory.count, 8) + number(1, 4)
        let last = [0x50, 0x4B, 5, 6] + number(0, 4) + full.prefix(4) + full + number(0, 2)
        return output + directory + end + place + last
    }

    private static func number(_ value: Int, _ size: Int) -> [UInt8] {
        (0..<size).map { $0 < 8 ? UInt8(truncatingIfNeeded: value >> (8 * $0)) : 0 }
    }

    private static func crc32(_ bytes: [UInt8]) -> UInt32 {
        var crc: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
        }
        return ~crc
    }

    /// `html("Packed page.")` without white space around it, packed in several ways.
    enum Packed {
        static let page = html("Packed page.")
        static let brotli = bytes("GzsA+J0Hdqw1/FoNw1HChb0UD1SNkaVP2Vozossw4mgjQDnmJwlq4+59M8IA")
        static let gzip = bytes(
            "H4sIAAAAAAACA7NRdPF3DokMcFXIKMnNsbOBkEn5KZV2NgV2AYnJ2akpCgWJ6al6NvoFdjb6EBl9sDIAD4Pc9zwAAAA=")
        static let deflate = bytes("s1F08XcOiQxwVcgoyc2xs4GQSfkplXY2BXYBicnZqSkKBYnpqXo2+gV2NvoQGX2wMgA=")
        static let zlib = bytes("eJyzUXTxdw6JDHBVyCjJzbGzgZBJ+SmVdjYFdgGJydmpKQoFiempejb6BXY2+hAZfbAyAFGoE8s=")
        /// A gibibyte of zeros, gzipped three times over.
        static let bomb = bytes(
            "H4sIAAAAAAACA5Pv5mAAASbmt3cW5gUXyrQ9LFuboWamtkzgsZpHmkcXY/cNkSTFmTMdFt1OWWBwh1NCj0GknKF4d0NqUmQA99K3"
                + "vjqW7z/P+H/R/ufTJ7a/bKRz3/jk1fUcf93/dHp9fH76bmWg4QkPpoVPn3xWwqBq26+/r85qAoUMSt5/+77sduCDh29eej8HCjQc"
                + "/P3l0Y+T3/gbdx/9vbIYKHLggey/vfPytzfEr37Prv6OESjU/N3dAOTaIBZmILnAFcyJAnMU3JA4ozKjMqMyozKjMqMyBGX0vn1P"
                + "m6374PHfR4dfX1Su/vf2+c/bX63/819Jbz1z4g0/AwDYL/M5IwcAAA==")
        /// A gibibyte of zeros with Brotli, then gzip.
        static let brotliBomb = bytes(
            "H4sIAAAAAAACAzv9/789gwrDo40ORe////j/n72BxUFGrOHdX/n///8zTGDoOMx0Ye//x///yzMIMRRGMOz6Xv/n/39mByYFPm6H7//6//+vZ/Bg"
                + "OJLI+OLe/4////MzcDZY6DDc/W3/7/9/RgVGgXbWBdX/j0Mt2cBQMmrJqCWjloxaMmrJ8LTEHACPu9ZLUQYAAA==")

        private static func bytes(_ base64: String) -> [UInt8] { Data(base64Encoded: base64).map(Array.init) ?? [] }
    }
}
