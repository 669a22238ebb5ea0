import DragomanArguments
import DragomanNames

/// `dragoman names explain A B`
enum NamesExplainCommand: Action {
    private static let first = Argument("A", "a name")
    private static let second = Argument("B", "another name")

    static let definition = Command(
        name: "explain", summary: "Tell word by word why two names are, or are not, one",
        discussion: [
            "Scores run from 0 to 1; from \(NameMatcher.sameFrom) on two names are the same, from \(NameMatcher.maybeFrom) on maybe."
        ],
        examples: [
            Example(
                "dragoman names explain Jalali Джалали --schema person", "a family name in two scripts"),
            Example("dragoman names explain Iran-Khodro IKCO --json", "a firm and its acronym"),
        ],
        arguments: [first, second], options: [NameMatching.schema, Paper.json, Places.packs])

    static func run(_ invocation: Invocation, in context: Context) async throws -> ExitCode {
        guard let a = invocation.word(first), let b = invocation.word(second) else { return .usage }
        let matcher = try NameMatching.matcher(invocation, in: context)
        try Paper(invocation, in: context).print(
            MatchPage(a, b, matcher.match(a, b, as: NameMatching.kind(invocation))))
        return .done
    }
}
