/// Which articles are linked, and from which chance on; asked for by `StoryField`.
protocol StoryLinks {
    /// The articles linked to `node` with at least the chance `level`, at most `limit` of them.
    func neighbours(of node: String, from level: Float, limit: Int) throws -> [String]
}

/// The set of articles that is looked at as a whole to find the stories of one of them.
enum StoryField {
    /// How large a field may be. A larger one falls apart into those that stronger links hold together.
    static let most = 96
    /// Chances from which on links hold a field together.
    static let levels: [Float] = [StoryWeights.link, 0.5, 0.7, 0.85, 0.95]

    /// The largest field of `node` that is not too large, in order of ids.
    ///
    /// Fields of different articles are equal or have nothing in common: at each level being linked, directly or through
    /// others, parts the articles into sets, each within one of the level before.
    static func around(_ node: String, in links: some StoryLinks) throws -> [String] {
        for level in levels {
            if let field = try connected(to: node, from: level, in: links) { return field.sorted() }
        }
        return [node]
    }

    /// All that is linked to `node`; nil where that is too much.
    private static func connected(to node: String, from level: Float, in links: some StoryLinks) throws -> Set<String>?
    {
        var field: Set<String> = [node]
        var pending = [node]
        while let next = pending.popLast() {
            for other in try links.neighbours(of: next, from: level, limit: most + 1) where field.insert(other).inserted
            {
                if field.count > most { return nil }
                pending.append(other)
            }
        }
        return field
    }
}

/// How an article's candidates are found, so that the work for it does not grow with the ledger.
enum StoryCandidates {
    /// How far apart in days the articles of one story may lie without others between them.
    static let window = 60
    /// How many articles of one word are looked at on either side in time.
    static let reach = 12
    /// Words of an index that two articles must share.
    static let shared = 2
}
