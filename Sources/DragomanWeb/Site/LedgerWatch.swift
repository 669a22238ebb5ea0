internal import DragomanBrief
internal import DragomanLedger
internal import Synchronization

/// Looks whether the ledger has changed, and tells open pages of it.
final class LedgerWatch: Sendable {
    /// A ledger is for one thread at a time; the lock sees to that.
    private struct State: @unchecked Sendable {
        let ledger: Ledger
        var version: Int
        var mark: LedgerMark
    }

    /// The most articles that one event names.
    private static let most = 50

    private let state: Mutex<State>

    init(_ ledger: Ledger) throws {
        let state = State(ledger: ledger, version: try ledger.fileVersion(), mark: try ledger.mark())
        self.state = Mutex(state)
    }

    private struct Change: Encodable {
        struct Article: Encodable {
            let id: String
            let title: String?
            let outlet: String
        }
        let articles: [Article]
        let deals: [String]
    }

    /// The event that tells what has come since the last look, as the format of event streams has it; nil for nothing.
    ///
    /// Source: https://html.spec.whatwg.org/multipage/server-sent-events.html
    func event() throws -> String? {
        try state.withLock { state in
            let version = try state.ledger.fileVersion()
            guard version != state.version else { return nil }
            state.version = version
            let mark = try state.ledger.mark()
            guard mark != state.mark else { return nil }
            let news = try state.ledger.news(since: state.mark, limit: Self.most)
            state.mark = mark
            let change = Change(
                articles: news.articles.map { .init(id: $0.id, title: $0.title, outlet: $0.publisher) },
                deals: Array(news.deals.prefix(Self.most)))
            return "event: change\ndata: \(try JSONTwin.write(change, oneLine: true))\n\n".replacing(
                "\n\n\n", with: "\n\n")
        }
    }
}

extension Site {
    /// Tells the pages that are open on `server` what changes, until the task is cancelled.
    public func tellChanges(on server: WebServer) async {
        guard let watch = try? watched() else { return }
        var quiet = 0
        while !Task.isCancelled {
            try? await Task.sleep(for: .seconds(1))
            // A ledger that cannot be read just now, while it is rebuilt, is looked at again.
            if let event = try? watch.event() {
                server.publish(event)
                quiet = 0
            } else {
                quiet += 1
                // A line without meaning now and then: by it the server notices connections that are gone.
                if quiet % 15 == 0 { server.publish(":\n\n") }
            }
        }
    }
}
