/// The tree of one block while it is built: heads, labels, sentence starts and the edges of each token's subtree.
struct Tree: ~Copyable {
    /// Index of the head in the block, the token itself for a root.
    var heads = Scratch<Int32>(capacity: 512)
    /// Number of the label in the model's set.
    var labels = Scratch<Int16>(capacity: 512)
    var startsSentence = Scratch<Bool>(capacity: 512)
    private(set) var leftEdges = Scratch<Int32>(capacity: 512)
    private var rightEdges = Scratch<Int32>(capacity: 512)
    private var isEdge = Scratch<Bool>(capacity: 512)
    private(set) var count = 0

    /// Makes room for `count` tokens, each its own head with no label.
    mutating func reset(_ count: Int) {
        self.count = count
        heads.reserve(count)
        labels.reserve(count)
        startsSentence.reserve(count)
        leftEdges.reserve(count)
        rightEdges.reserve(count)
        isEdge.reserve(count)
        for i in 0..<count {
            heads[i] = Int32(truncatingIfNeeded: i)
            labels[i] = 0
        }
    }

    /// Finds the edges of all subtrees and from them the sentences: one begins at the left edge of each root.
    ///
    /// Edges are passed up to the heads, forwards and backwards, until every head lies in the sentence of its token, at
    /// most eleven times; that is how spaCy does it, and crossing arcs make the number of times matter.
    mutating func findEdges() {
        let n = count
        let heads = heads.base
        let left = leftEdges.base
        let right = rightEdges.base
        let edge = isEdge.base
        for i in 0..<n {
            left[i] = Int32(truncatingIfNeeded: i)
            right[i] = left[i]
        }
        @inline(__always) func lift(_ i: Int) {
            let h = Int(heads[i])
            if left[i] < left[h] { left[h] = left[i] }
            if right[i] > right[h] { right[h] = right[i] }
        }
        for _ in 0...11 {
            for i in 0..<n { lift(i) }
            for i in stride(from: n - 1, through: 0, by: -1) { lift(i) }
            for i in 0..<n { edge[i] = false }
            for i in 0..<n where Int(heads[i]) == i { edge[Int(left[i])] = true }
            if headsStayInside() { break }
        }
        for i in 0..<n { startsSentence[i] = false }
        for i in 0..<n where Int(heads[i]) == i && labels[i] != 0 { startsSentence[Int(left[i])] = true }
    }

    private func headsStayInside() -> Bool {
        let n = count
        let heads = heads.base
        let edge = isEdge.base
        var current = 0
        for i in 0..<n where (i > 0 && edge[i]) || i == n - 1 {
            for j in current..<i where Int(heads[j]) < current || Int(heads[j]) > i { return false }
            current = i
        }
        return true
    }

    /// The children of token `x` within its edges, from left to right.
    func children(of x: Int) -> [Int] {
        guard leftEdges[x] <= rightEdges[x] else { return [] }
        return (Int(leftEdges[x])...Int(rightEdges[x])).filter { $0 != x && Int(heads[$0]) == x }
    }
}
