import DragomanLanguage

/// Decides which entry a known spelling stands for, and whether an ambiguous one is a name at all.
///
/// "Quick" is a car where Saipa is spoken of, or a sedan follows; else it is no name.
struct Disambiguator {
    let words: ArticleWords
    /// Entries named without doubt anywhere in the article, with their owners and countries.
    private let named: Set<String>
    private let speaksOfGoods: Bool

    init(words: ArticleWords, candidates: [Candidate]) {
        self.words = words
        var named: Set<String> = []
        for candidate in candidates {
            if let owner = candidate.owner { named.insert(owner) }
            guard case .spelling(let number) = candidate.source else { continue }
            let uses = words.base.spellings.all[number].uses
            guard uses.count == 1, !uses[0].ambiguous else { continue }
            let entry = words.base.entries[uses[0].entry]
            for id in [entry.id, entry.owner, entry.country] { if let id { named.insert(id) } }
        }
        self.named = named
        speaksOfGoods = (0..<words.count).contains { words.lemmaHas(.goods, $0) }
    }

    /// The use of a candidate's spelling; nil where context does not bear any out.
    func use(_ candidate: Candidate, spelling: Int) -> SpellingIndex.Use? {
        let uses = words.base.spellings.all[spelling].uses
        if uses.count == 1, !uses[0].ambiguous { return uses[0] }
        var best: (use: SpellingIndex.Use, weight: Float)?
        for use in uses {
            let weight = self.weight(words.base.entries[use.entry], candidate)
            if weight > 0, weight > (best?.weight ?? 0) { best = (use, weight) }
        }
        return best?.use
    }

    /// "Quick growth": an adjective before a noun that names no goods.
    private func isModifier(_ range: Range<Int>) -> Bool {
        let next = range.upperBound
        guard range.count == 1, next < words.count else { return false }
        let tokens = words.analysis.tokens
        return tokens[range.lowerBound].pos == "ADJ" && tokens[next].pos == "NOUN" && !words.lemmaHas(.goods, next)
            && !words.lemmaHas(.modelNoun, next)
    }

    /// How far the context bears an entry out; 0 and less for not at all.
    private func weight(_ entry: Entry, _ candidate: Candidate) -> Float {
        let scores = candidate.scores
        let owned = entry.owner.map { named.contains($0) } ?? false
        let home = entry.country.map { named.contains($0) } ?? false
        let opening =
            RunFinder.opens(words, candidate.tokens.lowerBound) && !words.inHeadline(candidate.tokens.lowerBound)
        switch entry.type {
        case .model:
            if scores[.person] >= 4 { return 0 }
            if isModifier(candidate.tokens) { return 0 }
            if owned { return opening && scores[.model] < 1.5 ? 0 : 3 + scores[.model] }
            return max(0, scores[.model] - (opening ? 2.5 : 1.5)) * (speaksOfGoods ? 1 : 0)
        case .company, .brand:
            if scores[.person] >= 2.5 || scores[.person] > 1.5 + scores[.company] + scores[.brand] { return 0 }
            let firm = scores[.company] + scores[.brand]
            if opening, !speaksOfGoods { return firm - 2 }
            return (speaksOfGoods || owned || !named.isEmpty ? 1 : 0) + firm + (opening ? -0.5 : 0)
        case .outlet: return scores[.outlet] >= 2 ? scores[.outlet] : 0
        case .country, .region, .place:
            if scores[.person] >= 3 { return 0 }
            return scores[.place] + (home ? 1.5 : 0) + (entry.type == .country ? 1 : 0)
        case .institution, .plant, .person: return 0.5 + scores[entry.type] + (home || owned ? 1 : 0)
        }
    }
}
