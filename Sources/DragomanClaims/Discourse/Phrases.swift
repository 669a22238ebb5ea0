import DragomanLanguage
import DragomanNames
import DragomanText

/// What the knowledge base says of an identity, as far as claims need it.
struct Background: Sendable {
    /// The goods type of a model or brand, such as `truck`.
    let goodsType: @Sendable (Identity) -> String?
    /// The country of a firm or place, by its name in the knowledge base.
    let country: @Sendable (Identity) -> String?
    /// The firm that makes a model or brand, by its name in the knowledge base.
    let maker: @Sendable (Identity) -> String?
    /// Whether a city is a capital, whose name may stand for a government.
    let isCapital: @Sendable (Identity) -> Bool
    /// Whether a firm is known to make goods.
    let isMaker: @Sendable (Identity) -> Bool
}

/// Reads noun phrases: whether they are a party, a place or goods, and under which name.
struct Phrases: Sendable {
    let tree: Tree
    let lexicon: Lexicon
    let focus: Focus
    let background: Background

    private var tokens: [Token] { tree.tokens }
    private let goodsBit: ClassSet
    private let firmBit: ClassSet
    private let ventureBit: ClassSet
    let partyBit: ClassSet
    private let siteBit: ClassSet
    private let genericBit: ClassSet

    init(tree: Tree, lexicon: Lexicon, focus: Focus, background: Background) {
        self.tree = tree
        self.lexicon = lexicon
        self.focus = focus
        self.background = background
        goodsBit = lexicon.bit("goods")
        firmBit = lexicon.bit("firm")
        ventureBit = lexicon.bit("venture")
        partyBit = lexicon.bit("party")
        siteBit = lexicon.bit("site")
        genericBit = lexicon.bit("generic")
    }

    /// The lexicon's classes of the word at `head`.
    func classes(_ head: Int) -> ClassSet { lexicon.classes(endingAt: head, in: tree).classes }

    /// The name that `head` is part of, itself and not an adjective; or the one in apposition or before a common noun.
    func name(_ head: Int, _ types: Set<NameType>) -> Mention? {
        func fitting(_ token: Int) -> Mention? {
            guard let mention = tree.mention(token), !mention.isAdjective, types.contains(tree.identity(mention).type)
            else { return nil }
            return mention
        }
        if let own = fitting(head) { return own }
        guard tree.mention(head) == nil || tokens[head].pos != "PROPN" else { return nil }
        for child in tree.children(head) where tokens[child].dep == "appos" {
            if let named = fitting(child) { return named }
        }
        return nil
    }

    /// Whether the phrase can fill an element of `type`.
    func fits(_ head: Int, _ type: PhraseType) -> Bool {
        switch type {
        case .party: isParty(head)
        case .place: !placeNames(head).isEmpty
        case .goods: isGoods(head)
        case .money:
            tokens[head].entity.hasSuffix("MONEY")
                || classes(head).isSuperset(of: lexicon.bit("currency")) && !lexicon.bit("currency").isEmpty
        case .country:
            tree.mention(head).map { !$0.isAdjective && [.country, .institution].contains(tree.identity($0).type) }
                ?? false
        case .wordClass(let name): isOfClass(head, lexicon.bit(name))
        }
    }

    /// Whether the word at `head` is of a class; a firm's name counts as "firm" and "venture".
    private func isOfClass(_ head: Int, _ bit: ClassSet) -> Bool {
        guard !bit.isEmpty else { return false }
        // "intends to inaugurate it": a plant named shortly before.
        if tokens[head].lemma.lowercased() == "it", bit == siteBit || bit == lexicon.bit("plant") {
            return lastSite(before: head) != nil
        }
        if classes(head).isSuperset(of: bit), tree.mention(head).map(\.isAdjective) ?? true { return true }
        guard let mention = tree.mention(head), !mention.isAdjective else { return false }
        return tree.identity(mention).type == .company && (bit == firmBit || bit == ventureBit)
    }

    // MARK: Parties

    /// Persons are no parties: who speaks for a firm stands in the speaker's slot.
    static let partyTypes: Set<NameType> = [.company, .brand, .institution, .country, .region, .plant]

    private func isParty(_ head: Int) -> Bool {
        if let mention = tree.mention(head), !mention.isAdjective {
            return Self.partyTypes.contains(tree.identity(mention).type) || isCapital(mention)
        }
        if tokens[head].pos == "PRON" {
            return ["it", "they", "we", "them", "us", "he", "she", "each", "both", "i"].contains(
                tokens[head].lemma.lowercased())
        }
        let classes = classes(head)
        return !classes.isDisjoint(with: partyBit) || !classes.isDisjoint(with: siteBit)
            || name(head, Self.partyTypes) != nil
            || isElliptical(head)
    }

