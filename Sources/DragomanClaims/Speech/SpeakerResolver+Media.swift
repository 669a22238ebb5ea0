import DragomanLanguage
import DragomanNames

/// Outlets and documents by which a word came.
extension SpeakerResolver {
    /// The outlet or document that a phrase after "told", "in" or "by" names; empty for an audience, a person, the
    /// article's own outlet.
    ///
    /// `unknown` takes a proper name that nobody knows for an outlet.
    func media(_ phrase: Range<Int>, unknown: Bool = true) -> [String] {
        let range = withoutArticle(phrase).prefixRange(FrameFinder.reach)
        guard !range.isEmpty, tree.lower[phrase.lowerBound] != "this", tree.lower[phrase.lowerBound] != "our" else {
            return []
        }
        let head = head(of: range)
        if let mention = tree.mentions(in: range).first(where: { tree.identity($0).type == .outlet }) {
            let name = outletName(mention, in: range)
            return isOwn(name) ? [] : [name]
        }
        let kinds = tree.kinds[head]
        let names = range.filter {
            tree.tokens[$0].pos == "PROPN" && ![.place, .country, .region].contains(tree.nameType($0))
                && !(tree.mention($0)?.isAdjective ?? false)
        }
        if kinds.contains(.medium)
            || range.contains(where: { $0 < head && tree.kinds[$0].contains(.medium) && tree.tokens[$0].pos == "NOUN" })
        {
            if let first = names.first, let last = names.last {
                let name = tree.text(first..<last + 1)
                return isOwn(name) ? [] : [name]
            }
            if ["the", "that"].contains(tree.lower[phrase.lowerBound]), range.count == 1, let lastOutlet {
                return [lastOutlet]
            }
            return tree.tokens[head].pos == "NOUN" ? [tree.text(range)] : []
        }
        if kinds.contains(.audience) { return [] }
        if !kinds.isDisjoint(with: .document), tree.tokens[head].pos == "NOUN" {
            return [tree.text(range.lowerBound..<head + 1)]
        }
        guard tree.tokens[head].pos == "PROPN", range.count <= 4, unknown || kinds.contains(.masthead) else {
            return []
        }
        if let mention = tree.mention(head) {
            let identity = tree.identity(mention)
            guard identity.entry == nil, [.company, .brand, .model, .plant].contains(identity.type) else { return [] }
            return isOwn(identity.name) ? [] : [identity.name]
        }
        let name = tree.text(range)
        return isOwn(name) || tree.tokens[head].entity.hasSuffix("GPE") ? [] : [name]
    }

    /// An outlet's name with the proper nouns that follow it at once: "Channel One Riga".
    func outletName(_ mention: Mention, in range: Range<Int>) -> String {
        var end = mention.tokens.upperBound
        while end < range.upperBound, tree.tokens[end].pos == "PROPN" { end += 1 }
        return end == mention.tokens.upperBound
            ? tree.identity(mention).name : tree.text(mention.tokens.lowerBound..<end)
    }

    /// "Example Herald": a name nobody knows that ends as names of newspapers do.
    func isMasthead(_ name: String) -> Bool {
        let parts = name.lowercased().split(separator: " ")
        return parts.count > 1 && parts.last.map { tree.words.kinds(of: String($0)).contains(.masthead) } ?? false
    }

    func isOwn(_ name: String) -> Bool { outlet?.lowercased() == name.lowercased() }
}
