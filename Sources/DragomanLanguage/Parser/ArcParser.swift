/// A worker's dependency parser: arc-eager transitions with non-monotonic repairs and sentence breaks, one pass a block.
///
/// After Nivre (2004) and Honnibal and Johnson (2015), as spaCy's `arc_eager` does it: Reduce on a word without a head
/// puts it back in front of the buffer, Left may replace a head, Break opens a sentence.
final class ArcParser {
    private enum Action: Int { case shift, reduce, left, right, stop }

    private let model: LanguageModel
    private let scorer: Scorer
    private var stack = Scratch<Int32>(capacity: 256)
    private var returned = Scratch<Int32>(capacity: 64)
    private var starts = Scratch<Bool>(capacity: 512)
    private var stuck = Scratch<Bool>(capacity: 512)
    private var arcs = Scratch<Arc>(capacity: 512)
    private var lastLeft = Scratch<Int32>(capacity: 512)
    private var lastRight = Scratch<Int32>(capacity: 512)
    private var slots = Scratch<Int32>(capacity: 8)

    /// A child in its head's list, with the arc before it in that list, -1 for none.
    struct Arc: BitwiseCopyable {
        let child: Int32
        let before: Int32
    }

    init(model: LanguageModel, scorer: Scorer) {
        self.model = model
        self.scorer = scorer
    }

    /// Parses the tokens `base..<base + count` of the batch into `tree`, which has been reset to `count`.
    func parse(base: Int, count n: Int, into tree: inout Tree) {
        guard n > 0 else { return }
        prepare(n)
        let heads = tree.heads.base
        let labels = tree.labels.base
        for i in 0..<n { heads[i] = -1 }
        starts[0] = true
        var next = 0
        var budget = 64 * n + 64
        while (stack.count > 0 || n - next + returned.count > 0) && budget > 0 {
            budget -= 1  // never used up by a sound model; a damaged one could go in circles
            let left = n - next + returned.count
            let b0 = buffer(0, next, n)
            let b1 = buffer(1, next, n)
            let s0 = stacked(0)
            let opens = b0 >= 0 && starts[b0]
            let canShift = left > 0 && (stack.count == 0 || !(left < 2 || opens || stuck[b0]))
            let canAttach = stack.count > 0 && left > 0 && !opens
            let canStop = left >= 2 && b1 == b0 + 1 && !starts[b1]
            let valid = (canShift ? 1 : 0) | (stack.count > 0 ? 2 : 0) | (canAttach ? 12 : 0) | (canStop ? 16 : 0)
            fill(base, b0, b1, s0)
            var best = scorer.best(slots.base, mask: model.parserMasks.base + valid * scorer.weights.columns)
            if best >= model.parserActions.count || valid >> model.parserActions[best] & 1 == 0 {
                best = model.parserMoves.range(stack.count > 0 ? 1 : 0)?.lowerBound ?? 0  // scores that are no numbers
            }
            switch Action(rawValue: model.parserActions[best]) ?? .shift {
            case .shift: push(&next)
            case .reduce:
                if heads[s0] >= 0 || stack.count == 1 {
                    stack.count -= 1
                } else {
                    stuck[s0] = true
                    stack.count -= 1
                    returned.append(Int32(truncatingIfNeeded: s0))
                }
            case .left:
                attach(s0, to: b0, heads)
                labels[s0] = model.parserLabels[best]
                stuck[b0] = false
                stack.count -= 1
            case .right:
                attach(b0, to: s0, heads)
                labels[b0] = model.parserLabels[best]
                push(&next)
            case .stop: starts[b1] = true
            }
        }
        finish(&tree)
    }

    private func prepare(_ n: Int) {
        stack.count = 0
        returned.count = 0
        arcs.count = 0
        starts.reserve(n)
        stuck.reserve(n)
        lastLeft.reserve(n)
        lastRight.reserve(n)
        for i in 0..<n {
            starts[i] = false
            stuck[i] = false
            lastLeft[i] = -1
            lastRight[i] = -1
        }
    }