    /// "the latter", "the Chinese": an adjective of a country that stands for its people.
    private func isElliptical(_ head: Int) -> Bool {
        guard let mention = tree.mention(head), mention.isAdjective else { return false }
        return tree.child(head, "det") != nil
    }

    private func isCapital(_ mention: Mention) -> Bool {
        tree.identity(mention).type == .place && background.isCapital(tree.identity(mention))
    }

    /// The names of the party at `head`, resolved; empty where nothing can be said.
    ///
    /// - Parameter speaker: whose word it is: "we" stands for the organisation, "it" for one that speaks itself.
    func partyNames(_ head: Int, speaker: Speaker?) -> [String] {
        if let mention = name(head, Self.partyTypes) { return [tree.identity(mention).name] }
        let token = tokens[head]
        let lemma = token.lemma.lowercased()
        if token.pos == "PRON" {
            switch lemma {
            case "we", "us", "i": return speaker?.org.map { [$0] } ?? []
            case "it", "he", "she", "they", "them":
                if let org = speaker?.org, speaker?.name == nil, lemma == "it" || lemma == "they" { return [org] }
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
        if !classes.isDisjoint(with: siteBit) { return owner(head).map { [$0] } ?? [] }
        guard !classes.isDisjoint(with: partyBit) || isElliptical(head) else { return [] }
        // "carmaker BYD", where the parser took the name for a modifier of what follows.
        if let named = tree.children(head).lazy.compactMap({ tree.mention($0) }).first(where: {
            !$0.isAdjective && [.company].contains(tree.identity($0).type) && tokens[$0.tokens.lowerBound].dep != "poss"
        }), tokens[head].pos == "NOUN", head + 1 >= named.tokens.lowerBound, named.tokens.lowerBound > head {
            return [tree.identity(named).name]
        }
        if !classes.isDisjoint(with: firmBit), let org = speaker?.org,
            tree.children(head).contains(where: { ["his", "her", "our", "my"].contains(tokens[$0].norm) })
        {
            return [org]
        }
        if isDefinite(head), !isPlural {
            if lemma == "country" || lemma == "state" || lemma == "republic" {
                if let place = focus.place(before: head, where: { $0.type == .country }) {
                    return [tree.named.identities[place].name]
                }
            }
            if !classes.isDisjoint(with: firmBit) {
                let country = tree.children(head).lazy.compactMap { tree.mention($0) }.first { $0.isAdjective }
                let wanted = country.map { tree.identity($0).name }
                if let firm = focus.firm(
                    before: head,
                    where: { wanted == nil || background.country($0) == nil || background.country($0) == wanted })
                {
                    return [tree.named.identities[firm].name]
                }
            }
        }
        return [description(head)]
    }

    /// Whether the phrase points to something known: "the firm", "its plant".
    func isDefinite(_ head: Int) -> Bool {
        tree.children(head).contains { child in
            tokens[child].dep == "det" && ["the", "this", "that"].contains(tokens[child].lemma.lowercased())
        }
    }

    /// Who owns or runs the plant at `head`: its possessor, a firm before it, else the firm in focus.
    func owner(_ head: Int) -> String? {
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
        return focus.firm(before: head).map { tree.named.identities[$0].name }
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

    // MARK: Places

    private static let placeTypes: Set<NameType> = [.country, .region, .place]

    /// The places the phrase names or stands in; empty where it is none.
    func placeNames(_ head: Int) -> [String] {
        if let mention = tree.mention(head) {
            let identity = tree.identity(mention)
            if Self.placeTypes.contains(identity.type) {
                if mention.isAdjective { return [] }
                return [identity.name]
            }
            // A named plant or firm's place is not known from its name.
            guard identity.type == .plant else { return [] }
            return [identity.name]
        }
        let classes = classes(head)
        let lemma = tokens[head].lemma.lowercased()
        if lemma == "there" || lemma == "here" {
            return focus.place(before: head).map { [tree.named.identities[$0].name] } ?? []
        }
        if !classes.isDisjoint(with: siteBit) || lemma == "market" || !classes.isDisjoint(with: lexicon.bit("area")) {
            if let place = regionName(head) ?? located(head) { return [place] }
            if ["country", "nation", "republic", "there"].contains(lemma),
                let place = focus.place(
                    before: tree.sentences[tree.sentenceOfToken[head]].lowerBound, where: { $0.type == .country })
            {
                return [tree.named.identities[place].name]
            }
        }
        return []
    }

    /// The name of a region made of a place and a common noun: "Almaty industrial zone", "Jizzakh region".
    private func regionName(_ head: Int) -> String? {
        guard !classes(head).isDisjoint(with: lexicon.bit("area")), tokens[head].lemma != "country" else { return nil }
        for child in tree.children(head) where child < head && ["compound", "nmod"].contains(tokens[child].dep) {
            if let mention = tree.mention(child), Self.placeTypes.contains(tree.identity(mention).type),
                !mention.isAdjective
            {
                return tree.text(mention.tokens.lowerBound..<head + 1)
            }
        }
        return nil
    }

    /// Where the plant, market or region at `head` is, from its own phrase.
    func located(_ head: Int) -> String? {
        for child in tree.children(head)
        where ["compound", "nmod", "amod", "poss", "appos"].contains(tokens[child].dep) {
            if let mention = tree.mention(child), Self.placeTypes.contains(tree.identity(mention).type) {
                return tree.identity(mention).name
            }
        }
        for child in tree.children(head)
        where tokens[child].dep == "prep"
            && ["in", "at", "near", "of", "outside", "for"].contains(tokens[child].lemma.lowercased())
        {
            for object in tree.children(child) where tokens[object].dep == "pobj" {
                if let mention = tree.mention(object), Self.placeTypes.contains(tree.identity(mention).type) {
                    return tree.identity(mention).name
                }
                if !classes(object).isDisjoint(with: lexicon.bit("area")) {
                    for inner in tree.children(object) {
                        if let mention = tree.mention(inner), Self.placeTypes.contains(tree.identity(mention).type) {
                            return tree.identity(mention).name
                        }
                        if tokens[inner].dep == "prep", let place = tree.child(inner, "pobj"),
                            let mention = tree.mention(place),
                            Self.placeTypes.contains(tree.identity(mention).type)
                        {
                            return tree.identity(mention).name
                        }
                    }
                }
            }
        }
        return nil
    }

    // MARK: Goods

    private func isGoods(_ head: Int) -> Bool {
        if let mention = tree.mention(head), !mention.isAdjective {
            return [.model, .brand].contains(tree.identity(mention).type)
        }
        if isBareNumber(head) || !classes(head).isDisjoint(with: lexicon.bit("batch")) { return true }
        return !classes(head).isDisjoint(with: goodsBit)
    }

    /// The goods at `head`, with the brand or models it names; empty where it is none.
    func goods(_ head: Int) -> [Goods] {
        let classes = classes(head)
        if let mention = tree.mention(head), !mention.isAdjective {
            let identity = tree.identity(mention)
            guard [.model, .brand].contains(identity.type) else { return [] }
            return [Goods(type: background.goodsType(identity) ?? lexicon.namedGoods, name: identity.name)]
        }
        if isBareNumber(head) { return [Goods(type: lexicon.widestGoods)] }
        // "a first batch of 500 cars"
        if !classes.isDisjoint(with: lexicon.bit("batch")) {
            let inside = tree.children(head).filter { tokens[$0].dep == "prep" && tokens[$0].lemma == "of" }
                .compactMap { tree.child($0, "pobj") }.flatMap { goods($0) }
            return inside.isEmpty ? [Goods(type: lexicon.widestGoods)] : inside
        }
        guard var type = lexicon.member(of: "goods", in: classes) else { return [] }
        if let narrower = modifierType(head), type == "vehicle" || type == "parts" || type == "other" {
            type = narrower
        }
        var names: [Mention] = []
        let length = lexicon.classes(endingAt: head, in: tree).length
        for child in tree.children(head)
        where ["compound", "nmod", "amod", "poss", "appos", "nsubj"].contains(tokens[child].dep) {
            guard child < head + 1 - length || tokens[child].dep == "appos" else { continue }
            for part in [child]
                + tree.children(child).filter({
                    tokens[$0].dep == "conj" || tokens[$0].dep == "compound" || tokens[$0].dep == "nmod"
                })
            {
                if let mention = tree.mention(part), !mention.isAdjective,
                    [.model, .brand, .company].contains(tree.identity(mention).type),
                    !names.contains(where: { $0.identity == mention.identity }), tokens[child].dep != "poss"
                {
                    names.append(mention)
                }
            }
        }
        if names.isEmpty, isDefinite(head), type != "parts", !classes.isDisjoint(with: genericBit),
            let last = focus.goods(before: head)
        {
            let identity = tree.named.identities[last]
            return [Goods(type: type == "vehicle" ? background.goodsType(identity) ?? type : type, name: identity.name)]
        }
        let models = names.filter { tree.identity($0).type == .model }
        let kept = models.isEmpty ? names : models
        guard !kept.isEmpty else { return [Goods(type: type)] }
        return kept.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }.map { mention in
            let identity = tree.identity(mention)
            let own = background.goodsType(identity)
            return Goods(type: type == "vehicle" && identity.type == .model ? own ?? type : type, name: identity.name)
        }
    }

    /// "electric car parts" are parts, but "car plant" gives cars: the goods named before a word that is none.
    func modifierGoods(_ head: Int) -> [Goods] {
        for child in tree.children(head).reversed() where ["compound", "nmod", "amod"].contains(tokens[child].dep) {
            let found = goods(child)
            if !found.isEmpty { return found }
        }
        return []
    }

    private func modifierType(_ head: Int) -> String? {
        for child in tree.children(head) where ["compound", "amod", "nmod"].contains(tokens[child].dep) {
            if let type = lexicon.member(of: "goods", in: classes(child)), type != "vehicle" { return type }
        }
        return nil
    }
}

extension Phrases {
    /// Whether the word at `head` is a plant, line, centre or other site.
    func isSite(_ head: Int) -> Bool { !classes(head).isDisjoint(with: lexicon.bit("site")) }
}

extension Phrases {
    /// Whether the word at `head` names goods: a model or brand, or a word of the goods classes.
    func isGoodsHead(_ head: Int) -> Bool { fits(head, .goods) }
}

extension Phrases {
    /// Who made the goods at `head`, as their phrase says: "the sedan made by X", "vehicles from X and Y", "X's cars".
    ///
    /// - Parameter byBrand: whether a brand or firm standing before the word counts ("Lada cars").
    func makers(_ head: Int, byBrand: Bool) -> [String] {
        var found: [String] = []
        func add(_ token: Int) {
            for part in [token] + tree.children(token).filter({ tree.tokens[$0].dep == "conj" }) {
                guard let mention = tree.mention(part), !mention.isAdjective,
                    [.company, .brand].contains(tree.identity(mention).type)
                else { continue }
                let identity = tree.identity(mention)
                let name = identity.type == .brand ? maker(of: identity) ?? identity.name : identity.name
                if !found.contains(name) { found.append(name) }
            }
        }
        for child in tree.children(head) {
            switch tree.tokens[child].dep {
            case "acl", "relcl":
                if let agent = tree.child(child, "agent"), let maker = tree.child(agent, "pobj") { add(maker) }
            case "prep" where ["from", "by", "of"].contains(tree.tokens[child].lemma.lowercased()):
                if let maker = tree.child(child, "pobj") { add(maker) }
            case "poss", "compound", "nmod", "appos": if byBrand { add(child) }
            default: break
            }
        }
        return found
    }
}

extension Phrases {
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
}

extension Phrases {
    /// "made fewer than 8,000 last year": a number that stands for what it counts.
    private func isBareNumber(_ head: Int) -> Bool {
        tree.tokens[head].pos == "NUM" && ["dobj", "nsubjpass", "pobj"].contains(tree.tokens[head].dep)
            && tree.named.analysis.word(head).utf8.count > 3 && tree.child(head, "compound") == nil
    }

    /// The plant or other site named last before `token`, in its own or the previous sentence.
    func lastSite(before token: Int) -> Int? {
        let sentence = tree.sentenceOfToken[token]
        let start = tree.sentences[max(0, sentence - 1)].lowerBound
        return (max(start, token - 120)..<token).last { isSite($0) && tree.isNoun($0) }
    }
}

extension Phrases {
    /// The maker of a model or brand, under its name in the article where it has one there.
    func maker(of goods: Identity) -> String? {
        guard let maker = background.maker(goods) else { return nil }
        return tree.named.identities.first { background.maker($0) == maker && $0.type == .company }?.name ?? maker
    }
}

extension Phrases {
    /// The countries and unions that adjectives or names before the word at `head` name: "British, American and EU".
    func nationalities(_ head: Int) -> [String] {
        var found: [String] = []
        for child in tree.children(head) where ["amod", "compound", "nmod", "poss"].contains(tree.tokens[child].dep) {
            for part in [child]
                + tree.children(child).filter({ ["conj", "amod", "nmod"].contains(tree.tokens[$0].dep) })
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

extension Phrases {
    /// Whether the word at `head` is a tariff, ban or other measure.
    func isMeasure(_ head: Int) -> Bool { !classes(head).isDisjoint(with: lexicon.bit("measure")) }
}
