import DragomanArguments
import DragomanBrief
import DragomanLedger

/// `dragoman backup FILE`
enum BackupCommand: Action {
    private static let target = Argument("FILE", "where the copy is to stand; there must be none yet", kind: .file)

    static let definition = Command(
        name: "backup", summary: "Write a checked copy of the ledger",
        discussion: [
            "Others may add to the ledger meanwhile: the copy is of one moment. It is a ledger itself, in one file."
        ],
        examples: [
            Example("dragoman backup trade-2024-05-20.db", "a copy, checked from end to end"),
            Example("dragoman deals --ledger trade-2024-05-20.db", "it can be read like any ledger"),
        ],
        arguments: [target], options: [Places.ledger])

    static func run(_ invocation: Invocation, in context: Context) async throws -> ExitCode {
        let ledger = try Ledger(path: Places.ledger(invocation, in: context, making: false), access: .reading)
        let target = invocation.word(target) ?? ""
        let result = try ledger.backup(to: target)
        try context.output.write(holding(target, result))
        return .done
    }
}

/// `dragoman restore FILE`
enum RestoreCommand: Action {
    private static let source = Argument("FILE", "the copy, as dragoman backup wrote it", kind: .file)
    private static let replace = Option(flag: "replace", "the ledger that is there may be lost")

    static let definition = Command(
        name: "restore", summary: "Put a checked copy in the ledger's place",
        discussion: [
            "The copy is checked first, and put in place in one step: interrupted, the old ledger is as it was."
        ],
        examples: [
            Example("dragoman restore trade-2024-05-20.db", "where there is no ledger yet"),
            Example("dragoman restore trade-2024-05-20.db --replace", "in the place of one that is lost then"),
        ],
        arguments: [source], options: [replace, Places.ledger])

    static func run(_ invocation: Invocation, in context: Context) async throws -> ExitCode {
        let path = try Places.ledger(invocation, in: context, making: true)
        let result = try Ledger.restore(
            invocation.word(source) ?? "", to: path, replacing: invocation.has(replace))
        try context.output.write(holding(path, result))
        return .done
    }
}

/// What a checked ledger holds, in one line.
private func holding(_ path: String, _ found: Verification) -> String {
    "\(path) holds \(Counted.of(found.counts.articles, "article")) and "
        + "\(Counted.of(found.judgments, "judgment")); head \(found.head)\n"
}
