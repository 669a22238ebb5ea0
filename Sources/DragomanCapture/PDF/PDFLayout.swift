internal import DragomanText

/// A line of a PDF's page as poppler lays it out.
struct PDFLine: Equatable {
    var text: String
    /// Points from the page's left and upper edge.
    var left: Double
    var right: Double
    var top: Double
    var bottom: Double
    /// The number of the block that poppler puts it into.
    var block: Int

    var height: Double { bottom - top }
}

/// A page with its lines in the order of reading.
struct PDFPage: Equatable {
    var height: Double
    var lines: [PDFLine] = []
}

/// What `pdftotext -bbox-layout` prints, read.
struct PDFLayout: Equatable {
    /// The title in the document's own information; nil where there is none.
    var title: String?
    var pages: [PDFPage] = []

    /// Most lines that are read.
    static let lineLimit = 200_000

    init(_ xml: [UInt8]) {
        var reader = XMLReader(xml)
        var count = 0
        var block = 0
        while count < Self.lineLimit, let event = reader.next() {
            guard case .start(let name) = event else { continue }
            switch name.local {
            case "title": title = reader.text()
            case "page": pages.append(PDFPage(height: Self.number(reader, "height")))
            case "block": block += 1
            case "line" where !pages.isEmpty:
                count += 1
                if let line = Self.line(&reader, block: block) { pages[pages.count - 1].lines.append(line) }
            default: break
            }
        }
    }

    private static func line(_ reader: inout XMLReader, block: Int) -> PDFLine? {
        var line = PDFLine(
            text: "", left: number(reader, "xMin"), right: number(reader, "xMax"), top: number(reader, "yMin"),
            bottom: number(reader, "yMax"), block: block)
        let inside = reader.depth
        var words: [String] = []
        while reader.depth >= inside, let event = reader.next() {
            if case .start(let name) = event, name.local == "word", let word = reader.text() { words.append(word) }
        }
        line.text = words.joined(separator: " ")
        return words.isEmpty ? nil : line
    }

    private static func number(_ reader: XMLReader, _ name: String) -> Double {
        let value = reader.attribute(name).flatMap(Double.init) ?? 0
        return value.isFinite ? value : 0
    }
}
