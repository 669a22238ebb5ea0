import DragomanLanguage
import DragomanNames

/// What an article speaks of at a place: the firm, countries and goods that "the company", "it" or "there" stand for.
///
/// A simple model of salience: the same sentence first, then back sentence by sentence, subjects before the rest,
/// then the headline, then what the article names most.
struct Focus: Sendable {
    let tree: Tree
    /// How many sentences a description reaches back.
    let reach = 8
    /// Mentions in token order, by what they can stand for.
    private let firms: [Mention]
    let places: [Mention]
    let countries: [Mention]
    private let goods: [Mention]
    /// How often each identity is named.
    private let counts: [Int: Int]
    private let mostNamedFirm: Mention?
    let mostNamedPlace: Mention?
    /// Words that stand for a firm, with the firm they were found to mean, in token order.
    private var echoes: [Echo] = []
    /// The firm that a paragraph names as its heading ("Lada. The maker ..."), by block.
    private let headings: [Int: Int]
    let background: Background

    private struct Echo {
        let token: Int
        let identity: Int
        let weight: Double
    }
    /// Firms named side by side ("Geely and Renault"), by the token they begin at.
    private let groups: [(token: Int, identities: [Int])]

    init(_ tree: Tree, background: Background) {
        self.tree = tree
        self.background = background
        func select(_ types: Set<NameType>, adjectives: Bool) -> [Mention] {
            tree.named.mentions.filter {
                types.contains(tree.identity($0).type) && (adjectives || !$0.isAdjective)
            }
        }
        firms = select([.company, .brand, .plant], adjectives: false)
        places = select([.country, .place, .region], adjectives: false)
        countries = select([.country], adjectives: true)
        goods = select([.model, .brand], adjectives: false)
        var counts: [Int: Int] = [:]
        for mention in tree.named.mentions where !mention.isAdjective { counts[mention.identity, default: 0] += 1 }
        self.counts = counts
        groups = Self.groups(firms, tree)
        mostNamedFirm = Self.mostNamed(firms)
        mostNamedPlace = Self.mostNamed(places)
        headings = Self.headings(firms, tree)
    }

    /// Notes that the word at `token` stands for a firm, or for a person of that firm; called in token order.
    mutating func note(_ identity: Int, at token: Int, isPerson: Bool = false) {
        let isSubject = ["nsubj", "nsubjpass"].contains(tree.tokens[token].dep)
        echoes.append(Echo(token: token, identity: identity, weight: isPerson ? 0.5 : isSubject ? 1.6 : 0.8))
    }

    /// Firms that are the whole first sentence of a paragraph.
    private static func headings(_ firms: [Mention], _ tree: Tree) -> [Int: Int] {
        var found: [Int: Int] = [:]
        for mention in firms {
            let block = tree.blockOfToken[mention.tokens.lowerBound]
            let start = tree.named.analysis.blocks[block].lowerBound
            let sentence = tree.sentences[tree.sentenceOfToken[mention.tokens.lowerBound]]
            guard mention.tokens.lowerBound == start, block > 0,
                sentence.upperBound - mention.tokens.upperBound <= 2,
                (mention.tokens.upperBound..<sentence.upperBound).allSatisfy({ tree.tokens[$0].pos == "PUNCT" })
            else { continue }
            found[block] = mention.identity
        }
        return found
    }

    private static func groups(_ firms: [Mention], _ tree: Tree) -> [(token: Int, identities: [Int])] {
        var found: [(token: Int, identities: [Int])] = []
        var member: [Int: Int] = [:]  // The group of each mention's tokens and of the noun that it names.
        for mention in firms {
            guard let last = mention.tokens.last else { continue }
            var words = Array(mention.tokens)
            // "the Uzbek group ADM": the group is what is joined.
            if ["appos", "compound", "nmod"].contains(tree.tokens[last].dep) { words.append(tree.tokens[last].head) }
            let above =
                words.first { tree.tokens[$0].dep == "conj" }.map { tree.tokens[$0].head } ?? ally(of: last, tree)
            let group = above.flatMap { member[$0] } ?? found.count
            if group == found.count {
                found.append((last, [mention.identity]))
            } else if !found[group].identities.contains(mention.identity) {
                found[group].identities.append(mention.identity)
            }
            for token in words { member[token] = group }
        }
        return found.filter { $0.identities.count > 1 }
    }

