internal import DragomanText

extension Article {
    /// The article as Markdown: blocks with a blank line between them; signs that Markdown would read are escaped.
    public func markdown() -> String {
        var lines: [String] = []
        for (number, block) in blocks.enumerated() {
            let words = Self.escapedForMarkdown(text[block.range])
            let isListed = block.kind == .listItem && number > 0 && blocks[number - 1].kind == .listItem
            if !lines.isEmpty, !isListed { lines.append("") }
            switch block.kind {
            case .headline: lines.append("# " + words)
            case .standfirst: lines.append("**" + words + "**")
            case .subhead: lines.append("## " + words)
            case .quote, .pullOut: lines.append("> " + words)
            case .listItem: lines.append("- " + words)
            case .caption: lines.append("*" + words + "*")
            case .paragraph, .tableRow: lines.append(words)
            }
        }
        return lines.map { $0 + "\n" }.joined()
    }

    /// The article as HTML that holds nothing but its own words: no attribute, link or script of the page comes through.
    public func html() -> String {
        var html = "<article>\n"
        var isInList = false
        for block in blocks {
            let isItem = block.kind == .listItem
            if isItem != isInList { html += isItem ? "<ul>\n" : "</ul>\n" }
            isInList = isItem
            let words = Self.escapedForHTML(text[block.range])
            switch block.kind {
            case .headline: html += "<h1>\(words)</h1>\n"
            case .standfirst: html += "<p><strong>\(words)</strong></p>\n"
            case .subhead: html += "<h2>\(words)</h2>\n"
            case .quote: html += "<blockquote><p>\(words)</p></blockquote>\n"
            case .listItem: html += "<li>\(words)</li>\n"
            case .caption: html += "<p><small>\(words)</small></p>\n"
            case .pullOut: html += "<aside><p>\(words)</p></aside>\n"
            case .paragraph, .tableRow: html += "<p>\(words)</p>\n"
            }
        }
        return html + (isInList ? "</ul>\n" : "") + "</article>\n"
    }

    private static func escapedForHTML(_ bytes: ArraySlice<UInt8>) -> String {
        var escaped: [UInt8] = []
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "&"): escaped += "&amp;".utf8
            case UInt8(ascii: "<"): escaped += "&lt;".utf8
            case UInt8(ascii: ">"): escaped += "&gt;".utf8
            case UInt8(ascii: "\""): escaped += "&quot;".utf8
            case UInt8(ascii: "'"): escaped += "&#39;".utf8
            default: escaped.append(byte)
            }
        }
        return String(decoding: escaped, as: UTF8.self)
    }

    private static func escapedForMarkdown(_ bytes: ArraySlice<UInt8>) -> String {
        var escaped: [UInt8] = []
        let signs = Set("\\`*_[]<>#&|~".utf8)
        for (index, byte) in zip(bytes.indices, bytes) {
            if signs.contains(byte) { escaped.append(UInt8(ascii: "\\")) }
            // A paragraph that begins "- ", "+ " or "1. " is no list.
            let opensList = [UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "=")].contains(byte)
            if opensList, index == bytes.startIndex { escaped.append(UInt8(ascii: "\\")) }
            let isAfterNumber = byte == UInt8(ascii: ".") || byte == UInt8(ascii: ")")
            if isAfterNumber, index - bytes.startIndex < 10, index > bytes.startIndex,
                bytes[bytes.startIndex..<index].allSatisfy({ $0 >= 0x30 && $0 <= 0x39 })
            {
                escaped.append(UInt8(ascii: "\\"))
            }
            escaped.append(byte)
        }
        return String(decoding: escaped, as: UTF8.self)
    }
}
