import DragomanCapture
import DragomanText
import Testing

struct PDFTextTests {
    /// The paragraphs of a PDF, the title's head line among them.
    private func paragraphs(_ pages: [[MadePDF.Line]], title: String? = nil) throws -> [String] {
        let text = try PDFText.text(of: MadePDF.document(pages, title: title), name: "a.pdf")
        return String(decoding: text, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    /// Lines of the body below each other, 14 points apart.
    private func body(_ lines: [String], from top: Double = 150) -> [MadePDF.Line] {
        lines.enumerated().map { .init($1, top: top + 14 * Double($0)) }
    }

    private let long = "The lorry maker Orvel has opened a works at the harbour of Batumi, and says"

    @Test("The title in large type, lines joined to paragraphs, divided words put together")
    func release() throws {
        let page =
            [MadePDF.Line("Orvel opens a works", top: 80, size: 22), MadePDF.Line("in Batumi", top: 106, size: 22)]
            + body([
                long, "that a cross-border line will carry the fin-", "ished lorries, a cross-", "border firm said.",
            ])
            + body(
                ["The second paragraph stands here, below a gap, and it goes on for a while in", "a second line."],
                from: 240)
        #expect(
            try paragraphs([page]) == [
                "Title: Orvel opens a works in Batumi",
                "\(long) that a cross-border line will carry the finished lorries, a cross-border firm said.",
                "The second paragraph stands here, below a gap, and it goes on for a while in a second line.",
            ])
    }

    @Test("Heads and feet that pages share and page numbers are left out; a sentence goes on over the page's end")
    func headsAndFeet() throws {
        func page(_ number: Int, _ lines: [String]) -> [MadePDF.Line] {
            [MadePDF.Line("Orvel Group - Press Office", top: 30)] + body(lines)
                + [MadePDF.Line("Page \(number) of 3", top: 750)]
        }
        #expect(
            try paragraphs([
                page(1, [long, "that the first lorries will leave the yard in the spring, when the new"]),
                page(2, ["quay is ready for ships."]), page(3, ["The end stands on a page of its own."]),
            ]) == [
                "\(long) that the first lorries will leave the yard in the spring, when the new quay is ready for ships.",
                "The end stands on a page of its own.",
            ])
    }

    @Test("The document's own title counts where no type is larger, but not a file's name")
    func ownTitle() throws {
        let page = body([long, "so on Monday."])
        #expect(try paragraphs([page], title: "Orvel opens a works").first == "Title: Orvel opens a works")
        #expect(try paragraphs([page], title: "Microsoft Word - release final.docx").count == 1)
    }

    @Test("A PDF without text, a damaged one, one that is none")
    func none() throws {
        func code(_ bytes: [UInt8]) -> String? {
            #expect(throws: DragomanError.self) { try PDFText.text(of: bytes, name: "a.pdf") }?.code
        }
        #expect(code(MadePDF.document([[]])) == "F046")
        #expect(code(Array("%PDF-1.4\nnothing".utf8)) == "F045")
        #expect(!PDFText.isPDF(Array("text".utf8)))
    }

    @Test("Spoilt documents give a text or an error")
    func spoilt() {
        let sample = MadePDF.document([body([long, "so on Monday."])])
        for bytes in Mutations.of(sample, count: 12) {
            let size = (try? PDFText.text(of: bytes, name: "a.pdf"))?.count ?? 0
            #expect(size < 10_000)
        }
    }

    @Test("A PDF is a capture like any other, its bytes as they came")
    func capture() throws {
        let folder = try TemporaryFolder()
        let bytes = MadePDF.document([body([long])])
        let path = try folder.write(bytes, to: "release")
        #expect(try Captures([path]).map { try $0.get().bytes } == [bytes])
    }
}
