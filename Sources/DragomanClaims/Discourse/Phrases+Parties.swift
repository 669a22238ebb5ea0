import DragomanLanguage
import DragomanNames
import DragomanText

/// Which party a phrase names or stands for.
extension Phrases {
    /// Persons are no parties: who speaks for a firm stands in the speaker's slot.
    static let partyTypes: Set<NameType> = [.company, .brand, .institution, .country, .region, .plant]

    func isParty(_ head: Int) -> Bool {
        if let mention = tree.mention(head), !mention.isAdjective {
            return Self.partyTypes.contains(tree.identity(mention).type) || isCapital(mention)
        }
        if tokens[head].pos == "PRON" {
            return ["it", "they", "we", "them", "us", "he", "she", "each", "both", "i"].contains(
                tokens[head].lemma.lowercased())
        }
        let classes = classes(head)
        if isTheTwo(head) { return true }
        return !classes.isDisjoint(with: partyBit) || !classes.isDisjoint(with: siteBit)
            || name(head, Self.partyTypes) != nil
            || isElliptical(head)
    }

    /// "the two said": the firms named side by side before.
    private func isTheTwo(_ head: Int) -> Bool {
        tokens[head].norm == "two" && tree.child(head, "det") != nil && !tree.isNoun(head)
            && focus.group(before: head) != nil
    }

    /// "the latter", "the Chinese": an adjective of a country that stands for its people.
    func isElliptical(_ head: Int) -> Bool {
        guard let mention = tree.mention(head), mention.isAdjective else { return false }
        return tree.child(head, "det") != nil
    }

    func isCapital(_ mention: Mention) -> Bool {
        tree.identity(mention).type == .place && background.isCapital(tree.identity(mention))
    }

    /// The names of the party at `head`, resolved; empty where nothing can be said.
    ///
    /// - Parameter speaker: whose word it is: "we" stands for the organisation, "it" for one that speaks itself.
    func partyNames(_ head: Int, speaker: Speaker?) -> [String] {
        if isTheTwo(head), let group = focus.group(before: head) {
            return group.map { tree.named.identities[$0].name }
        }
        if let mention = tree.mention(head), let firm = firm(ofPeople: head, mention) { return [firm] }
        if let mention = name(head, Self.partyTypes) {
            return [tree.identity(mention).name] + namesJoined(to: mention, under: head)
        }
        let token = tokens[head]
        let lemma = token.lemma.lowercased()
        if token.pos == "PRON" {
            switch lemma {
            case "we", "us", "i": return speaker?.org.map { [$0] } ?? []
            case "they", "them", "their", "both":
                let group = focus.group(before: head).map { $0.map { tree.named.identities[$0].name } }
                if lemma != "both", let org = speaker?.org, speaker?.name == nil {
                    return group.flatMap { $0.contains(org) ? $0 : nil } ?? [org]
                }
                if let group { return group }
                return lemma == "both" ? [] : focus.firm(before: head).map { [tree.named.identities[$0].name] } ?? []
            case "it", "he", "she", "its", "his", "her":
                if let org = speaker?.org, speaker?.name == nil, lemma == "it" || lemma == "its" { return [org] }
                return focus.firm(before: head).map { [tree.named.identities[$0].name] } ?? []
            default: return []
            }
        }
        if let mention = tree.mention(head) {
            return mention.isAdjective || isCapital(mention) ? [tree.identity(mention).name] : []
        }
        let classes = classes(head)
        let isPlural = token.tag == "NNS"
        if lemma == "country" || lemma == "side" || lemma == "capital", isPlural, tree.child(head, "amod") == nil {
            let two = focus.countries(before: head, count: 2)
            if two.count == 2 { return two.map { tree.named.identities[$0].name } }
        }
        if !classes.isDisjoint(with: siteBit) {
            return owner(head).map { [$0] } ?? (isForeign(head) ? [description(head)] : [])
        }
        guard !classes.isDisjoint(with: partyBit) || isElliptical(head) else { return [] }
        // "carmaker BYD", where the parser took the name for a modifier of what follows.
        if let named = tree.children(head).lazy.compactMap({ tree.mention($0) }).first(where: {
            !$0.isAdjective && [.company].contains(tree.identity($0).type) && tokens[$0.tokens.lowerBound].dep != "poss"
        }), tokens[head].pos == "NOUN", head + 1 >= named.tokens.lowerBound, named.tokens.lowerBound > head {
            return [tree.identity(named).name]
        }
        if let name = nameBefore(head) { return [name] }
        if !classes.isDisjoint(with: firmBit), let org = speaker?.org,
            tree.children(head).contains(where: { ["his", "her", "our", "my"].contains(tokens[$0].norm) })
                || isDefinite(head) && !isPlural && tree.child(head, "amod", "compound", "relcl") == nil
                    && tree.named.identities.contains(where: { $0.name == org && $0.type == .company })
        {
            return [org]
        }
        // "the two ministries", "both embassies"
        if isPlural, classes.isDisjoint(with: firmBit), lemma != "partner",
            tree.children(head).contains(where: { ["two", "both"].contains(tokens[$0].norm) })
        {
            let two = focus.countries(before: head, count: 2)
            if two.count == 2 { return two.map { tree.named.identities[$0].name } }
        }
        // "the two firms", "both partners"
        if isPlural, isDefinite(head) || tree.children(head).contains(where: { tokens[$0].norm == "both" }),
            ["partner", "side", "party", "ally"].contains(lemma) || !classes.isDisjoint(with: firmBit),
            tree.child(head, "amod", "prep", "relcl", "compound") == nil,
            let group = focus.group(before: head) ?? (lemma == "maker" ? nil : focus.firstGroup)
        {
            return group.map { tree.named.identities[$0].name }
        }
        if isDefinite(head), !isPlural {
            if ["country", "state", "republic"].contains(lemma), tree.child(head, "prep") == nil {
                if let country = focus.country(before: head) { return [country] }
            }
            // "handed the works to the city"
            if ["city", "town"].contains(lemma), tree.child(head, "prep", "amod", "compound", "nmod") == nil,
                let place = focus.place(before: head, where: { $0.type == .place })
            {
                return [tree.named.identities[place].name]
            }
            if !classes.isDisjoint(with: firmBit) {
                let country = tree.children(head).lazy.compactMap { tree.mention($0) }.first { $0.isAdjective }
                let wanted = country.map { background.country(tree.identity($0)) ?? tree.identity($0).name }
                let isBrand = ["brand", "marque"].contains(lemma)
                if let firm = focus.firm(
                    before: head,
                    where: {
                        guard isBrand || $0.type != .brand || !focus.hasCompany(before: head) else { return false }
                        return wanted == nil || background.country($0) == nil || background.country($0) == wanted
                    })
                {
                    return [tree.named.identities[firm].name]
                }
            }
        }
        return [description(head)]
    }

