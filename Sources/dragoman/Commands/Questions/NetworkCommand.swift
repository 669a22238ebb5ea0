import DragomanArguments
import DragomanBrief
import DragomanDraw
import DragomanLedger

/// `dragoman network`
enum NetworkCommand: Action {
    private static let limit = Option(
        "limit", "the most parties and places", value: "N", kind: .integer(1...10000), fallback: "60")

    static let definition = Command(
        name: "network", summary: "List who has to do with whom: parties and places, and the deals between them",
        discussion: [
            "Of each deal those who do it are joined to those they do it with, or to the places where it is done where nobody else is named. Graphviz "
                + "lays out the picture, of at most 60 parties and places."
        ],
        examples: [
            Example("dragoman network", "the 60 parties and places of most deals"),
            Example("dragoman network --country Belarus --svg belarus.svg", "around Belarus, also as a picture"),
            Example("dragoman network --kind supply --json", "who supplies whom, for programs"),
        ],
        options: DealQuery.options + [limit, PictureFile.svg, PictureFile.width, Paper.json, Places.ledger])

    static func run(_ invocation: Invocation, in context: Context) async throws -> ExitCode {
        let ledger = try Ledger(path: Places.ledger(invocation, in: context, making: false), access: .reading)
        let answer = try Network(
            of: ledger, DealQuery.filter(invocation, of: ledger, in: context), limit: invocation.integer(limit) ?? 60)
        guard try !PictureFile.write(invocation, in: context, answer.picture(width:)) else { return .done }
        try Paper(invocation, in: context).print(answer)
        return answer.table.rows.isEmpty ? .nothingFound : .done
    }
}
