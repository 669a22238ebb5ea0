internal import DragomanText

extension Ledger {
    /// How many articles are looked through for stories.
    private static let storyReach = 5_000

    /// The stories of at least two articles whose newest article is the newest, looked for among the newest articles.
    ///
    /// - Parameter limit: the most to give; each with at most 500 articles.
    public func newestStories(limit: Int) throws -> [Story] {
        let rows = try database.prepare(
            """
            SELECT story_nodes.story FROM articles JOIN families ON families.article = articles.id
                JOIN story_nodes ON story_nodes.family = families.family
            ORDER BY articles.published DESC, articles.id LIMIT ?
            """)
        try rows.bind([.integer(Self.storyReach)])
        var seen: Set<String> = []
        var stories: [Story] = []
        let members = try database.prepare(
            """
            SELECT \(StoredClaims.entryColumns) FROM story_nodes JOIN families AS member USING (family)
                JOIN articles ON articles.id = member.article JOIN captures ON captures.sha256 = articles.capture
            WHERE story_nodes.story = ? LIMIT 500
            """)
        while stories.count < limit, try rows.step() {
            let name = rows.text(0)
            guard seen.insert(name).inserted else { continue }
            try members.bind([.text(name)])
            var articles: [ArticleEntry] = []
            while try members.step() { articles.append(StoredClaims.entry(in: members, from: 0)) }
            if articles.count > 1, let story = Story(articles) { stories.append(story) }
        }
        return stories
    }
}
