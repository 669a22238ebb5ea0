import DragomanLanguage
import DragomanNames
import DragomanText

/// Fills what a clause leaves unsaid from the article around it: the firm spoken of, the market, the site.
struct ContextFiller {
    let tree: Tree
    let phrases: Phrases
    var focus: Focus { phrases.focus }
    /// The claims found so far, the last one last.
    var history: [Draft] = []
    /// The claims that the words after them may carry on.
    var recent: ArraySlice<Draft> { history.suffix(64) }
    /// The article's identities by name.
    private let identities: [String: [Int]]

    init(tree: Tree, phrases: Phrases) {
        self.tree = tree
        self.phrases = phrases
        var identities: [String: [Int]] = [:]
        for (index, identity) in tree.named.identities.enumerated() {
            identities[identity.name, default: []].append(index)
        }
        self.identities = identities
    }

    /// - Parameters:
    ///   - speaker: whose word the claim is.
    ///   - previous: the claim before it in the same paragraph, whose parties go on being spoken of.
    func fill(_ draft: inout Draft, speaker: Speaker?, previous: Draft?) {
        if draft.actor.isEmpty {
            // "British and American sanctions"
            draft.actor = (draft.kind == .barrier ? imposers(of: draft) : makers(of: draft))
                .filter { !draft.counterpart.contains($0) }
        }
        // "tariffs on Chinese cars": whose goods they are is who is hit.
        if draft.kind == .barrier, draft.counterpart.isEmpty {
            draft.counterpart = draft.things.filter { !phrases.isMeasure($0) && phrases.isGoodsHead($0) }
                .flatMap(phrases.origins).filter { !draft.actor.contains($0) }
        }
        // "imported 1,000 Iranian vehicles": their country supplies them where nobody else is named.
        if draft.actor.isEmpty, draft.kind == .supply {
            draft.actor = draft.things.flatMap(phrases.origins)
                .filter { !draft.counterpart.contains($0) && !draft.place.contains($0) }
        }
        takeBoth(&draft)
        takePartner(&draft)
        if draft.actor.isEmpty { fillActor(&draft, speaker: speaker, previous: previous) }
        takeRecipient(&draft)
        fillPlaces(&draft)
        if draft.kind == .barrier, draft.place.isEmpty {
            draft.place = draft.actor.compactMap { isCountry($0) ? $0 : country(of: $0) }
        } else if draft.kind == .barrier, draft.counterpart.isEmpty, !draft.actor.isEmpty {
            // "forbids the export of engines to Chile": who is not to have them is hit.
            draft.counterpart = draft.heads.filter { tree.tokens[tree.tokens[$0].head].norm == "to" }
                .flatMap(phrases.placeNames).filter { isCountry($0) && !draft.actor.contains($0) }
        }
        if draft.kind == .supply { turnToMaker(&draft) }
        carryOn(&draft)
        takeGoods(&draft)
        addBrandOwner(&draft)
        draft.counterpart.removeAll { draft.actor.contains($0) }
        draft.place.removeAll { draft.actor.contains($0) && draft.kind == .supply }
    }

    /// The last claim found, where it stands in block `block`.
    func previous(in block: Int) -> Draft? {
        history.last.flatMap { tree.blockOfToken[$0.clause.predicate] == block ? $0 : nil }
    }

    /// Whose measure it is: "British, American and EU sanctions".
    private func imposers(of draft: Draft) -> [String] {
        let beside = draft.clause.prepositions.flatMap(\.heads)
        let measures = (draft.things + beside + [draft.clause.predicate]).filter(phrases.isMeasure)
        return measures.flatMap(phrases.nationalities)
    }

    /// The last claim found, where it stands in one of the four sentences before `token`.
    func previous(before token: Int) -> Draft? {
        history.last.flatMap {
            tree.sentenceOfToken[token] - tree.sentenceOfToken[$0.clause.predicate] <= 4 ? $0 : nil
        }
    }

    /// Who made the goods of a draft, as their words or the knowledge base say.
    private func makers(of draft: Draft) -> [String] {
        let isTraded = draft.kind == .supply || draft.kind == .certification
        if draft.kind == .production, draft.clause.subject.isEmpty, draft.sites.allSatisfy(phrases.isForeign) {
            let named = draft.goods.compactMap(\.name).compactMap { name in
                known(name, where: { $0.type == .model }).flatMap(phrases.maker)
            }
            if let maker = named.first, isFirm(maker) { return [maker] }
        }
        let said = draft.things.flatMap { phrases.makers($0, byBrand: isTraded) }
        if let assembler = assembler(of: draft) { return [assembler] }
        guard said.isEmpty, isTraded else { return said }
        return draft.goods.compactMap(\.name).compactMap { name in
            known(name).flatMap(phrases.maker)
        }
    }

