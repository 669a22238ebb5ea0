public import DragomanLedger
internal import DragomanText

/// How one article stands to the others: its story, what stands before and after it, its copies and what they changed.
public struct RelationsPage: Page {
    public var relations: ArticleRelations

    public init(_ relations: ArticleRelations) { self.relations = relations }

    public func text(_ style: TerminalStyle) -> String {
        var page = StoryList.line(relations.article, style, label: "")
        func neighbour(_ label: String, _ article: ArticleEntry?) {
            guard let article else { return }
            page += style.paint(label, .dim) + "\n" + StoryList.line(article, style)
        }
        page += "\n"
        neighbour("previous in the story", relations.previousInStory)
        neighbour("next in the story", relations.nextInStory)
        neighbour("previous of the outlet", relations.previousAtOutlet)
        neighbour("next of the outlet", relations.nextAtOutlet)
        if !relations.news.isEmpty {
            page += "\n" + style.paint("NEW TO THE STORY", .bold) + "\n"
            for sentence in relations.news {
                page += Layout.block(SafeText.line(sentence), head: "  ", indent: 2, width: style.width)
            }
        }
        guard relations.copies.count > 1, let original = relations.original else { return page }
        page += "\n" + style.paint("COPIES OF ONE TEXT (\(relations.copies.count))", .bold) + "\n"
        for copy in relations.copies {
            page += StoryList.line(copy.article, style)
            guard let diff = copy.diff else {
                page += "    likely the original: \(Self.reason(original))\n"
                continue
            }
            page += "    \(diff.kept) words kept, \(diff.removed) left out, \(diff.inserted) put in\n"
            for change in copy.changes {
                let (before, after) = (SafeText.line(change.before), SafeText.line(change.after))
                let line = (before.isEmpty ? "" : "[-\(before)-] ") + (after.isEmpty ? "" : "{+\(after)+}")
                page += Layout.block(line, head: "    ", indent: 4, width: style.width)
            }
        }
        return page
    }

    private static func reason(_ original: LikelyOriginal) -> String {
        switch original.reason {
        case .credited: "credited by " + Counted.of(original.support, "copy", "copies")
        case .canonical: Counted.of(original.support, "copy gives", "copies give") + " its address"
        case .earliest: "published first"
        case .fullest: "it has most of the text"
        }
    }
}

extension RelationsPage {
    private enum Key: String, CodingKey { case article, family, story, previous, next, outlet, copies, original, news }
    private enum Neighbours: String, CodingKey { case previous, next }
    private struct Row: Encodable {
        struct Change: Encodable {
            var before: String
            var after: String
        }
        var article: ArticleEntry
        var kept: Int?
        var removed: Int?
        var inserted: Int?
        var changes: [Change]
    }

    /// Writes the article, its family and story, `previous` and `next` along the story, the same in `outlet` along the outlet, `copies`
    /// with what they changed, the likely `original`, and `news`.
    public func encode(to encoder: any Encoder) throws {
        var box = encoder.container(keyedBy: Key.self)
        try box.encode(relations.article, forKey: .article)
        try box.encode(relations.article.family, forKey: .family)
        try box.encode(relations.story, forKey: .story)
        try box.encode(relations.previousInStory, forKey: .previous)
        try box.encode(relations.nextInStory, forKey: .next)
        var outlet = box.nestedContainer(keyedBy: Neighbours.self, forKey: .outlet)
        try outlet.encode(relations.previousAtOutlet, forKey: .previous)
        try outlet.encode(relations.nextAtOutlet, forKey: .next)
        try box.encode(
            relations.copies.map { copy in
                Row(
                    article: copy.article, kept: copy.diff?.kept, removed: copy.diff?.removed,
                    inserted: copy.diff?.inserted,
                    changes: copy.changes.map { Row.Change(before: $0.before, after: $0.after) })
            }, forKey: .copies)
        try box.encode(relations.original, forKey: .original)
        try box.encode(relations.news, forKey: .news)
    }
}
