extension Deal {
    /// The origins of its claims.
    public var origins: Origins { Origins(of: claims) }

    /// How many articles report it, how many texts these are, and on how many words it rests.
    public func support(_ origins: Origins) -> Support {
        Support(
            reports: reports, families: Set(claims.map { $0.article.family ?? $0.article.id }).count,
            origins: origins.all.count)
    }

    /// Where its claims disagree or differ: contradictions first.
    ///
    /// - Parameter origins: those of its claims, as `origins` gives them.
    public func disagreements(_ origins: Origins) -> [Disagreement] { Disagreements.of(claims, origins: origins) }
}
