import DragomanArguments
import DragomanBrief
import DragomanCapture
import DragomanLedger
import DragomanText
import Foundation

/// `dragoman rebuild`
enum RebuildCommand: Action {
    static let definition = Command(
        name: "rebuild", summary: "Derive the ledger again from its captures and judgments",
        discussion: [
            "Every article is read again, with the packs and the model of today; judgments are applied again. The result is the same to the "
                + "last byte for the same captures, with the second each was added, and judgments, in whatever order the captures came.",
            "The old ledger stays until the new one is complete, and is as it was where the work is interrupted.",
        ],
        examples: [
            Example("dragoman rebuild", "after an upgrade, or a change of packs"),
            Example("dragoman rebuild --ledger trade.db --packs mypacks", "with packs of one's own"),
        ],
        options: [Places.ledger, Places.model, Places.packs])

    static func run(_ invocation: Invocation, in context: Context) async throws -> ExitCode {
        let path = try Places.ledger(invocation, in: context, making: false)
        guard FileManager.default.fileExists(atPath: path) else {
            _ = try Ledger(path: path, access: .reading)
            return .failure
        }
        let reader = try Reader(invocation, in: context)
        let mark = try Places.readerMark(invocation, in: context)
        let quiet = invocation.has(SharedOptions.quiet)
        let rebuild = try Rebuild(of: path)
        let reading = Progress("reading", total: rebuild.total, quiet: quiet, in: context)
        var failed: ExitCode?
        while let captures = try rebuild.next() {
            try await InOrder.forEach(captures, width: ProcessInfo.processInfo.activeProcessorCount) { kept in
                let reading = Result<Reading, DragomanError> { () throws(DragomanError) in
                    try reader.read(kept.capture, given: kept.given)
                }
                return (kept, reading)
            } consume: { kept, result in
                reading.step()
                switch result {
                case .success(let article):
                    try rebuild.add(
                        kept, article: article.article, claims: article.claims, names: reader.names(of: article),
                        reader: mark)
                case .failure(let error):
                    reading.end()
                    context.messages.say("\(error)")
                    failed = failed ?? ExitCode(error.kind)
                    try rebuild.keep(kept)
                }
            }
        }
        reading.end()
        let deriving = Progress("deriving", total: rebuild.total, quiet: quiet, in: context)
        let digest = try rebuild.finish { _, _ in deriving.step() }
        deriving.end()
        if !quiet {
            let counts = try Ledger(path: path, access: .reading).counts()
            try context.output.write(
                "rebuilt \(Counted.of(counts.articles, "article")), \(Counted.of(counts.claims, "claim")), "
                    + "\(Counted.of(counts.deals, "deal"))\ndigest  \(digest)\n")
        }
        return failed ?? .done
    }
}
