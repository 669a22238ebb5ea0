import Foundation
import Synchronization

/// Tells how far long work has got: one line that is written over on a terminal, a line now and then elsewhere.
///
/// Says nothing in the first second, so that short work stays silent.
final class Progress: Sendable {
    private struct State {
        var done = 0
        var further = 0
        var last: ContinuousClock.Instant
        var shown = false
    }

    private let label: String
    private let total: Int
    private let messages: Messages
    private let onTerminal: Bool
    private let state: Mutex<State>

    /// - Parameters:
    ///   - label: what is done, such as `reading`.
    ///   - total: how many things there are to do.
    ///   - quiet: whether to say nothing at all.
    init(_ label: String, total: Int, quiet: Bool, in context: Context) {
        self.label = label
        self.total = quiet ? 0 : total
        messages = context.messages
        onTerminal = context.messages.isTerminal(context.environment)
        state = Mutex(State(last: .now))
    }

    /// There is more to do than was thought.
    func grow(by count: Int) { state.withLock { $0.further += count } }

    /// One more thing is done.
    func step() {
        let line = state.withLock { state -> String? in
            let total = total > 0 ? total + state.further : 0
            state.done += 1
            guard total > 1 else { return nil }
            let pause: Duration = onTerminal ? (state.shown ? .milliseconds(100) : .seconds(1)) : .seconds(10)
            guard state.last.duration(to: .now) >= pause else { return nil }
            (state.last, state.shown) = (.now, true)
            // An archive gives more articles than there are files.
            return state.done > total ? "\(label) \(state.done)" : "\(label) \(state.done) of \(total)"
        }
        guard let line else { return }
        if onTerminal { messages.print("\r\u{1B}[K\(line)") } else { messages.say(line) }
    }

    /// The work is over: the line goes away.
    func end() {
        if onTerminal, state.withLock({ $0.shown }) { messages.print("\r\u{1B}[K") }
    }
}
