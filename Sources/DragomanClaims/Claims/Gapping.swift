import DragomanLanguage
import DragomanNames
import DragomanText

/// Lists in which only the first clause has its verb: "BYD pays 17 percent, Geely 18.8 and SAIC 35.3".
///
/// Parsers have no label for what is left out, so the names and numbers are read off as they stand: a firm or country,
/// its number, a comma or "and".
struct Gapping: Sendable {
    let tree: Tree
    /// How far behind a claim's own number the list may go on, in tokens.
    private static let reach = 60
    /// At most so many further members of one list.
    private static let limit = 16

    /// The claims that a list after the number of `draft` adds to it; empty where there is no such list.
    func further(_ draft: Draft) -> [Draft] {
        guard let quantity = draft.quantity, let own = number(of: quantity, draft) else { return [] }
        let end = min(tree.sentences[tree.sentenceOfToken[own]].upperBound, own + Self.reach)
        var found: [Draft] = []
        var token = own + 1
        if token < end, isUnit(token) { token += 1 }
        while found.count < Self.limit, let (party, number, next) = member(from: token, to: end) {
            guard var copy = copied(draft, for: party) else { break }
            copy.quantity = Quantity(n: number, unit: quantity.unit, per: quantity.per, mod: nil)
            copy.money = nil
            copy.share = nil
            found.append(copy)
            token = next
        }
        return found
    }

    /// The token of the number of a draft, within its sentence.
    private func number(of quantity: Quantity, _ draft: Draft) -> Int? {
        let sentence = tree.sentences[tree.sentenceOfToken[draft.clause.predicate]]
        let start = max(sentence.lowerBound, draft.clause.predicate - Self.reach)
        return (start..<min(sentence.upperBound, draft.clause.predicate + Self.reach)).first { value($0) == quantity.n }
    }

    /// A name and its number with a comma or "and" before them, and where the next may begin.
    private func member(from start: Int, to end: Int) -> (party: Mention, number: Double, next: Int)? {
        var token = start
        var isJoined = false
        while token < end, ["CCONJ", "PUNCT"].contains(tree.tokens[token].pos) {
            guard [",", ";", "and"].contains(tree.tokens[token].norm) else { return nil }
            isJoined = true
            token += 1
        }
        // "state-owned SAIC": what stands before the name, but no verb and no noun of its own.
        for _ in 0..<4 where token < end && tree.mention(token) == nil {
            guard isDescription(token) else { return nil }
            token += 1
        }
        guard isJoined, token < end, let party = tree.mention(token), !party.isAdjective,
            Phrases.partyTypes.contains(tree.identity(party).type), party.tokens.upperBound < end,
            let number = value(party.tokens.upperBound)
        else { return nil }
        var next = party.tokens.upperBound + 1
        if next < end, isUnit(next) { next += 1 }
        guard next >= end || tree.tokens[next].pos == "PUNCT" || tree.tokens[next].pos == "CCONJ" else { return nil }
        return (party, number, next)
    }

    private func isDescription(_ token: Int) -> Bool {
        ["DET", "ADJ"].contains(tree.tokens[token].pos) || tree.tokens[token].tag == "HYPH"
            || token + 1 < tree.tokens.count && tree.tokens[token + 1].tag == "HYPH"
            || token > 0 && tree.tokens[token - 1].tag == "HYPH"
    }

    private func isUnit(_ token: Int) -> Bool { ["percent", "%", "pct"].contains(tree.tokens[token].norm) }

    private func value(_ token: Int) -> Double? {
        guard tree.tokens[token].pos == "NUM" else { return nil }
        return Double(tree.named.analysis.word(token).filter { $0 != "," })
    }

    /// The draft with `party` in the place of the one before the number.
    private func copied(_ draft: Draft, for party: Mention) -> Draft? {
        let name = tree.identity(party).name
        guard !draft.actor.contains(name), !draft.counterpart.contains(name) else { return nil }
        var copy = draft
        let isHit = draft.clause.isPassive || draft.kind == .barrier
        if isHit, draft.counterpart.count == 1 {
            copy.counterpart = [name]
        } else if !isHit, draft.actor.count == 1 {
            copy.actor = [name]
        } else {
            return nil
        }
        return copy
    }
}
