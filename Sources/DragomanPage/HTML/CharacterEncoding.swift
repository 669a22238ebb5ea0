internal import CUchardet
internal import DragomanText

/// Finds the encoding of a page as browsers do, and makes UTF-8 of it.
enum CharacterEncoding {
    /// Well-formed UTF-8: by byte order mark, by the header, by the page's `meta`, by detection.
    ///
    /// Bytes that are well-formed UTF-8 are UTF-8 whatever header and `meta` say, unless they name an encoding that is written
    /// in ASCII: both are wrong more often than text in another encoding is valid UTF-8 by chance. Bytes that are wrong become
    /// U+FFFD.
    ///
    /// - Parameter header: the encoding that the server's `Content-Type` names; nil where it names none.
    static func utf8(of bytes: [UInt8], header: String? = nil) -> [UInt8] {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) || bytes.starts(with: [0xFF, 0xFE])
            || bytes.starts(with: [0xFE, 0xFF])
        {
            return UTF8Repair(bytes).bytes
        }
        let repaired = UTF8Repair(bytes)
        // A page whose `meta` can be read is not UTF-16, whatever it says (HTML standard, 13.2.3.2).
        let meta = declared(in: bytes).map { $0.lowercased().hasPrefix("utf-16") ? "utf-8" : $0 }
        let labels = [header, meta].compactMap { $0 }
        if let label = labels.first(where: { $0.lowercased().hasPrefix("iso-2022") }),
            let converted = LegacyEncoding.utf8(bytes, from: label)
        {
            return converted
        }
        if repaired.replaced == 0 { return repaired.bytes }
        // A few wrong bytes among letters that are right, or one or two in all, leave it UTF-8.
        let lead = bytes.count { $0 >= 0xC2 && $0 < 0xF5 }
        if labels.isEmpty, repaired.replaced < 3 || repaired.replaced * 4 < lead { return repaired.bytes }
        for label in labels {
            if let converted = LegacyEncoding.utf8(bytes, from: label) { return converted }
        }
        return detected(bytes).flatMap { LegacyEncoding.utf8(bytes, from: $0) } ?? repaired.bytes
    }

    /// The encoding that a `meta` element in the first 4 KB names.
    static func declared(in bytes: [UInt8]) -> String? {
        let head = bytes.prefix(4096)
        var position = head.startIndex
        let key = Array("charset".utf8)
        while position + key.count < head.endIndex {
            guard head[position] | 0x20 == UInt8(ascii: "c"),
                zip(key, head[position...]).allSatisfy({ $0 == $1 | 0x20 })
            else {
                position += 1
                continue
            }
            position += key.count
            let skipped: Set<UInt8> = [0x20, UInt8(ascii: "="), UInt8(ascii: "\""), UInt8(ascii: "'")]
            let label = head[position...].drop { skipped.contains($0) }.prefix {
                ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) || ($0 >= 0x30 && $0 <= 0x3A) || $0 == 0x2D || $0 == 0x5F
            }
            if !label.isEmpty { return String(decoding: label, as: UTF8.self) }
        }
        return nil
    }

    private static func detected(_ bytes: [UInt8]) -> String? {
        guard let detector = uchardet_new() else { return nil }
        defer { uchardet_delete(detector) }
        let count = min(bytes.count, 1 << 17)
        let failed = bytes.withUnsafeBytes { buffer in
            uchardet_handle_data(detector, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), count)
        }
        guard failed == 0 else { return nil }
        uchardet_data_end(detector)
        guard let name = uchardet_get_charset(detector) else { return nil }
        let label = String(cString: name)
        return label.isEmpty ? nil : label
    }
}
