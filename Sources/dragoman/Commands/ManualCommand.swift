import DragomanArguments

/// `dragoman manual`
enum ManualCommand: Action {
    private static let format = Option(
        "format", "a manual page, or the reference in Markdown", value: "FORMAT", kind: .choice(["roff", "markdown"]),
        fallback: "roff")

    static let definition = Command(
        name: "manual", summary: "Print the manual page",
        examples: [
            Example("dragoman manual | man -l -", "read it"),
            Example("dragoman manual > ~/.local/share/man/man1/dragoman.1", "install it"),
        ],
        options: [format])

    static func run(_ invocation: Invocation, in context: Context) async throws -> ExitCode {
        let page =
            invocation.value(format) == "markdown"
            ? ReferencePage(root: Commands.root).text()
            : ManualPage(root: Commands.root, version: Dragoman.version).text()
        try context.output.write(page)
        return .done
    }
}
