/// Whose word each stretch of an article is: the innermost statement over it.
///
/// Built once in time n log n; a question costs time linear in the stretch asked about.
public struct Sources: Sendable {
    /// The statements given.
    public let statements: [Statement]
    /// For each token the index of the innermost statement over it, -1 for none, -2 for the reporting words themselves.
    private var owner: [Int] = []
    /// The statement around each statement, or -1.
    private var parent: [Int]
    private static let depth = 8
    /// The longest reporting clause that is looked at, in tokens.
    private static let reach = 120

    /// - Parameter statements: of one article, as `SpeechReader` finds them.
    public init(_ statements: [Statement]) {
        self.statements = statements
        parent = [Int](repeating: -1, count: statements.count)
        let count = statements.reduce(0) {
            max($0, $1.content.map(\.upperBound).max() ?? 0, $1.reporting?.upperBound ?? 0)
        }
        owner = [Int](repeating: -1, count: count)
        paintContent()
        paintWords()
    }

    /// The words of a reporting clause count neither for nor against a source, unless they are themselves somebody's word.
    private mutating func paintWords() {
        for statement in statements {
            guard let words = statement.reporting else { continue }
            for i in words.prefix(Self.reach) where owner[i] == -1 { owner[i] = -2 }
        }
    }

    /// Sweeps over the contents by their starts; the shortest one open at a token owns it.
    private mutating func paintContent() {
        struct Piece { let range: Range<Int>, size: Int, statement: Int }
        var pieces: [Piece] = []
        for (index, statement) in statements.enumerated() {
            let size = statement.content.reduce(0) { $0 + $1.count }
            for range in statement.content where !range.isEmpty {
                pieces.append(Piece(range: range, size: size, statement: index))
            }
        }
        // Longer first among those that begin together, so that inner ones come to lie above them.
        pieces.sort { ($0.range.lowerBound, -$0.size, $0.statement) < ($1.range.lowerBound, -$1.size, $1.statement) }
        var stack: [Piece] = []
        var position = 0
        func close(_ stack: inout [Piece], to end: Int, _ owner: inout [Int], _ position: inout Int) {
            while position < end {
                while let top = stack.last, top.range.upperBound <= position { stack.removeLast() }
                guard let top = stack.last else {
                    position = end
                    return
                }
                let stop = min(end, top.range.upperBound)
                for i in position..<stop { owner[i] = top.statement }
                position = stop
            }
        }
        for piece in pieces {
            close(&stack, to: piece.range.lowerBound, &owner, &position)
            while let top = stack.last, top.range.upperBound <= position { stack.removeLast() }
            if let top = stack.last, top.statement != piece.statement { parent[piece.statement] = top.statement }
            stack.append(piece)
            position = piece.range.lowerBound
        }
        close(&stack, to: owner.count, &owner, &position)
    }

    /// The statement whose word most of `tokens` is, the innermost of several; nil where they are the article's own voice.
    ///
    /// Reporting words inside ("he said") do not count. A statement around another one covers what that one covers.
    /// - Parameter tokens: a token range in the analysis, such as a clause.
    public func source(of tokens: Range<Int>) -> Statement? {
        var covered: [Int: Int] = [:]
        var counted = 0
        for i in tokens.clamped(to: 0..<owner.count) where owner[i] != -2 {
            counted += 1
            var index = owner[i]
            var steps = 0
            while index >= 0, steps < Self.depth {
                covered[index, default: 0] += 1
                index = parent[index]
                steps += 1
            }
        }
        counted += max(0, tokens.upperBound - max(owner.count, tokens.lowerBound))
        let enough = covered.filter { $0.value * 5 >= counted * 3 }
        let best = enough.min { a, b in
            (size(a.key), a.key) < (size(b.key), b.key)
        }
        return best.map { statements[$0.key] }
    }

    /// The innermost statement over one token, such as a predicate's.
    public func source(at token: Int) -> Statement? {
        guard owner.indices.contains(token), owner[token] >= 0 else { return nil }
        return statements[owner[token]]
    }

    private func size(_ index: Int) -> Int { statements[index].content.reduce(0) { $0 + $1.count } }
}
