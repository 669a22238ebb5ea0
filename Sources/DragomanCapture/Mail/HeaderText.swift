internal import DragomanText

/// Reads the text of a mail's header field: encoded words (RFC 2047), and bytes beyond ASCII as they come.
enum HeaderText {
    /// The text on one line.
    static func of(_ value: [UInt8]) -> String {
        var output: [UInt8] = []
        var plain: [UInt8] = []
        // Encoded words of one charset that follow each other are decoded together: characters may be split among them.
        var pending: (charset: String, bytes: [UInt8])?
        func flushPlain() {
            output += utf8(plain)
            plain = []
        }
        func flushPending() {
            if let word = pending { output += LegacyEncoding.utf8(word.bytes, from: word.charset) ?? utf8(word.bytes) }
            pending = nil
        }
        var index = 0
        while index < value.count {
            guard value[index] == UInt8(ascii: "="), let word = EncodedWord(value, at: index) else {
                if pending != nil, !XMLReader.isSpace(value[index]) { flushPending() }
                plain.append(value[index])
                index += 1
                continue
            }
            let isAfterWord = pending != nil && plain.allSatisfy(XMLReader.isSpace)
            if isAfterWord { plain = [] } else { flushPlain() }
            if pending?.charset == word.charset {
                pending?.bytes += word.bytes
            } else {
                flushPending()
                pending = (word.charset, word.bytes)
            }
            index = word.end
        }
        flushPending()
        flushPlain()
        return PlainText.collapsed(output)
    }

    private static func utf8(_ bytes: [UInt8]) -> [UInt8] {
        let repaired = UTF8Repair(bytes)
        if repaired.replaced == 0 { return repaired.bytes }
        return LegacyEncoding.utf8(bytes, from: "windows-1252") ?? repaired.bytes
    }
}

/// `=?utf-8?Q?caf=C3=A9?=`
private struct EncodedWord {
    let charset: String
    let bytes: [UInt8]
    let end: Int

    /// Nil where none begins at `start`. At most 1,000 bytes are looked at.
    init?(_ value: [UInt8], at start: Int) {
        let limit = min(value.count, start + 1000)
        guard start + 8 <= limit, value[start + 1] == UInt8(ascii: "?") else { return nil }
        func mark(after index: Int) -> Int? { value[index..<limit].firstIndex(of: UInt8(ascii: "?")) }
        guard let first = mark(after: start + 2), first + 2 < limit, let second = mark(after: first + 1),
            second == first + 2, let last = mark(after: second + 1), last + 1 < limit,
            value[last + 1] == UInt8(ascii: "=")
        else { return nil }
        let text = value[(second + 1)..<last]
        switch value[first + 1] | 0x20 {
        case UInt8(ascii: "q"): bytes = TransferCoding.quotedPrintable(text, isWord: true)
        case UInt8(ascii: "b"): bytes = TransferCoding.base64(text)
        default: return nil
        }
        // A language may stand after the charset (RFC 2231).
        charset = String(decoding: value[(start + 2)..<first].prefix { $0 != UInt8(ascii: "*") }, as: UTF8.self)
            .lowercased()
        end = last + 2
    }
}
