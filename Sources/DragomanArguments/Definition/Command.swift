/// A command as a value: what it is called, what it takes, and what people are told about it.
///
/// Parsing, `--help`, completions, the manual page and the reference page are all made from this one definition.
///
/// ```
/// let count = Command(
///     name: "count", summary: "Count the words of a file",
///     examples: [Example("tool count notes.txt", "how many words notes.txt has")],
///     arguments: [Argument("FILE", "the file to count", kind: .file)])
/// ```
public struct Command: Sendable, Equatable {
    /// The word typed for it.
    public let name: String
    /// What it does, one line without a full stop.
    public let summary: String
    /// What there is to know beyond the summary, a string a paragraph.
    public let discussion: [String]
    /// Help leads with these.
    public let examples: [Example]
    /// What it takes by position, in order; only the last may repeat.
    public let arguments: [Argument]
    /// Its options and flags. Those of a command hold for its subcommands too.
    public let options: [Option]
    /// The commands below it; a command with subcommands takes no arguments itself.
    public let subcommands: [Command]

    public init(
        name: String, summary: String, discussion: [String] = [], examples: [Example] = [], arguments: [Argument] = [],
        options: [Option] = [], subcommands: [Command] = []
    ) {
        self.name = name
        self.summary = summary
        self.discussion = discussion
        self.examples = examples
        self.arguments = arguments
        self.options = options
        self.subcommands = subcommands
    }
}

/// A command line that works, and what it gives.
public struct Example: Sendable, Equatable {
    /// The whole line, ready to be typed.
    public let line: String
    /// What it does, a phrase without a full stop.
    public let note: String

    public init(_ line: String, _ note: String) {
        self.line = line
        self.note = note
    }
}