    /// Token `i` of the buffer, -1 beyond its end.
    @inline(__always)
    private func buffer(_ i: Int, _ next: Int, _ n: Int) -> Int {
        if i < returned.count { return Int(returned[returned.count - 1 - i]) }
        let token = next + i - returned.count
        return token < n ? token : -1
    }

    /// Token `i` of the stack from the top, -1 beyond its end.
    @inline(__always)
    private func stacked(_ i: Int) -> Int { i < stack.count ? Int(stack[stack.count - 1 - i]) : -1 }

    private func push(_ next: inout Int) {
        if returned.count > 0 {
            returned.count -= 1
            stack.append(returned[returned.count])
        } else {
            stack.append(Int32(truncatingIfNeeded: next))
            next += 1
        }
    }

    /// Most recently added child in a list, -1 for none.
    @inline(__always)
    private func last(_ list: borrowing Scratch<Int32>, _ token: Int) -> Int {
        guard token >= 0, list[token] >= 0 else { return -1 }
        return Int(arcs[Int(list[token])].child)
    }

    /// The features of the state: two words of the buffer, three of the stack, their last children.
    @inline(__always)
    private func fill(_ base: Int, _ b0: Int, _ b1: Int, _ s0: Int) {
        func set(_ slot: Int, _ token: Int) { slots[slot] = Int32(truncatingIfNeeded: token < 0 ? -1 : base + token) }
        set(0, b0)
        set(1, b1)
        set(2, s0)
        set(3, stacked(1))
        set(4, stacked(2))
        set(5, last(lastLeft, b0))
        set(6, last(lastLeft, s0))
        set(7, last(lastRight, s0))
    }

    private func attach(_ child: Int, to head: Int, _ heads: UnsafeMutablePointer<Int32>) {
        let old = Int(heads[child])
        if old >= 0 {
            if old > child {
                if last(lastLeft, old) == child { lastLeft[old] = arcs[Int(lastLeft[old])].before }
            } else if last(lastRight, old) == child {
                lastRight[old] = arcs[Int(lastRight[old])].before
            }
        }
        let number = Int32(truncatingIfNeeded: arcs.count)
        let c = Int32(truncatingIfNeeded: child)
        if head > child {
            arcs.append(Arc(child: c, before: lastLeft[head]))
            lastLeft[head] = number
        } else {
            arcs.append(Arc(child: c, before: lastRight[head]))
            lastRight[head] = number
        }
        heads[child] = Int32(truncatingIfNeeded: head)
    }

    /// Tokens without a head become roots, then the edges and sentences are found.
    private func finish(_ tree: inout Tree) {
        for i in 0..<tree.count where tree.heads[i] < 0 {
            tree.heads[i] = Int32(truncatingIfNeeded: i)
            tree.labels[i] = model.rootLabel
        }
        tree.findEdges()
    }

    /// Undoes the lifting of crossing arcs: a token with a label "A||B" hangs on the nearest token below its head, breadth
    /// first and from left to right, whose own label is B (Nivre and Nilsson 2005).
    ///
    /// - Parameter isSpace: whether a token of the block is white space.
    func deprojectivize(_ tree: inout Tree, isSpace: (Int) -> Bool) {
        var changed = false
        for i in 0..<tree.count {
            guard let (plain, sought) = model.liftedLabels[Int(tree.labels[i])] else { continue }
            changed = true
            var level = [Int(tree.heads[i])]
            var found = level[0]
            var seen = 0
            search: while !level.isEmpty, seen <= tree.count {
                var next: [Int] = []
                for x in level {
                    for child in tree.children(of: x) where child != i && !isSpace(child) {
                        if Int(tree.labels[child]) == sought {
                            found = child
                            break search
                        }
                        next.append(child)
                    }
                }
                seen += level.count
                level = next
            }
            tree.heads[i] = Int32(truncatingIfNeeded: found)
            tree.labels[i] = Int16(plain)
        }
        if changed { tree.findEdges() }
    }
}
