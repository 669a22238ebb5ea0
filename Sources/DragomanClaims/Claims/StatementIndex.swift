/// Finds the statement whose words cover a token, in constant time.
struct StatementIndex: Sendable {
    private let statements: [Statement]
    /// For each token, the innermost statement that covers it, or -1.
    private let innermost: [Int]

    init(_ statements: [Statement], tokenCount: Int) {
        self.statements = statements
        var cover = [Int](repeating: -1, count: tokenCount)
        var width = [Int](repeating: .max, count: tokenCount)
        for (index, statement) in statements.enumerated() {
            let size = statement.content.reduce(0) { $0 + $1.count }
            for range in statement.content {
                for token in range.clamped(to: 0..<tokenCount) where size < width[token] {
                    cover[token] = index
                    width[token] = size
                }
            }
        }
        innermost = cover
    }

    /// The innermost statement that covers `token`; nil where the article speaks in its own voice.
    func source(of token: Int) -> Statement? {
        innermost[token] < 0 ? nil : statements[innermost[token]]
    }
}
