import DragomanArguments
import DragomanBrief
import DragomanCapture
import DragomanText
import Foundation

/// `dragoman feeds list`
enum FeedsListCommand: Action {
    static let definition = Command(
        name: "list", summary: "List the feeds and site maps whose articles were put into the ledger",
        discussion: [
            "Each with when it was last read, how many of its articles are in the ledger, how many are still to be fetched, and how "
                + "many could not be had. dragoman add ADDRESS reads it again and fetches what is missing."
        ],
        examples: [
            Example("dragoman feeds list", "all feeds"),
            Example("dragoman feeds list --json", "the same for programs"),
        ],
        options: [Paper.json, Places.ledger])

    static func run(_ invocation: Invocation, in context: Context) async throws -> ExitCode {
        let path = try Places.ledger(invocation, in: context, making: false) + ".fetched"
        let now = context.now().timeIntervalSince1970
        // Where nothing was fetched there is no record, and looking makes none.
        let isThere = FileManager.default.fileExists(atPath: path)
        let feeds = isThere ? try FetchJournal(path: path, now: now).feeds : []
        try Paper(invocation, in: context).print(FeedPage(feeds: feeds.map(FeedPage.Row.init)))
        return feeds.isEmpty ? .nothingFound : .done
    }
}

/// Feeds, one a line.
struct FeedPage: Page {
    struct Row: Encodable {
        let address: String
        /// ISO 8601 in UTC.
        let lastRead: String?
        let articles: Int
        let waiting: Int
        let failed: Int

        init(_ feed: FeedRecord) {
            address = feed.address
            lastRead = feed.lastRead.map { Date(timeIntervalSince1970: $0.rounded(.down)).formatted(.iso8601) }
            articles = feed.done
            waiting = feed.waiting
            failed = feed.failed
        }
    }

    let feeds: [Row]

    func encode(to encoder: any Encoder) throws {
        var box = encoder.singleValueContainer()
        try box.encode(feeds)
    }

    func text(_ style: TerminalStyle) -> String {
        guard !feeds.isEmpty else { return "no feed was read into this ledger\n" }
        return feeds.map { feed in
            var parts = [Counted.of(feed.articles, "article")]
            if feed.waiting > 0 { parts.append("\(feed.waiting) to be fetched") }
            if feed.failed > 0 { parts.append("\(feed.failed) could not be had") }
            if let lastRead = feed.lastRead { parts.append("read \(lastRead)") }
            return "\(SafeText.line(feed.address))  \(parts.joined(separator: ", "))\n"
        }.joined()
    }
}
