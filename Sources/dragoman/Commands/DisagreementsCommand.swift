import DragomanArguments
import DragomanBrief
import DragomanLedger

/// `dragoman disagreements`
enum DisagreementsCommand: Action {
    private static let all = Option(
        flag: "all", "also differences that explain themselves: updates, revisions, other periods and definitions")
    private static let kind = Option(
        "kind", "only this sort of difference; may be given several times", value: "KIND",
        kind: .choice(Disagreement.Kind.allCases.map(\.rawValue)))
    private static let limit = Option(
        "limit", "the most deals to list; 50 by default, all with --json", value: "N", kind: .integer(1...1_000_000))

    static let definition = Command(
        name: "disagreements", summary: "Show where reports of one deal disagree, sentence beside sentence",
        discussion: [
            "A distortion is one origin told differently, a dispute two origins that contradict each other. An update is a later word "
                + "further along, a revision another figure of the same source later; period and definition are figures of different "
                + "years or rates, and of different things. No verdict is given on who is right."
        ],
        examples: [
            Example("dragoman disagreements", "distortions and disputes"),
            Example("dragoman disagreements --kind distortion", "one source told in two ways"),
            Example("dragoman disagreements --all --json", "all differences, for programs"),
        ],
        options: [all, kind, limit, Paper.json, Places.ledger])

    static func run(_ invocation: Invocation, in context: Context) async throws -> ExitCode {
        let ledger = try Ledger(path: Places.ledger(invocation, in: context, making: false), access: .reading)
        let chosen = invocation.values(kind).compactMap(Disagreement.Kind.init)
        let kinds =
            chosen.isEmpty ? Disagreement.Kind.allCases.filter { invocation.has(all) || $0.isContradiction } : chosen
        let limit = invocation.integer(limit) ?? (invocation.has(Paper.json) ? nil : 50)
        let found = try ledger.disagreements(kinds, limit: limit)
        let total = limit == found.count ? try ledger.countOfDisagreeing(kinds) : found.count
        try Paper(invocation, in: context).print(DisagreementList(found, of: total))
        return found.isEmpty ? .nothingFound : .done
    }
}
