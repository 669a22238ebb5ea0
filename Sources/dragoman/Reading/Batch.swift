import DragomanArguments
import DragomanCapture
import DragomanText
import Foundation

/// Many articles, of files and of archives, read on all cores and handed on in the order they were named.
struct Batch {
    static let files = Argument(
        "FILE", "articles, text or web pages; folders with all articles in them; - for standard input", kind: .file,
        arity: .oneOrMore)
    static let jsonl = Option(flag: "jsonl", "one line an article; without it, indented")

    private let paths: [String]
    private let reader: Reader
    private let progress: Progress
    private let messages: Messages

    init(_ paths: [String], reader: Reader, quiet: Bool, in context: Context) {
        self.paths = paths
        self.reader = reader
        messages = context.messages
        progress = Progress("reading", total: paths.count, quiet: quiet, in: context)
    }

    /// Reads every article. One that cannot be read is reported and passed over.
    ///
    /// - Parameter consume: takes each article, one after the other.
    /// - Returns: nil where all could be read; else the exit code that tells of the first that could not.
    func readAll(_ consume: (Reading) throws -> Void) async throws -> ExitCode? {
        var worst: ExitCode?
        let reader = reader
        try await InOrder.forEach(Captures(paths), width: ProcessInfo.processInfo.activeProcessorCount) { capture in
            Result<Reading, DragomanError> { () throws(DragomanError) in try reader.read(capture.get()) }
        } consume: { result in
            progress.step()
            switch result {
            case .success(let reading): try consume(reading)
            case .failure(let error):
                progress.end()
                messages.say("\(error)")
                worst = worst ?? ExitCode(error.kind)
            }
        }
        progress.end()
        return worst
    }
}
