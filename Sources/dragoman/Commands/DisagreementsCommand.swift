import DragomanArguments
import DragomanBrief
import DragomanLedger

/// `dragoman disagreements`
enum DisagreementsCommand: Action {
    private static let all = Option(
        flag: "all", "also differences that explain themselves: updates, revisions, other periods and definitions")

    static let definition = Command(
        name: "disagreements", summary: "Show where reports of one deal disagree, sentence beside sentence",
        discussion: [
            "A distortion is one origin told differently, a dispute two origins that contradict each other. No verdict is "
                + "given on who is right."
        ],
        examples: [
            Example("dragoman disagreements", "distortions and disputes"),
            Example("dragoman disagreements --all --json", "all differences, for programs"),
        ],
        options: [all, Paper.json, Places.ledger])

    static func run(_ invocation: Invocation, in context: Context) async throws -> ExitCode {
        let ledger = try Ledger(path: Places.ledger(invocation, in: context, making: false), access: .reading)
        let all = invocation.has(all)
        let found = try ledger.deals().compactMap { deal -> (deal: Deal, disagreements: [Disagreement])? in
            let disagreements = deal.disagreements(deal.origins).filter { all || $0.kind.isContradiction }
            return disagreements.isEmpty ? nil : (deal, disagreements)
        }
        try Paper(invocation, in: context).print(DisagreementList(found))
        return found.isEmpty ? .nothingFound : .done
    }
}
