/// Completions for zsh, a function a command.
struct ZshCompletions {
    let root: Command

    func text() -> String {
        var lines = [
            "#compdef \(root.name)",
            "# zsh completion of \(root.name): put this file into a folder of $fpath as _\(root.name)",
        ]
        for path in root.paths.reversed() { lines += ["", "\(function(path))() {"] + body(path) + ["}"] }
        lines += [
            "", "if [[ $funcstack[1] == \(function([root])) ]]; then \(function([root])) \"$@\"",
            "else compdef \(function([root])) \(root.name); fi",
        ]
        return lines.joined(separator: "\n") + "\n"
    }

    private func function(_ path: [Command]) -> String { "_" + path.map(\.name).joined(separator: "_") }

    private func body(_ path: [Command]) -> [String] {
        guard let command = path.last else { return [] }
        var specifications = (path.options + [.help, .version]).flatMap(specification)
        guard !command.subcommands.isEmpty else {
            for (number, argument) in command.arguments.enumerated() {
                let position = argument.arity.repeats ? "*" : "\(number + 1)"
                specifications.append("\(position):\(argument.name):\(action(argument.kind))".shellQuoted)
            }
            return arguments(specifications)
        }
        specifications += ["'1: :->command'", "'*:: :->rest'"]
        var lines = ["    local context state line", "    local -a commands=("]
        lines += command.subcommands.map { "        \("\($0.name):\($0.summary)".shellQuoted)" } + ["    )"]
        lines += arguments(specifications)
        lines += [
            "    case $state in", "        command) _describe command commands ;;", "        rest)",
            "            case $words[1] in",
        ]
        lines += command.subcommands.map { "                \($0.name)) \(function(path + [$0])) ;;" }
        return lines + ["            esac ;;", "    esac"]
    }

    private func arguments(_ specifications: [String]) -> [String] {
        ["    _arguments -C -s \\"] + specifications.map { "        \($0) \\" } + ["        && return"]
    }

    /// One specification of `_arguments` for each form of an option.
    private func specification(_ option: Option) -> [String] {
        let summary = option.summary.map { "[]:\\".contains($0) ? "\\\($0)" : "\($0)" }.joined()
        let value = option.value.map { ":\($0.name):\(action($0.kind))" } ?? ""
        let long = "--\(option.name)\(option.value == nil ? "" : "=")[\(summary)]\(value)".shellQuoted
        return [long] + (option.short.map { ["-\($0)[\(summary)]\(value)".shellQuoted] } ?? [])
    }

    private func action(_ kind: ValueKind) -> String {
        switch kind {
        case .file: "_files"
        case .folder: "_files -/"
        case .choice(let words): "(\(words.joined(separator: " ")))"
        case .text, .integer, .date: " "
        }
    }
}
