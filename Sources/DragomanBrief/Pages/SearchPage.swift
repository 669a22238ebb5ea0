public import DragomanLedger
internal import DragomanText

/// What a search found: the articles with the words around the match.
public struct SearchPage: Page {
    public var result: SearchResult

    public init(_ result: SearchResult) { self.result = result }

    public func text(_ style: TerminalStyle) -> String {
        guard !result.hits.isEmpty else { return "No articles.\n" }
        var page = ""
        for hit in result.hits {
            let article = hit.article
            let head = [article.published?.description, article.publisher, article.title].compactMap { $0 }
                .joined(separator: " · ")
            page += Layout.block(SafeText.line(head), head: "", indent: 0, width: style.width) {
                style.paint($0, .bold)
            }
            let words = hit.snippet.map { part in
                let text = SafeText.line(part.text)
                return part.matches ? style.colour ? style.paint(text, .yellow) : "*\(text)*" : text
            }
            page += "    " + words.joined() + "\n    " + style.paint(article.id, .dim) + "\n"
        }
        let more = result.total >= Ledger.mostRanked ? " or more" : ""
        page += "\n\(result.total)\(more) \(Counted.noun(result.total, "article"))\n"
        guard !result.names.isEmpty else { return page }
        let few = result.names.prefix(Self.mostNames).map { SafeText.line($0.name) }.joined(separator: ", ")
        let rest = result.names.count - Self.mostNames
        return page + "looked for \(few)\(rest > 0 ? " and \(rest) more" : "") too\n"
    }

    /// Other names that are told.
    private static let mostNames = 6

    private enum Key: String, CodingKey { case hits, total, names }

    /// Writes `hits`, `total` and `names`, the other names that were looked for.
    public func encode(to encoder: any Encoder) throws {
        var box = encoder.container(keyedBy: Key.self)
        try box.encode(result.hits, forKey: .hits)
        try box.encode(result.total, forKey: .total)
        try box.encode(result.names, forKey: .names)
    }
}
