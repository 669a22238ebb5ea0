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

    private init(map: PageMap) { self.map = map }

    private mutating func walk(_ container: Int) {
        let tree = map.tree
        var node = container
        while node < tree.end(container) {
            if map.isDropped(node) || (node != container && isListOfLinks(node)) {
                node = tree.end(node)
                continue
            }
            let tag = tree.tag(node)
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
            if tag == DRAGOMAN_TAG_TR { return map.ownText[above] < 120 ? .tableRow : .paragraph }
            if Elements.isHeading(tag) { return .subhead }
            above = tree.parent(above)
            steps += 1
        }
        return .paragraph
    }
}
