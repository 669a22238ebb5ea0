import DragomanLanguage
import DragomanNames

/// Which place an article speaks of.
extension Focus {
    /// The country or city in focus just before `token`, within its own and earlier sentences.
    func place(before token: Int, where accept: (Identity) -> Bool = { _ in true }) -> Int? {
        func allowed(_ mention: Mention) -> Bool {
            accept(tree.identity(mention)) && !isDateline(mention) && !isDescription(mention)
        }
        return nearest(places, before: token, where: allowed) ?? titled(places, where: allowed)
            ?? mostNamedPlace.flatMap { allowed($0) ? $0.identity : nil }
    }

    /// The place in focus among the words from `start` to `token`; one that owns a firm or where goods are from is none.
    func place(before token: Int, from start: Int, where accept: (Identity) -> Bool) -> Int? {
        for mention in before(token, places) where mention.tokens.lowerBound >= start {
            guard accept(tree.identity(mention)), !isDateline(mention), !isDescription(mention), !isOrigin(mention)
            else { continue }
            guard let last = mention.tokens.last, tree.tokens[last].dep != "poss" else { continue }
            // "talks with Peru", "cars for Peru" are no place of work.
            let prep = tree.tokens[tree.tokens[last].head].norm
            if tree.tokens[last].dep == "pobj", !Self.locatives.contains(prep) { continue }
            return mention.identity
        }
        return nil
    }

    private static let locatives: Set<String> = [
        "in", "at", "near", "inside", "outside", "across", "throughout", "on", "into", "around",
    ]

    /// The `count` different countries named last before `token`, in the order of the text.
    func countries(before token: Int, count: Int) -> [Int] {
        var found: [Int] = []
        for mention in before(token, countries) {
            if !found.contains(mention.identity) { found.append(mention.identity) }
            if found.count == count { break }
        }
        return found.reversed()
    }

    /// The name of the country in focus just before `token`, which "the country" and "locally" stand for.
    ///
    /// Each mention of a country, of a place in it or of something of its own speaks for it, near ones more; those that only
    /// say where a firm or goods are from hardly do.
    func country(before token: Int, where accept: (String) -> Bool = { _ in true }) -> String? {
        guard token < tree.tokens.count else { return nil }
        let sentence = tree.sentenceOfToken[token]
        var weights: [String: Double] = [:]
        func add(_ mention: Mention, _ weight: Double) {
            guard let name = background.country(tree.identity(mention)) else { return }
            let distance = sentence - tree.sentenceOfToken[mention.tokens.lowerBound]
            guard distance <= reach else { return }
            let origin = isOrigin(mention) ? 0.15 : 1
            weights[name, default: 0] += origin * weight / Double(1 + distance)
        }
        for mention in before(token, places) where !isDescription(mention) {
            add(mention, isDateline(mention) ? 0.4 : 1)
        }
        for mention in before(token, countries) where mention.isAdjective { add(mention, 0.7) }
        // "Peru. The first plant ..."
        let block = tree.named.analysis.blocks[tree.blockOfToken[token]]
        if let heading = before(token, places).first(where: { $0.tokens.lowerBound == block.lowerBound }),
            heading.tokens.upperBound < tree.tokens.count, tree.named.analysis.word(heading.tokens.upperBound) == ".",
            let name = background.country(tree.identity(heading))
        {
            weights[name, default: 0] += 2
        }
        if let title = tree.named.analysis.blocks.first {
            for mention in (places + countries.filter(\.isAdjective)).prefix(16)
            where title.contains(mention.tokens.lowerBound) && !isOrigin(mention) {
                guard let name = background.country(tree.identity(mention)) else { continue }
                weights[name, default: 0] += 0.4
            }
        }
        // What only says where somebody or something is from is no place of work.
        return weights.filter { $0.value >= 0.2 }.map { (name: written($0.key), weight: $0.value) }.filter {
            accept($0.name)
        }
        .max { ($0.weight, $1.name) < ($1.weight, $0.name) }?.name
    }

    /// A country's name as the article has it.
    private func written(_ name: String) -> String {
        tree.named.identities.first { $0.type == .country && background.country($0) == name }?.name ?? name
    }

    /// Whether a place only says where a firm, people or goods are from: "the Czech maker", "cars from Serbia".
    private func isOrigin(_ mention: Mention) -> Bool {
        guard let last = mention.tokens.last else { return false }
        let token = tree.tokens[last]
        if mention.isAdjective {
            return ["amod", "compound", "nmod", "poss"].contains(token.dep)
                && !Self.hosts.contains(tree.tokens[token.head].lemma.lowercased())
        }
        return token.dep == "pobj" && ["from", "to"].contains(tree.tokens[token.head].norm)
    }

    /// Nouns whose country is the one spoken of: "the Peruvian market".
    private static let hosts: Set<String> = [
        "market", "plant", "factory", "government", "buyer", "customer", "consumer", "economy", "city", "town",
        "capital",
        "province", "region", "state", "authority", "ministry", "minister", "president", "road", "soil", "operation",
        "unit", "subsidiary", "site", "side", "importer", "dealer", "distributor", "partner",
    ]

    /// Whether a place stands in front of an article to say where it was written.
    private func isDateline(_ mention: Mention) -> Bool {
        tree.named.analysis.word(mention.tokens.lowerBound).allSatisfy { $0.isUppercase }
            && mention.tokens.lowerBound == tree.sentences[tree.sentenceOfToken[mention.tokens.lowerBound]].lowerBound
    }

    /// Whether a place stands inside what describes a person, or says where somebody was met: "who heads its business in
    /// Asia", "we met her in Ghent".
    private func isDescription(_ mention: Mention) -> Bool {
        var current = mention.tokens.upperBound - 1
        for _ in 0..<8 {
            let token = tree.tokens[current]
            if ["appos", "relcl"].contains(token.dep),
                tree.mention(token.head).map({ tree.identity($0).type == .person }) ?? false
            {
                return true
            }
            if tree.isVerb(current), ["meet", "interview", "speak", "say", "tell", "announce"].contains(token.lemma) {
                return true
            }
            if tree.isVerb(current) || token.head == current { return false }
            current = token.head
        }
        return false
    }
}
