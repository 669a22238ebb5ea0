/// Works on many things at once and hands the results on in the order of the things.
enum InOrder {
    /// - Parameters:
    ///   - items: what is to be worked on; the next is asked for only when there is room for it.
    ///   - width: how many are worked on at once; results wait for those before them, but never more than twice as many.
    ///   - work: done for each item, on any core.
    ///   - consume: takes each result, one after the other, in order.
    static func forEach<Item: Sendable, Output: Sendable>(
        _ items: some Sequence<Item>, width: Int, work: @escaping @Sendable (Item) async throws -> Output,
        consume: (Output) throws -> Void
    ) async throws {
        try await withThrowingTaskGroup(of: (Int, Output).self) { group in
            var items = items.makeIterator()
            var waiting: [Int: Output] = [:]
            var started = 0
            var handedOn = 0
            var isAtEnd = false
            while true {
                while !isAtEnd, started - handedOn < 2 * max(1, width),
                    started - handedOn - waiting.count < max(1, width)
                {
                    guard let item = items.next() else {
                        isAtEnd = true
                        break
                    }
                    let number = started
                    group.addTask { (number, try await work(item)) }
                    started += 1
                }
                guard handedOn < started, let (number, output) = try await group.next() else { return }
                waiting[number] = output
                while let next = waiting.removeValue(forKey: handedOn) {
                    try consume(next)
                    handedOn += 1
                }
            }
        }
    }
}
