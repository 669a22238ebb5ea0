import DragomanArguments
import DragomanBrief
import DragomanLedger

/// `dragoman search WORD...`
enum SearchCommand: Action {
    private static let words = Argument(
        "WORD", "words that must all occur; \"two words\" together; begin* for all that begin so", arity: .oneOrMore)
    private static let limit = Option(
        "limit", "the most articles to list", value: "N", kind: .integer(1...1000), fallback: "20")

    private static let exact = Option(flag: "exact", "only the words themselves, not names like them")

    static let definition = Command(
        name: "search", summary: "Find articles in the ledger by their words",
        discussion: [
            "The best match comes first. Case and accents play no part. A name also finds the articles that write it in another script or spelling; "
                + "--exact looks for the words alone."
        ],
        examples: [
            Example("dragoman search Sobol Vietnam", "articles with both words"),
            Example("dragoman search Артемьев", "a name in one script finds the others"),
            Example("dragoman search certif*", "certified, certification, certificate"),
            Example("dragoman search Sobol --limit 5 --json", "the same for programs"),
        ],
        arguments: [words], options: [limit, exact, Paper.json, Places.ledger, Places.packs])

    static func run(_ invocation: Invocation, in context: Context) async throws -> ExitCode {
        let ledger = try Ledger(path: Places.ledger(invocation, in: context, making: false), access: .reading)
        // The shell has taken the quotation marks around words that belong together.
        let text = invocation.words(words).map { $0.contains(" ") && !$0.contains("\"") ? "\"\($0)\"" : $0 }
        let matcher = invocation.has(exact) ? nil : try NameMatching.matcher(invocation, in: context)
        let result = try ledger.search(
            text.joined(separator: " "), limit: invocation.integer(limit) ?? 20, matcher: matcher)
        try Paper(invocation, in: context).print(SearchPage(result))
        return result.hits.isEmpty ? .nothingFound : .done
    }
}
