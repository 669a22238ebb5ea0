/// Letters changed, added, left out or swapped with a neighbour between two words.
enum EditDistance {
    private static let longest = 48

    /// Optimal string alignment distance (Damerau 1964, restricted) over the first letters of the words.
    static func between(_ a: ArraySlice<UInt32>, _ b: ArraySlice<UInt32>) -> Int32 {
        let one = a.prefix(longest)
        let two = b.prefix(longest)
        let width = two.count + 1
        // Three rows of the table, kept on the stack: this is an inner loop of matching.
        return withUnsafeTemporaryAllocation(of: Int32.self, capacity: 3 * width) { rows in
            one.withUnsafeBufferPointer { one in
                two.withUnsafeBufferPointer { two in
                    for j in 0..<width { rows[j] = Int32(j) }
                    var before = 2 * width
                    var last = 0
                    var now = width
                    for i in 0..<one.count {
                        rows[now] = Int32(i + 1)
                        for j in 0..<two.count {
                            let same: Int32 = one[i] == two[j] ? 0 : 1
                            var best = min(rows[last + j] + same, rows[last + j + 1] + 1, rows[now + j] + 1)
                            if same == 1, i > 0, j > 0, one[i] == two[j - 1], one[i - 1] == two[j] {
                                best = min(best, rows[before + j - 1] + 1)
                            }
                            rows[now + j + 1] = best
                        }
                        (before, last, now) = (last, now, before)
                    }
                    return rows[last + two.count]
                }
            }
        }
    }
}
