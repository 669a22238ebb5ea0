public import DragomanLedger
internal import DragomanText

/// A list of articles, a line each.
public struct ArticleList: Page {
    public var articles: [ArticleEntry]

    public init(_ articles: [ArticleEntry]) { self.articles = articles }

    public func text(_ style: TerminalStyle) -> String {
        guard !articles.isEmpty else { return "No articles.\n" }
        let outlet = min(22, max(6, articles.map { TextWidth.of(SafeText.line($0.publisher)) }.max() ?? 6))
        let title = style.width - 12 - outlet - 2 - 8
        func row(_ date: String, _ publisher: String, _ name: String, _ claims: String) -> String {
            Layout.cell(date, width: 12) + Layout.cell(publisher, width: outlet) + "  "
                + Layout.cell(name, width: title)
                + String(repeating: " ", count: max(1, 8 - claims.count)) + claims
        }
        var page = style.paint(row("PUBLISHED", "OUTLET", "TITLE", "CLAIMS"), .bold) + "\n"
        for article in articles {
            page +=
                row(
                    article.published?.description ?? "undated", SafeText.line(article.publisher),
                    SafeText.line(article.title ?? "(no title)"), "\(article.claims)") + "\n"
        }
        return page + "\n" + Counted.of(articles.count, "article") + "\n"
    }
}

extension ArticleList {
    private enum Key: String, CodingKey { case articles }

    /// Writes `articles`.
    public func encode(to encoder: any Encoder) throws {
        var box = encoder.container(keyedBy: Key.self)
        try box.encode(articles, forKey: .articles)
    }
}