    /// "Assembly of Kaiyi cars began": whoever was spoken of just before puts them together, not the brand's owner.
    private func assembler(of draft: Draft) -> String? {
        let words = draft.things + [draft.clause.predicate]
        guard draft.kind == .production, draft.sites.isEmpty,
            words.contains(where: { tree.tokens[$0].lemma.lowercased() == "assembly" }),
            let brand = draft.goods.compactMap(\.name).lazy.compactMap({ known($0) }).first
        else { return nil }
        let owner = phrases.background.maker(brand)
        let firm = focus.nearestFirm(before: draft.clause.predicate, within: 2) { firm in
            firm.type == .company && phrases.background.maker(firm) != owner && firm.name != brand.name
                && recent.contains { $0.kind == .production && $0.actor.contains(firm.name) }
        }
        return firm.map { tree.named.identities[$0].name }
    }

    /// "X signed with Y. The companies plan": those who were said to act together last.
    private func takeBoth(_ draft: inout Draft) {
        for head in draft.clause.subject where tree.tokens[head].tag == "NNS" && phrases.isDefinite(head) {
            let isJoint =
                ["partner", "side", "party"].contains(tree.tokens[head].lemma.lowercased())
                || !phrases.classes(head).isDisjoint(with: phrases.firmBit)
            guard isJoint, tree.child(head, "amod", "compound", "prep", "relcl", "acl") == nil,
                let place = draft.actor.firstIndex(of: phrases.description(head)),
                let earlier = recent.last(where: { names($0.actor) && names($0.counterpart) })
            else { continue }
            draft.actor.replaceSubrange(place...place, with: earlier.actor + earlier.counterpart)
            return
        }
    }

    /// "an attempt to make it at Karsan": a firm named as a place of work does the work.
    private func firmAt(_ draft: Draft) -> String? {
        guard draft.kind == .production else { return nil }
        for (word, heads) in draft.clause.prepositions where word == "at" {
            for head in heads {
                if let mention = tree.mention(head), tree.identity(mention).type == .company {
                    return tree.identity(mention).name
                }
            }
        }
        return nil
    }

    /// "Mitsuba's local partner, Tolle, will close": the one whose partner it is; "at a Turkish plant": whose plant it is.
    private func takePartner(_ draft: inout Draft) {
        for (index, name) in draft.counterpart.enumerated() where name.hasPrefix("same ") {
            if let earlier = recent.last(where: { names($0.counterpart) }) {
                draft.counterpart.remove(at: index)
                draft.counterpart += earlier.counterpart.filter { !draft.counterpart.contains($0) }
                break
            }
        }
        guard draft.counterpart.isEmpty else { return }
        if draft.kind == .production, let site = draft.sites.first(where: phrases.isForeign) {
            draft.counterpart = [phrases.description(site)]
            return
        }
        if draft.kind == .exit, takeBuyer(&draft) { return }
        let kinds: Set<ClaimKind> = [.production, .supply, .distribution, .exit]
        guard kinds.contains(draft.kind) else { return }
        for head in draft.clause.subject where Self.partners.contains(tree.tokens[head].lemma.lowercased()) {
            guard let owner = tree.child(head, "poss"), let mention = tree.mention(owner), !mention.isAdjective,
                [.company, .brand].contains(tree.identity(mention).type),
                !draft.actor.contains(tree.identity(mention).name)
            else { continue }
            draft.counterpart = [tree.identity(mention).name]
            return
        }
    }

    /// "left, passing its half to the city": who gets what is left behind.
    private func takeBuyer(_ draft: inout Draft) -> Bool {
        for verb in tree.children(draft.clause.predicate)
        where tree.tokens[verb].tag == "VBG" && ["advcl", "conj"].contains(tree.tokens[verb].dep)
            && Self.handing.contains(tree.tokens[verb].lemma)
        {
            for prep in tree.children(verb) where ["to", "on"].contains(tree.tokens[prep].norm) {
                guard let object = tree.child(prep, "pobj"), phrases.isParty(object) else { continue }
                draft.counterpart = phrases.partyNames(object, speaker: nil).filter { !draft.actor.contains($0) }
                if !draft.counterpart.isEmpty { return true }
            }
        }
        return false
    }

