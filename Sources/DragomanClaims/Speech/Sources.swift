/// Whose word each stretch of an article is: the innermost statement over it.
///
/// Built once in time n log n; a question costs time linear in the stretch asked about.
public struct Sources: Sendable {
    /// The statements given.
    public let statements: [Statement]
    /// For each token the index of the innermost statement over it, -1 for none.
    private var owner: [Int] = []
    /// The statement around each statement, or -1.
    private var parent: [Int]
    /// The statement each reporting word opens.
    private var ofCue: [Int: Int] = [:]
    /// The length of each statement's content.
    private let size: [Int]
    /// Statements with the same number have the same speaker and chain.
    private let key: [Int]
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
        size = statements.map { $0.content.reduce(0) { $0 + $1.count } }
        var keys: [String: Int] = [:]
        var numbers: [Int] = []
        for statement in statements {
            let speaker = statement.speaker
            let name = ([speaker?.name, speaker?.role, speaker?.org].map { $0 ?? "" } + statement.via).joined(
                separator: "\u{1F}")
            let number = keys[name] ?? keys.count
            keys[name] = number
            numbers.append(number)
        }
        key = numbers
        for (index, statement) in statements.enumerated() {
            if let cue = statement.cue, ofCue[cue] == nil { ofCue[cue] = index }
        }
        paintContent()
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

    /// The statement whose word most of `tokens` is, the innermost of several; nil where they are the article's own
    /// voice.
    ///
    /// A statement's own reporting words count as covered by it, and so does what a statement inside it covers. Two
    /// thirds are enough.
    /// Where the stretch holds the reporting words of an outer speaker too ("she said that reports of a sale were
    /// false"), it is that
    /// speaker's word.
    /// - Parameter tokens: a token range in the analysis, such as a clause.
    public func source(of tokens: Range<Int>) -> Statement? {
        guard !tokens.isEmpty else { return nil }
        var covered: [Int: Int] = [:]
        var seen: Set<Int> = []
        for i in tokens.clamped(to: 0..<owner.count) {
            var index = owner[i]
            var steps = 0
            while index >= 0, steps < Self.depth, seen.insert(index).inserted {
                covered[key[index], default: 0] += overlap(statements[index], tokens)
                index = parent[index]
                steps += 1
            }
        }
        let enough = seen.filter { (covered[key[$0]] ?? 0) * 3 >= tokens.count * 2 }
        guard var best = enough.min(by: { (size[$0], $0) < (size[$1], $1) }) else { return nil }
        var steps = 0
        while parent[best] >= 0, steps < Self.depth {
            let outer = parent[best]
            guard let cue = statements[outer].cue, tokens.contains(cue), statements[outer].speaker != nil else { break }
            best = outer
            steps += 1
        }
        return statements[best]
    }

    /// How many of `tokens` are a statement's content or reporting words.
    private func overlap(_ statement: Statement, _ tokens: Range<Int>) -> Int {
        var count = statement.content.reduce(0) { $0 + $1.clamped(to: tokens).count }
        if let words = statement.reporting?.clamped(to: tokens), words.count <= Self.reach {
            count += words.count { i in !statement.content.contains { $0.contains(i) } }
        }
        return count
    }

    /// The statement that a reporting word opens; nil for any other word.
    func statement(ofCue token: Int) -> Statement? { ofCue[token].map { statements[$0] } }

    /// The innermost statement over one token, such as a predicate's; for a reporting word that nobody reports, its own statement
    /// ("announced", "denied").
    public func source(at token: Int) -> Statement? {
        if owner.indices.contains(token), owner[token] >= 0 { return statements[owner[token]] }
        return ofCue[token].map { statements[$0] }
    }
}
