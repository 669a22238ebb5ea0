import DragomanLanguage

/// What a clause takes over from the claim before it: goods that a pronoun stands for, the undertaking that talks are about.
extension Matcher {
    private static let pronouns: Set<String> = ["it", "they", "them", "these", "those", "which", "that"]

    /// The goods that "they" or "most of them" in a clause stand for: those of the claim at most two sentences before.
    ///
    /// - Returns: nil where there is no such claim; empty where its goods are not named.
    func carried(by clause: Clause, from previous: Draft?) -> [Goods]? {
        guard let previous, [.supply, .production, .certification, .distribution].contains(previous.kind),
            tree.sentenceOfToken[clause.predicate] - tree.sentenceOfToken[previous.clause.predicate] <= 2
        else { return nil }
        return previous.goods
    }

    /// Whether the phrase at `head` stands for goods named before: "they", "half of it", "the rest".
    func carries(_ head: Int, _ filler: Filler, _ draft: Draft) -> Bool {
        guard filler.type == .goods, tree.mention(head) == nil else { return false }
        if tree.tokens[head].pos == "PRON", !isPart(head) {
            return draft.carried?.isEmpty == false && Self.pronouns.contains(tree.tokens[head].lemma.lowercased())
        }
        return whole(of: head).contains { phrases.isGoodsHead($0) || draft.carried != nil && isPronoun($0) }
    }

    /// The goods that the part at `head` is of: those named after "of", else those carried on.
    func goods(ofPart head: Int, _ draft: Draft) -> [Goods] {
        let named = whole(of: head).flatMap(phrases.goods)
        return named.isEmpty ? draft.carried ?? [] : named
    }

    /// Whether the word at `head` stands for a part of something: "half", "80 per cent", "all".
    private func isPart(_ head: Int) -> Bool {
        !phrases.classes(head).isDisjoint(with: phrases.lexicon.bit("part"))
    }

    /// What stands after the "of" of a part; empty where the word is none.
    private func whole(of head: Int) -> [Int] {
        guard isPart(head) else { return [] }
        return tree.children(head).filter { tree.tokens[$0].norm == "of" }.compactMap { tree.child($0, "pobj") }
    }

    private func isPronoun(_ token: Int) -> Bool { Self.pronouns.contains(tree.tokens[token].lemma.lowercased()) }

    /// Words that say that a partner is one more for the same undertaking.
    private static let additions: Set<String> = [
        "other", "another", "further", "also", "too", "similar", "more", "likewise",
    ]

    /// Whether a clause with a partner of its own is a matter apart from the claim before it: it begins a new paragraph
    /// and does not say that it goes on, or that claim is one in which nobody takes part.
    func isApart(_ clause: Clause, from previous: Draft) -> Bool {
        if previous.kind == .exit || previous.kind == .barrier { return true }
        guard tree.blockOfToken[previous.clause.predicate] != tree.blockOfToken[clause.predicate] else { return false }
        let around = tree.span(clause.top)
        return !around.prefix(48).contains { Self.additions.contains(tree.tokens[$0].norm) }
    }
}
