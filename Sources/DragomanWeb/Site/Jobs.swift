internal import Synchronization

/// What was asked to be added and how far it has got: one at a time, in order.
final class Jobs: Sendable {
    struct Job: Sendable, Encodable {
        let id: Int
        /// What is added, in words.
        let what: String
        var steps: [AddStep] = []
        var isDone = false
        /// How many steps there were; of many only the last are kept.
        var stepCount = 0
    }

    private struct State {
        var jobs: [Job] = []
        var last = 0
        var running: Task<Void, Never>?
    }

    /// The most jobs and steps of one that are remembered, and the most that wait.
    static let mostJobs = 50
    static let mostSteps = 500
    static let mostWaiting = 20

    private let state = Mutex(State())

    func job(_ id: Int) -> Job? { state.withLock { $0.jobs.first { $0.id == id } } }

    /// All that are remembered, the last first.
    var all: [Job] { state.withLock { $0.jobs.reversed() } }

    /// Puts a job behind those that wait; nil where too many do.
    func start(_ what: String, _ order: AddOrder, in workshop: any Workshop) -> Int? {
        state.withLock { state in
            guard state.jobs.count(where: { !$0.isDone }) < Self.mostWaiting else { return nil }
            state.last += 1
            let id = state.last
            state.jobs.append(Job(id: id, what: what))
            if state.jobs.count > Self.mostJobs, let old = state.jobs.firstIndex(where: \.isDone) {
                state.jobs.remove(at: old)
            }
            let before = state.running
            state.running = Task { [weak self] in
                await before?.value
                await workshop.add(order) { [weak self] step in self?.change(id) { $0.take(step) } }
                self?.change(id) { $0.isDone = true }
            }
            return id
        }
    }

    private func change(_ id: Int, _ body: (inout Job) -> Void) {
        state.withLock { state in
            guard let place = state.jobs.firstIndex(where: { $0.id == id }) else { return }
            body(&state.jobs[place])
        }
    }
}

extension Jobs.Job {
    /// A step takes the place of "working" on the same thing.
    fileprivate mutating func take(_ step: AddStep) {
        if let last = steps.last, last.outcome == .working, last.name == step.name { steps.removeLast() }
        steps.append(step)
        stepCount += 1
        if steps.count > Jobs.mostSteps { steps.removeFirst() }
    }
}