    /// "the state-run NAMI institute", "the Orion dealer group": the name right before the word that says what bears it.
    private func nameBefore(_ head: Int) -> String? {
        guard head > 0, tokens[head].tag == "NN" else { return nil }
        for child in tree.children(head).reversed()
        where child < head && ["compound", "nmod", "amod"].contains(tokens[child].dep) {
            guard let mention = tree.mention(child), !mention.isAdjective,
                [.company, .institution].contains(tree.identity(mention).type),
                (mention.tokens.upperBound..<head).allSatisfy({
                    tokens[$0].dep == "compound" && tokens[$0].head == head
                })
            else { continue }
            return tree.identity(mention).name
        }
        return nil
    }

    /// "the Koreans", "the Chinese": where a firm of that country is spoken of, it is meant.
    private func firm(ofPeople head: Int, _ mention: Mention) -> String? {
        let country = tree.identity(mention)
        guard country.type == .country, tree.child(head, "det") != nil,
            mention.isAdjective || tokens[head].tag == "NNPS" && tokens[head].norm.hasSuffix("ans")
        else { return nil }
        let name = background.country(country) ?? country.name
        return focus.firm(before: head, where: { background.country($0) == name }).map {
            tree.named.identities[$0].name
        }
    }

    /// "two makers, Chery and SAIC": the further names of an apposition.
    private func namesJoined(to first: Mention, under head: Int) -> [String] {
        guard tree.mention(head)?.identity != first.identity else { return [] }
        var names: [String] = []
        var current = first.tokens.upperBound - 1
        for _ in 0..<8 {
            guard
                let next = tree.children(current).first(where: { child in
                    tokens[child].dep == "conj" && tree.mention(child).map { !$0.isAdjective } ?? false
                })
            else { break }
            if let mention = tree.mention(next), Self.partyTypes.contains(tree.identity(mention).type) {
                names.append(tree.identity(mention).name)
            }
            current = next
        }
        return names
    }

    /// Whether the phrase points to something known: "the firm", "its plant".
    func isDefinite(_ head: Int) -> Bool {
        tree.children(head).contains { child in
            tokens[child].dep == "det" && ["the", "this", "that"].contains(tokens[child].lemma.lowercased())
        }
    }