    private static let handing: Set<String> = [
        "hand", "pass", "sell", "transfer", "leave", "cede", "give", "return", "turn", "assign", "dispose",
    ]
    private static let partners: Set<String> = [
        "partner", "distributor", "importer", "dealer", "supplier", "contractor", "agent", "licensee", "assembler",
    ]

    /// "The kits come from Hefei Motors": they go to whoever was said to make something of them.
    private func takeRecipient(_ draft: inout Draft) {
        guard draft.kind == .supply, draft.counterpart.isEmpty, draft.place.isEmpty, !draft.goods.isEmpty,
            draft.goods.allSatisfy({ Self.inputs.contains($0.type) })
        else { return }
        let sentence = tree.sentenceOfToken[draft.clause.predicate]
        guard
            let maker = recent.last(where: {
                $0.kind == .production && !$0.actor.isEmpty
                    && sentence - tree.sentenceOfToken[$0.clause.predicate] <= 6
            }), Set(maker.actor).isDisjoint(with: draft.actor)
        else { return }
        draft.counterpart = maker.actor
        draft.place = maker.place
    }

    private static let inputs: Set<String> = ["kit", "parts", "engine", "battery", "service", "other"]

    /// Whether a firm was only said to leave the country a claim is about: whoever goes on there is another.
    private func hasLeft(_ name: String, _ draft: Draft) -> Bool {
        var left: [String] = []
        for earlier in recent where earlier.actor.contains(name) {
            guard earlier.kind == .exit else { return false }
            left += earlier.place.compactMap(countryAround)
        }
        guard draft.kind != .exit, !left.isEmpty else { return false }
        guard let here = (draft.place.first ?? spokenOf(draft)).flatMap(countryAround) else { return false }
        return left.contains(here)
    }

    /// Takes the actor from the context: a site's owner, whoever imposed before, the speaker's firm, the firm spoken of.
    private func fillActor(_ draft: inout Draft, speaker: Speaker?, previous: Draft?) {
        let predicate = draft.clause.predicate
        let others = Set(draft.counterpart)
        if let firm = firmAt(draft), !others.contains(firm) {
            draft.actor = [firm]
        } else if let owner = draft.sites.lazy.compactMap({ phrases.statedOwner($0) }).first(where: {
            !others.contains($0)
        }) {
            draft.actor = [owner]
        } else if let earlier = pointed(draft) {
            draft.actor = earlier.actor.filter { !others.contains($0) }
            if draft.place.isEmpty, !draft.sites.contains(where: { phrases.located($0) != nil }) {
                draft.place = earlier.place
            }
        } else if let owner = siteOwner(draft, others) {
            draft.actor = [owner]
        } else if draft.kind == .barrier {
            if let earlier = recent.last(where: { $0.kind == .barrier }) {
                draft.actor = earlier.actor
            } else if let country = focus.country(before: predicate, where: { !others.contains($0) }) {
                draft.actor = [country]
            }
        } else if let org = speaker?.org, !namesParty(before: predicate), isFirm(org), !others.contains(org),
            hasActed(org), !hasLeft(org, draft)
        {
            draft.actor = [org]
        } else if let previous, !namesParty(before: predicate), !previous.actor.contains(where: others.contains) {
            draft.actor = previous.actor
            if draft.counterpart.isEmpty, draft.kind == .cooperation { draft.counterpart = previous.counterpart }
        } else if let firm = focus.firm(
            before: predicate, where: { !others.contains($0.name) && !hasLeft($0.name, draft) })
        {
            draft.actor = [tree.named.identities[firm].name]
        }
    }

    /// Who runs the site a claim names, as the text around it tells.
    private func siteOwner(_ draft: Draft, _ others: Set<String>) -> String? {
        for site in draft.sites {
            let owner = phrases.owner(site) { !hasLeft($0.name, draft) }
            if let owner, !others.contains(owner) { return owner }
        }
        return nil
    }

    /// "the plant will have": the claim that told of the plant last.
    private func pointed(_ draft: Draft) -> Draft? {
        guard draft.sites.contains(where: phrases.isDefinite) else { return nil }
        let making: Set<ClaimKind> = [.production, .investment, .exit]
        let sentence = tree.sentenceOfToken[draft.clause.predicate]
        return recent.last {
            (!$0.sites.isEmpty || $0.kind == .production) && !$0.actor.isEmpty && making.contains($0.kind)
                && sentence - tree.sentenceOfToken[$0.clause.predicate] <= 6
        }
    }

