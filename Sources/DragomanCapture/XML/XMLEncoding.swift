internal import DragomanText

/// Finds the encoding of an XML document and makes UTF-8 of it.
enum XMLEncoding {
    /// Well-formed UTF-8: by byte order mark, by what is valid UTF-8, by the header, by the XML declaration; else as
    /// Windows-1252, the commonest encoding of documents that say nothing.
    ///
    /// Valid UTF-8 comes before what header and declaration say: both are wrong more often than any text in another
    /// encoding is valid UTF-8 by chance.
    static func utf8(of bytes: [UInt8], charset: String?) -> [UInt8] {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return UTF8Repair(bytes).bytes }
        if bytes.starts(with: [0x3C, 0, 0x3F, 0]) { return UTF8Repair([0xFF, 0xFE] + bytes).bytes }
        if bytes.starts(with: [0, 0x3C, 0, 0x3F]) { return UTF8Repair([0xFE, 0xFF] + bytes).bytes }
        let labels = [charset, declared(in: bytes)].compactMap { $0 }
        if let label = labels.first(where: { $0.lowercased().hasPrefix("iso-2022") }),
            let converted = LegacyEncoding.utf8(bytes, from: label)
        {
            return converted
        }
        let repaired = UTF8Repair(bytes)
        if repaired.replaced == 0 { return repaired.bytes }
        for label in labels {
            if let converted = LegacyEncoding.utf8(bytes, from: label) { return converted }
        }
        let lead = bytes.count { $0 >= 0xC2 && $0 < 0xF5 }
        if repaired.replaced * 4 < lead { return repaired.bytes }
        return LegacyEncoding.utf8(bytes, from: "windows-1252") ?? repaired.bytes
    }

    /// The encoding that the XML declaration in the first 256 bytes names.
    private static func declared(in bytes: [UInt8]) -> String? {
        let head = String(decoding: bytes.prefix(256), as: UTF8.self)
        guard let declaration = head.firstRange(of: "<?xml"), let end = head.firstRange(of: "?>"),
            declaration.upperBound <= end.lowerBound,
            let key = head[declaration.upperBound..<end.lowerBound].firstRange(of: "encoding")
        else { return nil }
        let rest = head[key.upperBound..<end.lowerBound].drop { $0 == "=" || $0.isWhitespace }
        guard let quote = rest.first, quote == "\"" || quote == "'" else { return nil }
        return String(rest.dropFirst().prefix { $0 != quote })
    }
}
