import DragomanLanguage
import DragomanNames

/// Which company "the firm", "its" and "the group" stand for, and which institution "the ministry".
///
/// Order of search: the subject of the same sentence, then the nearest earlier sentence of the block, then the
/// article's topic, which is
/// the company named most often so far, names in the title and the first paragraph counting three times.
struct Antecedents {
    private let tree: SpeechTree
    /// Mentions of firms in order, and the topic after each.
    private var firms: [Mention] = []
    private var topics: [Int] = []
    /// Institutions by the words of their names, in the order of the article.
    private var institutions: [String: [(end: Int, name: String)]] = [:]

    init(_ tree: SpeechTree) {
        self.tree = tree
        var counts: [Int: Int] = [:]
        var best = -1
        for mention in tree.named.mentions where !mention.isAdjective {
            let type = tree.identity(mention).type
            if type == .institution { note(mention) }
            guard type == .company || type == .brand else { continue }
            let weight = tree.block[mention.tokens.lowerBound] < 2 ? 3 : 1
            let count = (counts[mention.identity] ?? 0) + (type == .company ? weight * 2 : weight)
            counts[mention.identity] = count
            if best < 0 || count > (counts[best] ?? 0) { best = mention.identity }
            firms.append(mention)
            topics.append(best)
        }
    }

    private mutating func note(_ mention: Mention) {
        let name = tree.identity(mention).name
        for word in name.lowercased().split(separator: " ").prefix(8) {
            institutions[String(word), default: []].append((mention.tokens.upperBound, name))
        }
    }

    /// The name of the firm that a description at token `i` stands for; nil where no firm has been named before.
    func firm(at i: Int) -> String? {
        var low = 0
        var high = firms.count
        while low < high {
            let middle = (low + high) / 2
            if firms[middle].tokens.lowerBound < i { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return firms.first.map { tree.identity($0).name } }
        let sentence = tree.sentence[i]
        let block = tree.block[i]
        let quote = tree.quotes.ofToken[i]
        var nearest: Mention?
        var isSubject = false
        for mention in firms[max(0, low - 12)..<low].reversed() {
            let at = mention.tokens.lowerBound
            guard tree.block[at] == block else { break }
            if tree.sentence[at] == sentence, quote < 0, tree.quotes.ofToken[at] >= 0 { continue }
            if let nearest, tree.sentence[at] != tree.sentence[nearest.tokens.lowerBound] { break }
            let subject = stands(mention, as: "nsubj", "nsubjpass")
            if nearest == nil || subject || !isSubject { nearest = mention }
            isSubject = isSubject || subject
        }
        if let nearest { return tree.identity(nearest).name }
        return tree.named.identities[topics[low - 1]].name
    }

    private func stands(_ mention: Mention, as labels: String...) -> Bool {
        mention.tokens.contains { labels.contains(tree.tokens[$0].dep) }
    }

    /// The name used last before token `i` of an institution called by this noun: "the ministry".
    func institution(called noun: String, before i: Int) -> String? {
        guard let named = institutions[noun] else { return nil }
        var low = 0
        var high = named.count
        while low < high {
            let middle = (low + high) / 2
            if named[middle].end <= i { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? named[low - 1].name : nil
    }
}
