/// What a person types to search, as FTS5 understands it.
struct SearchQuery {
    /// The query in FTS5's language; nil where there is nothing to search for.
    let expression: String?

    /// Words must all occur; words between quotation marks must follow one another; a word that ends in `*` stands for all that
    /// begin so. Nothing else in `text` has a meaning.
    init(_ text: String) {
        var terms: [String] = []
        for (number, part) in text.prefix(Self.most).split(separator: "\"", omittingEmptySubsequences: false)
            .enumerated()
        {
            if number % 2 == 1 {
                terms.append(Self.quoted(part))
            } else {
                for word in part.split(whereSeparator: \.isWhitespace) {
                    terms.append(word.hasSuffix("*") ? Self.quoted(word.dropLast()) + "*" : Self.quoted(word))
                }
            }
        }
        // FTS5 takes a term without letters for one that never occurs.
        let meant = terms.filter { $0.contains { $0.isLetter || $0.isNumber } }
        expression = meant.isEmpty ? nil : meant.joined(separator: " ")
    }

    /// Characters of a query that are looked at.
    private static let most = 1000

    private static func quoted(_ text: Substring) -> String { "\"\(text)\"" }
}
