import DragomanArguments
import DragomanCapture

/// `dragoman quotes FILE`
enum QuotesCommand: Action {
    private static let file = Argument("FILE", "an article, text or web page; - for standard input", kind: .file)

    static let definition = Command(
        name: "quotes", summary: "Print who says what in an article: quotations, reported speech, documents",
        discussion: [
            "A quotation has its content, the reporting word (cue), the reporting clause, the words that name the source, the speaker these stand "
                + "for (name, office as role, organisation as org), and via, the outlets and documents by which the word came, "
                + "nearest first. Ranges are bytes of the article's text.",
            "The manner is direct (all in quotation marks), mixed (partly) or indirect. What nobody is named for is the "
                + "article's own voice and is not printed.",
        ],
        examples: [
            Example("dragoman quotes article.txt", "who says what"),
            Example("dragoman quotes page.html --json", "with byte ranges"),
        ],
        arguments: [file], options: [Paper.json] + Reader.options)

    static func run(_ invocation: Invocation, in context: Context) async throws -> ExitCode {
        let capture = try CaptureReader().read(invocation.word(file) ?? "-")
        let reading = try Reader(invocation, in: context).read(capture)
        let page = QuotesPage(reading)
        try Paper(invocation, in: context).print(page)
        return page.isEmpty ? .nothingFound : .done
    }
}
