public import DragomanText
internal import Synchronization

/// What fetching remembers from run to run: when each host was asked, what `robots.txt` files said, and which pages of
/// which feed were found, done or could not be had.
///
/// A file of JSON lines that is only appended to, so that a run cut short loses nothing but its last, unfinished line; it
/// is written anew, without what is out of date, when it is opened and nobody else has it open.
public final class FetchJournal: Sendable {
    /// How a page stands.
    public enum PageState: Sendable, Equatable {
        /// A feed named it; it was not fetched yet.
        case found
        /// It is in the ledger.
        case done(Validators)
        /// It could not be had; the code of the error, and when it was tried, in seconds since 1970.
        case failed(code: String, at: Double)
    }

    /// One line of the file.
    private struct Line {
        var host: String?
        var robots: String?
        var rules: String?
        var page: String?
        var feed: String?
        var state: String?
        var code: String?
        var tag: String?
        var modified: String?
        var at: Double?
    }

    private struct Page {
        var feed: String?
        var state: PageState
    }

    private struct State {
        var hosts: [String: Double] = [:]
        var robots: [String: (file: [UInt8], at: Double)] = [:]
        var pages: [String: Page] = [:]
        /// Pages in the order they were found.
        var order: [String] = []
        var feeds: [String: (validators: Validators, at: Double)] = [:]
        var lines = 0
    }

    /// The longest that a `robots.txt` is trusted, in seconds (RFC 9309, 2.4).
    static let robotsAge = 86_400.0
    /// The most bytes of the file that are read.
    private static let limit = 256 << 20
    /// `robots.txt` files beyond this size are not kept.
    private static let largestKeptRobots = 64 << 10

    private let state: Mutex<State>
    private let file: JournalFile?

    /// Remembers for this run only.
    public init() {
        state = Mutex(State())
        file = nil
    }

    /// Opens the file, or makes it.
    ///
    /// - Parameter now: seconds since 1970.
    /// - Throws: `DragomanError` `W018` where it cannot be written.
    public init(path: String, now: Double) throws(DragomanError) {
        let file = try JournalFile(path: path)
        var state = State()
        for line in file.lines(limit: Self.limit) { Self.take(line, into: &state) }
        let kept = state.lines > 64 ? Self.lines(of: state, now: now) : []
        if state.lines > 64, kept.count * 2 < state.lines {
            try file.replace(with: kept)
        }
        self.state = Mutex(state)
        self.file = file
    }

    // MARK: Hosts and their rules

    /// When each host was last asked, in seconds since 1970.
    func lastAsked() -> [String: Double] { state.withLock { $0.hosts } }

    func asked(_ host: String, at time: Double) {
        state.withLock { $0.hosts[host] = time }
        write(Line(host: host, at: time))
    }

    /// The site's `robots.txt`, empty where it has none; nil where it was not read in the last day.
    func robots(of origin: String, now: Double) -> [UInt8]? {
        guard let known = state.withLock({ $0.robots[origin] }), (0..<Self.robotsAge).contains(now - known.at) else {
            return nil
        }
        return known.file
    }

    func record(robots file: [UInt8], of origin: String, at time: Double) {
        guard file.count <= Self.largestKeptRobots else { return }
        state.withLock { $0.robots[origin] = (file, time) }
        write(Line(robots: origin, rules: Self.text(of: file), at: time))
    }

    // MARK: Pages

    /// How a page stands; nil where nothing is known of it.
    public func state(of page: WebAddress) -> PageState? { state.withLock { $0.pages[page.text]?.state } }

    /// A feed named these pages. Those that are known already stay as they are.
    public func found(_ pages: [WebAddress], in feed: WebAddress) {
        for page in pages {
            let isNew = state.withLock { state in
                guard state.pages[page.text] == nil else { return false }
                state.pages[page.text] = Page(feed: feed.text, state: .found)
                state.order.append(page.text)
                return true
            }
            if isNew { write(Line(page: page.text, feed: feed.text, state: "found")) }
        }
    }

    /// The page is in the ledger.
    public func done(_ page: WebAddress, _ validators: Validators) {
        set(page, .done(validators))
        write(Line(page: page.text, state: "done", tag: validators.tag, modified: validators.modified))
    }

    /// The page could not be had.
    ///
    /// - Parameter now: seconds since 1970.
    public func failed(_ page: WebAddress, code: String, now: Double) {
        set(page, .failed(code: code, at: now))
        write(Line(page: page.text, state: "failed", code: code, at: now))
    }

    /// The pages of a feed that are still to be fetched: found, or failed in a way that may have passed.
    ///
    /// - Parameter now: seconds since 1970. What failed for good is tried again after a week.
    public func pending(of feed: WebAddress, now: Double) -> [WebAddress] {
        let pages = state.withLock { state in
            state.order.filter { text in
                guard let page = state.pages[text], page.feed == feed.text else { return false }
                switch page.state {
                case .found: return true
                case .done: return false
                case .failed(let code, let time):
                    return !FetchFailure.isLasting(code) || now - time > 7 * 86_400
                }
            }
        }
        return pages.compactMap { WebAddress($0) }
    }

    /// When a feed was last read, in seconds since 1970, and how to ask whether it has changed.
    public func lastRead(_ feed: WebAddress) -> (validators: Validators, at: Double)? {
        state.withLock { $0.feeds[feed.text] }
    }

