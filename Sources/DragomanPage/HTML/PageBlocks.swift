internal import CDragomanHTML

/// Cuts the part of a page that holds the article into blocks of text.
struct PageBlocks {
    struct Candidate {
        var kind: BlockKind
        var text: [UInt8]
        /// How many of its letters stand in links.
        var linked: Int
        /// The block element it comes from.
        var node: Int
    }

    private let map: PageMap
    private(set) var candidates: [Candidate] = []
    private var text: [UInt8] = []
    private var linked = 0
    private var current = -1

    /// The blocks below `container`, in order.
    static func candidates(in map: PageMap, container: Int) -> [Candidate] {
        var blocks = PageBlocks(map: map)
        blocks.walk(container)
        return blocks.candidates
    }

    /// Rows that hold no data but the page: with a heading or several paragraphs in one cell.
    private let layoutRows: Set<Int>

    private init(map: PageMap) {
        self.map = map
        layoutRows = Self.layoutRows(map.tree)
    }

    private static func layoutRows(_ tree: HTMLTree) -> Set<Int> {
        var found: Set<Int> = []
        guard tree.hasTable else { return found }
        var rows = [Int32](repeating: -1, count: tree.nodes.count)
        var paragraphs: [Int: Int] = [:]
        for node in 1..<tree.nodes.count {
            let tag = tree.tag(node)
            let parent = tree.parent(node)
            rows[node] = tag == DRAGOMAN_TAG_TR ? Int32(node) : parent >= 0 ? rows[parent] : -1
            guard rows[node] >= 0 else { continue }
            if Elements.isHeading(tag) { found.insert(Int(rows[node])) }
            if tag == DRAGOMAN_TAG_P {
                paragraphs[parent, default: 0] += 1
                if paragraphs[parent] == 2 { found.insert(Int(rows[node])) }
            }
        }
        return found
    }

    private mutating func walk(_ container: Int) {
        let tree = map.tree
        var node = container
        while node < tree.end(container) {
            let tag = tree.tag(node)
            if node != container, let kind = asideKind(node) {
                add(kind, at: node)
                node = tree.end(node)
                continue
            }
            if map.isDropped(node) || (node != container && isListOfLinks(node)) {
                // A picture stands beside the text, but what is written under it is a block.
                let isPicture = tag == DRAGOMAN_TAG_FIGURE && map.drop[node] != .hidden
                node = isPicture ? node + 1 : tree.end(node)
                continue
            }
            if tag == DRAGOMAN_TAG_TEXT {
                let owner = Int(map.owner[node])
                if owner != current { flush(next: owner) }
                let before = text.count
                InlineText.append(tree.text(node), to: &text)
                if map.inLink[node] { linked += text.count - before }
            } else if tag == DRAGOMAN_TAG_BR {
                while text.last == 0x20 { text.removeLast() }
                text.append(0x0A)
            } else if Elements.isBlock(tag) {
                flush(next: node)
            } else if tag == DRAGOMAN_TAG_TD || tag == DRAGOMAN_TAG_TH, let last = text.last, last != 0x20 {
                text.append(0x20)
            }
            node += 1
        }
        flush(next: -1)
    }

    /// What stands beside the running text, in its place: the words under a picture, words set apart in large type.
    private func asideKind(_ node: Int) -> BlockKind? {
        guard !map.tree.isText(node), map.drop[node] != .hidden else { return nil }
        if map.words[node].contains(.pullOut), map.letters[node] < 500 { return .pullOut }
        let isCaption = map.tree.tag(node) == DRAGOMAN_TAG_FIGCAPTION || map.words[node].contains(.caption)
        return isCaption && map.isDropped(node) && map.letters[node] < 800 && !map.isOthers[node] ? .caption : nil
    }

    private mutating func add(_ kind: BlockKind, at node: Int) {
        flush(next: -1)
        let words = Self.withoutCredit(asideText(node))
        if words.count >= 20, words.contains(0x20) {
            candidates.append(Candidate(kind: kind, text: words, linked: 0, node: node))
        }
    }

