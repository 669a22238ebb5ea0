import DragomanArguments
import DragomanBrief
import DragomanDraw
import DragomanLedger

/// `dragoman timeline`
enum TimelineCommand: Action {
    private static let limit = Option(
        "limit", "the most events", value: "N", kind: .integer(1...100000), fallback: "200")

    static let definition = Command(
        name: "timeline",
        summary: "List what happened when: stages as they were first reported, and the deals' own dates",
        discussion: [
            "Dates stand as exactly as they are known: a day, a month, a quarter, a half-year or a year. The picture draws a day as a dot and "
                + "coarser dates as bars."
        ],
        examples: [
            Example("dragoman timeline", "the newest 200 events, the oldest of them first"),
            Example("dragoman timeline --party Saipa --svg saipa.svg", "what Saipa is part of, also as a picture"),
            Example("dragoman timeline --since 2024 --json", "the same for programs"),
        ],
        options: DealQuery.options + [limit, PictureFile.svg, PictureFile.width, Paper.json, Places.ledger])

    static func run(_ invocation: Invocation, in context: Context) async throws -> ExitCode {
        let ledger = try Ledger(path: Places.ledger(invocation, in: context, making: false), access: .reading)
        let answer = try Timeline(
            of: ledger, DealQuery.filter(invocation, of: ledger, in: context), limit: invocation.integer(limit) ?? 200)
        guard try !PictureFile.write(invocation, in: context, answer.picture(width:)) else { return .done }
        try Paper(invocation, in: context).print(answer)
        return answer.table.rows.isEmpty ? .nothingFound : .done
    }
}
