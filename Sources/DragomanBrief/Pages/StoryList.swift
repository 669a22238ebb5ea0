public import DragomanLedger
internal import DragomanText

/// Stories with their articles, a line each.
public struct StoryList: Page {
    public var stories: [Story]

    public init(_ stories: [Story]) { self.stories = stories }

    public func text(_ style: TerminalStyle) -> String {
        guard !stories.isEmpty else { return "No stories.\n" }
        var page = ""
        for story in stories {
            page +=
                style.paint(
                    "\(story.id.prefix(8))  \(Counted.of(story.articles.count, "article")), "
                        + Counted.of(story.families, "text"), .bold) + "\n"
            for article in story.articles { page += Self.line(article, style) }
            page += "\n"
        }
        return page + Counted.of(stories.count, "story", "stories") + "\n"
    }

    /// Day, id, outlet and title of an article.
    static func line(_ article: ArticleEntry, _ style: TerminalStyle, label: String = "  ") -> String {
        let facts = [article.publisher, article.title ?? "(no title)"].joined(separator: " · ")
        let head = Layout.cell(article.published?.description ?? "undated", width: 12)
        return Layout.block(
            SafeText.line(facts), head: label + head + style.paint(String(article.id.prefix(8)), .dim) + "  ",
            indent: label.count + 22, width: style.width)
    }
}

extension StoryList {
    private enum Key: String, CodingKey { case stories }

    /// Writes `stories`, each with its articles.
    public func encode(to encoder: any Encoder) throws {
        var box = encoder.container(keyedBy: Key.self)
        try box.encode(stories, forKey: .stories)
    }
}
