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
    /// Web pages: the main text with headline, standfirst and subheads; outlet, day, authors, address, previous and next
    /// from JSON-LD, meta elements and the page.
    ///
    /// PDF: the text that `PDFText` takes out of it, read as plain text: each of its paragraphs is a block.
    ///
    /// - Parameter address: where the capture was fetched from, which completes relative links; the capture's own unless told.
    /// - Throws: `DragomanError` `P001` where there is no article in it, `P002` where the page lists articles, and
    ///   what `PDFText` throws.
    public func article(from capture: Capture, address: String? = nil) throws -> Article {
        let capture = try Self.withText(capture)
        let article = page(in: capture, address: address)
        guard article.hasBody else { throw Self.noArticle(capture) }
        if article.isIndex { throw Self.index(capture) }
        return article
    }

    /// What there is in `capture`: an article, or a page's metadata where it holds none (`hasBody` is false, or `isIndex`
    /// true).
    ///
    /// - Parameters:
    ///   - address: where the capture was fetched from.
    ///   - explaining: whether `dropped` is filled.
    public func page(in capture: Capture, address: String? = nil, explaining: Bool = false) -> Article {
        let capture = (try? Self.withText(capture)) ?? Capture(source: capture.source, bytes: [])
        let address = address ?? capture.address
        var article: Article
        let text = CharacterEncoding.utf8(of: capture.bytes, header: capture.charset)
        if Self.isPage(capture) {
            article = PageReader.article(from: text, address: address, explaining: explaining)
        } else {
            article = TextReader.article(from: Self.cleaned(text)) ?? Article(text: [], blocks: [])
        }
        article.language = LanguageDetector.language(of: article.text, declared: article.language)
        return article
    }

    /// The capture with the text of a PDF in place of its bytes; any other as it is.
    private static func withText(_ capture: Capture) throws -> Capture {
        guard PDFText.isPDF(capture.bytes) else { return capture }
        let text = try PDFText.text(of: capture.bytes, name: capture.source)
        return Capture(source: capture.source, bytes: text, address: capture.address, contentType: "text/plain")
    }

    /// Whether the bytes are a web page: they begin as one, or the server or the file's name says so and they hold tags.
    static func isPage(_ capture: Capture) -> Bool {
        let head = UTF8Repair(Array(capture.bytes.prefix(2048))).bytes.drop { $0 <= 0x20 || $0 == 0 }
        let start = String(decoding: head.prefix(1024), as: UTF8.self).lowercased()
        if ["<!doctype html", "<html", "<head", "<body", "<?xml"].contains(where: start.hasPrefix) { return true }
        if start.hasPrefix("<!--") || start.hasPrefix("<!doctype"), start.contains("<html") { return true }
        let name = capture.source.lowercased()
        let type = capture.contentType?.lowercased() ?? ""
        if type.hasPrefix("text/html") || type.hasPrefix("application/xhtml") { return start.contains("<") }
        guard [".html", ".htm", ".xhtml"].contains(where: name.hasSuffix) else { return start.contains("<html") }
        return start.contains("<")
    }

    static func noArticle(_ capture: Capture) -> DragomanError {
        DragomanError(
            .badInput, "P001", "there is no article in \(capture.source == "-" ? "standard input" : capture.source)",
            advice:
                "Give the page of one article, not of a list, or its text: a title, a blank line, paragraphs."
        )
    }

    static func index(_ capture: Capture) -> DragomanError {
        DragomanError(
            .badInput, "P002",
            "\(capture.source == "-" ? "standard input" : capture.source) lists articles and is none itself",
            advice: "Give the page of one of the articles it lists.")
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
