import DragomanArguments

/// A small program with everything a definition can have.
enum Fixture {
    static let color = Option(
        "color", "when to use color", value: "WHEN", kind: .choice(["auto", "always", "never"]), fallback: "auto")
    static let quiet = Option(flag: "quiet", short: "q", "print no messages")
    static let count = Option(
        "count", short: "n", "how many lines", value: "N", kind: .integer(-5...5), fallback: "3",
        environment: "TOOL_COUNT")
    static let day = Option("day", "the day it stands for", value: "DATE", kind: .date)
    static let table = Option("table", "a table of words", value: "FILE", kind: .file)
    static let json = Option(flag: "json", short: "j", "print JSON")
    static let files = Argument("FILE", "files to read, - for standard input", kind: .file, arity: .oneOrMore)
    static let shell = Argument("SHELL", "which shell", kind: .choice(["bash", "fish"]))

    static let read = Command(
        name: "read", summary: "Read files",
        discussion: ["It's read whole. Long paragraphs of the discussion are wrapped to the width of the terminal."],
        examples: [Example("tool read -n 2 notes.txt", "the first two lines of notes.txt")],
        arguments: [files], options: [count, day, table, json])
    static let check = Command(
        name: "check", summary: "Check a pack", arguments: [Argument("FOLDER", "it", kind: .folder)])
    static let root = Command(
        name: "tool", summary: "Work on notes", options: [color, quiet],
        subcommands: [
            read, Command(name: "pack", summary: "Work on packs", subcommands: [check]),
            Command(name: "shell", summary: "Name a shell", arguments: [shell]),
            Command(name: "rest", summary: "Take what comes", arguments: [Argument("WORD", "words", arity: .any)]),
            Command(
                name: "maybe", summary: "Take one or none", arguments: [Argument("WORD", "a word", arity: .optional)]),
        ])
}
