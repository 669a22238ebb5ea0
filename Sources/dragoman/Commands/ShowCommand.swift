import DragomanArguments
import DragomanBrief
import DragomanLedger
import DragomanText

/// `dragoman show ID`
enum ShowCommand: Action {
    private static let id = Argument("ID", "a deal's id, or its first four letters and more")

    static let definition = Command(
        name: "show", summary: "Show a deal in full: every value with who reports it, its history, and the words",
        discussion: ["Values that differ stand side by side with the outlets that give them; none is preferred."],
        examples: [
            Example("dragoman show 3fa9c2", "the deal whose id begins so; dragoman deals lists them"),
            Example("dragoman show 3fa9c2 --json", "the same for programs"),
        ],
        arguments: [id], options: [Paper.json, Places.ledger])

    static func run(_ invocation: Invocation, in context: Context) async throws -> ExitCode {
        let ledger = try Ledger(path: Places.ledger(invocation, in: context, making: false), access: .reading)
        let id = invocation.word(id) ?? ""
        guard let deal = try ledger.deal(id) else {
            context.messages.say("the ledger holds no deal \(id)\nThe command dragoman deals lists the ids.")
            return .nothingFound
        }
        try Paper(invocation, in: context).print(DealPage(deal))
        return .done
    }
}
