import DragomanArguments
import DragomanBrief
import DragomanCapture
import DragomanLanguage
import DragomanNames
import DragomanPage
import DragomanText
import Foundation

/// `dragoman read FILE`
enum ReadCommand: Action {
    private static let file = Argument(
        "FILE", Documents.help, kind: .file)
    private static let sentences = Option(
        "sentences", short: "s", "sentences of the summary", value: "N", kind: .integer(1...100), fallback: "3")
    private static let stopAfter = Option(
        "stop-after", "print what stands after this stage of reading instead", value: "STAGE",
        kind: .choice(["article", "analysis", "names", "claims"]))

    static let definition = Command(
        name: "read", summary: "Read an article and print its brief: a summary, and what was agreed",
        discussion: [
            "The summary has sentences of the article itself. A deal has its stage, parties, goods and numbers, then whose word "
                + "it is, by which outlet, and the words it rests on, in quotation marks. Without a source named, the article "
                + "says it in its own voice.",
            "The stages of an undertaking: considered, talks, planned, signed, underway, done; off that path stalled, ended, denied.",
            "A text begins with its title and a blank line; lines such as \"Outlet: NAME\" and \"Date: 2023-03-20\" may stand above.",
        ],
        examples: [
            Example("dragoman read article.txt", "the brief of an article"),
            Example("dragoman read page.html --sentences 1", "of a web page, in one sentence"),
            Example("dragoman read https://example.org/news/1", "of a page on the web"),
            Example("pdftotext release.pdf - | dragoman read -", "of what another program prints"),
            Example("dragoman read article.txt --json", "the same with byte ranges"),
            Example("dragoman read page.html --stop-after article", "the text that is read"),
        ],
        arguments: [file], options: [sentences, stopAfter, Paper.json] + Reader.options)

    static func run(_ invocation: Invocation, in context: Context) async throws -> ExitCode {
        var reader: Reader?
        return try await Documents(invocation.word(file) ?? "-", invocation, in: context).readAll { capture, isFirst in
            if !isFirst, !invocation.has(Paper.json) { try context.output.write("\n") }
            return try print(capture, &reader, invocation, in: context)
        }
    }

    /// Prints one document.
    private static func print(
        _ capture: Capture, _ loaded: inout Reader?, _ invocation: Invocation, in context: Context
    ) throws -> ExitCode {
        let paper = Paper(invocation, in: context)
        if invocation.value(stopAfter) == "article" {
            try paper.print(ArticlePage(Metadata(invocation).article(capture)))
            return .done
        }
        let reader = try loaded ?? Reader(invocation, in: context)
        loaded = reader
        let reading = try reader.read(capture)
        switch invocation.value(stopAfter) {
        case "analysis": try context.output.write(TokenTable.text(reading.named.analysis))
        case "names": try paper.print(NamesPage(reading.named))
        case "claims": try context.output.write(JSONTwin.write(ClaimRows(reading)))
        default:
            let brief = try Brief(
                of: reading.article, from: capture, claims: reading.claims,
                sentences: Summary.sentences(of: reading.named.analysis), count: invocation.integer(sentences) ?? 3,
                antecedents: Summary.antecedents(in: reading.named))
            try paper.print(brief)
            return brief.deals.isEmpty ? .nothingFound : .done
        }
        return .done
    }
}
