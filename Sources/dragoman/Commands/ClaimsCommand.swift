import DragomanArguments
import DragomanBrief
import DragomanCapture
import DragomanText
import Foundation

/// `dragoman claims FILE...`
enum ClaimsCommand: Action {
    static let definition = Command(
        name: "claims", summary: "Print every claim of articles as JSON",
        discussion: [
            "An article gives {\"id\", \"claims\"}: id is the file's name without its ending. A claim has kind, stage, actor, "
                + "counterpart, place, goods, quantity, money, share, date, said, speaker, via and evidence; range gives the "
                + "evidence as bytes of the article's text, rule the rule that found it.",
            "Articles are read on all cores and printed in the order they were named. One that cannot be read is reported, "
                + "the others are still printed, and the exit code tells of it.",
        ],
        examples: [
            Example("dragoman claims article.txt", "the claims of one article"),
            Example("dragoman claims articles/*.txt --jsonl > claims.jsonl", "of many, one line each"),
            Example(
                "dragoman claims --published 2023-03-20 --outlet Izvestia - < article.txt", "with what the text lacks"),
        ],
        arguments: [Batch.files], options: [Batch.jsonl] + Reader.options)

    static func run(_ invocation: Invocation, in context: Context) async throws -> ExitCode {
        let paths = try FolderListing(invocation.words(Batch.files)).files
        let reader = try Reader(invocation, in: context)
        let batch = Batch(paths, reader: reader, quiet: invocation.has(SharedOptions.quiet), in: context)
        let oneLine = invocation.has(Batch.jsonl)
        var found = 0
        let worst = try await batch.readAll { reading in
            found += reading.claims.count
            try context.output.write(JSONTwin.write(ClaimRows(reading), oneLine: oneLine))
        }
        return worst ?? (found == 0 ? .nothingFound : .done)
    }
}
