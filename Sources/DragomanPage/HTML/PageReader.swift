internal import CDragomanHTML
internal import DragomanText

/// Reads an article from a web page.
struct PageReader {
    private let map: PageMap
    private let metadata: PageMetadata
    private var builder = ArticleBuilder()
    private var isExplaining = false
    private var dropped: [DroppedPart] = []

    /// Reads a page of well-formed UTF-8; an article without body where it holds none.
    static func article(from page: [UInt8], address: String?, explaining: Bool) -> Article {
        guard let tree = HTMLTree(parsing: page) else { return Article(text: [], blocks: []) }
        let map = PageMap(tree)
        var reader = PageReader(map: map, metadata: PageMetadata(tree, map: map))
        reader.isExplaining = explaining
        if let container = map.container {
            if explaining { reader.explain(container) }
            reader.read(PageBlocks.candidates(in: map, container: container))
        }
        let metadata = reader.metadata
        var article = reader.builder.article(published: metadata.published)
        article.outlet = metadata.outlet
        article.address = metadata.address
        article.authors = metadata.authors
        article.language = metadata.language
        article.previous = metadata.previous
        article.next = metadata.next
        article.dropped = reader.dropped
        return article
    }

    private init(map: PageMap, metadata: PageMetadata) {
        self.map = map
        self.metadata = metadata
    }

    private mutating func read(_ candidates: [PageBlocks.Candidate]) {
        let title = metadata.title.map(Folding.fold)
        if let title = metadata.title { builder.add(.headline, title.utf8, because: .title) }
        let repeated = Self.repeated(candidates)
        var kept: [PageBlocks.Candidate] = []
        for candidate in candidates {
            if let reason = repeated.contains(candidate.text) ? .repeated : reason(against: candidate, title: title) {
                drop(candidate, reason)
            } else {
                kept.append(candidate)
            }
        }
        let isSentence = kept.map { Furniture.endsSentence($0.text[...]) && $0.text.count > 40 || $0.text.count > 100 }
        guard let first = isSentence.firstIndex(of: true), let last = isSentence.lastIndex(of: true) else { return }
        addStandfirst(before: kept)
        var seen: Set<[UInt8]> = []
        for index in kept.indices {
            let candidate = kept[index]
            let isBefore = index < first && !(kept[index].kind == .subhead && isStandfirst(candidate))
            if isBefore || index > last && candidate.kind != .listItem && candidate.kind != .tableRow {
                drop(candidate, .outside)
                continue
            }
            if candidate.text.count > 40, !seen.insert(candidate.text).inserted {
                drop(candidate, .repeated)
                continue
            }
            let isAbove = index < first || index == first && first < last && isStandfirst(candidate)
            builder.add(
                isAbove ? .standfirst : candidate.kind, candidate.text,
                because: isAbove ? .lead : isSentence[index] ? .running : .between)
        }
    }

    private mutating func drop(_ candidate: PageBlocks.Candidate, _ reason: DropReason) {
        if isExplaining { dropped.append(DroppedPart(bytes: candidate.text, reason: reason)) }
    }

    /// Tells of the parts of the page that were never looked at as blocks.
    private mutating func explain(_ container: Int) {
        let tree = map.tree
        var node = 0
        while node < tree.nodes.count {
            guard let reason = map.drop[node] else {
                node += 1
                continue
            }
            let text = tree.collapsedText(node, limit: 400)
            if !text.isEmpty, !Elements.isNeverText(tree.tag(node)) {
                dropped.append(DroppedPart(bytes: Array(text.utf8), reason: reason))
            }
            node = tree.end(node)
        }
    }

    /// Texts that stand three times and more on the page.
    private static func repeated(_ candidates: [PageBlocks.Candidate]) -> Set<[UInt8]> {
        var counts: [[UInt8]: Int] = [:]
        for candidate in candidates where candidate.kind != .tableRow { counts[candidate.text, default: 0] += 1 }
        return Set(counts.filter { $0.value >= 3 }.keys)
    }

    /// Why a candidate is no text of the article; nil where it may be.
    private func reason(against candidate: PageBlocks.Candidate, title: String?) -> DropReason? {
        let line = candidate.text[...]
        if Furniture(line: line) != nil { return .phrase }
        if candidate.linked * 10 > line.count * 7, line.count < 250, candidate.kind != .quote { return .links }
        if map.tree.tag(candidate.node) == DRAGOMAN_TAG_H1 { return .title }
        if line.count < 300, Folding.fold(String(decoding: line, as: UTF8.self)) == title { return .title }
        return nil
    }

    /// Whether a short block before the text is what the page's own description says.
    private func isStandfirst(_ candidate: PageBlocks.Candidate) -> Bool {
        map.words[candidate.node].contains(.standfirst) && candidate.text.count > 40
    }

    /// Takes the standfirst from above the text where the page's description repeats its words.
    private mutating func addStandfirst(before kept: [PageBlocks.Candidate]) {
        guard let description = metadata.description.map(Folding.fold), description.utf8.count > 40 else { return }
        let start = String(description.prefix(40))
        let isInText = kept.contains {
            Folding.fold(String(decoding: $0.text.prefix(300), as: UTF8.self)).hasPrefix(start)
        }
        guard !isInText else { return }
        for node in map.tree.nodes.indices
        where !map.tree.isText(node) && map.ownText[node] > 30 && map.ownText[node] < 800 {
            let text = map.tree.collapsedText(node)
            guard Folding.fold(text).hasPrefix(start), text.utf8.count < 1000 else { continue }
            builder.add(.standfirst, text.utf8, because: .lead)
            return
        }
    }
}

/// Letters and digits only, in lower case: two writings of one title fold to the same.
enum Folding {
    static func fold(_ text: String) -> String {
        var folded = String.UnicodeScalarView()
        for scalar in text.lowercased().unicodeScalars
        where scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
            folded.append(scalar)
        }
        return String(folded)
    }
}
