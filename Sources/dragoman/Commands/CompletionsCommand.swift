import DragomanArguments

/// `dragoman completions SHELL`
enum CompletionsCommand: Action {
    private static let shell = Argument(
        "SHELL", "the shell", kind: .choice(Shell.allCases.map(\.rawValue)))

    static let definition = Command(
        name: "completions", summary: "Print the script that completes command lines in a shell",
        examples: [
            Example(
                "dragoman completions bash > ~/.local/share/bash-completion/completions/dragoman",
                "for bash, from now on"),
            Example("source <(dragoman completions zsh)", "for zsh, in this session"),
            Example("dragoman completions fish > ~/.config/fish/completions/dragoman.fish", "for fish, from now on"),
        ],
        arguments: [shell])

    static func run(_ invocation: Invocation, in context: Context) async throws -> ExitCode {
        guard let shell = invocation.word(shell).flatMap(Shell.init) else { return .usage }
        try context.output.write(shell.completions(of: Commands.root))
        return .done
    }
}
