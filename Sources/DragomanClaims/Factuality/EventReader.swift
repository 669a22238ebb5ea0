import DragomanLanguage
public import DragomanNames
public import DragomanText

/// Finds what an article tells of as happening, how surely, and when.
///
/// ```
/// let reader = EventReader(pack: pack)
/// reader.events(in: named)           // every verb, every noun that stands for one
/// reader.times(in: named, published: day)
/// ```
/// Time is linear in the length of the article.
public struct EventReader: Sendable {
    private let nouns: Set<String>

    /// - Parameter pack: whose tables tell the nouns that stand for verbs.
    public init(pack: Pack) { nouns = Set(pack.verbsByNominal.keys) }

    /// The events of an article, in order.
    public func events(in named: NamedAnalysis) -> [Event] {
        let tree = Tree(named)
        let reader = FactualityReader(tree)
        return tree.tokens.indices.filter { isEvent($0, tree) }.map { Event(token: $0, factuality: reader.ofToken[$0]) }
    }

    private static let endings = ["tion", "sion", "ment", "ance", "ery", "sal", "val", "ing", "ure"]

    private func isEvent(_ token: Int, _ tree: Tree) -> Bool {
        if tree.isVerb(token) { return true }
        guard tree.tokens[token].pos == "NOUN", tree.mention(token) == nil else { return false }
        let lemma = tree.tokens[token].lemma.lowercased()
        return nouns.contains(lemma) || Self.endings.contains { lemma.utf8.count > 6 && lemma.hasSuffix($0) }
    }

    /// The time expressions of an article, each in the reading that its sentence asks for.
    ///
    /// "On Friday" is the Friday to come where the verb over it speaks of the future or where it stands after "until" or
    /// "by", else the one before publication.
    public func times(in named: NamedAnalysis, published: CoarseDate?) -> [TimeExpression] {
        let tree = Tree(named)
        let reader = FactualityReader(tree)
        let analysis = named.analysis
        var token = 0
        return TimeScanner(published: published).scan(analysis.text, in: 0..<analysis.text.count).map { time in
            guard let future = time.future else { return time }
            while token < analysis.tokens.count, analysis.tokens[token].range.upperBound <= time.range.lowerBound {
                token += 1
            }
            guard token < analysis.tokens.count else { return time }
            var result = time
            result.future = nil
            if isAhead(token, tree, reader) { result.value = future }
            return result
        }
    }

    private func isAhead(_ token: Int, _ tree: Tree, _ reader: FactualityReader) -> Bool {
        var current = token
        for _ in 0..<8 {
            if ["until", "till", "by"].contains(tree.tokens[current].norm), tree.tokens[current].dep == "prep" {
                return !isPast(verbAbove: current, tree)
            }
            if tree.isVerb(current) { return reader.ofToken[current].time == .future }
            let head = tree.tokens[current].head
            if head == current { return false }
            current = head
        }
        return false
    }

    private func isPast(verbAbove token: Int, _ tree: Tree) -> Bool {
        tree.tokens[tree.tokens[token].head].tag == "VBD"
    }
}
