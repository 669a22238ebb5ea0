/// What a person types to search, as FTS5 understands it.
struct SearchQuery {
    /// Words that must all occur, in groups that mean one thing.
    private struct Term {
        var quoted: String
        /// The words as typed; nil for the beginning of words.
        var text: String?
    }

    private let terms: [Term]

    /// Words must all occur; words between quotation marks must follow one another; a word that ends in `*` stands for all that
    /// begin so. Nothing else in `text` has a meaning.
    init(_ text: String) {
        var terms: [Term] = []
        for (number, part) in text.prefix(Self.most).split(separator: "\"", omittingEmptySubsequences: false)
            .enumerated()
        {
            if number % 2 == 1 {
                terms.append(Term(quoted: Self.quoted(part), text: String(part)))
            } else {
                for word in part.split(whereSeparator: \.isWhitespace) {
                    let isBeginning = word.hasSuffix("*")
                    terms.append(
                        Term(
                            quoted: isBeginning ? Self.quoted(word.dropLast()) + "*" : Self.quoted(word),
                            text: isBeginning ? nil : String(word)))
                }
            }
        }
        // FTS5 takes a term without letters for one that never occurs.
        self.terms = terms.filter { $0.quoted.contains { $0.isLetter || $0.isNumber } }
    }

    /// The query in FTS5's language; nil where there is nothing to search for.
    var expression: String? { expression { _ in [] } }

    /// The query in which a name may stand for the other names that `meaning` gives it. Of the words that follow one another the
    /// longest run that has a meaning counts, of at most four words.
    func expression(_ meaning: (String) throws -> [String]) rethrows -> String? {
        guard !terms.isEmpty else { return nil }
        var groups: [String] = []
        var at = 0
        while at < terms.count {
            var end = at + 1
            var names: [String] = []
            // A long query is one of words: the names in it are looked for at its beginning only.
            if at < Self.mostMeant {
                for length in (1...Self.longestName).reversed() where at + length <= terms.count {
                    let words = terms[at..<at + length].compactMap(\.text)
                    guard words.count == length else { continue }
                    names = try meaning(words.joined(separator: " ")).map { Self.quoted($0[...]) }
                    if !names.isEmpty {
                        end = at + length
                        break
                    }
                }
            }
            let own = terms[at..<end].map(\.quoted).joined(separator: " AND ")
            groups.append(names.isEmpty ? own : "((\(own)) OR \(names.joined(separator: " OR ")))")
            at = end
        }
        return groups.joined(separator: " AND ")
    }

    /// Characters of a query that are looked at.
    private static let most = 1000
    /// Words of a query that may begin a name.
    private static let mostMeant = 8
    private static let longestName = 4

    private static func quoted(_ text: Substring) -> String { "\"\(text.filter { $0 != "\"" })\"" }
}
