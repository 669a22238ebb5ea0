import DragomanLanguage
import DragomanNames

/// Where a claim's undertaking is, where its clause does not say so.
extension ContextFiller {
    /// Fills the place of a claim that has none, from its phrases, the claims before it and the places spoken of.
    func fillPlaces(_ draft: inout Draft) {
        if draft.place.isEmpty { findPlace(&draft) }
        dropWider(&draft)
    }

    private func findPlace(_ draft: inout Draft) {
        // "sold its Russian assets"
        if [.exit, .production, .distribution].contains(draft.kind) {
            draft.place = draft.things.filter {
                (!phrases.isGoodsHead($0) || phrases.isSite($0)) && !phrases.fits($0, .wordClass("presence"))
            }
            .flatMap(phrases.nationalities).filter(isCountry)
            if !draft.place.isEmpty { return }
        }
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
        if draft.kind == .supply {
            draft.place = draft.counterpart.filter(isCountry)
            if !draft.place.isEmpty { return }
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
        if let earlier = recent.last(where: { isSameUndertaking($0, draft) && !$0.place.isEmpty }) {
            draft.place = earlier.place
            return
        }
        // The market spoken of just before.
        let sentence = tree.sentenceOfToken[draft.clause.predicate]
        if [.supply, .distribution, .certification].contains(draft.kind),
            let earlier = recent.last(where: {
                !$0.place.isEmpty && sentence - tree.sentenceOfToken[$0.clause.predicate] <= 3
                    && ($0.kind == draft.kind
                        || draft.kind == .supply && !Set($0.actor).isDisjoint(with: draft.actor))
            })
        {
            draft.place = earlier.place.filter { !draft.actor.contains($0) }
            if !draft.place.isEmpty { return }
        }
        guard draft.kind != .cooperation, draft.kind != .barrier, draft.kind != .supply || draft.counterpart.isEmpty
        else { return }
        if let place = spokenOf(draft) { draft.place = [place] }
    }

    /// The place a claim is about where nothing around it says so: one of its own sentence, else the country in focus.
    func spokenOf(_ draft: Draft) -> String? {
        let end = tree.span(draft.clause.top).upperBound
        // What is sold abroad goes neither where it is from nor where its maker is at home.
        let isTrade = draft.kind == .supply || draft.kind == .distribution
        let homes = isTrade ? Set(draft.actor.compactMap(countryAround) + origins(of: draft)) : []
        func accept(_ identity: Identity) -> Bool {
            !draft.actor.contains(identity.name) && !draft.counterpart.contains(identity.name)
                && !(phrases.background.country(identity).map(homes.contains) ?? false)
        }
        let start = tree.sentences[tree.sentenceOfToken[draft.clause.predicate]].lowerBound
        if let near = focus.place(before: end, from: start, where: accept) { return tree.named.identities[near].name }
        let isAbroad = { (name: String) in
            !draft.actor.contains(name) && !homes.contains(self.countryAround(name) ?? name)
        }
        if let country = focus.country(before: end, where: isAbroad) { return country }
        return focus.place(before: end, where: accept).map { tree.named.identities[$0].name }
    }

    /// The countries that a claim's goods come from: "ships the car from Wuhan".
    private func origins(of draft: Draft) -> [String] {
        draft.clause.prepositions.filter { $0.word == "from" }.flatMap(\.heads).flatMap(phrases.placeNames)
            .compactMap(countryAround)
    }

    /// "in Malaysia at Gurun", "at Tychy in Poland": the narrower place says it.
    private func dropWider(_ draft: inout Draft) {
        guard draft.place.count > 1 else { return }
        let countries = Set(
            draft.place.compactMap { name in
                known(name, where: { $0.type != .country }).flatMap(phrases.background.country)
            })
        let narrow = draft.place.filter { !isCountry($0) }
        draft.place.removeAll { name in
            guard let country = known(name, where: { $0.type == .country }) else { return false }
            return countries.contains(phrases.background.country(country) ?? country.name)
        }
        // A place that is not known lies in the only country named beside it.
        if draft.place.count == 2, narrow.count == 1, known(narrow[0]).flatMap(phrases.background.country) == nil,
            !areJoined(draft.place[0], draft.place[1], draft)
        {
            draft.place = narrow
        }
    }

    /// Whether two places stand side by side: "in Serbia and Nis".
    private func areJoined(_ first: String, _ second: String, _ draft: Draft) -> Bool {
        draft.heads.contains { head in
            tree.tokens[head].dep == "conj" && phrases.placeNames(head).contains { $0 == first || $0 == second }
        }
    }
}
