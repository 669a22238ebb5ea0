import DragomanLanguage
import DragomanNames
import DragomanText

/// What the knowledge base says of an identity, as far as claims need it.
struct Background: Sendable {
    /// The goods type of a model or brand, such as `truck`.
    let goodsType: @Sendable (Identity) -> String?
    /// The country of a firm or place, a country itself, by its name in the knowledge base.
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
    var focus: Focus
    let background: Background

    var tokens: [Token] { tree.tokens }
    let goodsBit: ClassSet
    let firmBit: ClassSet
    let ventureBit: ClassSet
    let partyBit: ClassSet
    let siteBit: ClassSet
    let genericBit: ClassSet

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
        case .authority: isParty(head) && !isFirm(head) && tokens[head].pos != "PRON"
        case .wordClass(let name): isOfClass(head, lexicon.bit(name))
        }
    }

    /// Whether the word at `head` is of a class; a firm's name counts as "firm" and "venture".
    private func isOfClass(_ head: Int, _ bit: ClassSet) -> Bool {
        guard !bit.isEmpty else { return false }
        // "both denied this"
        if bit == lexicon.bit("said"), ["this", "that"].contains(tokens[head].lemma.lowercased()) { return true }
        // "intends to inaugurate it": a plant named shortly before.
        if tokens[head].lemma.lowercased() == "it", bit == siteBit || bit == lexicon.bit("plant") {
            return lastSite(before: head) != nil
        }
        if classes(head).isSuperset(of: bit), tree.mention(head).map(\.isAdjective) ?? true { return true }
        guard let mention = tree.mention(head), !mention.isAdjective else { return false }
        return tree.identity(mention).type == .company && (bit == firmBit || bit == ventureBit)
    }

    /// Whether the word at `head` is a plant, line, centre or other site.
    func isSite(_ head: Int) -> Bool { !classes(head).isDisjoint(with: lexicon.bit("site")) }

    /// Whether the word at `head` names goods: a model or brand, or a word of the goods classes.
    func isGoodsHead(_ head: Int) -> Bool { fits(head, .goods) }

    /// Whether the word at `head` is a firm's name or a word for one.
    func isFirm(_ head: Int) -> Bool {
        if let mention = tree.mention(head) { return [.company, .brand].contains(tree.identity(mention).type) }
        return !classes(head).isDisjoint(with: firmBit)
    }

    /// Whether the word at `head` is a tariff, ban or other measure.
    func isMeasure(_ head: Int) -> Bool { !classes(head).isDisjoint(with: lexicon.bit("measure")) }
}
