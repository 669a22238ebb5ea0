internal import Glibc

/// The time as fetching sees it, so that tests need not wait.
struct FetchClock: Sendable {
    /// Seconds since 1970.
    let now: @Sendable () -> Double
    /// Waits until that time; ends early with an error where the task is cancelled.
    let wait: @Sendable (_ until: Double) async throws -> Void

    /// The machine's clock.
    static let live = FetchClock(
        now: machineTime,
        wait: { until in
            let seconds = until - machineTime()
            if seconds > 0 { try await Task.sleep(for: .seconds(seconds)) }
        })

    @Sendable private static func machineTime() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
