/// Completions for fish.
struct FishCompletions {
    let root: Command

    func text() -> String {
        var lines = [
            "# fish completion of \(root.name): put this file into ~/.config/fish/completions/\(root.name).fish",
            "complete -c \(root.name) -f",
        ]
        for option in root.options + [.help, .version] { lines.append(line(option, condition: nil)) }
        for path in root.paths {
            guard let command = path.last else { continue }
            let condition = condition(path)
            for subcommand in command.subcommands {
                lines.append(
                    "complete -c \(root.name) -n \(condition) -a \(subcommand.name) -d \(subcommand.summary.shellQuoted)"
                )
            }
            guard path.count > 1 else { continue }
            for option in command.options { lines.append(line(option, condition: condition)) }
            if let argument = command.arguments.last, !action(argument.kind).isEmpty {
                lines.append("complete -c \(root.name) -n \(condition)\(action(argument.kind))")
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Holds where the command line so far names just this command.
    private func condition(_ path: [Command]) -> String {
        guard let command = path.last, path.count > 1 else { return "__fish_use_subcommand" }
        var tests = path.dropFirst().map { "__fish_seen_subcommand_from \($0.name)" }
        if !command.subcommands.isEmpty {
            tests.append("not __fish_seen_subcommand_from \(command.subcommands.map(\.name).joined(separator: " "))")
        }
        return tests.joined(separator: "; and ").shellQuoted
    }

    private func line(_ option: Option, condition: String?) -> String {
        var line = "complete -c \(root.name)" + (condition.map { " -n \($0)" } ?? "") + " -l \(option.name)"
        if let short = option.short { line += " -s \(short)" }
        if let value = option.value { line += (value.kind == .file ? " -r" : " -x") + action(value.kind) }
        return line + " -d \(option.summary.shellQuoted)"
    }

    /// What is offered, with a space before it; "" for nothing.
    private func action(_ kind: ValueKind) -> String {
        switch kind {
        case .file: " -F"
        case .folder: " -a '(__fish_complete_directories)'"
        case .choice(let words): " -a \(words.joined(separator: " ").shellQuoted)"
        case .text, .integer, .date: ""
        }
    }
}
