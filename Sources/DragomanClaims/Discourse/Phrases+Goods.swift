import DragomanLanguage
import DragomanNames
import DragomanText

/// Which goods a phrase names, and who made them.
extension Phrases {
    func isGoods(_ head: Int) -> Bool {
        if let mention = tree.mention(head), !mention.isAdjective {
            return [.model, .brand].contains(tree.identity(mention).type) || isPlural(mention)
        }
        if isBareNumber(head) || !classes(head).isDisjoint(with: lexicon.bit("batch")) { return true }
        return !classes(head).isDisjoint(with: goodsBit)
    }

    /// The goods at `head`, with the brand or models it names; empty where it is none.
    func goods(_ head: Int) -> [Goods] {
        let classes = classes(head)
        if let mention = tree.mention(head), !mention.isAdjective {
            let identity = tree.identity(mention)
            guard [.model, .brand].contains(identity.type) || isPlural(mention) else { return [] }
            return [Goods(type: type(of: identity), name: identity.name)]
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
        addNamesBefore(&names)
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
            let isModel = type == lexicon.widestGoods && identity.type == .model
            return Goods(type: isModel ? self.type(of: identity) : type, name: identity.name)
        }
    }

    /// "Ladas", "Fords": a maker's name in the plural stands for its goods.
    private func isPlural(_ mention: Mention) -> Bool {
        guard tree.identity(mention).type == .company, let last = mention.tokens.last else { return false }
        let word = tree.named.analysis.word(last)
        return word.utf8.last == UInt8(ascii: "s") && tree.identity(mention).name.hasSuffix(word.dropLast())
    }

    /// The type of a named make or model: a model of which nothing closer is known counts as the pack's usual goods.
    private func type(of identity: Identity) -> String {
        let known = background.goodsType(identity)
        if identity.type == .model, known == lexicon.widestGoods { return lexicon.namedGoods }
        return known ?? lexicon.namedGoods
    }

    /// "Fiat, Jeep and Ram cars": further names before the first one found, whatever the parser hung them on.
    private func addNamesBefore(_ names: inout [Mention]) {
        for _ in 0..<8 {
            guard let first = names.map(\.tokens.lowerBound).min(), first > 1,
                [",", "and", "or", "&"].contains(tokens[first - 1].norm)
            else { return }
            let before = tokens[first - 2].norm == "," ? first - 3 : first - 2
            guard before >= 0, tree.sentenceOfToken[before] == tree.sentenceOfToken[first],
                let mention = tree.mention(before), !mention.isAdjective,
                [.model, .brand, .company].contains(tree.identity(mention).type),
                names.contains(where: { tree.identity($0).type == tree.identity(mention).type }),
                !names.contains(where: { $0.identity == mention.identity }),
                isNameList(from: mention)
            else { return }
            names.append(mention)
        }
    }

    /// Whether a name opens a list before goods: it stands behind a verb, a preposition or another name, and is no subject.
    private func isNameList(from mention: Mention) -> Bool {
        guard mention.tokens.lowerBound > 0 else { return false }
        let before = tokens[mention.tokens.lowerBound - 1]
        return ["ADP", "VERB", "PUNCT", "CCONJ", "PART", "DET", "ADJ"].contains(before.pos)
            && !mention.tokens.contains { ["nsubj", "nsubjpass"].contains(tokens[$0].dep) }
    }

    /// "electric car parts" are parts, but "car plant", "electric car production facility", "a plant for Audi" and "a line
    /// dedicated to vans" give goods: those named beside a word that is none.
    func modifierGoods(_ head: Int) -> [Goods] {
        for child in tree.children(head).reversed() where ["compound", "nmod", "amod"].contains(tokens[child].dep) {
            guard classes(child).isDisjoint(with: lexicon.bit("batch")) else { continue }
            let found = goods(child)
            if !found.isEmpty { return found }
            for inner in tree.children(child).reversed() where ["compound", "nmod"].contains(tokens[inner].dep) {
                guard classes(inner).isDisjoint(with: lexicon.bit("batch")) else { continue }
                let found = goods(inner)
                if !found.isEmpty { return found }
            }
        }
        // "output of cars"
        if !classes(head).isDisjoint(with: lexicon.bit("output")),
            let prep = tree.children(head).first(where: { tokens[$0].norm == "of" }),
            let object = tree.child(prep, "pobj"),
            !isBareNumber(object)
        {
            return coordinated(object).flatMap { goods($0) }
        }
        guard isSite(head) else { return [] }
        for child in tree.children(head) where child > head {
            var prep = child
            if tokens[child].dep == "acl", ["dedicate", "devote"].contains(tokens[child].lemma) {
                prep = tree.child(child, "prep") ?? child
            }
            guard ["for", "to"].contains(tokens[prep].norm), let object = tree.child(prep, "pobj") else { continue }
            let found = coordinated(object).flatMap { goods($0) + madeGoods($0) }
            if !found.isEmpty { return found }
        }
        return []
    }

