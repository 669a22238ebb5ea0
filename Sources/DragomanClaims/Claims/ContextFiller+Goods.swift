import DragomanLanguage
import DragomanNames
import DragomanText

/// What goods a claim is about, where its clause leaves them out or names them by a general word.
extension ContextFiller {
    /// Takes what the clause says beside its elements, then what was spoken of before.
    func takeGoods(_ draft: inout Draft) {
        takeBrand(&draft)
        switch draft.kind {
        case .supply: takeSuppliedGoods(&draft)
        case .certification where draft.goods.isEmpty: takeCertifiedGoods(&draft)
        case .production: takeProducedGoods(&draft)
        default: break
        }
        takeCountedGoods(&draft)
        nameGoods(&draft)
        countGoods(&draft)
    }

    /// "makes cars under the Moskva brand"
    private func takeBrand(_ draft: inout Draft) {
        guard [.production, .distribution].contains(draft.kind), draft.goods.allSatisfy({ $0.name == nil }) else {
            return
        }
        for (word, heads) in draft.clause.prepositions where word == "under" {
            for head in heads where ["brand", "name", "badge", "marque", "label"].contains(tree.tokens[head].lemma) {
                for child in tree.children(head)
                where ["compound", "nmod", "poss", "amod"].contains(tree.tokens[child].dep) {
                    guard let mention = tree.mention(child), !mention.isAdjective,
                        [.brand, .company].contains(tree.identity(mention).type)
                    else { continue }
                    let brand = tree.identity(mention)
                    let type = draft.goods.first?.type ?? phrases.background.goodsType(brand)
                    draft.goods = [Goods(type: type ?? phrases.lexicon.widestGoods, name: brand.name)]
                    return
                }
            }
        }
    }

    /// "exports to Russia": of what the firm was last said to make or sell.
    private func takeSuppliedGoods(_ draft: inout Draft) {
        guard draft.goods.isEmpty,
            let earlier = recent.last(where: {
                !$0.goods.isEmpty && !Set($0.actor).isDisjoint(with: draft.actor)
            })
        else { return }
        if earlier.clause.predicate > draft.clause.predicate - 40 {
            draft.goods = earlier.goods
            return
        }
        draft.goods = types(earlier.goods)
    }

    /// "aims at 100,000 next year": of what the same firm was last said to sell.
    private func takeCountedGoods(_ draft: inout Draft) {
        guard draft.kind == .supply || draft.kind == .distribution, draft.isBareCount, draft.goods.allSatisfy(isWidest),
            let earlier = recent.last(where: {
                $0.kind == draft.kind && !$0.goods.isEmpty && !Set($0.actor).isDisjoint(with: draft.actor)
            })
        else { return }
        draft.goods = types(earlier.goods)
    }

    private func types(_ goods: [Goods]) -> [Goods] {
        var types: [String] = []
        for item in goods where !types.contains(item.type) { types.append(item.type) }
        return types.map { Goods(type: $0) }
    }

    /// "the procedure goes on": for what was last said to be tested, else for the model spoken of.
    private func takeCertifiedGoods(_ draft: inout Draft) {
        if let earlier = recent.last(where: { $0.kind == .certification && !$0.goods.isEmpty }) {
            draft.goods = earlier.goods
        } else if let last = focus.goods(before: draft.clause.predicate) {
            let identity = tree.named.identities[last]
            guard identity.type == .model, let maker = phrases.maker(of: identity), draft.actor.contains(maker)
            else { return }
            let type = phrases.background.goodsType(identity) ?? phrases.lexicon.namedGoods
            draft.goods = [Goods(type: type, name: identity.name)]
        }
    }