    /// "a contract with Chery on 500 cars", said by a dealer: of two firms the one that makes goods supplies them.
    private func turnToMaker(_ draft: inout Draft) {
        func makes(_ names: [String]) -> Bool {
            names.contains { isIdentity($0, where: phrases.background.isMaker) }
        }
        guard draft.clause.subject.isEmpty || draft.stage == .signed, makes(draft.counterpart), !makes(draft.actor)
        else { return }
        swap(&draft.actor, &draft.counterpart)
    }

    /// "Uzauto assembles Kia cars": whoever owns the brand is the partner of whoever makes its goods.
    private func addBrandOwner(_ draft: inout Draft) {
        guard draft.kind == .production, draft.counterpart.isEmpty, let actor = draft.actor.first,
            let identity = known(actor)
        else { return }
        let own = phrases.background.maker(identity)
        for name in draft.goods.compactMap(\.name) {
            guard let goods = known(name),
                let maker = phrases.background.maker(goods), maker != own,
                let owner = phrases.maker(of: goods), owner != name, isFirm(owner), !draft.actor.contains(owner),
                !actor.contains(owner), !draft.counterpart.contains(owner)
            else { continue }
            draft.counterpart.append(owner)
        }
    }

    /// Takes partner and goods from the claim on the same undertaking before it, where the sentence names none.
    private func carryOn(_ draft: inout Draft) {
        guard
            let earlier = recent.last(where: { earlier in
                earlier.kind == draft.kind && !Set(earlier.actor).isDisjoint(with: draft.actor)
                    && !Set(earlier.place).isDisjoint(with: draft.place)
            })
        else { return }
        if draft.goods.isEmpty, draft.quantity?.unit != "people" { draft.goods = earlier.goods }
        if draft.counterpart.isEmpty { draft.counterpart = earlier.counterpart }
    }

    /// The country of a place of the article, by its name in the knowledge base.
    func countryAround(_ name: String) -> String? { known(name).flatMap(phrases.background.country) }

    /// Whether an earlier claim is about the same plant or market: the same firm, the same sort of undertaking.
    func isSameUndertaking(_ earlier: Draft, _ draft: Draft) -> Bool {
        let making: Set<ClaimKind> = [.production, .investment]
        guard earlier.kind == draft.kind || making.isSuperset(of: [earlier.kind, draft.kind]) else { return false }
        return !draft.actor.isEmpty && !Set(earlier.actor).isDisjoint(with: draft.actor)
    }

    func isCountry(_ name: String) -> Bool {
        isIdentity(name) { [.country, .region].contains($0.type) }
    }

    /// The country of an institution.
    private func country(of name: String) -> String? {
        guard let identity = known(name, where: { $0.type == .institution }) else { return nil }
        // The union's bodies sit in one country and act for all.
        return name.hasPrefix("European ") ? "European Union" : phrases.background.country(identity)
    }

    func isFirm(_ name: String) -> Bool { isIdentity(name) { [.company, .brand].contains($0.type) } }

    /// The first identity of the article with this name that is what `accept` asks.
    func known(_ name: String, where accept: (Identity) -> Bool = { _ in true }) -> Identity? {
        (identities[name] ?? []).lazy.map { tree.named.identities[$0] }.first(where: accept)
    }

    /// Whether an identity of the article has this name and is what `accept` asks.
    func isIdentity(_ name: String, where accept: (Identity) -> Bool) -> Bool {
        (identities[name] ?? []).contains { accept(tree.named.identities[$0]) }
    }

    /// Whether a firm has part in a claim, or is known to make goods: one that only comments does nothing.
    func hasActed(_ name: String) -> Bool {
        history.isEmpty || recent.contains { $0.actor.contains(name) || $0.counterpart.contains(name) }
            || isIdentity(name, where: phrases.background.isMaker)
    }

    /// Whether one of the parties is named, not only described.
    func names(_ parties: [String]) -> Bool { parties.contains { identities[$0] != nil } }

    /// Whether a firm is named in the sentence before `token`.
    private func namesParty(before token: Int) -> Bool {
        let start = max(tree.sentences[tree.sentenceOfToken[token]].lowerBound, token - 200)
        return (start..<token).contains { index in
            tree.mention(index).map { [.company, .brand].contains(tree.identity($0).type) && !$0.isAdjective } ?? false
        }
    }
}
