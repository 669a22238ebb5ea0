/// Completions for bash, without the bash-completion package.
struct BashCompletions {
    let root: Command

    func text() -> String {
        let function = "_\(root.name)"
        var lines = [
            "# bash completion of \(root.name): source this file, or put it into",
            "# ~/.local/share/bash-completion/completions/\(root.name)",
            "\(function)() {",
            "    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} command= word",
            "    for word in \"${COMP_WORDS[@]:1:COMP_CWORD-1}\"; do",
            "        case \"$command $word\" in",
        ]
        for path in root.paths.dropFirst() {
            lines.append("            \(key(path).shellQuoted)) command=\(key(path).shellQuoted) ;;")
        }
        lines += ["        esac", "    done", "    case \"$command\" in"]
        for path in root.paths {
            guard let command = path.last else { continue }
            lines.append("        \(key(path).shellQuoted))")
            let valued = path.options.filter { $0.value != nil }
            if !valued.isEmpty {
                lines.append("            case \"$previous\" in")
                for option in valued {
                    let names = ["--\(option.name)"] + (option.short.map { ["-\($0)"] } ?? [])
                    let action = action(option.value?.kind ?? .text)
                    lines.append("                \(names.joined(separator: "|"))) \(action); return ;;")
                }
                lines.append("            esac")
            }
            let names = (path.options + [.help, .version]).map { "--\($0.name)" }.joined(separator: " ")
            lines.append(
                "            if [[ $current == -* ]]; then COMPREPLY=($(compgen -W '\(names)' -- \"$current\"))")
            lines.append("            else \(argumentAction(command)); fi ;;")
        }
        lines += ["    esac", "}", "complete -o filenames -F \(function) \(root.name)"]
        return lines.joined(separator: "\n") + "\n"
    }

    /// How the script calls a command: its words after the root, with a space before each; "" for the root.
    private func key(_ path: [Command]) -> String {
        path.dropFirst().map { " " + $0.name }.joined()
    }

    private func argumentAction(_ command: Command) -> String {
        guard command.subcommands.isEmpty else { return words(command.subcommands.map(\.name)) }
        return command.arguments.last.map { action($0.kind) } ?? ":"
    }

    private func action(_ kind: ValueKind) -> String {
        switch kind {
        case .file: "COMPREPLY=($(compgen -f -- \"$current\"))"
        case .folder: "COMPREPLY=($(compgen -d -- \"$current\"))"
        case .choice(let choices): words(choices)
        case .text, .integer, .date: ":"
        }
    }

    private func words(_ words: [String]) -> String {
        "COMPREPLY=($(compgen -W \(words.joined(separator: " ").shellQuoted) -- \"$current\"))"
    }
}