    /// The feed was read, and its pages are recorded.
    ///
    /// - Parameter now: seconds since 1970.
    public func read(_ feed: WebAddress, _ validators: Validators, now: Double) {
        state.withLock { $0.feeds[feed.text] = (validators, now) }
        write(Line(feed: feed.text, state: "read", tag: validators.tag, modified: validators.modified, at: now))
    }

    private func set(_ page: WebAddress, _ newState: PageState) {
        state.withLock { state in
            if state.pages[page.text] == nil { state.order.append(page.text) }
            state.pages[page.text, default: Page(state: .found)].state = newState
        }
    }

    // MARK: Lines

    /// What cannot be written is let go: the worst that follows is that a page is fetched again.
    private func write(_ line: Line) {
        file?.append(Self.encoded(line))
    }

    /// A character for each byte, so that a file in any encoding comes back as it was.
    private static func text(of file: [UInt8]) -> String {
        var text = String.UnicodeScalarView()
        for byte in file { text.append(Unicode.Scalar(byte)) }
        return String(text)
    }

    private static func bytes(of text: String) -> [UInt8] {
        text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    }

    private static func encoded(_ line: Line) -> [UInt8] {
        var json = JSONText(indented: false)
        json.object { json in
            json.pair("host", line.host)
            json.pair("robots", line.robots)
            json.pair("rules", line.rules)
            json.pair("page", line.page)
            json.pair("feed", line.feed)
            json.pair("state", line.state)
            json.pair("code", line.code)
            json.pair("tag", line.tag)
            json.pair("modified", line.modified)
            json.pair("at", line.at)
        }
        return json.bytes + [0x0A]
    }

    private static func line(_ bytes: ArraySlice<UInt8>) -> Line? {
        guard bytes.last == UInt8(ascii: "}"), let json = JSONValue(bytes) else { return nil }
        return Line(
            host: json["host"]?.lines, robots: json["robots"]?.lines, rules: json["rules"]?.lines,
            page: json["page"]?.lines, feed: json["feed"]?.lines, state: json["state"]?.lines,
            code: json["code"]?.lines, tag: json["tag"]?.lines, modified: json["modified"]?.lines,
            at: json["at"]?.number)
    }

    /// A line that is cut off or not understood is passed over.
    private static func take(_ bytes: ArraySlice<UInt8>, into state: inout State) {
        state.lines += 1
        guard let line = line(bytes) else { return }
        let validators = Validators(tag: line.tag, modified: line.modified)
        if let host = line.host, let at = line.at {
            state.hosts[host] = at
        } else if let origin = line.robots, let rules = line.rules, let at = line.at {
            state.robots[origin] = (Self.bytes(of: rules), at)
        } else if let page = line.page {
            if state.pages[page] == nil { state.order.append(page) }
            let feed = line.feed ?? state.pages[page]?.feed
            switch line.state {
            case "done": state.pages[page] = Page(feed: feed, state: .done(validators))
            case "failed":
                state.pages[page] = Page(feed: feed, state: .failed(code: line.code ?? "", at: line.at ?? 0))
            default: state.pages[page] = Page(feed: feed, state: .found)
            }
        } else if let feed = line.feed, let at = line.at {
            state.feeds[feed] = (validators, at)
        }
    }

    /// The lines that say the same with nothing said twice, hosts and rules of before yesterday left out.
    private static func lines(of state: State, now: Double) -> [[UInt8]] {
        var lines: [Line] = []
        for (host, at) in state.hosts where now - at < robotsAge { lines.append(Line(host: host, at: at)) }
        for (origin, known) in state.robots where now - known.at < robotsAge {
            let rules = text(of: known.file)
            lines.append(Line(robots: origin, rules: rules, at: known.at))
        }
        for (feed, known) in state.feeds {
            lines.append(
                Line(
                    feed: feed, state: "read", tag: known.validators.tag, modified: known.validators.modified,
                    at: known.at))
        }
        for text in state.order {
            guard let page = state.pages[text] else { continue }
            switch page.state {
            case .found: lines.append(Line(page: text, feed: page.feed, state: "found"))
            case .done(let validators):
                lines.append(
                    Line(page: text, feed: page.feed, state: "done", tag: validators.tag, modified: validators.modified)
                )
            case .failed(let code, let at):
                lines.append(Line(page: text, feed: page.feed, state: "failed", code: code, at: at))
            }
        }
        return lines.map(encoded)
    }
}

/// What is recorded of a feed.
public struct FeedRecord: Sendable, Equatable {
    public let address: String
    /// When it was read last, in seconds since 1970; nil where it never was.
    public let lastRead: Double?
    /// How many of the pages it named wait to be fetched, are done, and could not be had.
    public let waiting: Int
    public let done: Int
    public let failed: Int
}

extension FetchJournal {
    /// The feeds that were read or that named a page, in the order of their addresses.
    public var feeds: [FeedRecord] {
        state.withLock { state in
            var counts: [String: (waiting: Int, done: Int, failed: Int)] = [:]
            for feed in state.feeds.keys { counts[feed] = (0, 0, 0) }
            for page in state.pages.values {
                guard let feed = page.feed else { continue }
                switch page.state {
                case .found: counts[feed, default: (0, 0, 0)].waiting += 1
                case .done: counts[feed, default: (0, 0, 0)].done += 1
                case .failed: counts[feed, default: (0, 0, 0)].failed += 1
                }
            }
            return counts.sorted { $0.key < $1.key }.map { feed, count in
                FeedRecord(
                    address: feed, lastRead: state.feeds[feed]?.at, waiting: count.waiting, done: count.done,
                    failed: count.failed)
            }
        }
    }
}