    /// The text below a node without credits, buttons and what browsers do not show.
    private func asideText(_ node: Int) -> [UInt8] {
        let tree = map.tree
        var words: [UInt8] = []
        var below = node
        while below < tree.end(node), words.count < 2000 {
            let isCredit = below > node && !map.words[below].isDisjoint(with: [.doubtful, .furniture, .byline])
            if map.drop[below] == .hidden || isCredit && !map.words[below].contains(.caption) {
                below = tree.end(below)
                continue
            }
            if tree.isText(below) {
                InlineText.append(tree.text(below), to: &words)
            } else if let last = words.last, last != 0x20, Elements.isBlock(tree.tag(below)) {
                words.append(0x20)
            }
            below += 1
        }
        return Array(TextLines.trim(words[...]))
    }

    /// "A bus in Almaty. Photo: A. Lens / Agency" without the credit; empty where there is nothing else.
    private static func withoutCredit(_ text: [UInt8]) -> [UInt8] {
        if Furniture(line: text[...]) != nil || text.first == UInt8(ascii: "(") { return [] }
        var end = text.count
        while let stop = text[..<end].lastIndex(where: { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "(") }) {
            let isOpen = text[stop] == UInt8(ascii: "(")
            let rest = TextLines.trim(text[(stop + 1)...])
            // A mark of quotation is no credit.
            if rest.count > 3, Furniture(line: rest) != nil {
                return Array(TextLines.trim(text[...(isOpen ? stop - 1 : stop)]))
            }
            end = stop
            if text.count - end > 120 { break }
        }
        return text
    }

    /// Whether a group holds hardly any text but links.
    private func isListOfLinks(_ node: Int) -> Bool {
        let tag = map.tree.tag(node)
        guard Elements.isGroup(tag) || tag == DRAGOMAN_TAG_LI, map.running[node] < 60 else { return false }
        return map.linked[node] * 2 > map.letters[node]
    }

    private mutating func flush(next: Int) {
        if !text.isEmpty, current >= 0 {
            // Two line breaks make a paragraph, one is a space.
            for piece in Self.split(text) {
                candidates.append(
                    Candidate(kind: kind(of: current), text: piece, linked: min(linked, piece.count), node: current))
            }
        }
        text.removeAll(keepingCapacity: true)
        linked = 0
        current = next
    }

    private static func split(_ text: [UInt8]) -> [[UInt8]] {
        var pieces: [[UInt8]] = []
        var piece: [UInt8] = []
        var breaks = 0
        for byte in text {
            if byte == 0x0A {
                breaks += 1
                continue
            }
            if byte == 0x20, breaks > 0 { continue }
            if breaks > 1 {
                pieces.append(piece)
                piece = []
            } else if breaks == 1, !piece.isEmpty {
                piece.append(0x20)
            }
            breaks = 0
            piece.append(byte)
        }
        pieces.append(piece)
        return pieces.compactMap { piece in
            let trimmed = TextLines.trim(piece[...])
            return trimmed.isEmpty ? nil : Array(trimmed)
        }
    }

    private func kind(of node: Int) -> BlockKind {
        let tree = map.tree
        var above = node
        var steps = 0
        while above >= 0, steps < 6 {
            let tag = tree.tag(above)
            if tag == DRAGOMAN_TAG_LI || tag == DRAGOMAN_TAG_DD || tag == DRAGOMAN_TAG_DT { return .listItem }
            if tag == DRAGOMAN_TAG_BLOCKQUOTE { return .quote }
            if tag == DRAGOMAN_TAG_TR {
                return layoutRows.contains(above) || map.ownText[above] >= 120 ? .paragraph : .tableRow
            }
            if Elements.isHeading(tag) { return .subhead }
            above = tree.parent(above)
            steps += 1
        }
        return .paragraph
    }
}
