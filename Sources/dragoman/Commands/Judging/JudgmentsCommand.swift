import DragomanArguments
import DragomanBrief
import DragomanLedger

/// `dragoman judgments`
enum JudgmentsCommand: Action {
    static let definition = Command(
        name: "judgments", summary: "List what people judged",
        discussion: [
            "In the order it was judged, undone judgments included. Without subject are those whose claims the rules no longer find."
        ],
        examples: [
            Example("dragoman judgments", "all judgments, with who, when and why"),
            Example("dragoman judgments --json", "the same for programs"),
        ],
        options: [Paper.json, Places.ledger])

    static func run(_ invocation: Invocation, in context: Context) async throws -> ExitCode {
        let ledger = try Ledger(path: Places.ledger(invocation, in: context, making: false), access: .reading)
        let judgments = try ledger.judgments()
        try Paper(invocation, in: context).print(JudgmentList(judgments))
        return judgments.isEmpty ? .nothingFound : .done
    }
}

/// `dragoman undo NUMBER`
enum UndoCommand: Action {
    private static let number = Argument("NUMBER", "the judgment's number", kind: .integer(1...1_000_000_000))

    static let definition = Command(
        name: "undo", summary: "Undo a judgment",
        discussion: ["Nothing is deleted: the undoing is a judgment too, and can be undone."],
        examples: [
            Example("dragoman undo 12 --why \"the other contract after all\"", "judgment 12 counts no more"),
            Example("dragoman undo 13", "where 13 was that undoing, 12 counts again"),
        ],
        arguments: [number], options: Judging.options + [Paper.json, Places.ledger])

    static func run(_ invocation: Invocation, in context: Context) async throws -> ExitCode {
        try Judging.make(
            JudgmentRequest(
                .undo, JudgedSubject(.judgment, [.init(names: [invocation.word(number) ?? ""])]),
                who: Judging.who(invocation, in: context), why: invocation.value(Judging.why)),
            invocation, in: context)
    }
}
