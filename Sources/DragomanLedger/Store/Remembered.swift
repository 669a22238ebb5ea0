/// What a connection keeps in mind of rows that never change, so as not to read and prepare them again: what is near a new article is
/// mostly what came shortly before it.
final class Remembered {
    /// Values by id, as many as a limit allows.
    struct Shelf<Value> {
        private var values: [String: Value] = [:]
        private var cost = 0
        private let most: Int

        init(most: Int) { self.most = most }

        subscript(id: String) -> Value? { values[id] }

        /// Puts a value in; where too much would be kept, what was kept is dropped.
        ///
        /// - Parameter cost: how much of the limit it takes.
        mutating func insert(_ value: Value, for id: String, cost: Int) {
            guard values[id] == nil, cost <= most else { return }
            if self.cost + cost > most {
                values.removeAll(keepingCapacity: true)
                self.cost = 0
            }
            values[id] = value
            self.cost += cost
        }
    }

    /// Texts of articles, by shingles: some tens of megabytes at most.
    var texts = Shelf<FamilyText>(most: 400_000)
    /// Profiles of articles, by terms.
    var profiles = Shelf<StoryProfile>(most: 400_000)
}
