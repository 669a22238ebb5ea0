/// Lets one request at a time through to each host, and the next only a while after the one before.
actor HostGate {
    private struct Host {
        var isBusy = false
        /// When the next request may begin, in seconds since 1970.
        var next: Double
        /// Seconds between requests, where the site asks for more than the least.
        var delay: Double?
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    private let clock: FetchClock
    private let least: Double
    private var hosts: [String: Host] = [:]

    /// - Parameters:
    ///   - least: seconds between the beginnings of two requests to one host, at the least.
    ///   - last: when each host was last asked, in seconds since 1970, as an earlier run left it.
    init(least: Double, last: [String: Double], clock: FetchClock) {
        self.least = least
        self.clock = clock
        hosts = last.mapValues { Host(next: min($0, clock.now()) + least) }
    }

    /// Waits for the host's turn. Each return must be followed by `leave`, each throw must not.
    ///
    /// - Returns: when the request begins, in seconds since 1970.
    func enter(_ host: String) async throws -> Double {
        if hosts[host, default: Host(next: 0)].isBusy {
            await withCheckedContinuation { hosts[host]?.waiting.append($0) }
        }
        hosts[host, default: Host(next: 0)].isBusy = true
        do {
            while let next = hosts[host]?.next, next > clock.now() { try await clock.wait(next) }
            try Task.checkCancellation()
        } catch {
            leave(host)
            throw error
        }
        let now = clock.now()
        let delay = max(least, hosts[host]?.delay ?? 0)
        hosts[host]?.next = now + delay
        return now
    }

    /// The request to the host is over: the next in line may wait for its time.
    func leave(_ host: String) {
        guard var entry = hosts[host] else { return }
        // The next in line takes the gate over, so that nobody else can slip in between.
        let next = entry.waiting.isEmpty ? nil : entry.waiting.removeFirst()
        entry.isBusy = next != nil
        hosts[host] = entry
        next?.resume()
    }

    /// The site asks for this many seconds between requests.
    func setDelay(_ seconds: Double, of host: String) { hosts[host, default: Host(next: 0)].delay = seconds }

    /// The host asks not to be asked before that time, in seconds since 1970.
    func postpone(_ host: String, until time: Double) {
        let next = hosts[host]?.next ?? 0
        hosts[host, default: Host(next: 0)].next = max(next, time)
    }

    /// Seconds until the host may be asked.
    func pause(of host: String) -> Double { max(0, (hosts[host]?.next ?? 0) - clock.now()) }
}
