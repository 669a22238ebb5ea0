import DragomanArguments
import DragomanBrief
import DragomanLedger

/// `dragoman deals`
enum DealsCommand: Action {
    private static let limit = Option(
        "limit", "the most deals to list; 50 by default, all with --json", value: "N", kind: .integer(1...1_000_000))

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
        options: DealQuery.options + [limit, Paper.json, Places.ledger])

    static func run(_ invocation: Invocation, in context: Context) async throws -> ExitCode {
        let ledger = try Ledger(path: Places.ledger(invocation, in: context, making: false), access: .reading)
        let filter = try DealQuery.filter(invocation, of: ledger, in: context)
        let limit = invocation.integer(limit) ?? (invocation.has(Paper.json) ? nil : 50)
        let deals = try ledger.deals(filter, limit: limit)
        let total = limit == deals.count ? try ledger.count(filter) : deals.count
        try Paper(invocation, in: context).print(DealList(deals, of: total))
        return deals.isEmpty ? .nothingFound : .done
    }
}
