internal import DragomanPage
internal import DragomanText

/// What an article says that its story did not know.
enum StoryNews {
    /// A sentence is new where less than this part of its weight stands in one earlier text.
    private static let known: Float = 0.6
    private static let most = 5

    /// The sentences of an article whose words and names no earlier text of its story has, the first five in order.
    static func sentences(of article: Article, against earlier: [StoryProfile]) -> [String] {
        let seen = earlier.map { Set($0.terms.map(\.hash)) }
        var found: [String] = []
        for block in article.blocks where [.paragraph, .quote, .listItem].contains(block.kind) {
            for sentence in sentences(article.text, block.range) {
                let terms = StoryProfile(article.text, blocks: [Block(kind: .paragraph, range: sentence)]).terms
                let total = terms.reduce(0) { $0 + $1.weight }
                guard terms.count > 3, total > 0 else { continue }
                let isKnown = seen.contains { set in
                    terms.reduce(0) { $0 + (set.contains($1.hash) ? $1.weight : 0) } >= total * known
                }
                if !isKnown { found.append(article.text.string(sentence)) }
                if found.count == most { return found }
            }
        }
        return found
    }

    /// Stretches that end in a full stop, question or exclamation mark before a space and a capital, digit or quotation.
    private static func sentences(_ text: [UInt8], _ range: ByteRange) -> [ByteRange] {
        var found: [ByteRange] = []
        var start = range.lowerBound
        for index in range where [0x2E, 0x3F, 0x21].contains(text[index]) {
            let next = index + 2
            guard next < range.upperBound, text[index + 1] == 0x20, index - start > 24,
                text[next] >= 0x80 || text[next] == 0x22 || (0x41...0x5A).contains(text[next])
            else { continue }
            found.append(start..<index + 1)
            start = next
        }
        if start < range.upperBound { found.append(start..<range.upperBound) }
        return found
    }
}
