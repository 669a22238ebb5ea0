public import DragomanText

/// One address to be fetched, with what it is for.
public struct FetchTask<Purpose: Sendable>: Sendable {
    /// Where to.
    public let address: WebAddress
    /// What the caller wants it for.
    public let purpose: Purpose
    /// Of an earlier answer, to be told where nothing has changed; nil to have it in any case.
    public let validators: Validators?

    public init(_ address: WebAddress, for purpose: Purpose, validators: Validators? = nil) {
        self.address = address
        self.purpose = purpose
        self.validators = validators
    }
}

/// Fetches many addresses: several hosts at once, each host's in order.
public struct FetchList<Purpose: Sendable>: Sendable {
    /// The most hosts that are asked at once.
    public static var width: Int { 16 }
    /// After so many failures of a host in a row the rest of its addresses are given up.
    private static var mostFailures: Int { 3 }

    private let fetcher: Fetcher

    public init(_ fetcher: Fetcher) { self.fetcher = fetcher }

    private struct Host {
        var waiting: ArraySlice<FetchTask<Purpose>> = []
        var isBusy = false
        var failures = 0
    }

    /// Fetches all, and what `consume` finds in them.
    ///
    /// - Parameters:
    ///   - tasks: the first addresses.
    ///   - consume: takes each outcome, one after the other, and gives further addresses. While it works, what has come
    ///     waits, and nothing new is begun for the same host.
    /// - Throws: what `consume` throws, and `CancellationError`.
    public func run(
        _ tasks: [FetchTask<Purpose>],
        consume: (FetchTask<Purpose>, Result<FetchAnswer, DragomanError>) async throws -> [FetchTask<Purpose>]
    ) async throws {
        var hosts: [String: Host] = [:]
        var order: [String] = []
        func add(_ tasks: [FetchTask<Purpose>]) {
            for task in tasks {
                let name = task.address.host
                if hosts[name] == nil { order.append(name) }
                hosts[name, default: Host()].waiting.append(task)
            }
        }
        add(tasks)
        try await withThrowingTaskGroup(of: (FetchTask<Purpose>, Result<FetchAnswer, DragomanError>).self) { group in
            var running = 0
            while true {
                for name in order where running < Self.width {
                    guard var host = hosts[name], !host.isBusy, let task = host.waiting.popFirst() else { continue }
                    host.isBusy = true
                    let isGivenUp = host.failures >= Self.mostFailures
                    hosts[name] = host
                    running += 1
                    group.addTask {
                        if isGivenUp { return (task, .failure(FetchFailure.givenUp(task.address))) }
                        return (task, try await outcome(of: task))
                    }
                }
                guard let (task, result) = try await group.next() else { return }
                running -= 1
                add(try await consume(task, result))
                hosts[task.address.host]?.isBusy = false
                switch result {
                case .failure(let error) where FetchFailure.isOfHost(error.code):
                    hosts[task.address.host]?.failures += 1
                default: hosts[task.address.host]?.failures = 0
                }
                order.removeAll { hosts[$0].map { $0.waiting.isEmpty && !$0.isBusy } ?? true }
                for name in hosts.keys where hosts[name].map({ $0.waiting.isEmpty && !$0.isBusy }) ?? false {
                    hosts[name] = nil
                }
            }
        }
    }

    private func outcome(of task: FetchTask<Purpose>) async throws -> Result<FetchAnswer, DragomanError> {
        do {
            return .success(try await fetcher.fetch(task.address, validators: task.validators))
        } catch let error as DragomanError {
            return .failure(error)
        }
    }
}
