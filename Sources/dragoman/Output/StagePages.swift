import DragomanBrief
import DragomanLanguage
import DragomanNames
import DragomanPage
import DragomanText

/// A clean article: what reading begins with.
struct ArticlePage: Page {
    private struct Part: Encodable {
        let kind: String
        let range: [Int]
        let text: String
    }

    private let article: Article

    init(_ article: Article) {
        self.article = article
    }

    /// The text as it is analyzed, under a line for each thing known of it.
    func text(_ style: TerminalStyle) -> String {
        let known: [(label: String, value: String?)] = [
            ("Outlet", article.outlet), ("Date", article.publishedTime?.description ?? article.published?.description),
            ("Changed", article.modifiedTime?.description), ("Section", article.section), ("Address", article.address),
            ("Author", article.authors.isEmpty ? nil : article.authors.joined(separator: ", ")), ("Wire", article.wire),
            ("Language", article.language), ("Previous", article.previous), ("Next", article.next),
        ]
        let head = known.compactMap { row in row.value.map { "\(row.label): \(SafeText.line($0))\n" } }.joined()
        let blocks = article.blocks.map { SafeText.line(article.text.string($0.range)) + "\n" }
        return (head.isEmpty ? "" : head + "\n") + blocks.joined(separator: "\n")
    }

    private enum Key: CodingKey {
        case title, outlet, published, address, authors, wire, language, previous, next, blocks
    }

    func encode(to encoder: any Encoder) throws {
        var box = encoder.container(keyedBy: Key.self)
        try box.encode(article.title, forKey: .title)
        try box.encode(article.outlet, forKey: .outlet)
        try box.encode(article.published?.description, forKey: .published)
        try box.encode(article.address, forKey: .address)
        try box.encode(article.authors, forKey: .authors)
        try box.encode(article.wire, forKey: .wire)
        try box.encode(article.language, forKey: .language)
        try box.encode(article.previous, forKey: .previous)
        try box.encode(article.next, forKey: .next)
        let parts = article.blocks.map { block in
            Part(
                kind: block.kind.rawValue, range: [block.range.lowerBound, block.range.upperBound],
                text: article.text.string(block.range))
        }
        try box.encode(parts, forKey: .blocks)
    }
}

/// Who and what an article names, each once with all its mentions.
struct NamesPage: Page {
    private struct Row: Encodable, Sendable {
        let name: String
        let type: String
        /// Of its entry in the knowledge base; nil for a name the base does not have.
        let entry: String?
        var mentions: [String] = []
        var ranges: [[Int]] = []
    }

    private let rows: [Row]

    init(_ named: NamedAnalysis) {
        var rows = named.identities.map { Row(name: $0.name, type: $0.type.rawValue, entry: $0.entry) }
        for mention in named.mentions {
            let range = named.analysis.bytes(mention.tokens)
            rows[mention.identity].mentions.append(named.analysis.text.string(range))
            rows[mention.identity].ranges.append([range.lowerBound, range.upperBound])
        }
        self.rows = rows
    }

    func text(_ style: TerminalStyle) -> String {
        rows.map { row in
            let mentions = Set(row.mentions).subtracting([row.name]).sorted()
            let also = mentions.isEmpty ? "" : "; also " + mentions.joined(separator: ", ")
            return SafeText.line("\(row.name): \(row.type), \(row.entry ?? "not in the packs")\(also)") + "\n"
        }.joined()
    }

    func encode(to encoder: any Encoder) throws { try rows.encode(to: encoder) }
}

/// An analysis as a table in CoNLL-U: a line a token, an empty line after a sentence.
enum TokenTable {
    static func text(_ analysis: Analysis) -> String {
        var table = ""
        for sentence in analysis.sentences {
            for index in sentence {
                let token = analysis.tokens[index]
                let head = token.head == index ? 0 : token.head - sentence.lowerBound + 1
                let fields = [
                    "\(index - sentence.lowerBound + 1)", SafeText.line(analysis.word(index)),
                    SafeText.line(token.lemma), token.pos,
                    token.tag, token.morph, "\(head)", token.dep, "", token.entity.isEmpty ? "" : "NER=\(token.entity)",
                ]
                table += fields.map { $0.isEmpty ? "_" : $0 }.joined(separator: "\t") + "\n"
            }
            table += "\n"
        }
        return table
    }
}
