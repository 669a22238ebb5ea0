import DragomanArguments

/// `dragoman quotes FILE`
enum QuotesCommand: Action {
    private static let file = Argument("FILE", Documents.help, kind: .file)

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
            Example("dragoman quotes crawl.warc.gz", "of every article in an archive"),
            Example("dragoman quotes page.html --json", "with byte ranges"),
        ],
        arguments: [file], options: [Paper.json] + Reader.options)

    static func run(_ invocation: Invocation, in context: Context) async throws -> ExitCode {
        var loaded: Reader?
        return try await Documents(invocation.word(file) ?? "-", invocation, in: context).readAll { capture, isFirst in
            let reader = try loaded ?? Reader(invocation, in: context)
            loaded = reader
            let page = QuotesPage(try reader.read(capture))
            if !isFirst, !invocation.has(Paper.json) { try context.output.write("\n") }
            try Paper(invocation, in: context).print(page)
            return page.isEmpty ? .nothingFound : .done
        }
    }
}