    /// "capacity is 20 GWh", "six million a year": of what the plant or firm was last said to make.
    private func takeProducedGoods(_ draft: inout Draft) {
        guard draft.quantity?.unit != "people" else { return }
        let output = phrases.lexicon.bit("output")
        let isOutput = (draft.things + [draft.clause.predicate]).contains {
            !phrases.classes($0).isDisjoint(with: output)
        }
        let isUnsaid =
            draft.goods.isEmpty && (draft.quantity != nil || isOutput)
            || draft.isBareCount && draft.goods.allSatisfy(isWidest)
        guard isUnsaid else { return }
        let sentence = tree.sentenceOfToken[draft.clause.predicate]
        let earlier = recent.last {
            [.production, .investment].contains($0.kind) && !$0.goods.isEmpty && !$0.goods.allSatisfy(isWidest)
                && !Set($0.actor).isDisjoint(with: draft.actor)
                && sentence - tree.sentenceOfToken[$0.clause.predicate] <= 8
        }
        if let earlier {
            draft.goods = types(earlier.goods)
        } else if let type = siteGoods(before: draft.clause.predicate) {
            draft.goods = [Goods(type: type)]
        }
    }

    private func isWidest(_ goods: Goods) -> Bool { goods.name == nil && goods.type == phrases.lexicon.widestGoods }

    /// What the plant named last makes, by the words before it: "a battery plant".
    private func siteGoods(before token: Int) -> String? {
        let sentence = tree.sentenceOfToken[token]
        let start = max(tree.sentences[max(0, sentence - 6)].lowerBound, token - 300)
        for site in (start..<tree.span(token).upperBound).reversed() where phrases.isSite(site) && tree.isNoun(site) {
            if let goods = phrases.modifierGoods(site).first { return goods.type }
        }
        return nil
    }

    /// "a first batch of 500 cars": of the one model that the same firm was said to sell or have tested.
    private func nameGoods(_ draft: inout Draft) {
        guard draft.kind == .supply || draft.kind == .certification || draft.kind == .production && draft.sites.isEmpty,
            draft.goods.count == 1, draft.goods[0].name == nil, draft.quantity?.unit != "people",
            draft.kind != .production || draft.quantity != nil && draft.quantity?.per == nil,
            Self.complete.contains(draft.goods[0].type),
            draft.things.filter(phrases.isGoodsHead).allSatisfy(isUnmarked)
        else { return }
        let sentence = tree.sentenceOfToken[draft.clause.predicate]
        let kinds: Set<ClaimKind> = [.supply, .certification, .production]
        var models: [Goods] = []
        for earlier in recent
        where kinds.contains(earlier.kind) && sentence - tree.sentenceOfToken[earlier.clause.predicate] <= 8
            && !Set(earlier.actor).isDisjoint(with: draft.actor)
            && (draft.kind != .production || earlier.kind == .production)
        {
            for goods in earlier.goods where goods.name != nil && !models.contains(goods) { models.append(goods) }
        }
        guard models.count == 1, let model = models.first, known(model.name ?? "")?.type == .model,
            model.type == draft.goods[0].type || isWidest(draft.goods[0])
        else { return }
        draft.goods = [model]
    }

    /// Goods that have models of their own.
    private static let complete: Set<String> = ["car", "van", "truck", "bus", "vehicle", "tractor", "motorcycle"]

    /// Whether a goods phrase says nothing of its goods: "500 cars", "the first vehicles", not "electric cars".
    private func isUnmarked(_ head: Int) -> Bool {
        tree.children(head).allSatisfy { child in
            switch tree.tokens[child].dep {
            case "amod":
                ["first", "initial", "new", "finished", "more", "such", "ready", "further"]
                    .contains(tree.tokens[child].norm)
            case "compound", "poss", "nmod", "appos", "relcl", "acl": false
            default: true
            }
        }
    }

    /// "six million a year": of tyres, where tyres are what is made.
    private func countGoods(_ draft: inout Draft) {
        guard draft.isBareCount, let type = draft.goods.first?.type, draft.quantity != nil else { return }
        draft.quantity?.unit = phrases.unit(ofGoods: type)
    }
}
