public import DragomanCapture
internal import DragomanText

/// Turns a capture into a clean article.
public struct ArticleReader: Sendable {
    public init() {}

    /// The article in `capture`: plain text, or a web page.
    ///
    /// Plain text: the first line is the title where a blank line follows it; each further line is a paragraph, or each
    /// stretch of lines up to a blank one where the file is wrapped at a column. `Outlet:`, `Date:`, `Address:`,
    /// `Author:`, `Title:`, `Language:` and `Wire:` lines at the very top give metadata.
    ///
    /// - Throws: `DragomanError` `P001` where there is no article in it.
    public func article(from capture: Capture) throws -> Article {
        let text = Self.cleaned(UTF8Repair(capture.bytes).bytes)
        guard let article = TextReader.article(from: text) else { throw Self.noArticle(capture) }
        return article
    }

    static func noArticle(_ capture: Capture) -> DragomanError {
        DragomanError(
            .badInput, "P001", "there is no article in \(capture.source == "-" ? "standard input" : capture.source)",
            advice:
                "Give the page of one article, not of a list, or save its text as plain text: title, blank line, paragraphs."
        )
    }

    /// Without carriage returns and control characters; tabs become spaces.
    static func cleaned(_ bytes: [UInt8]) -> [UInt8] {
        var cleaned: [UInt8] = []
        cleaned.reserveCapacity(bytes.count)
        for (index, byte) in bytes.enumerated() {
            switch byte {
            case 0x0D:
                // An old Mac line ending is a line break of its own.
                if index + 1 == bytes.count || bytes[index + 1] != 0x0A { cleaned.append(0x0A) }
            case 0x09: cleaned.append(0x20)
            case 0..<0x0A, 0x0B..<0x20, 0x7F: break
            default: cleaned.append(byte)
            }
        }
        return cleaned
    }
}
