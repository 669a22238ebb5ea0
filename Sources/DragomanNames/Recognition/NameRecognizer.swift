public import DragomanLanguage

/// Finds the names of an article and decides what each stands for.
///
/// The knowledge base comes first, then syntax and the rest of the article; the entity model's types only break ties.
/// A name has one type and one identity in an article, whatever its forms. Time is linear in the tokens.
///
/// ```
/// let recognizer = NameRecognizer(try KnowledgeBase(packs: ["Packs/world", "Packs/automotive"]))
/// let named = recognizer.recognize(analysis)
/// for mention in named.mentions { print(named.identities[mention.identity].name) }
/// ```
public struct NameRecognizer: Sendable {
    public let base: KnowledgeBase

    public init(_ base: KnowledgeBase) { self.base = base }

    /// - Parameter analysis: of an article whose first block may be its headline.
    /// - Returns: the mentions in order, not overlapping, and their identities in the order of first mention.
    public func recognize(_ analysis: Analysis) -> NamedAnalysis {
        let words = ArticleWords(analysis, base)
        let hits = Gazetteer.hits(words)
        var hitOf = [Int](repeating: -1, count: words.count)
        for (number, hit) in hits.enumerated() { for token in hit.tokens { hitOf[token] = number } }
        let institutions = InstitutionFinder(words: words, hitOf: hitOf, hits: hits).find()
        var taken = [Bool](repeating: false, count: words.count)
        for candidate in institutions { for token in candidate.tokens { taken[token] = true } }
        let runs = RunFinder(words: words, hits: hits, hitOf: hitOf, taken: taken).find()
        var candidates = (institutions + runs).sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
        let evidence = Evidence(words: words, hitOf: hitOf, hits: hits)
        for index in candidates.indices { candidates[index].scores.add(evidence.scores(candidates[index].tokens)) }
        Evidence.share(&candidates, words)
        var resolver = Resolver(words: words, candidates: candidates)
        return resolver.resolve()
    }
}
