internal import DragomanPage
internal import DragomanText

extension Ledger {
    /// The stories of at least `least` articles, those with the newest article first, undated ones last.
    ///
    /// - Throws: `DragomanError` D008 where the ledger is damaged.
    public func stories(least: Int = 1) throws -> [Story] {
        let rows = try database.prepare(
            """
            SELECT story, \(StoredClaims.entryColumns) FROM story_nodes JOIN families AS member USING (family)
                JOIN articles ON articles.id = member.article JOIN captures ON captures.sha256 = articles.capture
            """)
        var groups: [String: [ArticleEntry]] = [:]
        while try rows.step() {
            groups[rows.text(0), default: []].append(StoredClaims.entry(in: rows, from: 1))
        }
        return groups.values.compactMap(Story.init).filter { $0.articles.count >= least }.sorted { one, other in
            let days = (one.newest?.span.lowerBound ?? .min, other.newest?.span.lowerBound ?? .min)
            return (days.1, one.id) < (days.0, other.id)
        }
    }

    /// The story of the article with the id `id`, or whose id begins with it; a story has the id of one of its articles.
    ///
    /// - Returns: nil where there is no such article.
    /// - Throws: `DragomanError`: D011 several articles have ids that begin so, D012 it cannot be an id.
    public func story(ofArticle id: String) throws -> Story? {
        guard let only = try articleID(id), let entry = try entries("articles.id = ?", [only]).first else { return nil }
        return try story(of: entry)
    }

    private func story(of entry: ArticleEntry) throws -> Story? {
        let members = try entries(
            """
            articles.id IN (SELECT article FROM families WHERE family IN
                (SELECT family FROM story_nodes WHERE story = (SELECT story FROM story_nodes WHERE family = ?)))
            """, [entry.family ?? entry.id])
        return Story(members.isEmpty ? [entry] : members)
    }

    /// The one article whose id begins with `id`; nil where there is none.
    private func articleID(_ id: String) throws -> String? {
        let id = id.lowercased()
        guard StableID.isPrefix(id) else { throw LedgerFailure.shortID(id) }
        let ids = try texts("SELECT id FROM articles WHERE id >= ? AND id < ? || '~' LIMIT 2", [id, id])
        if ids.count > 1 { throw LedgerFailure.ambiguous(id, ids.count) }
        return ids.first
    }

    /// How the article with the id `id` stands to the others; four characters of the id are enough where they are unique.
    ///
    /// - Returns: nil where there is no such article.
    /// - Throws: `DragomanError`: D011 several articles have ids that begin so, D012 it cannot be an id.
    public func relations(ofArticle id: String) throws -> ArticleRelations? {
        guard let only = try articleID(id), let added = try StoredClaims.article(only, in: database) else { return nil }
        let entry = added.entry
        let family = entry.family ?? entry.id
        guard let story = try story(of: entry) else { return nil }
        let place = story.articles.firstIndex { $0.id == entry.id } ?? 0
        let outlet = try entry.outlet.map { Story(try entries("articles.outlet = ?", [$0])) } ?? nil
        let position = outlet?.articles.firstIndex { $0.id == entry.id }
        let before = story.articles[..<place].filter { ($0.family ?? $0.id) != family }
        let earlier = try Set(before.compactMap(\.family)).sorted().compactMap { try profile(of: $0) }
        let (copies, original) = try copies(story.articles.filter { $0.family == family })
        return ArticleRelations(
            article: entry, story: story, previousInStory: before.last,
            nextInStory: story.articles[(place + 1)...].first { ($0.family ?? $0.id) != family },
            previousAtOutlet: position.flatMap { $0 > 0 ? outlet?.articles[$0 - 1] : nil },
            nextAtOutlet: position.flatMap { index in outlet?.articles.dropFirst(index + 1).first },
            copies: copies, original: original,
            news: before.isEmpty ? [] : StoryNews.sentences(of: added.article, against: earlier))
    }

    /// Most copies of a text that are compared with the original word by word.
    private static let mostCopies = 40

    private func copies(_ members: [ArticleEntry]) throws -> ([ArticleRelations.Copy], LikelyOriginal?) {
        let counted = try members.map { member in
            (
                entry: member,
                words: try database.number("SELECT words FROM families WHERE article = ?", [.text(member.id)]) ?? 0
            )
        }
        guard let original = LikelyOriginal.of(counted),
            let first = try StoredClaims.article(original.article, in: database)
        else { return ([], nil) }
        var copies = [ArticleRelations.Copy(article: first.entry, diff: nil, changes: [])]
        for member in members.filter({ $0.id != original.article }).prefix(Self.mostCopies) {
            guard let copy = try StoredClaims.article(member.id, in: database) else { continue }
            let (one, two) = (first.article, copy.article)
            let diff = WordDiff(
                from: one.text, in: one.blocks.map(\.range), to: two.text, in: two.blocks.map(\.range))
            let changes = diff.changes.filter { !$0.isKept }.map { change in
                (before: one.text.string(change.before), after: two.text.string(change.after))
            }
            copies.append(ArticleRelations.Copy(article: member, diff: diff, changes: changes))
        }
        return (copies, original)
    }

    private func profile(of family: String) throws -> StoryProfile? {
        let row = try database.prepare("SELECT profile FROM story_nodes WHERE family = ?")
        try row.bind([.text(family)])
        return try row.step() ? StoryProfile(bytes: row.bytes(0)) : nil
    }

    private func entries(_ condition: String, _ values: [String]) throws -> [ArticleEntry] {
        let rows = try database.prepare(
            """
            SELECT \(StoredClaims.entryColumns) FROM articles JOIN captures ON captures.sha256 = articles.capture
            WHERE \(condition)
            """)
        try rows.bind(values.map { .text($0) })
        var found: [ArticleEntry] = []
        while try rows.step() { found.append(StoredClaims.entry(in: rows, from: 0)) }
        return found
    }

    private func texts(_ sql: String, _ values: [String]) throws -> [String] {
        let rows = try database.prepare(sql)
        try rows.bind(values.map { .text($0) })
        var found: [String] = []
        while try rows.step() { found.append(rows.text(0)) }
        return found
    }
}
