import DragomanCapture
import DragomanText
import Foundation

/// Fetches what the command line names by address.
struct Fetching {
    /// Why an address is fetched.
    private enum Purpose: Sendable {
        /// The command line names it: a page, a feed, a list of feeds or a site map.
        case named
        /// A list names it as a feed.
        case feed
        /// A feed names it as an article.
        case item
    }

    /// A feed that was read within so many seconds is not asked again: a run that was cut short goes on with its items.
    private static let freshness = 900.0

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

    /// What is at an address, which is fetched.
    static func capture(_ word: String, quiet: Bool, in context: Context) async throws -> Capture {
        let address = try address(word)
        let fetching = try Fetching(besideLedger: recordPlace(in: context), quiet: quiet, in: context)
        fetching.tell("fetching \(address.text)")
        guard case .page(let page) = try await fetching.fetcher.fetch(address) else {
            throw DragomanError(.failure, "W010", "the answer for \(address.text) is broken")
        }
        return try CaptureReader().checked(page.capture)
    }

    /// The feeds that a file lists; nil where it is no list of feeds (OPML).
    ///
    /// - Throws: `DragomanError` W019 for a list without any address in it.
    static func feeds(inList path: String) throws -> [WebAddress]? {
        guard path != "-", [".opml", ".xml"].contains(where: path.lowercased().hasSuffix),
            let capture = try? CaptureReader().read(path), let list = OPML(capture.bytes)
        else { return nil }
        let feeds = addresses(of: list)
        guard !feeds.isEmpty else {
            throw DragomanError(
                .badInput, "W019", "there is no feed in the list \(path)",
                advice: "Export the feeds of your reader as OPML again, or name their addresses.")
        }
        return feeds
    }

    /// Fetches addresses, and what the feeds among them list, and puts the articles into a ledger.
    ///
    /// - Parameters:
    ///   - addresses: pages, feeds, lists of feeds or site maps.
    ///   - feeds: addresses known to be feeds.
    /// - Returns: nil where all could be had; else the exit code that tells of the first that could not.
    func add(_ addresses: [WebAddress], feeds: [WebAddress], to adding: Adding) async throws -> ExitCode? {
        var worst: ExitCode?
        var tasks = feeds.flatMap(tasks)
        for address in addresses {
            // What was a feed the last time is asked as one.
            if journal.lastRead(address) != nil {
                tasks += self.tasks(of: address)
            } else {
                tasks.append(FetchTask(address, for: .named, validators: validators(of: address)))
            }
        }
        let progress = Progress("fetching", total: tasks.count, quiet: quiet, in: context)
        if let only = tasks.first, tasks.count == 1 { tell("fetching \(only.address.text)") }
        try await FetchList(fetcher).run(tasks) { task, result in
            progress.step()
            do {
                let further = try take(result.get(), of: task, adding)
                progress.grow(by: further.count)
                return further
            } catch let error as DragomanError {
                progress.end()
                context.messages.say("\(error)")
                if case .item = task.purpose { journal.failed(task.address, code: error.code, now: now) }
                worst = worst ?? ExitCode(error.kind)
                return []
            }
        }
        progress.end()
        return worst
    }

    private var now: Double { context.now().timeIntervalSince1970 }

    /// What is to be fetched of a feed: itself, or only what of it is still missing where it was read a moment ago.
    private func tasks(of feed: WebAddress) -> [FetchTask<Purpose>] {
        guard let last = journal.lastRead(feed) else { return [FetchTask(feed, for: .feed)] }
        if (0..<Self.freshness).contains(now - last.at) { return items(of: feed) }
        return [FetchTask(feed, for: .feed, validators: last.validators)]
    }

    private func items(of feed: WebAddress) -> [FetchTask<Purpose>] {
        journal.pending(of: feed, now: now).map { FetchTask($0, for: .item) }
    }

    /// Takes what came; gives what is to be fetched because of it.
    private func take(_ answer: FetchAnswer, of task: FetchTask<Purpose>, _ adding: Adding) throws
        -> [FetchTask<Purpose>]
    {
        guard case .page(let page) = answer else {
            guard let last = journal.lastRead(task.address) else {
                adding.passedOver()
                return []
            }
            journal.read(task.address, last.validators, now: now)
            return items(of: task.address)
        }
        if case .item = task.purpose {
        } else if let list = OPML(page.capture.bytes) {
            return Self.addresses(of: list).flatMap(tasks)
        } else if let links = Self.links(in: page.capture) {
            journal.found(links, in: task.address)
            journal.read(task.address, page.validators, now: now)
            return items(of: task.address)
        } else if case .feed = task.purpose {
            throw DragomanError(
                .badInput, "W020", "\(task.address.text) is no feed",
                advice: "Open it in a browser; the site may have moved its feed.")
        }
        let capture = try CaptureReader().checked(page.capture)
        if !adding.passesOver(capture) { try adding.add(adding.reader.read(capture)) }
        journal.done(task.address, page.validators)
        return []
    }

    /// The articles that a feed or a site map names; nil where the capture is neither.
    private static func links(in capture: Capture) -> [WebAddress]? {
        let base = capture.address.flatMap { WebAddress($0) }
        if let feed = Feed(capture.bytes, address: capture.address) {
            return feed.items.compactMap { $0.link.flatMap { WebAddress($0, relativeTo: base) } }
        }
        if let map = Sitemap(capture.bytes), !map.isIndex {
            return map.entries.compactMap { WebAddress($0.address, relativeTo: base) }
        }
        return nil
    }

    private static func addresses(of list: OPML) -> [WebAddress] {
        list.feeds.compactMap { $0.outline.feed.flatMap { WebAddress($0) } }
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
