/// The manual page of a program with all its commands, in roff with the `man` macros.
public struct ManualPage {
    private let root: Command
    private let version: String

    /// - Parameters:
    ///   - root: the program.
    ///   - version: of the program, such as `0.1.0`.
    public init(root: Command, version: String) {
        self.root = root
        self.version = version
    }

    /// The page, ending with a line break.
    public func text() -> String {
        var lines = [
            ".TH \(root.name.uppercased()) 1 \"\" \"\(root.name) \(version)\"",
            ".SH NAME", "\(root.name) \\- \(Self.escape(lowercasedFirst(root.summary)))",
            ".SH SYNOPSIS", ".B \(root.name)", Self.escape("[OPTIONS] COMMAND"),
            ".SH DESCRIPTION",
        ]
        lines += paragraphs(root.discussion) + examples(root)
        lines += [".SH OPTIONS OF EVERY COMMAND"] + (root.options + [.help, .version]).flatMap(entry)
        lines.append(".SH COMMANDS")
        for path in root.paths.dropFirst() { lines += section(path) }
        lines += environment()
        return lines.joined(separator: "\n") + "\n"
    }

    private func section(_ path: [Command]) -> [String] {
        guard let command = path.last else { return [] }
        var lines = [".SS \(Self.escape(path.usage))", Self.escape(command.summary + ".")]
        lines += paragraphs(command.discussion, first: ".PP") + examples(command)
        for argument in command.arguments {
            lines += [".TP", ".I \(Self.escape(argument.name))", Self.escape(sentence(argument.fullSummary))]
        }
        return lines + command.options.flatMap(entry)
    }

    private func entry(_ option: Option) -> [String] {
        let spelling = option.spelling.drop { $0 == " " }
        return [".TP", ".B \(Self.escape(String(spelling)))", Self.escape(sentence(option.fullSummary))]
    }

    private func examples(_ command: Command) -> [String] {
        command.examples.flatMap {
            [".PP", Self.escape(sentence($0.note)), ".PP", ".RS 4", ".nf", Self.escape($0.line), ".fi", ".RE"]
        }
    }

    private func paragraphs(_ texts: [String], first: String? = nil) -> [String] {
        texts.enumerated().flatMap { number, text in
            (number > 0 ? [".PP"] : first.map { [$0] } ?? []) + [Self.escape(text)]
        }
    }

    private func environment() -> [String] {
        var seen: Set<String> = []
        let options = root.paths.compactMap(\.last).flatMap(\.options)
        let entries = options.compactMap { option -> [String]? in
            guard let variable = option.environment, seen.insert(variable).inserted else { return nil }
            return [".TP", ".B \(variable)", Self.escape("Stands for --\(option.name): \(option.summary).")]
        }
        return entries.isEmpty ? [] : [".SH ENVIRONMENT"] + entries.flatMap { $0 }
    }

    private func sentence(_ phrase: String) -> String { phrase.prefix(1).uppercased() + phrase.dropFirst() + "." }
    private func lowercasedFirst(_ phrase: String) -> String { phrase.prefix(1).lowercased() + phrase.dropFirst() }

    /// Keeps roff from reading text as its own: backslashes, dashes, and dots and quotes at the start of a line.
    static func escape(_ text: String) -> String {
        var escaped = ""
        for character in text {
            switch character {
            case "\\": escaped += "\\e"
            case "-": escaped += "\\-"
            case "'": escaped += "\\(aq"
            case "\n": escaped += " "
            default: escaped.append(character)
            }
        }
        return escaped.hasPrefix(".") ? "\\&" + escaped : escaped
    }
}
