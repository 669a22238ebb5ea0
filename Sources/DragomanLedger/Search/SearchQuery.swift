/// What a person types to search, as FTS5 understands it.
struct SearchQuery {
    /// The query in FTS5's language; nil where there is nothing to search for.
    let expression: String?

    /// Words must all occur; words between quotation marks must follow one another; a word that ends in `*` stands for all that
    /// begin so. Nothing else in `text` has a meaning.
    ///
    /// - Parameter alternatives: what else may stand for a word or words between quotation marks, such as a name in other scripts.
    init(_ text: String, alternatives: (String) throws -> [String] = { _ in [] }) rethrows {
        var terms: [String] = []
        func term(_ words: Substring) throws -> String {
            let others = try alternatives(String(words)).filter { $0 != words }.prefix(Self.mostAlternatives)
                .map { Self.quoted($0.filter { $0 != "\"" }[...]) }
            return others.isEmpty
                ? Self.quoted(words) : "(" + ([Self.quoted(words)] + others).joined(separator: " OR ") + ")"
        }
        for (number, part) in text.prefix(Self.most).split(separator: "\"", omittingEmptySubsequences: false)
            .enumerated()
        {
            if number % 2 == 1 {
                if Self.hasMeaning(part) { terms.append(try term(part)) }
            } else {
                for word in part.split(whereSeparator: \.isWhitespace) {
                    guard Self.hasMeaning(word) else { continue }
                    terms.append(word.hasSuffix("*") ? Self.quoted(word.dropLast()) + "*" : try term(word))
                }
            }
        }
        expression = terms.isEmpty ? nil : terms.joined(separator: " AND ")
    }

    /// FTS5 takes a term without letters for one that never occurs.
    private static func hasMeaning(_ text: Substring) -> Bool { text.contains { $0.isLetter || $0.isNumber } }

    /// Other words that may stand for one.
    private static let mostAlternatives = 24

    /// Characters of a query that are looked at.
    private static let most = 1000

    private static func quoted(_ text: Substring) -> String { "\"\(text)\"" }
}
