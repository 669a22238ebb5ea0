import DragomanArguments
import DragomanBrief
import DragomanLedger
import DragomanText
import Foundation

/// `dragoman verify`
enum VerifyCommand: Action {
    private static let head = Option(
        "head", "a head that was kept: the chain must go through it", value: "HEAD")

    static let definition = Command(
        name: "verify", summary: "Check every row of the ledger against what was written",
        discussion: [
            "Captures are held against their SHA-256, articles and claims against their ids, which are made of their content, every "
                + "table against the sum kept of its rows, and the file against SQLite's own rules.",
            "The head is that of a hash chain over all captures and judgments. Keep it elsewhere: --head tells later whether anything "
                + "before it was changed, taken out or slipped in. The digest is that of all that is derived; ledgers with the same "
                + "captures, judgments, packs and model have the same, in whatever order they came.",
        ],
        examples: [
            Example("dragoman verify", "check the ledger; print head and digest"),
            Example(
                "dragoman verify --head 12-9f86d081",
                "and see that the first 12 entries are those of the head that was kept"),
        ],
        options: [head, Paper.json, Places.ledger])

    static func run(_ invocation: Invocation, in context: Context) async throws -> ExitCode {
        var kept: ChainHead?
        if let text = invocation.value(head) {
            guard let known = ChainHead(text) else {
                throw DragomanError(
                    .usage, "D026", "'\(text)' is no head",
                    advice: "A head is what dragoman verify prints, such as 12-9f86...")
            }
            kept = known
        }
        let ledger = try Ledger(path: Places.ledger(invocation, in: context, making: false), access: .reading)
        let progress = Progress(
            "checking", total: try ledger.counts().articles, quiet: invocation.has(SharedOptions.quiet), in: context)
        let result = try ledger.verify(against: kept) { _, _ in progress.step() }
        progress.end()
        try Paper(invocation, in: context).print(VerificationPage(result))
        return result.faults.isEmpty ? .done : .badInput
    }
}
