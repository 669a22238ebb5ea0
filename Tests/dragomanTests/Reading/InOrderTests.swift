import Synchronization
import Testing

@testable import dragoman

@Suite struct InOrderTests {
    @Test(arguments: [(0, 2), (1, 2), (50, 1), (50, 2), (50, 8), (3, 100), (5, 0)])
    func handsOnEveryResultInOrder(count: Int, width: Int) async throws {
        var seen: [Int] = []
        try await InOrder.forEach(Array(0..<count), width: width) { number in
            if number % 3 == 0 { await Task.yield() }
            return number * 2
        } consume: {
            seen.append($0)
        }
        #expect(seen == (0..<count).map { $0 * 2 })
    }

    @Test func worksOnNoMoreThanTheWidthAtOnce() async throws {
        let running = Mutex((now: 0, most: 0))
        try await InOrder.forEach(Array(0..<40), width: 3) { _ in
            running.withLock {
                $0.now += 1
                $0.most = max($0.most, $0.now)
            }
            for _ in 0..<5 { await Task.yield() }
            running.withLock { $0.now -= 1 }
        } consume: { _ in
        }
        #expect(running.withLock { $0.most } <= 3)
    }

    @Test func endsAtTheFirstError() async {
        struct Broken: Error {}
        var seen: [Int] = []
        await #expect(throws: Broken.self) {
            try await InOrder.forEach([0, 1, 2, 3], width: 1) { number in
                if number == 2 { throw Broken() }
                return number
            } consume: {
                seen.append($0)
            }
        }
        #expect(seen == [0, 1])
    }
}
