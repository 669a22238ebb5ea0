internal import CDragomanHTML
internal import DragomanText

/// Reads an article from a web page.
struct PageReader {
    private let map: PageMap
    private let metadata: PageMetadata
    private let title: [UInt8]
    private var builder = ArticleBuilder()
    /// Whose files the text is made with.
    private var files: String?
    private var isExplaining = false
    private var dropped: [DroppedPart] = []

    /// Reads a page of well-formed UTF-8; an article without body where it holds none.
    static func article(from page: [UInt8], address: String?, explaining: Bool) -> Article {
        guard let tree = HTMLTree(parsing: page) else { return Article(text: [], blocks: []) }
        let map = PageMap(tree)
        let metadata = PageMetadata(tree, map: map, page: page, fetched: address)
        var reader = PageReader(map: map, metadata: metadata, explaining: explaining)
        reader.read()
        if !reader.builder.hasBody {
            let plain = PageReader(map: PageMap(tree, trusting: false), metadata: metadata, explaining: explaining)
            reader = plain
            reader.read()
        }
        reader.takeLinkedBody()
        var article = reader.builder.article(published: metadata.day)
        article.wire = article.wire ?? reader.files
        metadata.describe(&article)
        if reader.isListing { article.isIndex = true }
        article.dropped = reader.dropped
        return article
    }

    private init(map: PageMap, metadata: PageMetadata, explaining: Bool) {
        self.map = map
        self.metadata = metadata
        isExplaining = explaining
        title = Folding.fold(Array((metadata.title ?? "").utf8)[...])
    }

    private mutating func read() {
        if let title = metadata.title { builder.add(.headline, title.utf8, because: .title) }
        guard let container = map.reading else { return }
        if isExplaining { explain(container) }
        read(PageBlocks.candidates(in: map, container: container))
    }

    /// Whether the page's data do not call it an article, and it is short texts under headings that are links, four and more
    /// of them.
    private var isListing: Bool {
        guard !metadata.isSaidToBeArticle else { return false }
        let tree = map.tree
        var headings = 0
        var texts = 0
        for node in 0..<tree.nodes.count where map.drop[node] == nil && map.ownText[node] > 8 {
            let tag = tree.tag(node)
            let (own, linked) = (map.ownText[node], map.ownLink[node])
            if Elements.isHeading(tag), tag != DRAGOMAN_TAG_H1, linked * 10 >= own * 8 {
                headings += 1
            } else if own - linked >= 30, Elements.isBlock(tag), !map.isOthers[node] {
                guard own < 400 else { return false }
                texts += 1
            }
        }
        return headings >= 4 && texts <= headings + 2
    }

    private mutating func read(_ candidates: [PageBlocks.Candidate]) {
        let kept = withoutEnd(likely(candidates))
        let isSentence = kept.map { part in
            !part.kind.isAside
                && (Furniture.endsSentence(part.text[...]) && part.text.count > 40 || part.text.count > 100)
        }
        guard let first = isSentence.firstIndex(of: true), let last = isSentence.lastIndex(of: true) else { return }
        addStandfirst(before: kept)
        var seen: Set<UInt64> = []
        for index in kept.indices {
            let candidate = kept[index]
            if candidate.kind.isAside {
                if index > last {
                    drop(candidate, .outside)
                } else if repeatsDescription(candidate) {
                    drop(candidate, .repeated)
                } else {
                    builder.add(candidate.kind, candidate.text, because: .beside)
                }
                continue
            }
            let isBefore =
                index < first && !(candidate.kind == .subhead && isStandfirst(candidate))
                && !(index == first - 1 && headsSection(candidate, among: kept[first...]))
            let isAfter = index > last && candidate.kind != .listItem && candidate.kind != .tableRow
            if (isBefore || isAfter) && !(candidate.kind != .subhead && map.isInBody(candidate.node)) {
                drop(candidate, .outside)
                continue
            }
            if candidate.text.count > 40, !seen.insert(Self.key(candidate.text)).inserted {
                drop(candidate, .repeated)
                continue
            }
            let leads = isStandfirst(candidate)
            let isAbove =
                index < first && (candidate.kind != .subhead || leads) || index == first && first < last && leads
            builder.add(
                isAbove ? .standfirst : candidate.kind, candidate.text,
                because: isAbove ? .lead : isSentence[index] ? .running : .between)
        }
    }