    /// "X entered in partnership with Y", "X, together with Y, will": the subject that the firm at `token` goes along with.
    private static func ally(of token: Int, _ tree: Tree) -> Int? {
        let prep = tree.tokens[token].head
        guard tree.tokens[token].dep == "pobj", tree.tokens[prep].norm == "with" else { return nil }
        var above = tree.tokens[prep].head
        let links: Set<String> = [
            "partnership", "alliance", "cooperation", "collaboration", "together", "jointly", "tandem", "conjunction",
        ]
        guard links.contains(tree.tokens[above].lemma.lowercased()) else { return nil }
        for _ in 0..<4 {
            if let subject = tree.child(above, "nsubj") { return subject }
            above = tree.tokens[above].head
        }
        return nil
    }

    /// The firms that the article names side by side before any others, where it does so in its first sentences.
    var firstGroup: [Int]? {
        groups.first.flatMap { tree.sentenceOfToken[$0.token] <= 3 ? $0.identities : nil }
    }

    /// The firms named side by side last before `token`, in its own or the two sentences before.
    func group(before token: Int) -> [Int]? {
        guard token < tree.tokens.count else { return nil }
        let sentence = tree.sentenceOfToken[token]
        var low = 0
        var high = groups.count
        while low < high {
            let middle = (low + high) / 2
            if groups[middle].token < token { low = middle + 1 } else { high = middle }
        }
        guard low > 0, sentence - tree.sentenceOfToken[groups[low - 1].token] <= 2 else { return nil }
        return groups[low - 1].identities
    }

    private static func mostNamed(_ mentions: [Mention]) -> Mention? {
        var counts: [Int: Int] = [:]
        for mention in mentions { counts[mention.identity, default: 0] += 1 }
        let best = counts.max { ($0.value, -$0.key) < ($1.value, -$1.key) }
        return best.flatMap { best in mentions.first { $0.identity == best.key } }
    }

    /// The firm in focus just before `token`.
    ///
    /// - Parameters:
    ///   - excluded: identities that cannot be meant.
    ///   - accept: a further test on the identity, such as its country.
    func firm(before token: Int, where accept: (Identity) -> Bool = { _ in true }) -> Int? {
        func allowed(_ mention: Mention) -> Bool { accept(tree.identity(mention)) && !isAside(mention) }
        return nearestFirm(before: token, within: reach, where: accept) ?? titled(firms, where: allowed)
            ?? mostNamedFirm.flatMap { allowed($0) ? $0.identity : nil }
    }

    /// The firm in focus just before `token`, named or stood for in its own or the `count` sentences before.
    func nearestFirm(before token: Int, within count: Int, where accept: (Identity) -> Bool = { _ in true }) -> Int? {
        guard token < tree.tokens.count else { return nil }
        let sentence = tree.sentenceOfToken[token]
        let heading = headings[tree.blockOfToken[token]]
        var best: (identity: Int, weight: Double)?
        func weigh(_ identity: Int, at position: Int, _ base: Double) {
            let distance = sentence - tree.sentenceOfToken[position]
            let often = Double(min(6, counts[identity] ?? 1))
            var weight = base / Double(1 + distance) + 0.05 * often
            if identity == heading { weight += 1 }
            if weight > best?.weight ?? 0 { best = (identity, weight) }
        }
        for mention in before(token, firms) {
            guard sentence - tree.sentenceOfToken[mention.tokens.lowerBound] <= count else { break }
            guard accept(tree.identity(mention)), !isAside(mention) else { continue }
            weigh(mention.identity, at: mention.tokens.lowerBound, isSubject(mention) ? 1.6 : 0.8)
        }
        var low = 0
        var high = echoes.count
        while low < high {
            let middle = (low + high) / 2
            if echoes[middle].token < token { low = middle + 1 } else { high = middle }
        }
        for echo in echoes[..<low].suffix(40).reversed() {
            guard sentence - tree.sentenceOfToken[echo.token] <= count else { break }
            guard accept(tree.named.identities[echo.identity]) else { continue }
            weigh(echo.identity, at: echo.token, echo.weight)
        }
        return best?.identity
    }

