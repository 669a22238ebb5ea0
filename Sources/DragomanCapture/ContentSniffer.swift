/// Tells text from other files by their first bytes.
enum ContentSniffer {
    /// What a file that is no text is, and what to do with it.
    struct BinaryKind: Equatable {
        var name: String
        var advice: String
    }

    /// How many bytes are looked at.
    private static let window = 1 << 16

    private static let unpack = "Unpack it first and give the files in it."
    private static let give = "Give a text file or a saved web page."
    private static let signatures: [(start: [UInt8], kind: BinaryKind)] = [
        ([0x1F, 0x8B], BinaryKind(name: "a gzip archive", advice: unpack)),
        ([0x28, 0xB5, 0x2F, 0xFD], BinaryKind(name: "a zstd archive", advice: unpack)),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A], BinaryKind(name: "an xz archive", advice: unpack)),
        (
            [0x50, 0x4B, 0x03, 0x04],
            BinaryKind(
                name: "a zip archive or an office document", advice: "Save it as plain text or HTML and give that.")
        ),
        (
            [0xD0, 0xCF, 0x11, 0xE0],
            BinaryKind(name: "an old office document", advice: "Save it as plain text or HTML and give that.")
        ),
        ([0x89, 0x50, 0x4E, 0x47], BinaryKind(name: "a PNG image", advice: give)),
        ([0xFF, 0xD8, 0xFF], BinaryKind(name: "a JPEG image", advice: give)),
        (Array("GIF8".utf8), BinaryKind(name: "a GIF image", advice: give)),
        ([0x7F, 0x45, 0x4C, 0x46], BinaryKind(name: "a program", advice: give)),
        (Array("SQLite format 3\0".utf8), BinaryKind(name: "a SQLite database", advice: give)),
    ]

    /// What sort of binary file the bytes are; nil for text, UTF-16 with a byte order mark included.
    ///
    /// A stray NUL or two, as in some saved pages, leaves a text a text.
    static func binaryKind(of bytes: [UInt8]) -> BinaryKind? {
        if let signature = signatures.first(where: { bytes.starts(with: $0.start) }) { return signature.kind }
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return nil }
        var nulls = 0
        var controls = 0
        let head = bytes.prefix(window)
        for byte in head where byte < 0x20 {
            if byte == 0 {
                nulls += 1
            } else if byte != 0x09, byte != 0x0A, byte != 0x0C, byte != 0x0D, byte != 0x1B {
                controls += 1
            }
        }
        return nulls * 1000 > head.count || controls * 10 > head.count
            ? BinaryKind(name: "a binary file", advice: give) : nil
    }
}