    /// Takes the text that JSON-LD gives where the page itself shows less than half of it, as behind some paywalls.
    private mutating func takeLinkedBody() {
        guard let body = metadata.facts.linked.body, BodyEvidence(body) != nil else { return }
        let shown = builder.blocks.reduce(0) { $0 + ($1.kind == .headline ? 0 : $1.range.count) }
        guard shown * 2 < body.utf8.count, !body.contains("<") else { return }
        builder = ArticleBuilder()
        if let title = metadata.title { builder.add(.headline, title.utf8, because: .title) }
        for line in body.split(separator: "\n") {
            let words = line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            builder.add(.paragraph, words.utf8, because: .linked)
        }
    }

    /// The candidates that nothing speaks against, by their words, their links, and what JSON-LD has of the text.
    private mutating func likely(_ candidates: [PageBlocks.Candidate]) -> [PageBlocks.Candidate] {
        let repeated = Self.repeated(candidates)
        var kept: [PageBlocks.Candidate] = []
        for candidate in candidates {
            if let reason = repeated.contains(Self.key(candidate.text)) ? .repeated : reason(against: candidate) {
                files = files ?? credited(candidate.text[...])
                drop(candidate, reason)
            } else {
                kept.append(candidate)
            }
        }
        guard var evidence = BodyEvidence(metadata.facts.linked.body) else { return kept }
        let holds = kept.map { evidence.holds($0.text) }
        let all = kept.reduce(0) { $0 + $1.text.count }
        let held = zip(kept, holds).reduce(0) { $0 + ($1.1 == true ? $1.0.text.count : 0) }
        // Cut short, or of another text.
        guard held * 10 >= all * 6, let last = holds.lastIndex(of: true) else { return kept }
        let homes = Set(zip(kept, holds).compactMap { $0.1 == true ? map.tree.parent($0.0.node) : nil })
        var sure: [PageBlocks.Candidate] = []
        for (index, candidate) in kept.enumerated() {
            let isAmong =
                index < last && [.listItem, .tableRow, .subhead].contains(candidate.kind) || candidate.kind.isAside
            let isTold = holds[index] == false && !isAmong && !homes.contains(map.tree.parent(candidate.node))
            if isTold { drop(candidate, .evidence) } else { sure.append(candidate) }
        }
        return sure
    }

    /// The agency that a dropped line names as the text's origin: "With files from ...", "Source: Reuters".
    private func credited(_ line: ArraySlice<UInt8>) -> String? {
        if case .source(let name)? = Furniture(line: line), WireCredit.isAgency(name) { return name }
        return WireCredit.files(line)
    }