    /// The last forty mentions before `token`, the nearest first.
    func before(_ token: Int, _ mentions: [Mention]) -> ReversedCollection<ArraySlice<Mention>> {
        var low = 0
        var high = mentions.count
        while low < high {
            let middle = (low + high) / 2
            if mentions[middle].tokens.lowerBound < token { low = middle + 1 } else { high = middle }
        }
        return mentions[..<low].suffix(40).reversed()
    }

    /// Whether a firm that is no mere brand is named before `token`.
    func hasCompany(before token: Int) -> Bool {
        firms.first { tree.identity($0).type == .company }.map { $0.tokens.lowerBound < token } ?? false
    }

    /// The model, else the brand, named last before `token`.
    func goods(before token: Int) -> Int? {
        nearest(goods, before: token, where: { tree.identity($0).type == .model })
            ?? nearest(goods, before: token, where: { _ in true })
    }

    /// The identity most in focus before `token`: near mentions weigh more, subjects more, and those named often.
    func nearest(_ mentions: [Mention], before token: Int, where allowed: (Mention) -> Bool) -> Int? {
        guard token < tree.tokens.count else { return nil }
        let sentence = tree.sentenceOfToken[token]
        var best: (identity: Int, weight: Double)?
        for mention in before(token, mentions) {
            let distance = sentence - tree.sentenceOfToken[mention.tokens.lowerBound]
            if distance > reach { break }
            guard allowed(mention) else { continue }
            let often = Double(min(6, counts[mention.identity] ?? 1))
            let weight = (isSubject(mention) ? 1.6 : 0.8) / Double(1 + distance) + 0.05 * often
            if weight > best?.weight ?? 0 { best = (mention.identity, weight) }
        }
        return best?.identity
    }

    func titled(_ mentions: [Mention], where allowed: (Mention) -> Bool) -> Int? {
        guard let title = tree.named.analysis.blocks.first else { return nil }
        return mentions.first { title.contains($0.tokens.lowerBound) && allowed($0) }?.identity
    }

    private func isSubject(_ mention: Mention) -> Bool {
        mention.tokens.contains { ["nsubj", "nsubjpass"].contains(tree.tokens[$0].dep) }
    }

    /// Words before a name that make it an observer rather than a firm.
    private static let observers: Set<String> = [
        "body", "association", "agency", "union", "federation", "chamber", "institute", "consultancy", "newspaper",
        "daily", "website", "portal", "analyst", "broker", "lobby", "watchdog", "regulator",
    ]

    /// Whether a firm is only named to describe another thing: "the former Renault plant", "like Geely".
    private func isAside(_ mention: Mention) -> Bool {
        if let last = mention.tokens.last {
            let head = tree.tokens[last].head
            let isAppended =
                tree.tokens[last].dep == "appos" && Self.observers.contains(tree.tokens[head].lemma.lowercased())
            if isAppended { return true }
            // "the trade body X", "watchdog X"
            if mention.tokens.lowerBound > 0,
                Self.observers.contains(tree.tokens[mention.tokens.lowerBound - 1].lemma.lowercased())
            {
                return true
            }
        }
        if let last = mention.tokens.last, ["compound", "nmod", "poss"].contains(tree.tokens[last].dep),
            tree.children(tree.tokens[last].head).contains(where: {
                ["former", "ex"].contains(tree.tokens[$0].lemma.lowercased())
            })
        {
            return true
        }
        return mention.tokens.contains { token in
            tree.tokens[token].dep == "pobj"
                && ["like", "unlike", "than", "including"].contains(tree.tokens[tree.tokens[token].head].lemma)
        }
    }
}
