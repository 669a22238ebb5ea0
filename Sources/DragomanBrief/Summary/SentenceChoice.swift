internal import DragomanClaims
internal import DragomanLedger
internal import DragomanText

/// Takes sentences one by one, each time the one that adds most. All weights are whole hundredths, so that the same
/// input gives the same choice on every machine.
struct SentenceChoice {
    private let candidates: [Candidate]
    /// For each claim, what a sentence says by resting it: names of things said, with their weights.
    private let content: [[(thing: String, weight: Int)]]
    /// In how many sentences each word stands, where no claim says what matters.
    private let spread: [String: Int]

    init(_ candidates: [Candidate], claims: [Claim]) {
        self.candidates = candidates
        var spread: [String: Int] = [:]
        if claims.isEmpty { for word in candidates.flatMap(\.words) { spread[word, default: 0] += 1 } }
        self.spread = spread
        let sizes = Dictionary(claims.map { ($0.undertaking, 1) }, uniquingKeysWith: +)
        content = claims.enumerated().map { number, claim in
            Self.content(of: claim, number: number, alike: sizes[claim.undertaking] ?? 1)
        }
    }

    /// At most `count` candidates, in their order.
    func choose(_ count: Int) -> [Candidate] {
        guard count > 0, !candidates.isEmpty else { return [] }
        // A leaning sentence may be taken while the one it leans on might still come; if it ends up first, it goes. Each
        // round bars at least one sentence, and the last bars all that lean.
        var barred = Set<Int>()
        for round in 0..<8 {
            let chosen = greedy(count, barred: barred)
            guard let first = chosen.first, first.leans, round < 7 else { return chosen }
            barred.insert(first.position)
            if round == 6 { barred.formUnion(candidates.filter(\.leans).map(\.position)) }
            // Nothing but leaning sentences: better those than nothing.
            if barred.count >= candidates.count { return chosen }
        }
        return []
    }

    private func greedy(_ count: Int, barred: Set<Int>) -> [Candidate] {
        var said: Set<String> = []
        var taken: Set<Int> = []
        while taken.count < count {
            var best: (position: Int, gain: Int)?
            for candidate in candidates
            where !taken.contains(candidate.position) && !barred.contains(candidate.position) {
                let gain = gain(of: candidate, after: said, taken: taken)
                if gain > best?.gain ?? Int.min { best = (candidate.position, gain) }
            }
            guard let best else { break }
            taken.insert(best.position)
            for claim in candidates[best.position].claims { said.formUnion(content[claim].map(\.thing)) }
            if content.isEmpty { said.formUnion(candidates[best.position].words) }
        }
        return taken.sorted().map { candidates[$0] }
    }

    private func gain(of candidate: Candidate, after said: Set<String>, taken: Set<Int>) -> Int {
        var new: Set<String> = []
        var gain = 0
        for claim in candidate.claims {
            for (thing, weight) in content[claim] where !said.contains(thing) && new.insert(thing).inserted {
                gain += weight
            }
        }
        let lead = Self.leadWeights.indices.contains(candidate.rank) ? Self.leadWeights[candidate.rank] : 0
        // A beginning that only sets the scene counts less, unless the article has nothing else.
        gain += candidate.claims.isEmpty && !content.isEmpty ? lead / 2 : lead
        gain += min(200, 40 * candidate.headlineWords)
        if content.isEmpty { gain += matter(of: candidate, after: said) }
        if candidate.leans, !(candidate.follows && taken.contains(candidate.position - 1)) { gain -= 300 }
        if candidate.isQuestion { gain -= 1000 }
        if candidate.breaksQuotation { gain -= 200 }
        if candidate.range.count < 24 { gain -= 150 }
        if candidate.range.count > 400 { gain -= 150 }
        return gain
    }

    /// What a sentence is worth where no claim says so: words the article comes back to and that were not said yet, names and numbers.
    private func matter(of candidate: Candidate, after said: Set<String>) -> Int {
        let central = candidate.words.reduce(0) { sum, word in
            said.contains(word) ? sum : sum + min(4, (spread[word] ?? 1) - 1)
        }
        return min(150, 10 * central) + min(60, 10 * candidate.names)
    }

    /// News is told from its beginning: what the first sentences are worth by their place.
    private static let leadWeights = [400, 150, 50]

    private static func content(of claim: Claim, number: Int, alike: Int) -> [(thing: String, weight: Int)] {
        let stage =
            switch claim.stage {
            case .signed, .underway, .done, .stalled, .ended, .denied: 150
            case .talks, .planned: 100
            case .considered: 50
            }
        var content = [
            ("claim \(number)", stage), ("undertaking \(claim.undertaking)", 200 + 50 * min(alike, 5)),
            ("side \(claim.undertaking) \(claim.kind.rawValue)", 80),
        ]
        for name in claim.actor + claim.counterpart {
            content.append(("party \(NameKey.of(name))", NameKey.isProper(name) ? 80 : 30))
        }
        for name in claim.place { content.append(("place \(NameKey.of(name))", 40)) }
        for name in claim.goods.compactMap(\.name) { content.append(("goods \(NameKey.of(name))", 40)) }
        if let quantity = claim.quantity { content.append(("number \(quantity.n) \(quantity.unit)", 100)) }
        if let money = claim.money { content.append(("money \(money.amount) \(money.currency)", 100)) }
        if let share = claim.share { content.append(("share \(share)", 50)) }
        return content
    }
}
