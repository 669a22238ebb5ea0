/// Makes PDFs for tests: lines of Helvetica at given places.
enum MadePDF {
    struct Line {
        var text: String
        /// Points from the page's upper edge.
        var top: Double
        var size: Double

        init(_ text: String, top: Double, size: Double = 11) {
            self.text = text
            self.top = top
            self.size = size
        }
    }

    static func document(_ pages: [[Line]], title: String? = nil) -> [UInt8] {
        let font = "<< /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>"
        var objects = [
            "<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Producer (a test)\(title.map { " /Title (\($0))" } ?? "") >>",
        ]
        var kids: [String] = []
        for page in pages {
            let text = page.map { "BT /F1 \($0.size) Tf 60 \(792 - $0.top) Td (\($0.text)) Tj ET" }.joined(
                separator: "\n")
            let number = objects.count + 1
            kids.append("\(number) 0 R")
            objects.append(
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents \(number + 1) 0 R /Resources \(font) >>"
            )
            objects.append("<< /Length \(text.utf8.count) >>\nstream\n\(text)\nendstream")
        }
        objects[1] = "<< /Type /Pages /Kids [\(kids.joined(separator: " "))] /Count \(pages.count) >>"
        let body = objects.enumerated().map { "\($0 + 1) 0 obj\n\($1)\nendobj\n" }.joined()
        return Array("%PDF-1.4\n\(body)trailer << /Root 1 0 R /Info 3 0 R >>\n%%EOF\n".utf8)
    }
}
