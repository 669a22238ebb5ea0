internal import Synchronization

/// Answers that are kept while the ledger does not change.
///
/// Bounded in bytes; where it is full, all is let go.
final class AnswerCache: Sendable {
    private struct State {
        var generation = 0
        var answers: [String: (plain: WebResponse, packed: WebResponse?)] = [:]
        var bytes = 0
    }

    private let state = Mutex(State())
    private let limit: Int

    /// - Parameter limit: the most bytes of bodies that are kept.
    init(limit: Int = 64 << 20) { self.limit = limit }

    /// The ledger has changed.
    func renew() {
        state.withLock { state in
            state.generation += 1
            state.answers.removeAll()
            state.bytes = 0
        }
    }

    /// Which state of the ledger answers are kept for now.
    var generation: Int { state.withLock(\.generation) }

    func answer(to target: String, packed: Bool) -> WebResponse? {
        state.withLock { state in state.answers[target].map { packed ? $0.packed ?? $0.plain : $0.plain } }
    }

    /// Keeps an answer, plain and compressed, which was made when `generation` was in force.
    func keep(_ plain: WebResponse, _ packed: WebResponse?, for target: String, of generation: Int) {
        let size = plain.body.count + (packed?.body.count ?? 0) + target.utf8.count
        guard size < limit / 8, target.utf8.count < 1024 else { return }
        state.withLock { state in
            guard state.generation == generation else { return }
            if state.bytes + size > limit {
                state.answers.removeAll()
                state.bytes = 0
            }
            if state.answers.updateValue((plain, packed), forKey: target) == nil { state.bytes += size }
        }
    }
}
