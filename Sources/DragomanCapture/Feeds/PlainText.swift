/// Takes the words out of a scrap of HTML, such as a feed's title.
enum PlainText {
    /// The words with single spaces, without tags, comments, scripts and styles, references expanded.
    ///
    /// One pass over the bytes. A `<` that begins no tag stays.
    static func of(_ html: String) -> String {
        let bytes = Array(html.utf8)
        guard bytes.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) else {
            return collapsed(bytes)
        }
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count)
        var position = 0
        let lastClosing = bytes.lastIndex(of: UInt8(ascii: ">")) ?? 0
        while position < bytes.count {
            guard bytes[position] == UInt8(ascii: "<"), position < lastClosing, beginsTag(bytes[position + 1]),
                let end = bytes[position...].firstIndex(of: UInt8(ascii: ">"))
            else {
                let next = bytes[(position + 1)...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
                text += bytes[position..<next]
                position = next
                continue
            }
            let name = bytes[(position + 1)..<end].prefix { isLetter($0) || $0 == UInt8(ascii: "/") }
                .map { $0 | 0x20 }
            position = end + 1
            if !inline.contains(name) { text.append(0x20) }
            if name == script || name == style { position = endOfRawText(bytes, from: position) }
        }
        return collapsed(CharacterReferences.expanded(text, 0..<text.count))
    }

    /// A title as feeds give it: often escaped once more than it should be.
    static func title(_ text: String) -> String? {
        var title = of(text)
        if title.contains("&") { title = of(title) }
        return title.isEmpty ? nil : title
    }

    private static let script = Array("script".utf8)
    private static let style = Array("style".utf8)
    /// Elements that do not part words.
    private static let inline: Set<[UInt8]> = Set(
        ["a", "b", "i", "em", "strong", "span", "font", "u", "sub", "sup", "abbr", "wbr", "mark", "small", "bdi"]
            .flatMap { [Array($0.utf8), Array("/\($0)".utf8)] })

    private static func endOfRawText(_ bytes: [UInt8], from start: Int) -> Int {
        var position = start
        while let next = bytes[position...].firstIndex(of: UInt8(ascii: "<")) {
            if next + 1 < bytes.count, bytes[next + 1] == UInt8(ascii: "/") { return next }
            position = next + 1
        }
        return bytes.count
    }

    private static func beginsTag(_ byte: UInt8) -> Bool {
        isLetter(byte) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

    /// The text with single spaces and none at its ends.
    static func collapsed(_ bytes: [UInt8]) -> String {
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            let isNoBreakSpace = bytes[index] == 0xC2 && index + 1 < bytes.count && bytes[index + 1] == 0xA0
            if XMLReader.isSpace(bytes[index]) || isNoBreakSpace {
                if let last = output.last, last != 0x20 { output.append(0x20) }
                index += isNoBreakSpace ? 2 : 1
            } else {
                output.append(bytes[index])
                index += 1
            }
        }
        if output.last == 0x20 { output.removeLast() }
        return String(decoding: output, as: UTF8.self)
    }
}
