import DragomanArguments
import DragomanBrief
import DragomanLedger

/// `dragoman stories`
enum StoriesCommand: Action {
    private static let all = Option(flag: "all", "also stories of a single article")

    static let definition = Command(
        name: "stories", summary: "List the stories in the ledger: articles of one development, in order of time",
        discussion: [
            "Copies of one text are counted as one text. dragoman show ID gives an article's place in its story."
        ],
        examples: [
            Example("dragoman stories", "stories of two articles and more, the newest first"),
            Example("dragoman stories --all --json", "all articles by story, for programs"),
        ],
        options: [all, Paper.json, Places.ledger])

    static func run(_ invocation: Invocation, in context: Context) async throws -> ExitCode {
        let ledger = try Ledger(path: Places.ledger(invocation, in: context, making: false), access: .reading)
        let stories = try ledger.stories(least: invocation.has(all) ? 1 : 2)
        try Paper(invocation, in: context).print(StoryList(stories))
        return stories.isEmpty ? .nothingFound : .done
    }
}
