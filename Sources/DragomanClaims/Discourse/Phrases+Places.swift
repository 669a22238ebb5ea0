import DragomanLanguage
import DragomanNames
import DragomanText

/// Which place a phrase names or stands in.
extension Phrases {
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
        if lemma == "locally" || lemma == "domestically" {
            return focus.country(before: head).map { [$0] } ?? []
        }
        if lemma == "there" || lemma == "here" {
            return focus.place(before: head).map { [tree.named.identities[$0].name] } ?? []
        }
        if !classes.isDisjoint(with: siteBit) || lemma == "market" || !classes.isDisjoint(with: lexicon.bit("area")) {
            if let place = regionName(head) ?? located(head) { return [place] }
            if ["country", "nation", "republic"].contains(lemma), isDefinite(head),
                let country = focus.country(before: head)
            {
                return [country]
            }
        }
        return []
    }

    /// The name of a region made of a place and a common noun: "Almaty industrial zone", "Jizzakh region".
    func regionName(_ head: Int) -> String? {
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
}
