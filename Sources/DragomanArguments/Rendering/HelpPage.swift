/// What `--help` prints for a command: examples first, then usage, arguments, options and what else there is to know.
public struct HelpPage {
    private let path: [Command]
    private let width: Int
    private let bold: Bool
    private var lines: [String] = []

    /// - Parameters:
    ///   - path: the command with those above it, from the root.
    ///   - width: columns of the terminal; text is set in 40 to 100 of them.
    ///   - bold: whether headings are set in bold by terminal codes.
    public init(path: [Command], width: Int = 80, bold: Bool = false) {
        self.path = path
        self.width = min(100, max(40, width))
        self.bold = bold
    }

    /// The page, ending with a line break.
    public func text() -> String {
        var page = self
        page.fill()
        return page.lines.joined(separator: "\n") + "\n"
    }

    private mutating func fill() {
        guard let command = path.last else { return }
        lines += "\(command.summary).".wrapped(width: width)
        if !command.examples.isEmpty {
            heading("Examples")
            for example in command.examples {
                lines.append("  " + example.line)
                lines += example.note.wrapped(width: width - 6).map { "      " + $0 }
            }
        }
        heading("Usage")
        lines.append("  " + path.usage)
        section("Arguments", command.arguments.map { ($0.name, $0.fullSummary) })
        section("Commands", command.subcommands.map { ($0.name, $0.summary) })
        section("Options", command.options.map { ($0.spelling, $0.fullSummary) })
        section("Options of every command", path.commonOptions.map { ($0.spelling, $0.fullSummary) })
        if !command.discussion.isEmpty {
            heading("Notes")
            for (number, paragraph) in command.discussion.enumerated() {
                if number > 0 { lines.append("") }
                lines += paragraph.wrapped(width: width - 2).map { "  " + $0 }
            }
        }
        if !command.subcommands.isEmpty {
            lines.append("")
            lines.append("'\(path.spelling) COMMAND --help' tells more about a command.")
        }
    }

    private mutating func heading(_ title: String) {
        lines.append("")
        lines.append(bold ? "\u{1B}[1m\(title)\u{1B}[0m" : title)
    }

    /// A heading and two columns; a term too long for its column has a line of its own.
    private mutating func section(_ title: String, _ rows: [(term: String, text: String)]) {
        guard !rows.isEmpty else { return }
        heading(title)
        let longest = rows.map { $0.term.unicodeScalars.count }.max() ?? 0
        let column = min(longest, width / 3)
        for row in rows {
            let text = row.text.wrapped(width: width - column - 4)
            let fits = row.term.unicodeScalars.count <= column
            lines.append("  " + (fits ? row.term.padded(to: column) + "  " + (text.first ?? "") : row.term))
            lines += text.dropFirst(fits ? 1 : 0).map { String(repeating: " ", count: column + 4) + $0 }
        }
    }
}
