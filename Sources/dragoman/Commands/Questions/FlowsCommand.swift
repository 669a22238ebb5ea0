import DragomanArguments
import DragomanBrief
import DragomanDraw
import DragomanLedger

/// `dragoman flows`
enum FlowsCommand: Action {
    private static let limit = Option(
        "limit", "the most flows", value: "N", kind: .integer(1...10000), fallback: "40")

    static let definition = Command(
        name: "flows", summary: "List between which countries deals run",
        discussion: [
            "From the country of who does it to that of with whom, else to where it is done. The country of a firm is that of its entry in the packs, or of "
                + "its owner."
        ],
        examples: [
            Example("dragoman flows", "the 40 of most deals"),
            Example("dragoman flows --kind supply --svg flows.svg", "exports, also as a picture"),
            Example("dragoman flows --goods truck --json", "trucks alone, for programs"),
        ],
        options: DealQuery.options + [limit, PictureFile.svg, PictureFile.width, Paper.json, Places.ledger])

    static func run(_ invocation: Invocation, in context: Context) async throws -> ExitCode {
        let ledger = try Ledger(path: Places.ledger(invocation, in: context, making: false), access: .reading)
        let answer = try Flows(
            of: ledger, DealQuery.filter(invocation, of: ledger, in: context), limit: invocation.integer(limit) ?? 40)
        guard try !PictureFile.write(invocation, in: context, answer.picture(width:)) else { return .done }
        try Paper(invocation, in: context).print(answer)
        return answer.table.rows.isEmpty ? .nothingFound : .done
    }
}