    /// Who owns or runs the plant at `head`: its stated owner, else the firm in focus.
    func owner(_ head: Int, where accept: (Identity) -> Bool = { _ in true }) -> String? {
        if let stated = statedOwner(head) { return stated }
        guard !isForeign(head) else { return nil }
        return focus.firm(before: head, where: accept).map { tree.named.identities[$0].name }
    }

    /// "at a Turkish plant", "with a local factory": a site of somebody's who is not named.
    func isForeign(_ head: Int) -> Bool {
        guard isSite(head), tokens[head].dep == "pobj", ["at", "with", "in"].contains(tokens[tokens[head].head].norm)
        else { return false }
        let children = tree.children(head)
        let isIndefinite = children.contains { ["a", "an", "another"].contains(tokens[$0].norm) }
        guard isIndefinite else { return false }
        return children.contains { child in
            if let mention = tree.mention(child), tree.identity(mention).type == .country {
                return ["amod", "compound", "nmod"].contains(tokens[child].dep)
            }
            return ["local", "foreign", "partner"].contains(tokens[child].norm)
        }
    }

    /// Who owns or runs the plant at `head` as its own phrase says: its possessor, or a firm before it.
    func statedOwner(_ head: Int) -> String? {
        let isFormer = tree.children(head).contains { ["former", "ex"].contains(tokens[$0].lemma.lowercased()) }
        for child in tree.children(head)
        where !isFormer && ["poss", "compound", "nmod", "amod"].contains(tokens[child].dep) {
            if let mention = tree.mention(child), [.company, .brand].contains(tree.identity(mention).type) {
                return tree.identity(mention).name
            }
        }
        for child in tree.children(head) where tokens[child].dep == "prep" || tokens[child].dep == "acl" {
            for inner in tree.children(child) {
                let object = tokens[inner].dep == "agent" ? tree.child(inner, "pobj") ?? inner : inner
                if ["pobj", "agent"].contains(tokens[inner].dep),
                    ["of", "by", "built", "run"].contains(tokens[child].norm),
                    let mention = tree.mention(object), [.company, .brand].contains(tree.identity(mention).type)
                {
                    return tree.identity(mention).name
                }
            }
        }
        return nil
    }

    /// The phrase as written, without determiners, possessives and what follows its head.
    func description(_ head: Int) -> String {
        var first = head
        for child in tree.children(head) where child < head {
            if ["compound", "amod", "nmod", "nummod", "quantmod"].contains(tokens[child].dep) {
                first = min(first, tree.span(child).lowerBound)
            }
        }
        while first < head, ["DET", "PUNCT", "PART"].contains(tokens[first].pos) || tokens[first].tag == "PRP$" {
            first += 1
        }
        var last = head
        // "the state of Bahia", "dealer in Minsk"
        if let prep = tree.children(head).first(where: { $0 == head + 1 && ["of", "in"].contains(tokens[$0].lemma) }),
            let object = tree.child(prep, "pobj"), tree.mention(object) != nil, tree.span(object).count <= 4
        {
            last = object
        }
        return tree.text(first..<last + 1)
    }

    /// The country of a party that its phrase says by an adjective or possessive: "a Belarusian firm".
    func nationality(_ head: Int) -> String? {
        guard !classes(head).isDisjoint(with: partyBit) else { return nil }
        for child in tree.children(head) {
            if let mention = tree.mention(child), tree.identity(mention).type == .country {
                return tree.identity(mention).name
            }
            // "a dealer in Minsk"
            if tree.tokens[child].dep == "prep", tree.tokens[child].lemma == "in",
                let place = tree.child(child, "pobj"),
                let name = placeNames(place).first
            {
                return name
            }
        }
        return nil
    }

    /// The countries and unions that adjectives or names before the word at `head` name: "British, American and EU".
    func nationalities(_ head: Int) -> [String] {
        var found: [String] = []
        for child in tree.children(head) where ["amod", "compound", "nmod", "poss"].contains(tree.tokens[child].dep) {
            for part in coordinated(child)
                + tree.children(child).filter({
                    Self.makingVerbs.contains(tokens[child].lemma)
                        || tree.tokens[child].dep != "poss" && ["amod", "nmod"].contains(tree.tokens[$0].dep)
                })
            {
                guard let mention = tree.mention(part) else { continue }
                let identity = tree.identity(mention)
                if [.country, .region, .institution].contains(identity.type), !found.contains(identity.name) {
                    found.append(identity.name)
                }
            }
        }
        return found
    }
}
