import DragomanArguments
import DragomanBrief
import DragomanClaims
import DragomanLedger
import DragomanText

/// `dragoman deals`
enum DealsCommand: Action {
    private static let kind = Option(
        "kind", "only this sort of undertaking; may be given several times", value: "KIND",
        kind: .choice(ClaimKind.allCases.map(\.rawValue)))
    private static let stage = Option(
        "stage", "only this stage; may be given several times", value: "STAGE",
        kind: .choice(Stage.allCases.map(\.rawValue)))
    private static let party = Option(
        "party", "only with this firm, country or institution, or part of its name", value: "NAME")
    private static let place = Option("place", "only in this country or place, or part of its name", value: "NAME")
    private static let goods = Option(
        "goods", "only these goods: a type such as truck, or part of a name", value: "NAME")
    private static let since = Option(
        "since", "only with a word given on this day or later", value: "DATE", kind: .date)

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
        options: [kind, stage, party, place, goods, since, limit, Paper.json, Places.ledger])

    static func run(_ invocation: Invocation, in context: Context) async throws -> ExitCode {
        let ledger = try Ledger(path: Places.ledger(invocation, in: context, making: false), access: .reading)
        let filter = DealFilter(
            kinds: invocation.values(kind).compactMap(ClaimKind.init),
            stages: invocation.values(stage).compactMap(Stage.init), party: invocation.value(party),
            place: invocation.value(place), goods: invocation.value(goods),
            since: invocation.value(since).flatMap(CoarseDate.init(iso:)))
        let limit = invocation.integer(limit) ?? (invocation.has(Paper.json) ? nil : 50)
        let deals = try ledger.deals(filter, limit: limit)
        let total = limit == deals.count ? try ledger.count(filter) : deals.count
        try Paper(invocation, in: context).print(DealList(deals, of: total))
        return deals.isEmpty ? .nothingFound : .done
    }
}
