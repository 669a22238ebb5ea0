internal import DragomanPage
public import DragomanText

/// What one text has where another has something else, word by word.
///
/// Runs of words that stand in both texts once and in the same order are matched first, the rest between them by the
/// greedy algorithm of Myers (An O(ND) Difference Algorithm, 1986); between two matches more than `patience` differing
/// words are given as one replacement. So the work is bounded whatever the texts.
public struct WordDiff: Sendable, Equatable {
    /// One stretch: kept, or words of the first text replaced by words of the second; either range may be empty.
    public struct Change: Sendable, Equatable {
        /// Whether the words are the same in both.
        public var isKept: Bool
        /// Bytes of the first text.
        public var before: ByteRange
        /// Bytes of the second text.
        public var after: ByteRange
    }

    /// The stretches in order, kept and changed ones by turns.
    public var changes: [Change]
    /// Words that stand in both texts, only in the first, only in the second.
    public var kept: Int
    public var removed: Int
    public var inserted: Int

    /// Differing words looked through between two matches.
    static let patience = 240

    /// Compares the titles and bodies of two articles.
    public init(from first: [UInt8], in blocks: [ByteRange], to second: [UInt8], in others: [ByteRange]) {
        let (one, two) = (WordList(first, in: blocks, limit: 6000), WordList(second, in: others, limit: 6000))
        let (left, right) = (one.hashes, two.hashes)
        var pairs: [(Int, Int)] = []
        var (at, other) = (0, 0)
        for anchor in Self.anchors(left, right) + [(left.count, right.count)] {
            pairs += Self.matches(left[at..<anchor.0], right[other..<anchor.1])
            if anchor.0 < left.count { pairs.append(anchor) }
            (at, other) = (anchor.0 + 1, anchor.1 + 1)
        }
        kept = pairs.count
        removed = left.count - pairs.count
        inserted = right.count - pairs.count
        changes = Self.changes(pairs, one, two)
    }

    private static func changes(_ pairs: [(Int, Int)], _ one: WordList, _ two: WordList) -> [Change] {
        var changes: [Change] = []
        var (at, other) = (0, 0)
        func bytes(_ list: WordList, _ words: Range<Int>) -> ByteRange {
            guard !words.isEmpty else {
                let point =
                    words.lowerBound < list.count
                    ? list.ranges[words.lowerBound].lowerBound : list.ranges.last?.upperBound ?? 0
                return point..<point
            }
            return list.ranges[words.lowerBound].lowerBound..<list.ranges[words.upperBound - 1].upperBound
        }
        func add(_ isKept: Bool, _ before: Range<Int>, _ after: Range<Int>) {
            guard !before.isEmpty || !after.isEmpty else { return }
            changes.append(Change(isKept: isKept, before: bytes(one, before), after: bytes(two, after)))
        }
        var index = 0
        while index < pairs.count {
            var end = index + 1
            while end < pairs.count, pairs[end].0 == pairs[end - 1].0 + 1, pairs[end].1 == pairs[end - 1].1 + 1 {
                end += 1
            }
            add(false, at..<pairs[index].0, other..<pairs[index].1)
            add(true, pairs[index].0..<pairs[end - 1].0 + 1, pairs[index].1..<pairs[end - 1].1 + 1)
            (at, other) = (pairs[end - 1].0 + 1, pairs[end - 1].1 + 1)
            index = end
        }
        add(false, at..<one.count, other..<two.count)
        return changes
    }

    /// Places of three words that stand once in each text: the longest chain of them in the order of both.
    private static func anchors(_ left: [UInt64], _ right: [UInt64]) -> [(Int, Int)] {
        func places(_ words: [UInt64]) -> [[UInt64]: Int] {
            var places: [[UInt64]: Int] = [:]
            for index in words.indices.dropLast(2) {
                let key = Array(words[index..<index + 3])
                places[key] = places[key] == nil ? index : -1
            }
            return places
        }
        let second = places(right)
        let found = places(left).compactMap { key, place -> (Int, Int)? in
            guard place >= 0, let other = second[key], other >= 0 else { return nil }
            return (place, other)
        }.sorted { $0.0 < $1.0 }
        // The longest increasing subsequence, by patience sorting.
        var tops: [Int] = []
        var before = [Int](repeating: -1, count: found.count)
        for (index, pair) in found.enumerated() {
            var (low, high) = (0, tops.count)
            while low < high {
                let middle = (low + high) / 2
                if found[tops[middle]].1 < pair.1 { low = middle + 1 } else { high = middle }
            }
            before[index] = low > 0 ? tops[low - 1] : -1
            if low == tops.count { tops.append(index) } else { tops[low] = index }
        }
        var chain: [(Int, Int)] = []
        var index = tops.last ?? -1
        while index >= 0 {
            chain.append(found[index])
            index = before[index]
        }
        return chain.reversed()
    }

    /// The matching words of two short stretches.
    private static func matches(_ left: ArraySlice<UInt64>, _ right: ArraySlice<UInt64>) -> [(Int, Int)] {
        let (n, m) = (left.count, right.count)
        guard n > 0, m > 0 else { return [] }
        let most = min(n + m, patience)
        var ends = [Int](repeating: 0, count: 2 * most + 3)
        var trace: [[Int]] = []
        for distance in 0...most {
            trace.append(ends)
            for diagonal in stride(from: -distance, through: distance, by: 2) {
                let slot = diagonal + most + 1
                var x =
                    diagonal == -distance || (diagonal != distance && ends[slot - 1] < ends[slot + 1])
                    ? ends[slot + 1] : ends[slot - 1] + 1
                var y = x - diagonal
                while x < n, y >= 0, y < m, left[left.startIndex + x] == right[right.startIndex + y] {
                    x += 1
                    y += 1
                }
                ends[slot] = x
                if x >= n, y >= m { return path(back: trace, distance, most, left, right) }
            }
        }
        return []
    }

    private static func path(
        back trace: [[Int]], _ distance: Int, _ most: Int, _ left: ArraySlice<UInt64>, _ right: ArraySlice<UInt64>
    ) -> [(Int, Int)] {
        var pairs: [(Int, Int)] = []
        var (x, y) = (left.count, right.count)
        for step in stride(from: distance, through: 0, by: -1) {
            let ends = trace[step]
            let diagonal = x - y
            let slot = diagonal + most + 1
            let isDown = diagonal == -step || (diagonal != step && ends[slot - 1] < ends[slot + 1])
            let from = isDown ? ends[slot + 1] : ends[slot - 1]
            let start = step == 0 ? (0, 0) : (from, from - (isDown ? diagonal + 1 : diagonal - 1))
            while x > max(0, start.0), y > max(0, start.1), x <= left.count, y <= right.count,
                left[left.startIndex + x - 1] == right[right.startIndex + y - 1]
            {
                x -= 1
                y -= 1
                pairs.append((left.startIndex + x, right.startIndex + y))
            }
            (x, y) = start
        }
        return pairs.reversed()
    }
}