    /// The candidates up to a heading that opens what follows articles, such as "More news" or "Comments", where most of the
    /// text stands before it.
    private mutating func withoutEnd(_ candidates: [PageBlocks.Candidate]) -> [PageBlocks.Candidate] {
        let all = candidates.reduce(0) { $0 + $1.text.count }
        var before = 0
        for (index, candidate) in candidates.enumerated() {
            if before * 10 > all * 4, candidate.text.count < 80,
                Furniture.opensEnd(candidate.text[...], outlet: metadata.outlet)
            {
                for part in candidates[index...] { drop(part, .outside) }
                return Array(candidates[..<index])
            }
            before += candidate.text.count
        }
        return candidates
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
            let text = tree.collapsed(node, limit: 400)
            if !text.isEmpty, !Elements.isNeverText(tree.tag(node)) {
                dropped.append(DroppedPart(bytes: text, reason: reason))
            }
            node = tree.end(node)
        }
    }

    /// Keys of the texts that stand three times and more on the page.
    private static func repeated(_ candidates: [PageBlocks.Candidate]) -> Set<UInt64> {
        var counts: [UInt64: Int] = [:]
        for candidate in candidates where candidate.kind != .tableRow { counts[key(candidate.text), default: 0] += 1 }
        return Set(counts.filter { $0.value >= 3 }.keys)
    }

    /// Tells texts apart by their first 160 bytes and their length (FNV-1a).
    private static func key(_ text: [UInt8]) -> UInt64 {
        var key: UInt64 = 0xCBF2_9CE4_8422_2325 ^ UInt64(text.count)
        for byte in text.prefix(160) { key = (key ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return key
    }

    /// Why a candidate is no text of the article; nil where it may be.
    private func reason(against candidate: PageBlocks.Candidate) -> DropReason? {
        let line = candidate.text[...]
        if Furniture(line: line) != nil || Furniture.isCredit(line) || Furniture.isDay(line) { return .phrase }
        if candidate.linked * 10 > line.count * 7, line.count < 250, candidate.kind != .quote { return .links }
        if map.tree.tag(candidate.node) == DRAGOMAN_TAG_H1 { return .title }
        if line.count >= title.count, line.count < title.count * 2 + 20, !title.isEmpty, Folding.fold(line) == title {
            return .title
        }
        return nil
    }

    /// Whether a subhead is the first of several alike: the text of a live blog begins with one.
    private func headsSection(_ candidate: PageBlocks.Candidate, among others: ArraySlice<PageBlocks.Candidate>) -> Bool
    {
        guard candidate.kind == .subhead else { return false }
        let tree = map.tree
        let names = tree.attribute(DRAGOMAN_ATTRIBUTE_CLASS, of: candidate.node).map(Array.init)
        return others.contains { other in
            other.kind == .subhead && tree.tag(other.node) == tree.tag(candidate.node)
                && tree.attribute(DRAGOMAN_ATTRIBUTE_CLASS, of: other.node).map(Array.init) == names
        }
    }

    /// Whether a short block before the text is what the page's own description says.
    private func isStandfirst(_ candidate: PageBlocks.Candidate) -> Bool {
        map.words[candidate.node].contains(.standfirst) && candidate.text.count > 40
    }

    /// The first letters of the page's description; nil where they are too few to tell.
    private var descriptionStart: ArraySlice<UInt8>? {
        guard let description = metadata.description else { return nil }
        let start = Folding.fold(Array(description.utf8.prefix(160))[...]).prefix(40)
        return start.count >= 40 ? start : nil
    }

    private func repeatsDescription(_ candidate: PageBlocks.Candidate) -> Bool {
        descriptionStart.map { Folding.fold(candidate.text.prefix(200)).starts(with: $0) } ?? false
    }

    /// Takes the standfirst from above the text where the page's description repeats its words.
    private mutating func addStandfirst(before kept: [PageBlocks.Candidate]) {
        guard let start = descriptionStart else { return }
        let isKept = kept.contains { !$0.kind.isAside && Folding.fold($0.text.prefix(200)).starts(with: start) }
        if isKept { return }
        for text in 0..<map.tree.nodes.count where map.tree.isText(text) && map.drop[text] != .hidden {
            let node = Int(map.owner[text])
            guard map.ownText[node] > 30, map.ownText[node] < 800, begins(text, as: start) else { continue }
            let words = map.tree.collapsed(node, limit: 1000)
            guard words.count < 1000, Folding.fold(words.prefix(200)).starts(with: start) else { continue }
            builder.add(.standfirst, words, because: .lead)
            return
        }
    }

    /// Whether the first letters of a text node are those of `start`.
    private func begins(_ text: Int, as start: ArraySlice<UInt8>) -> Bool {
        let letters = Folding.fold(Array(map.tree.text(text).prefix(48))[...]).prefix(8)
        return letters.count > 2 && start.starts(with: letters)
    }
}
