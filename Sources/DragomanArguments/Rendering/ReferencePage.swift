/// The reference of all commands in Markdown, a section a command.
public struct ReferencePage {
    private let root: Command

    /// - Parameter root: the program.
    public init(root: Command) {
        self.root = root
    }

    /// The page, ending with a line break.
    public func text() -> String {
        var lines = ["# Commands", "", "Made by `make docs` from the definitions in the program; do not edit by hand."]
        for path in root.paths { lines += section(path) }
        return lines.joined(separator: "\n") + "\n"
    }

    private func section(_ path: [Command]) -> [String] {
        guard let command = path.last else { return [] }
        var lines = ["", "## \(path.spelling)", "", "\(command.summary)."]
        if !command.examples.isEmpty {
            lines += ["", "```console"]
            lines += command.examples.flatMap { ["$ \($0.line)    # \($0.note)"] }
            lines.append("```")
        }
        lines += ["", "Usage: `\(path.usage)`"]
        lines += table("Argument", command.arguments.map { ($0.name, $0.fullSummary) })
        lines += table("Command", command.subcommands.map { ($0.name, $0.summary) })
        let options = path.count == 1 ? command.options + [.help, .version] : command.options
        lines += table(
            path.count == 1 ? "Option of every command" : "Option",
            options.map { (String($0.spelling.drop { $0 == " " }), $0.fullSummary) })
        for paragraph in command.discussion { lines += ["", paragraph] }
        return lines
    }

    private func table(_ title: String, _ rows: [(term: String, text: String)]) -> [String] {
        guard !rows.isEmpty else { return [] }
        return ["", "| \(title) | |", "|---|---|"]
            + rows.map { "| `\($0.term)` | \($0.text.split(separator: "|").joined(separator: "\\|")) |" }
    }
}