    /// "a plant for Skoda": what a maker of goods is named for.
    private func madeGoods(_ head: Int) -> [Goods] {
        guard let mention = tree.mention(head), !mention.isAdjective else { return [] }
        let maker = tree.identity(mention)
        guard maker.type == .company, background.isMaker(maker), let type = background.goodsType(maker) else {
            return []
        }
        return [Goods(type: type, name: maker.name)]
    }

    /// The word at `head` and those joined to it.
    func coordinated(_ head: Int) -> [Int] {
        var found = [head]
        while found.count < 8, let next = tree.child(found[found.count - 1], "conj") { found.append(next) }
        return found
    }

    private func modifierType(_ head: Int) -> String? {
        for child in tree.children(head) where ["compound", "amod", "nmod"].contains(tokens[child].dep) {
            if let type = lexicon.member(of: "goods", in: classes(child)), type != "vehicle" { return type }
        }
        return nil
    }

    /// "made fewer than 8,000 last year": a number that stands for what it counts.
    func isBareNumber(_ head: Int) -> Bool {
        tree.tokens[head].pos == "NUM" && ["dobj", "nsubj", "nsubjpass", "pobj"].contains(tree.tokens[head].dep)
            && tree.named.analysis.word(head).utf8.count > 3 && tree.child(head, "compound") == nil && !isYear(head)
    }

    /// Whether the number at `head` reads as a year: "2026", not "2,026".
    private func isYear(_ head: Int) -> Bool {
        let word = tree.named.analysis.word(head)
        return word.utf8.count == 4 && Int(word).map((1900..<2100).contains) ?? false
    }

    /// The plant or other site named last before `token`, in its own or the previous sentence.
    func lastSite(before token: Int) -> Int? {
        let sentence = tree.sentenceOfToken[token]
        let start = tree.sentences[max(0, sentence - 1)].lowerBound
        return (max(start, token - 120)..<token).last { isSite($0) && tree.isNoun($0) }
    }

    /// The countries that goods are from: "Korean cars", "cars built in China", "tyres from Serbia".
    func origins(_ head: Int) -> [String] {
        var found = nationalities(head)
        for child in tree.children(head) {
            let prep: Int? =
                switch tokens[child].dep {
                case "prep" where tokens[child].lemma == "from": child
                case "acl" where Self.makingVerbs.contains(tokens[child].lemma):
                    tree.children(child).first { tokens[$0].norm == "in" }
                default: nil
                }
            guard let prep, let place = tree.child(prep, "pobj"), let mention = tree.mention(place),
                tree.identity(mention).type == .country, !found.contains(tree.identity(mention).name)
            else { continue }
            found.append(tree.identity(mention).name)
        }
        return found
    }

    static let makingVerbs: Set<String> = ["build", "make", "produce", "assemble", "manufacture"]

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

    /// The maker of a model or brand, under its name in the article where it has one there.
    func maker(of goods: Identity) -> String? {
        guard let maker = background.maker(goods) else { return nil }
        return tree.named.identities.first { background.maker($0) == maker && $0.type == .company }?.name ?? maker
    }

    /// What a number of goods of a type counts: what the pack's `unit` classes say of the type's name, else its plural.
    func unit(ofGoods type: String) -> String {
        if let unit = lexicon.member(of: "unit", in: lexicon.classes(of: type)) { return unit }
        return ["service", "other"].contains(type) ? "parts" : Goods.plural(of: type)
    }
}
