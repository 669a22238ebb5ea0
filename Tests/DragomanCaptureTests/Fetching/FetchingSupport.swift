import DragomanText
import Foundation
import Synchronization

@testable import DragomanCapture

/// A clock that stands still, and jumps ahead where somebody waits.
final class MadeClock: Sendable {
    private let state: Mutex<(now: Double, waits: [Double])>

    init(_ start: Double = 1_700_000_000) { state = Mutex((start, [])) }

    /// Seconds of each wait, in order.
    var waits: [Double] { state.withLock { $0.waits } }
    var now: Double { state.withLock { $0.now } }
    func advance(by seconds: Double) { state.withLock { $0.now += seconds } }

    var clock: FetchClock {
        FetchClock(
            now: { self.now },
            wait: { until in
                self.state.withLock { state in
                    if until > state.now {
                        state.waits.append(until - state.now)
                        state.now = until
                    }
                }
            })
    }
}

/// A fetcher that may reach the test's own server.
func localFetcher(
    _ journal: FetchJournal = FetchJournal(), clock: MadeClock = MadeClock(), limit: Int = 1 << 20
) -> Fetcher {
    Fetcher(journal: journal, limit: limit, reach: .loopbackToo, clock: clock.clock, spacing: Fetcher.spacing)
}

/// An address that a test knows to be one.
func address(_ text: String) throws -> WebAddress {
    guard let address = WebAddress(text) else { throw FetchFailure.notAnAddress(text) }
    return address
}

/// The code of the error a piece of work ends in; nil where it ends well.
func code(_ work: () async throws -> Void) async throws -> String? {
    do {
        try await work()
        return nil
    } catch let error as DragomanError {
        return error.code
    }
}

extension FetchAnswer {
    /// The page's text; nil where it has not changed.
    var text: String? {
        guard case .page(let page) = self else { return nil }
        return String(decoding: page.capture.bytes, as: UTF8.self)
    }
}
