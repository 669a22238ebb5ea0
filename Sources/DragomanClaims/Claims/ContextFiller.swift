import DragomanLanguage
import DragomanNames
import DragomanText

/// Fills what a clause leaves unsaid from the article around it: the firm spoken of, the market, the site.
struct ContextFiller {
    let tree: Tree
    let phrases: Phrases
    let focus: Focus
    /// The claims found so far, the last one last.
    var history: [Draft] = []

    /// - Parameters:
    ///   - speaker: whose word the claim is.
    ///   - previous: the claim before it in the same paragraph, whose parties go on being spoken of.
    func fill(_ draft: inout Draft, speaker: Speaker?, previous: Draft?) {
        let predicate = draft.clause.predicate
        if draft.actor.isEmpty {
            let isTraded = draft.kind == .supply || draft.kind == .certification
            var makers = draft.things.flatMap { phrases.makers($0, byBrand: isTraded) }
            if makers.isEmpty, isTraded {
                makers = draft.goods.compactMap(\.name).compactMap { name in
                    tree.named.identities.first { $0.name == name }.flatMap(phrases.maker)
                }
            }
            if !makers.isEmpty, draft.kind != .barrier {
                draft.actor = makers.filter { !draft.counterpart.contains($0) }
            }
        }
        // "British and American sanctions"
        if draft.actor.isEmpty, draft.kind == .barrier {
            draft.actor = draft.things.flatMap(phrases.nationalities).filter { !draft.counterpart.contains($0) }
        }
        if draft.actor.isEmpty {
            if let owner = draft.sites.lazy.compactMap({ phrases.owner($0) }).first {
                draft.actor = [owner]
            } else {
                let others = Set(draft.counterpart)
                let accept: (Identity) -> Bool = { !others.contains($0.name) }
                if draft.kind == .barrier, let earlier = history.last(where: { $0.kind == .barrier }) {
                    draft.actor = earlier.actor
                } else if draft.kind == .barrier {
                    if let country = focus.place(
                        before: predicate, where: { $0.type == .country || $0.type == .region })
                    {
                        draft.actor = [tree.named.identities[country].name]
                    }
                } else if let speaker = speaker?.org, !namesParty(before: predicate), isFirm(speaker),
                    !others.contains(speaker)
                {
                    draft.actor = [speaker]
                } else if let previous, !namesParty(before: predicate), !previous.actor.contains(where: others.contains)
                {
                    draft.actor = previous.actor
                    if draft.counterpart.isEmpty, draft.kind == .cooperation {
                        draft.counterpart = previous.counterpart
                    }
                } else if let firm = focus.firm(before: predicate, where: accept) {
                    draft.actor = [tree.named.identities[firm].name]
                }
            }
        }
        fillPlaces(&draft)
        if draft.kind == .barrier, draft.place.isEmpty { draft.place = draft.actor.filter(isCountry) }
        if draft.kind == .supply { turnToMaker(&draft) }
        draft.counterpart.removeAll { draft.actor.contains($0) }
        draft.place.removeAll { draft.actor.contains($0) && draft.kind == .supply }
    }

    /// "a contract with Chery on 500 cars", said by a dealer: of two firms the one that makes goods supplies them.
    private func turnToMaker(_ draft: inout Draft) {
        func makes(_ names: [String]) -> Bool {
            names.contains { name in
                tree.named.identities.contains { $0.name == name && phrases.background.isMaker($0) }
            }
        }
        guard draft.clause.subject.isEmpty || draft.stage == .signed, makes(draft.counterpart), !makes(draft.actor)
        else { return }
        swap(&draft.actor, &draft.counterpart)
    }

    /// Whether an earlier claim is about the same plant or market: the same firm, the same sort of undertaking.
    private func isSameUndertaking(_ earlier: Draft, _ draft: Draft) -> Bool {
        let making: Set<ClaimKind> = [.production, .investment]
        guard earlier.kind == draft.kind || making.isSuperset(of: [earlier.kind, draft.kind]) else { return false }
        return !draft.actor.isEmpty && !Set(earlier.actor).isDisjoint(with: draft.actor)
    }

    private func isCountry(_ name: String) -> Bool {
        tree.named.identities.contains { $0.name == name && [.country, .region].contains($0.type) }
    }

    private func isFirm(_ name: String) -> Bool {
        tree.named.identities.contains { $0.name == name && [.company, .brand].contains($0.type) }
    }

    /// Whether a firm is named in the sentence before `token`.
    private func namesParty(before token: Int) -> Bool {
        (tree.sentences[tree.sentenceOfToken[token]].lowerBound..<token).contains { index in
            tree.mention(index).map { [.company, .brand].contains(tree.identity($0).type) && !$0.isAdjective } ?? false
        }
    }

    private func fillPlaces(_ draft: inout Draft) {
        guard draft.place.isEmpty else { return }
        // "a Belarusian firm": who it is for says where it goes.
        if draft.kind == .supply {
            for head in draft.heads {
                if let country = phrases.nationality(head),
                    phrases.partyNames(head, speaker: nil).contains(where: draft.counterpart.contains)
                {
                    draft.place = [country]
                    return
                }
            }
        }
        for site in draft.sites {
            if let place = phrases.located(site) {
                draft.place = [place]
                return
            }
        }
        // "in Manisa", said of the predicate or of a word above it.
        for (word, heads) in draft.clause.prepositions where ["in", "at", "near", "into"].contains(word) {
            for head in heads {
                let names = phrases.placeNames(head)
                for name in names where !draft.place.contains(name) && !draft.actor.contains(name) {
                    draft.place.append(name)
                }
            }
            if !draft.place.isEmpty { return }
        }
        if let earlier = history.last(where: { isSameUndertaking($0, draft) && !$0.place.isEmpty }) {
            draft.place = earlier.place
            return
        }
        guard draft.kind != .cooperation, draft.kind != .barrier, draft.kind != .supply || draft.counterpart.isEmpty
        else { return }
        if let place = focus.place(
            before: tree.span(draft.clause.top).upperBound, where: { !draft.actor.contains($0.name) })
        {
            draft.place = [tree.named.identities[place].name]
        }
    }
}
