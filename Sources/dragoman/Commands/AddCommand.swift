import DragomanArguments
import DragomanCapture
import DragomanLedger
import DragomanText
import Foundation

/// `dragoman add PATH...`
enum AddCommand: Action {
    private static let paths = Argument(
        "PATH",
        "articles, text or web pages; folders with all articles in them; addresses of pages and feeds; lists of "
            + "feeds (OPML); - for standard input",
        kind: .file, arity: .oneOrMore)

    static let definition = Command(
        name: "add", summary: "Put articles into the ledger",
        discussion: [
            "An article that is in the ledger already is passed over, so the same folder can be added again and again. What "
                + "was reported as added is on disk: an interrupted run goes on where it stopped when it is repeated.",
            "The ledger keeps the file as it came, whole, with its SHA-256.",
            "A feed's articles are fetched, those it had before only once; a run cut short goes on where it stopped.",
            "An address is fetched politely: one request a host in five seconds, nothing that its robots.txt forbids, nothing "
                + "from this machine's own network. What was fetched is remembered in a file beside the ledger.",
        ],
        examples: [
            Example("dragoman add article.html", "one article"),
            Example("dragoman add articles/", "a folder with all articles in and below it"),
            Example("dragoman add https://example.org/news/1", "a page from the web"),
            Example("dragoman add https://example.org/feed.xml", "all articles of a feed"),
            Example("dragoman add feeds.opml", "of all feeds that a feed reader's list names"),
            Example("dragoman add --ledger trade.db Samples", "into a ledger of one's own"),
        ],
        arguments: [paths], options: [Places.ledger] + Reader.options)

    static func run(_ invocation: Invocation, in context: Context) async throws -> ExitCode {
        let words = invocation.words(paths)
        let addresses = try words.filter(WebAddress.looksLikeOne).map(Fetching.address)
        var named: [String] = []
        var feeds: [WebAddress] = []
        for word in words where !WebAddress.looksLikeOne(word) {
            if let listed = try Fetching.feeds(inList: word) { feeds += listed } else { named.append(word) }
        }
        let files = named.isEmpty ? [] : try FolderListing(named).files
        let path = try Places.ledger(invocation, in: context, making: true)
        let adding = try Adding(
            to: Ledger(path: path, access: .writing), reader: Reader(invocation, in: context),
            mark: Places.readerMark(invocation, in: context), at: context.now)
        let quiet = invocation.has(SharedOptions.quiet)
        let unread = files.filter { $0 == "-" || !adding.passesOver($0) }
        var worst = try await Batch(unread, reader: adding.reader, quiet: quiet, in: context).readAll(adding.add)
        if !addresses.isEmpty || !feeds.isEmpty {
            let fetching = try Fetching(besideLedger: path, quiet: quiet, in: context)
            worst = try await fetching.add(addresses, feeds: feeds, to: adding) ?? worst
        }
        if !quiet { try context.output.write(adding.summary()) }
        return worst ?? .done
    }
}
