import DragomanArguments
import DragomanBrief
import DragomanLedger

/// `dragoman people [NAME]`
enum PeopleCommand: Action {
    private static let name = Argument(
        "NAME", "only persons of this name or one like it, in any script", arity: .optional)
    private static let limit = Option(
        "limit", "the most persons", value: "N", kind: .integer(1...100_000), fallback: "100")

    static let definition = Command(
        name: "people", summary: "List the persons of the ledger: their offices, and how many claims are their word",
        discussion: [
            "Names of one person in several spellings and scripts are one; dragoman names list --questions lists those in doubt."
        ],
        examples: [
            Example("dragoman people", "those who are quoted most first"),
            Example("dragoman people Artemyev", "one of them, however the name is spelled"),
            Example("dragoman people --json", "all for programs"),
        ],
        arguments: [name], options: [limit, Paper.json, Places.ledger, Places.packs])

    static func run(_ invocation: Invocation, in context: Context) async throws -> ExitCode {
        let ledger = try Ledger(path: Places.ledger(invocation, in: context, making: false), access: .reading)
        let people = try PeopleList(
            of: ledger, named: invocation.word(name), matcher: NameMatching.matcher(invocation, in: context),
            limit: invocation.integer(limit) ?? 100)
        try Paper(invocation, in: context).print(people)
        return people.people.isEmpty ? .nothingFound : .done
    }
}
