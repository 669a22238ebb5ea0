import DragomanArguments
import DragomanBrief
import DragomanLedger

/// `dragoman deals`
enum DealsCommand: Action {
    static let definition = Command(
        name: "deals", summary: "List the deals in the ledger",
        discussion: [
            "The newest come first. What claims of one or several articles say of one undertaking is one deal; its stage is the newest "
                + "reported. dragoman show ID gives a deal in full."
        ],
        examples: [
            Example("dragoman deals", "all deals, the newest first"),
            Example("dragoman deals --kind supply --stage signed --stage underway", "deliveries agreed or under way"),
            Example("dragoman deals --party Saipa --since 2023", "what Saipa is part of"),
            Example("dragoman deals --json > deals.json", "all of it, with claims and evidence"),
        ],
        options: DealQuery.options + [Paper.json, Places.ledger])

    static func run(_ invocation: Invocation, in context: Context) async throws -> ExitCode {
        let ledger = try Ledger(path: Places.ledger(invocation, in: context, making: false), access: .reading)
        let deals = try ledger.deals(DealQuery.filter(invocation))
        try Paper(invocation, in: context).print(DealList(deals))
        return deals.isEmpty ? .nothingFound : .done
    }
}
