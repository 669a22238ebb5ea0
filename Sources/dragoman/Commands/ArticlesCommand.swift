import DragomanArguments
import DragomanBrief
import DragomanLedger

/// `dragoman articles`
enum ArticlesCommand: Action {
    static let definition = Command(
        name: "articles", summary: "List the articles in the ledger",
        examples: [
            Example("dragoman articles", "all articles, the newest first"),
            Example("dragoman articles --json", "the same for programs"),
        ],
        options: [Paper.json, Places.ledger])

    static func run(_ invocation: Invocation, in context: Context) async throws -> ExitCode {
        let ledger = try Ledger(path: Places.ledger(invocation, in: context, making: false), access: .reading)
        let articles = try ledger.articles()
        try Paper(invocation, in: context).print(ArticleList(articles))
        return articles.isEmpty ? .nothingFound : .done
    }
}
