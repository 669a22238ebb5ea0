import DragomanCapture
import DragomanText
import Foundation

/// Fetches what the command line names by address.
struct Fetching {
    /// Why an address is fetched.
    private enum Purpose: Sendable {
        /// The command line names it.
        case named
    }

    private let journal: FetchJournal
    private let fetcher: Fetcher
    private let quiet: Bool
    private let context: Context

    /// - Parameter path: the ledger beside which the record of what was fetched is kept.
    /// - Throws: `DragomanError` W018 where that cannot be written.
    init(besideLedger path: String, quiet: Bool, in context: Context) throws {
        journal = try FetchJournal(path: path + ".fetched", now: context.now().timeIntervalSince1970)
        fetcher = Self.fetcher(journal, in: context)
        self.quiet = quiet
        self.context = context
    }

    /// The address in a word of the command line.
    ///
    /// - Throws: `DragomanError` W001 where it is none.
    static func address(_ word: String) throws -> WebAddress {
        guard let address = WebAddress(word) else {
            throw DragomanError(
                .badInput, "W001", "\(word) is not an address that can be fetched",
                advice: "Give one that begins with http:// or https://, without a user name in it.")
        }
        return address
    }

    /// The bytes of a file, of standard input for `-`, or of an address, which is fetched.
    static func capture(_ word: String, quiet: Bool, in context: Context) async throws -> Capture {
        guard WebAddress.looksLikeOne(word) else { return try CaptureReader().read(word) }
        let address = try address(word)
        let fetching = try Fetching(besideLedger: recordPlace(in: context), quiet: quiet, in: context)
        fetching.tell("fetching \(address.text)")
        guard case .page(let page) = try await fetching.fetcher.fetch(address) else {
            throw DragomanError(.failure, "W010", "the answer for \(address.text) is broken")
        }
        return try CaptureReader().checked(page.capture)
    }

    /// Fetches addresses and puts their articles into a ledger.
    ///
    /// - Returns: nil where all could be had; else the exit code that tells of the first that could not.
    func add(_ addresses: [WebAddress], to adding: Adding) async throws -> ExitCode? {
        var worst: ExitCode?
        let progress = Progress("fetching", total: addresses.count, quiet: quiet, in: context)
        let tasks = addresses.map { FetchTask<Purpose>($0, for: .named, validators: validators(of: $0)) }
        if tasks.count == 1 { tell("fetching \(addresses[0].text)") }
        try await FetchList(fetcher).run(tasks) { task, result in
            progress.step()
            do {
                try take(result.get(), of: task.address, adding)
            } catch let error as DragomanError {
                progress.end()
                context.messages.say("\(error)")
                journal.failed(task.address, code: error.code, now: context.now().timeIntervalSince1970)
                worst = worst ?? ExitCode(error.kind)
            }
            return []
        }
        progress.end()
        return worst
    }

    private func take(_ answer: FetchAnswer, of address: WebAddress, _ adding: Adding) throws {
        guard case .page(let page) = answer else { return adding.passedOver() }
        let capture = try CaptureReader().checked(page.capture)
        if !adding.passesOver(capture) { try adding.add(adding.reader.read(capture)) }
        journal.done(address, page.validators)
    }

    /// What to ask the server with: whether the page has changed since it was put into the ledger.
    private func validators(of address: WebAddress) -> Validators? {
        guard case .done(let validators) = journal.state(of: address) else { return nil }
        return validators
    }

    /// Says what is being waited for, on a terminal only.
    private func tell(_ text: String) {
        if !quiet, context.messages.isTerminal(context.environment) { context.messages.say(text) }
    }

    /// Where fetching without a ledger keeps its record: beside the one in the home folder's place for data.
    private static func recordPlace(in context: Context) throws -> String {
        let file = context.dataFile("ledger.db")
        try? FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        return file.path
    }

    private static func fetcher(_ journal: FetchJournal, in context: Context) -> Fetcher {
        #if DEBUG
            // Tests of the program fetch from a server of their own on this machine; released programs cannot.
            if context.environment["DRAGOMAN_TEST_LOCAL_SERVER"] == "1" { return .ofTestServer(journal: journal) }
        #endif
        return Fetcher(journal: journal)
    }
}
