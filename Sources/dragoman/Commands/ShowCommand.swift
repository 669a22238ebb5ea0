import DragomanArguments
import DragomanBrief
import DragomanLedger
import DragomanText

/// `dragoman show ID`
enum ShowCommand: Action {
    private static let id = Argument("ID", "the id of a deal or an article, or its first four letters and more")

    static let definition = Command(
        name: "show", summary: "Show a deal in full, or an article with its story and its copies",
        discussion: [
            "Of a deal: every value with who reports it, whose word it rests on, its history, disagreements, related deals and the "
                + "words. Values that differ stand side by side with the outlets that give them; none is preferred.",
            "Of an article: what stands before and after it in its story and of its outlet, what is new in it, and its copies "
                + "with what each changed.",
        ],
        examples: [
            Example("dragoman show 3fa9c2", "the deal whose id begins so; dragoman deals lists them"),
            Example("dragoman show 3fa9c2 --json", "the same for programs"),
            Example("dragoman show 7kq2", "an article; dragoman stories lists the ids"),
        ],
        arguments: [id], options: [Paper.json, Places.ledger])

    static func run(_ invocation: Invocation, in context: Context) async throws -> ExitCode {
        let ledger = try Ledger(path: Places.ledger(invocation, in: context, making: false), access: .reading)
        let id = invocation.word(id) ?? ""
        guard let deal = try ledger.deal(id) else {
            if let relations = try ledger.relations(ofArticle: id) {
                try Paper(invocation, in: context).print(RelationsPage(relations))
                return .done
            }
            context.messages.say("the ledger holds no deal \(id)\nThe command dragoman deals lists the ids.")
            return .nothingFound
        }
        try Paper(invocation, in: context).print(DealPage(deal, related: try ledger.related(to: deal)))
        return .done
    }
}
