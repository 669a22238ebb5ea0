import DragomanArguments
import DragomanBrief
import DragomanLedger

/// `dragoman outlets [NAME]`
enum OutletsCommand: Action {
    private static let name = Argument("NAME", "only outlets with this in their name", arity: .optional)
    private static let limit = Option(
        "limit", "the most outlets", value: "N", kind: .integer(1...100_000), fallback: "100")

    static let definition = Command(
        name: "outlets", summary: "List outlets: how often each is first, copies, is copied, and distorts",
        discussion: [
            "FIRST counts the deals an outlet reported a day or more before all others, of those that others reported too. COPIES are its articles "
                + "that have another outlet's text, COPIED those of others that have its own. DISTORTS counts deals in which it tells the same "
                + "source's word otherwise than another report; dragoman disagreements shows the sentences."
        ],
        examples: [
            Example("dragoman outlets", "those of most articles first"),
            Example("dragoman outlets Meridian", "one of them"),
            Example("dragoman outlets --json", "all, with the ids of distorted deals"),
        ],
        arguments: [name], options: [limit, Paper.json, Places.ledger])

    static func run(_ invocation: Invocation, in context: Context) async throws -> ExitCode {
        let ledger = try Ledger(path: Places.ledger(invocation, in: context, making: false), access: .reading)
        let outlets = try Outlets(
            of: ledger, named: invocation.word(name), limit: invocation.integer(limit) ?? 100)
        try Paper(invocation, in: context).print(outlets)
        return outlets.outlets.isEmpty ? .nothingFound : .done
    }
}
