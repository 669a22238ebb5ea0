import DragomanArguments
import DragomanBrief
import DragomanCapture

/// `dragoman events FILE...`
enum EventsCommand: Action {
    static let definition = Command(
        name: "events", summary: "Print what articles tell of as happening, how surely and when, as JSON",
        discussion: [
            "An event is a verb, or a noun that stands for one, with certainty (CERTAIN, PROBABLE, POSSIBLE, UNDERSPECIFIED), "
                + "polarity (POS, NEG, UNDERSPECIFIED) and time (FUTURE, NON_FUTURE, UNDERSPECIFIED), as the words around it say.",
            "times are the words that say when, how long or how often, with their TimeML type and value: DATE 2008-Q3, "
                + "DURATION P2Y, SET P1Y, TIME 2010-07-16TMO. They count from the day of publication.",
        ],
        examples: [
            Example("dragoman events article.txt", "the events and times of one article"),
            Example("dragoman events articles/ --jsonl > events.jsonl", "of many, one line each"),
        ],
        arguments: [Batch.files], options: [Batch.jsonl] + Reader.options)

    static func run(_ invocation: Invocation, in context: Context) async throws -> ExitCode {
        let paths = try FolderListing(invocation.words(Batch.files)).files
        let reader = try Reader(invocation, in: context)
        let batch = Batch(paths, reader: reader, quiet: invocation.has(SharedOptions.quiet), in: context)
        let oneLine = invocation.has(Batch.jsonl)
        var found = false
        let worst = try await batch.readAll { reading in
            let rows = reader.events(of: reading)
            found = found || !rows.isEmpty
            try context.output.write(JSONTwin.write(rows, oneLine: oneLine))
        }
        return worst ?? (found ? .done : .nothingFound)
    }
}
