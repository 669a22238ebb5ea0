public import DragomanText

extension Command {
    /// Reads a command line against this definition, which is the root.
    ///
    /// `--name value`, `--name=value`, `-n value`, `-nvalue` and clusters of flags (`-qj`) are understood; `--` ends the
    /// options; `-` is a word like any other. `--help`, `-h`, `--version` and a first word `help` are understood without
    /// being defined. Options may stand before or after arguments; where one is given twice, the last counts.
    ///
    /// - Parameters:
    ///   - words: the command line without the program's own name.
    ///   - environment: where options that name a variable look for their value.
    /// - Throws: `DragomanError` of the kind `usage`, codes A001 to A007, with a suggestion where a word is mistyped.
    public func parse(_ words: [String], environment: [String: String] = [:]) throws(DragomanError) -> Request {
        var parser = Parser(root: self, words: words)
        return try parser.parse(environment: environment)
    }
}

/// One pass over the words of a command line.
private struct Parser {
    var path: [Command]
    var words: ArraySlice<String>
    var options: [String: [String]] = [:]
    var positional: [String] = []
    var optionsEnded = false

    init(root: Command, words: [String]) {
        path = [root]
        self.words = words[...]
    }

    var command: Command { path[path.count - 1] }
    var spelling: String { path.spelling }

    mutating func parse(environment: [String: String]) throws(DragomanError) -> Request {
        while let word = words.popFirst() {
            if optionsEnded || word == "-" || !word.hasPrefix("-") {
                if command.subcommands.isEmpty {
                    positional.append(word)
                } else if word == "help", path.count == 1, !optionsEnded {
                    return .help(try helpPath())
                } else {
                    path.append(try subcommand(word))
                }
            } else if word == "--" {
                optionsEnded = true
            } else if word == "--help" || word == "-h" {
                return .help(path)
            } else if word == "--version" {
                return .version
            } else if word.hasPrefix("--") {
                try long(word)
            } else {
                try shorts(word)
            }
        }
        if !command.subcommands.isEmpty { return .incomplete(path) }
        let arguments = try bindPositional()
        try takeFromEnvironment(environment)
        return .run(Invocation(path: path, options: options, arguments: arguments))
    }

    /// `help` with the commands after it.
    private mutating func helpPath() throws(DragomanError) -> [Command] {
        while let word = words.popFirst(), !command.subcommands.isEmpty { path.append(try subcommand(word)) }
        return path
    }

    private func subcommand(_ word: String) throws(DragomanError) -> Command {
        if let found = command.subcommands.first(where: { $0.name == word }) { return found }
        let known = command.subcommands.map(\.name)
        throw mistake(
            "A001", "'\(word)' is not a command of \(spelling)",
            Self.meant(by: word, in: known).map { "Did you mean '\(spelling) \($0)'?" }
                ?? "The commands are \(ValueKind.alternatives(known)).")
    }

    private mutating func long(_ word: String) throws(DragomanError) {
        let parts = word.dropFirst(2).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let name = parts.first.map(String.init) ?? ""
        guard let option = path.options.first(where: { $0.name == name }) else { throw unknown(name) }
        try take(option, spelled: "--\(name)", attached: parts.count > 1 ? String(parts[1]) : nil)
    }

    private mutating func shorts(_ word: String) throws(DragomanError) {
        var letters = word.dropFirst()
        while let letter = letters.popFirst() {
            guard let option = path.options.first(where: { $0.short == letter }) else {
                throw mistake("A002", "'-\(letter)' is not an option of \(spelling)", nil)
            }
            guard option.value != nil else {
                try take(option, spelled: "-\(letter)", attached: nil)
                continue
            }
            let rest = letters.first == "=" ? letters.dropFirst() : letters
            try take(option, spelled: "-\(letter)", attached: letters.isEmpty ? nil : String(rest))
            return
        }
    }

    private mutating func take(_ option: Option, spelled: String, attached: String?) throws(DragomanError) {
        guard let value = option.value else {
            guard attached == nil else {
                throw mistake("A004", "\(spelled) takes no value", "Leave out what follows the equals sign.")
            }
            options[option.name, default: []].append("")
            return
        }
        guard let given = attached ?? nextValue(value.kind) else {
            throw mistake(
                "A003", "\(spelled) wants a value",
                "Write \(spelled) \(value.name); a value that begins with a dash as --\(option.name)=\(value.name).")
        }
        try check(given, value.kind, as: "\(spelled) \(value.name)")
        options[option.name, default: []].append(given)
    }

    /// The next word, unless it looks like an option; a negative number is a value where a number is wanted.
    private mutating func nextValue(_ kind: ValueKind) -> String? {
        guard let next = words.first else { return nil }
        if next.hasPrefix("-"), next != "-" {
            guard case .integer = kind, Int(next) != nil else { return nil }
        }
        return words.popFirst()
    }

    private func bindPositional() throws(DragomanError) -> [String: [String]] {
        var bound: [String: [String]] = [:]
        var rest = positional[...]
        for argument in command.arguments {
            let taken = argument.arity.repeats ? rest : rest.prefix(1)
            rest = rest.dropFirst(taken.count)
            if taken.isEmpty, argument.arity.isRequired {
                throw mistake("A006", "\(spelling) wants \(argument.name): \(argument.summary)", nil)
            }
            for word in taken { try check(word, argument.kind, as: argument.name) }
            if !taken.isEmpty { bound[argument.name] = Array(taken) }
        }
        if let extra = rest.first {
            throw mistake("A007", "'\(extra)' is one word too many for \(spelling)", nil)
        }
        return bound
    }

    /// Gives the options that were not on the command line the values of their variables; empty ones count as unset.
    private mutating func takeFromEnvironment(_ environment: [String: String]) throws(DragomanError) {
        for option in path.options where options[option.name] == nil {
            guard let variable = option.environment, let value = environment[variable], !value.isEmpty else { continue }
            try check(value, option.value?.kind ?? .text, as: "the environment variable \(variable)")
            options[option.name] = [value]
        }
    }

    private func check(_ word: String, _ kind: ValueKind, as name: String) throws(DragomanError) {
        guard !kind.allows(word) else { return }
        if case .choice(let words) = kind, let meant = Self.meant(by: word, in: words) {
            throw mistake("A005", "'\(word)' is not allowed as \(name)", "Did you mean '\(meant)'?")
        }
        throw mistake(
            "A005", "'\(word)' is not allowed as \(name)", kind.allowed.map { "Allowed is \($0)." } ?? "Give a name.")
    }

    private func unknown(_ name: String) -> DragomanError {
        let message = "'--\(name)' is not an option of \(spelling)"
        if let owner = command.subcommands.first(where: { $0.options.contains { $0.name == name } }) {
            return mistake("A002", message, "Give it after the command: \(spelling) \(owner.name) --\(name).")
        }
        let known = path.options.map(\.name) + ["help", "version"]
        return mistake("A002", message, Self.meant(by: name, in: known).map { "Did you mean '--\($0)'?" })
    }

    /// The word that a mistyped or shortened one stands for; nil where none is near.
    private static func meant(by word: String, in known: [String]) -> String? {
        let beginnings = known.filter { $0.hasPrefix(word.lowercased()) }
        return word.count > 1 && beginnings.count == 1 ? beginnings[0] : nearest(to: word, in: known)
    }

    private func mistake(_ code: String, _ message: String, _ advice: String?) -> DragomanError {
        DragomanError(.usage, code, message, advice: advice ?? "'\(spelling) --help' shows how it is used.")
    }
}
