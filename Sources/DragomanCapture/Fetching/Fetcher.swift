internal import CDragomanHTTP
internal import DragomanText
internal import Synchronization

/// A page as it was fetched.
public struct FetchedPage: Sendable {
    /// The bytes, with the address they came from in the end.
    public let capture: Capture
    /// What to ask with next time.
    public let validators: Validators
}

/// What a request for a page came to.
public enum FetchAnswer: Sendable {
    case page(FetchedPage)
    /// The page is as it was when the validators were taken.
    case unchanged
}

/// Fetches pages politely: one request a host in five seconds, what `robots.txt` forbids not at all, never from inside
/// the network this machine stands in.
///
/// Redirects are followed, at most five, each checked like a first address. Bodies are bounded after decoding.
public final class Fetcher: Sendable {
    /// The most redirects that are followed.
    public static let mostRedirects = 5
    /// Seconds between two requests to one host.
    public static let spacing = 5.0
    /// The longest that a host's wish to be asked later is waited for, in seconds.
    private static let patience = 60.0
    /// How often a page is asked for again where its host asks to come back.
    private static let mostRetries = 2

    private let limit: Int
    private let reach: Transfer.Reach
    private let clock: FetchClock
    private let gate: HostGate
    private let journal: FetchJournal
    private let robots = Mutex<[String: RobotsRules]>([:])

    /// - Parameters:
    ///   - journal: remembers when each host was asked, and its `robots.txt`, from run to run.
    ///   - limit: the most bytes one document may have, decoded; 32 MB unless told.
    public convenience init(journal: FetchJournal, limit: Int = 32 << 20) {
        self.init(journal: journal, limit: limit, reach: .publicOnly, clock: .live, spacing: Self.spacing)
    }

    /// For tests: fetches from this machine's loopback addresses as well, and without a pause between requests.
    package static func ofTestServer(journal: FetchJournal) -> Fetcher {
        Fetcher(journal: journal, limit: 32 << 20, reach: .loopbackToo, clock: .live, spacing: 0)
    }

    /// For tests: with a clock of their own.
    init(journal: FetchJournal, limit: Int, reach: Transfer.Reach, clock: FetchClock, spacing: Double) {
        self.journal = journal
        self.limit = limit
        self.reach = reach
        self.clock = clock
        gate = HostGate(least: spacing, last: journal.lastAsked(), clock: clock)
    }

    /// Fetches a page.
    ///
    /// - Parameter validators: of an earlier answer, to be told where nothing has changed.
    /// - Throws: `DragomanError` with a code `W...`; `CancellationError`.
    public func fetch(_ address: WebAddress, validators: Validators? = nil) async throws -> FetchAnswer {
        var current = address
        var redirects = 0
        var retries = 0
        while true {
            let rules = try await rules(for: current)
            guard rules.allows(current.path) else {
                throw rules == .nothing ? FetchFailure.robotsUnknown(current) : FetchFailure.robots(current)
            }
            let response = try await ask(current, headers: validators?.headers ?? [], limit: limit)
            if let error = FetchFailure.error(response, at: current, limit: limit) { throw error }
            switch response.status {
            case 200..<300: return .page(try page(response, at: current))
            case 304 where validators != nil: return .unchanged
            case 301, 302, 303, 307, 308:
                redirects += 1
                guard redirects <= Self.mostRedirects else {
                    throw FetchFailure.redirects(address.text, most: Self.mostRedirects)
                }
                current = try Self.target(of: response, from: current)
            case 429, 503:
                let pause = Self.retryAfter(response, now: clock.now())
                if let pause { await gate.postpone(current.host, until: clock.now() + pause) }
                retries += 1
                guard let pause, pause <= Self.patience, retries <= Self.mostRetries else {
                    throw FetchFailure.busy(current, seconds: pause)
                }
            default: throw FetchFailure.status(response.status, current)
            }
        }
    }

    // MARK: Steps

    private func page(_ response: Transfer.Response, at address: WebAddress) throws -> FetchedPage {
        guard response.body.contains(where: { $0 > 0x20 }) else { throw FetchFailure.empty(address.text) }
        let capture = Capture(
            source: address.text, bytes: response.body, address: address.text, contentType: response.contentType)
        return FetchedPage(capture: capture, validators: response.validators)
    }

    private static func target(of response: Transfer.Response, from address: WebAddress) throws -> WebAddress {
        guard let location = response.location, let target = WebAddress(location, relativeTo: address) else {
            throw FetchFailure.notAnAddress(response.location ?? address.text)
        }
        return target
    }

    /// One request when the host's turn has come.
    private func ask(_ address: WebAddress, headers: [String] = [], limit: Int, keepsStart: Bool = false) async throws
        -> Transfer.Response
    {
        let time = try await gate.enter(address.host)
        journal.asked(address.host, at: time)
        let response = await Transfer.run(
            Transfer.Request(address: address, headers: headers, limit: limit, keepsStart: keepsStart, reach: reach))
        await gate.leave(address.host)
        return response
    }

    /// The rules of the address's site, from this run, an earlier one of the last day, or the site.
    private func rules(for address: WebAddress) async throws -> RobotsRules {
        if let known = robots.withLock({ $0[address.origin] }) { return known }
        let rules: RobotsRules
        if let file = journal.robots(of: address.origin, now: clock.now()) {
            rules = RobotsRules(file, robot: Transfer.robot)
        } else {
            rules = try await askRules(for: address)
        }
        if let delay = rules.delay { await gate.setDelay(delay, of: address.host) }
        robots.withLock { $0[address.origin] = rules }
        return rules
    }

    /// Fetches `robots.txt`: a file that is not there allows all, one that cannot be reached nothing (RFC 9309, 2.3.1).
    private func askRules(for address: WebAddress) async throws -> RobotsRules {
        guard var current = WebAddress("/robots.txt", relativeTo: address) else { return .nothing }
        for _ in 0...Self.mostRedirects {
            let response = try await ask(current, limit: RobotsRules.limit, keepsStart: true)
            if [.refused, .noHost, .noConnection, .tls, .timeout].contains(response.end),
                let error = FetchFailure.error(response, at: address, limit: limit)
            {
                throw error
            }
            guard response.end == .done else { return .nothing }
            switch response.status {
            case 200..<300:
                journal.record(robots: response.body, of: address.origin, at: clock.now())
                return RobotsRules(response.body, robot: Transfer.robot)
            case 301, 302, 303, 307, 308: current = try Self.target(of: response, from: current)
            case 400..<500:
                journal.record(robots: [], of: address.origin, at: clock.now())
                return .everything
            default: return .nothing
            }
        }
        // Too many redirects: as if there were none.
        return .everything
    }

    /// Seconds a host asks to wait; nil where it does not say.
    static func retryAfter(_ response: Transfer.Response, now: Double) -> Double? {
        guard let text = response.retryAfter, !text.isEmpty else { return nil }
        if let seconds = Double(text) { return seconds >= 0 ? min(seconds, 1e7) : nil }
        let time = dragoman_http_date(text)
        return time < 0 ? nil : min(max(0, Double(time) - now), 1e7)
    }
}
