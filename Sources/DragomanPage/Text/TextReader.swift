internal import DragomanText

/// Reads an article from plain text.
struct TextReader {
    private var builder = ArticleBuilder()
    private var head: HeadLines
    private var authors: [String] = []
    private var wire: String?
    private var previous: String?
    private var next: String?

    /// Reads well-formed UTF-8.
    static func article(from text: [UInt8]) -> Article? {
        var lines = TextLines.lines(of: text)[...]
        while lines.first?.isEmpty == true { lines = lines.dropFirst() }
        var reader = TextReader(head: HeadLines(takenFrom: &lines))
        reader.read(TextLines.paragraphs(of: Array(lines)))
        guard reader.builder.hasBody else { return nil }
        var article = reader.builder.article(published: reader.head.published)
        article.outlet = reader.head.outlet
        article.address = reader.head.address
        article.authors = reader.head.authors + reader.authors
        article.language = reader.head.language
        article.wire = reader.head.wire ?? article.wire ?? reader.wire
        article.previous = reader.previous
        article.next = reader.next
        return article
    }

    private init(head: HeadLines) { self.head = head }

    private enum Expected {
        case text, nothing, previousTitle, nextTitle, contact
    }

    private mutating func read(_ paragraphs: [TextLines.Paragraph]) {
        let last = paragraphs.count
        var expected = Expected.text
        if let title = head.title { builder.add(.headline, title.utf8) }
        for (index, paragraph) in paragraphs.enumerated() {
            let line = paragraph.bytes
            let slice = line[...]
            if let furniture = Furniture(line: slice) {
                expected = take(furniture)
                continue
            }
            switch expected {
            case .previousTitle: previous = String(decoding: line, as: UTF8.self)
            case .nextTitle: next = String(decoding: line, as: UTF8.self)
            case .nothing where line.count <= 200 && !Furniture.endsSentence(slice): break
            case .contact where line.count <= 90:
                continue
            default:
                add(paragraph, isLast: index + 1 == last)
            }
            expected = .text
        }
    }

    private mutating func take(_ furniture: Furniture) -> Expected {
        switch furniture {
        case .drop: return .text
        case .dropWithNext: return .nothing
        case .contact: return builder.blocks.count > 2 ? .contact : .text
        case .previous(let title):
            guard let title else { return .previousTitle }
            previous = title
        case .next(let title):
            guard let title else { return .nextTitle }
            next = title
        case .author(let name): authors.append(name)
        case .source(let name): wire = wire ?? name
        }
        return .text
    }

    private mutating func add(_ paragraph: TextLines.Paragraph, isLast: Bool) {
        let line = paragraph.bytes[...]
        if builder.blocks.isEmpty, !isLast, isTitle(paragraph) {
            builder.add(.headline, line)
            return
        }
        if let agency = WireCredit.line(line), builder.hasBody {
            wire = agency
            return
        }
        if builder.blocks.count <= 2, line.count <= 80, takeByline(String(decoding: line, as: UTF8.self)) { return }
        if let item = Self.listItem(line) {
            builder.add(.listItem, item)
        } else if !isLast, builder.hasBody, isSubhead(line) {
            builder.add(.subhead, line)
        } else {
            builder.add(.paragraph, line)
        }
    }

    /// "By A. Writer" and a date alone, in the first lines.
    private mutating func takeByline(_ line: String) -> Bool {
        if let date = HeadLines.written(line), date.day != nil {
            head.published = head.published ?? date
            return true
        }
        guard line.hasPrefix("By ") || line.hasPrefix("BY ") else { return false }
        let name = line.dropFirst(3).trimmed
        let words = name.split(separator: " ")
        guard (2...8).contains(words.count), words.allSatisfy({ $0.first?.isUppercase == true || $0 == "and" }),
            !name.hasSuffix(".")
        else { return false }
        authors += name.split(separator: ",").flatMap { $0.split(separator: " and ") }.map { $0.trimmed }
        return true
    }

    private func isTitle(_ paragraph: TextLines.Paragraph) -> Bool {
        let line = paragraph.bytes[...]
        guard paragraph.isFollowedByBlank || line.count <= 150, line.count <= 300 else { return false }
        if line.last == UInt8(ascii: "."), line.count > 100 || !paragraph.isFollowedByBlank { return false }
        return DatelineReader.dateline(of: paragraph.bytes, in: 0..<line.count, published: nil) == nil
    }

    private func isSubhead(_ line: ArraySlice<UInt8>) -> Bool {
        guard line.count <= 80, !Furniture.endsSentence(line), let last = line.last else { return false }
        return ![UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "\"")].contains(last)
    }

    /// The words of a list item after its bullet: "- ", "* ", "• ".
    private static func listItem(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        for bullet in ["- ", "* ", "• ", "· ", "– ", "▪ ", "● "] where line.starts(with: Array(bullet.utf8)) {
            return line.dropFirst(bullet.utf8.count)
        }
        return nil
    }
}
