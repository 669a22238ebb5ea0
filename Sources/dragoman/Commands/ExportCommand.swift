import DragomanArguments
import DragomanExport
import DragomanLedger
import Foundation

/// `dragoman export FORMAT`
enum ExportCommand: Action {
    private static let format = Argument(
        "FORMAT", "the form to write", kind: .choice(ExportFormat.allCases.map(\.rawValue)))
    private static let file = Option(
        "output", "the file to write, whole or not at all; standard output where it is not given", value: "FILE",
        kind: .file)
    private static let raw = Option(
        flag: "raw", "in CSV leave texts as they are, even where a spreadsheet would take one for a formula")

    static let definition = Command(
        name: "export", summary: "Write deals in the form one's own tools read",
        discussion: [
            "Every format tells the same deals: csv and jsonl a line each, ftm as FollowTheMoney entities, gexf and graphml as a graph, "
                + "markdown with front matter, ris, bibtex and csl as references, rss, atom and jsonfeed as feeds, ical as a calendar of "
                + "dated milestones, ntriples with PROV-O.",
            "Facts, links and quotations of at most 200 characters leave the ledger, never an article's whole text.",
        ],
        examples: [
            Example("dragoman export csv --output deals.csv", "all deals, safe to open in a spreadsheet"),
            Example("dragoman export gexf --kind supply --output supply.gexf", "who supplies whom, for Gephi"),
            Example("dragoman export ftm --party Saipa", "entities for Aleph"),
            Example("dragoman export ical --since 2024 --output milestones.ics", "dated milestones for a calendar"),
        ],
        arguments: [format], options: DealQuery.options + [file, raw, Places.ledger])

    static func run(_ invocation: Invocation, in context: Context) async throws -> ExitCode {
        guard let format = invocation.word(format).flatMap(ExportFormat.init) else { return .usage }
        let ledger = try Ledger(path: Places.ledger(invocation, in: context, making: false), access: .reading)
        let filter = try DealQuery.filter(invocation, of: ledger, in: context)
        let heading = ExportHeading(
            title: DealQuery.title(invocation), time: Int(context.now().timeIntervalSince1970),
            isRaw: invocation.has(raw))
        let target = try invocation.value(file).map(NewFile.init)
        var count = 0
        // Two passes over the deals must see the same ones.
        try ledger.atOneMoment {
            try format.write(
                heading,
                rows: { body in
                    count = 0
                    try ledger.eachDeal(filter) { deal in
                        count += 1
                        try body(ExportRow(deal))
                    }
                },
                to: { text in
                    if let target { try target.write(text) } else { try context.output.write(text) }
                })
        }
        try target?.finish()
        return count == 0 ? .nothingFound : .done
    }
}
