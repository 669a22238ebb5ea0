import DragomanArguments
import DragomanBrief
import DragomanLedger

/// `dragoman search WORD...`
enum SearchCommand: Action {
    private static let words = Argument(
        "WORD", "words that must all occur; \"two words\" together; begin* for all that begin so", arity: .oneOrMore)
    private static let limit = Option(
        "limit", "the most articles to list", value: "N", kind: .integer(1...1000), fallback: "20")

    private static let exact = Option(flag: "exact", "by these words alone, not by other names of what they name")

    static let definition = Command(
        name: "search", summary: "Find articles in the ledger by their words",
        discussion: [
            "The best match comes first. Case and accents play no part.",
            "A name also finds the articles that write it otherwise or in another script: Джалали finds Jalali, IKCO finds Iran Khodro. What was looked for too is said at the end; --exact goes by the words alone.",
        ],
        examples: [
            Example("dragoman search Sobol Vietnam", "articles with both words"),
            Example("dragoman search certif*", "certified, certification, certificate"),
            Example("dragoman search Соболь", "a name, whatever script the articles write it in"),
            Example("dragoman search Sobol --limit 5 --json", "the same for programs"),
        ],
        arguments: [words], options: [exact, limit, Paper.json, Places.ledger, Places.packs])

    static func run(_ invocation: Invocation, in context: Context) async throws -> ExitCode {
        let ledger = try Ledger(path: Places.ledger(invocation, in: context, making: false), access: .reading)
        // The shell has taken the quotation marks around words that belong together.
        let text = invocation.words(words).map { $0.contains(" ") && !$0.contains("\"") ? "\"\($0)\"" : $0 }
        let names = invocation.has(exact) ? nil : try NameMatching.finderIfThere(invocation, in: context)
        let result = try ledger.search(
            text.joined(separator: " "), names: names, limit: invocation.integer(limit) ?? 20)
        try Paper(invocation, in: context).print(SearchPage(result))
        return result.hits.isEmpty ? .nothingFound : .done
    }
}
