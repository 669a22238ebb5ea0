import DragomanArguments
import DragomanCapture
import DragomanText

/// The documents that one word of the command line stands for: those of a file, which may be an archive of many, or the page
/// at an address.
struct Documents {
    /// What such a word may be, for a command's help.
    static let help =
        "an article: text, web page, PDF, mail; an archive (WARC, WACZ, zip, MHTML, mailbox) or a feed with full texts, each "
        + "article of it in turn; an address; - for standard input"

    private let captures: AnyIterator<Result<Capture, DragomanError>>

    /// - Parameter word: a path, an address, or `-`.
    /// - Throws: `DragomanError` where a page cannot be fetched.
    init(_ word: String, _ invocation: Invocation, in context: Context) async throws {
        messages = context.messages
        guard WebAddress.looksLikeOne(word) else {
            captures = AnyIterator(Captures([word]))
            return
        }
        let page = try await Fetching.capture(word, quiet: invocation.has(SharedOptions.quiet), in: context)
        captures = AnyIterator([.success(page)].makeIterator())
    }

    private let messages: Messages

    /// Does `body` with each document; among several one that cannot be read is reported and passed over.
    ///
    /// - Parameter body: takes a document and whether it is the first that could be read.
    /// - Returns: the code of the first that could not be read; else done, where `body` found something in one of them.
    /// - Throws: what `body` throws for a document that is alone.
    func readAll(_ body: (Capture, Bool) throws -> ExitCode) throws -> ExitCode {
        var result: ExitCode?
        var worst: ExitCode?
        var next = captures.next()
        while let capture = next {
            next = captures.next()
            do {
                let code = try body(capture.get(), result == nil)
                result = result == .done ? .done : code
            } catch let error as DragomanError where result != nil || worst != nil || next != nil {
                messages.say("\(error)")
                worst = worst ?? ExitCode(error.kind)
            }
        }
        return worst ?? result ?? .nothingFound
    }
}
