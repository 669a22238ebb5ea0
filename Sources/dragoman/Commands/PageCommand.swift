import DragomanArguments
import DragomanBrief
import DragomanCapture
import DragomanPage
import DragomanText
import Foundation

/// `dragoman page FILE...`, and a batch of pages from standard input.
enum PageCommand: Action {
    private static let files = Argument(
        "FILE",
        "web pages, texts and PDFs; archives of them (WARC, WACZ, zip, MHTML), mails and mailboxes, feeds with full texts; "
            + "folders with all in them; addresses; - for standard input; none with --batch", kind: .file,
        arity: .any)
    private static let markdown = Option(flag: "markdown", "print Markdown")
    private static let html = Option(flag: "html", "print HTML made anew: no tag, link or script of the page in it")
    private static let why = Option(flag: "why", "say why each block was kept, and what was left out and why")
    private static let address = Option("address", "where the page was fetched from", value: "URL")
    private static let batch = Option(
        flag: "batch", "read requests from standard input, a line of JSON each, and answer each with a line")

    static let definition = Command(
        name: "page", summary: "Print the clean article of web pages",
        discussion: [
            "The main text, without menus, teasers, comments and share lines, under what the page says of it: title, authors, "
                + "outlet, time, address, section, language. --json gives all of it, each block with kind, byte range and reason.",
            "A request of a batch is {\"id\",\"path\",\"url\"}, url may be left out; its answer is {\"id\",\"title\",\"authors\","
                + "\"date\",\"text\", ...}. A page that holds no article still gives what is known of it.",
        ],
        examples: [
            Example("dragoman page page.html", "the article of a page"),
            Example("dragoman page https://example.org/news/1", "of a page on the web"),
            Example("dragoman page crawl.warc.gz --json > articles.jsonl", "of every page in an archive"),
            Example("dragoman page page.html --why", "what was kept and left out, and why"),
            Example("dragoman page pages/ --json > articles.jsonl", "of many, one line each"),
            Example("dragoman page page.html --markdown > page.md", "as Markdown"),
            Example("dragoman page --batch < requests.jsonl > answers.jsonl", "many, in one process"),
        ],
        arguments: [files], options: [Paper.json, markdown, html, why, address, batch])

    static func run(_ invocation: Invocation, in context: Context) async throws -> ExitCode {
        let words = invocation.words(files)
        let forms = [Paper.json, markdown, html].filter { invocation.has($0) }
        guard forms.count < 2 else {
            throw DragomanError(
                .usage, "A030", "--\(forms[0].name) and --\(forms[1].name) do not go together",
                advice: "Ask for one form of the article.")
        }
        guard invocation.has(batch) == words.isEmpty else {
            throw DragomanError(
                .usage, "A031", words.isEmpty ? "dragoman page takes a file" : "--batch takes no files",
                advice: "Name pages, or read requests from standard input with --batch.")
        }
        if invocation.has(batch) { return try answer(in: context) }
        let sources = try words.map { word in
            (word: word, files: try WebAddress.looksLikeOne(word) ? nil : FolderListing([word]).files)
        }
        var worst: ExitCode?
        var printed = 0
        for (word, files) in sources {
            let captures: AnySequence<Result<Capture, DragomanError>>
            if let files {
                captures = AnySequence(Captures(files))
            } else {
                captures = AnySequence([await fetched(word, invocation, in: context)])
            }
            for result in captures {
                do {
                    let capture = try result.get()
                    let article = try read(capture, invocation)
                    if printed > 0, !invocation.has(Paper.json) { try context.output.write("\n") }
                    printed += 1
                    let isSingle = words.count == 1 && files?.count ?? 1 == 1 && capture.part == nil
                    try print(article, single: isSingle, invocation, in: context)
                } catch let error as DragomanError {
                    context.messages.say("\(error)")
                    worst = worst ?? ExitCode(error.kind)
                }
            }
        }
        return worst ?? .done
    }

    private static func fetched(
        _ word: String, _ invocation: Invocation, in context: Context
    ) async -> Result<Capture, DragomanError> {
        do {
            return .success(
                try await Fetching.capture(word, quiet: invocation.has(SharedOptions.quiet), in: context))
        } catch {
            return .failure(
                error as? DragomanError ?? DragomanError(.failure, "F000", "\(word) could not be read: \(error)"))
        }
    }

    private static func read(_ capture: Capture, _ invocation: Invocation) throws -> Article {
        guard invocation.has(why) else {
            return try ArticleReader().article(from: capture, address: invocation.value(address) ?? capture.address)
        }
        return ArticleReader().page(
            in: capture, address: invocation.value(address) ?? capture.address, explaining: true)
    }

    private static func print(
        _ article: Article, single: Bool, _ invocation: Invocation, in context: Context
    ) throws {
        if invocation.has(Paper.json) {
            let parts: Article.JSONParts = invocation.has(why) ? [.blocks, .dropped] : .blocks
            try context.output.write(article.json(with: parts, indented: single))
        } else if invocation.has(markdown) {
            try context.output.write(safe(article.markdown()))
        } else if invocation.has(html) {
            try context.output.write(safe(article.html()))
        } else {
            let page: any Page = invocation.has(why) ? WhyPage(article) : ArticlePage(article)
            try Paper(invocation, in: context).print(page)
        }
    }

    /// The lines, each without anything a terminal would act on.
    private static func safe(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { SafeText.line(String($0)) }
            .joined(separator: "\n")
    }

    private static func answer(in context: Context) throws -> ExitCode {
        let batch = PageBatch()
        var number = 0
        try Lines.read(context.input) { line in
            guard line.contains(where: { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }) else { return }
            number += 1
            guard let answer = batch.answer(to: line) else {
                throw DragomanError(
                    .badInput, "P010", "line \(number) of the batch is no request",
                    advice:
                        "Each line is {\"id\":\"1\",\"path\":\"page.html\",\"url\":\"https://...\"}; url may be left out."
                )
            }
            try context.output.write(answer)
        }
        return number == 0 ? .nothingFound : .done
    }
}
