extension Option {
    /// Understood by every command without being defined.
    static let help = Option(flag: "help", short: "h", "show how the command is used")
    /// Understood by every command without being defined.
    static let version = Option(flag: "version", "show the version")
}

extension [Command] {
    /// The options that hold for the command at the end of this path: its own and those of the commands above it.
    var options: [Option] { reversed().flatMap(\.options) }

    /// The options that hold without being the command's own: those of the commands above it, help and version.
    var commonOptions: [Option] { dropLast().reversed().flatMap(\.options) + [.help, .version] }
}

extension Command {
    /// The paths of this command and all commands below it, in the order of their definition.
    var paths: [[Command]] {
        var found: [[Command]] = []
        var open: [[Command]] = [[self]]
        while let path = open.popLast() {
            found.append(path)
            open += (path.last?.subcommands ?? []).reversed().map { path + [$0] }
        }
        return found
    }
}

extension [Command] {
    /// The words to type for the command at the end of this path, such as `dragoman pack check`.
    var spelling: String { map(\.name).joined(separator: " ") }

    /// The usage line, such as `dragoman claims [OPTIONS] FILE...`.
    var usage: String {
        guard let command = last else { return "" }
        var parts = [spelling]
        if !command.options.isEmpty { parts.append("[OPTIONS]") }
        if !command.subcommands.isEmpty { parts.append("COMMAND") }
        return (parts + command.arguments.map(\.spelling)).joined(separator: " ")
    }
}
