import DragomanArguments
import DragomanClaims
import DragomanLedger
import DragomanText

/// `dragoman enter --kind KIND --stage STAGE ...`
enum EnterCommand: Action {
    private static let fields = [
        Option("kind", "what sort of undertaking", value: "KIND", kind: .choice(ClaimKind.allCases.map(\.rawValue))),
        Option("stage", "how far along", value: "STAGE", kind: .choice(Stage.allCases.map(\.rawValue))),
        Option("actor", "who does it; may be given several times", value: "NAME"),
        Option("counterpart", "to or with whom; may be given several times", value: "NAME"),
        Option("place", "where; may be given several times", value: "NAME"),
        Option("goods", "a type, and a brand or model: van Sobol NN; may be given several times", value: "GOODS"),
        Option("quantity", "number and unit, such as 45000 vehicles, or 20000 vehicles per year", value: "QUANTITY"),
        Option("money", "amount and currency, such as 300000000 USD", value: "MONEY"),
        Option("share", "a stake or part, as it was given", value: "TEXT"),
        Option("date", "when it happens or happened", value: "DATE", kind: .date),
        Option("speaker", "whose word it is", value: "NAME"),
    ]
    private static let words = Option("words", "the words that were heard or read", value: "TEXT")
    private static let source = Option("source", "who gave them: an outlet, a person, a document", value: "NAME")
    private static let on = Option("on", "when they were given", value: "DATE", kind: .date)
    private static let address = Option("address", "where they can be looked up", value: "URL")

    static let definition = Command(
        name: "enter", summary: "Enter a claim that was heard elsewhere, with its source",
        discussion: [
            "It is kept like a capture, for good, and counted, compared and judged like a claim of an article. To take it back, "
                + "reject it: dragoman judge reject --claim ID."
        ],
        examples: [
            Example(
                "dragoman enter --kind supply --stage signed --actor Saipa --place Belarus --quantity \"45000 vehicles\" "
                    + "--words \"The contract is signed.\" --source \"trade attache\" --on 2024-03-20",
                "a contract somebody told of"),
            Example(
                "dragoman enter --kind production --stage denied --actor BYD --place Mexico --words \"We build nothing there.\" "
                    + "--source \"Expo panel\"", "a denial heard on a panel"),
        ],
        options: fields + [words, source, on, address] + Judging.options + [Places.ledger])

    static func run(_ invocation: Invocation, in context: Context) async throws -> ExitCode {
        var values: [String: String] = [:]
        for option in fields {
            let given = invocation.values(option)
            if !given.isEmpty { values[option.name] = given.joined(separator: ";") }
        }
        let entered = EnteredClaim(
            fields: values, words: invocation.value(words) ?? "", source: invocation.value(source) ?? "",
            date: invocation.value(on), address: invocation.value(address), who: Judging.who(invocation, in: context),
            why: invocation.value(Judging.why))
        let ledger = try Ledger(path: Places.ledger(invocation, in: context, making: true), access: .writing)
        switch try ledger.enter(entered, at: context.now()) {
        case .added(let id): try context.output.write("entered as \(id)\n")
        case .alreadyThere(let id): try context.output.write("already there as \(id)\n")
        }
        return .done
    }
}
