internal import CDragomanHTML

/// What each node of a page is worth: which parts are furniture, how much running text stands below a node and how much
/// else, and where the article is.
struct PageMap {
    let tree: HTMLTree
    /// Why a node is left out with all below it; nil for one that is not.
    private(set) var drop: [DropReason?]
    /// The block element that a node's text belongs to.
    private(set) var owner: [Int32]
    /// Whether a node stands in a link.
    private(set) var inLink: [Bool]
    /// Letters of a block's own text, and those of them in links.
    private(set) var ownText: [Int32]
    private(set) var ownLink: [Int32]
    /// Running text at and below a node, and all other text: links, menus, short lines.
    private(set) var running: [Float]
    private(set) var other: [Float]
    private(set) var words: [ClassWords]
    /// Letters at and below a node.
    private(set) var letters: [Int32]

    init(_ tree: HTMLTree) {
        self.tree = tree
        let count = tree.nodes.count
        drop = Array(repeating: nil, count: count)
        owner = Array(repeating: 0, count: count)
        inLink = Array(repeating: false, count: count)
        ownText = Array(repeating: 0, count: count)
        ownLink = Array(repeating: 0, count: count)
        running = Array(repeating: 0, count: count)
        other = Array(repeating: 0, count: count)
        words = Array(repeating: [], count: count)
        letters = Array(repeating: 0, count: count)
        assignText()
        weigh()
        dropFurniture()
        weigh()
    }

    func isDropped(_ node: Int) -> Bool { drop[node] != nil }

    /// The node that holds the article: most running text for least else.
    var container: Int? {
        var best: Int?
        var bestValue: Float = 0
        for node in tree.nodes.indices where !isDropped(node) && !tree.isText(node) && running[node] > 0 {
            let value = running[node] - other[node]
            if value > bestValue || (value == bestValue && best != nil && tree.tag(node) != DRAGOMAN_TAG_P) {
                best = node
                bestValue = value
            }
        }
        return best
    }

    // MARK: Passes

    private mutating func assignText() {
        for node in tree.nodes.indices {
            let parent = tree.parent(node)
            let tag = tree.tag(node)
            if parent >= 0 {
                drop[node] = drop[parent]
                inLink[node] = inLink[parent] || tag == DRAGOMAN_TAG_A
            }
            if tag == DRAGOMAN_TAG_TEXT {
                owner[node] = parent >= 0 ? owner[parent] : 0
                guard !isDropped(node) else { continue }
                let letters = Int32(tree.text(node).count { $0 > 0x20 })
                ownText[Int(owner[node])] += letters
                if inLink[node] { ownLink[Int(owner[node])] += letters }
                continue
            }
            owner[node] = Elements.isBlock(tag) || parent < 0 ? Int32(node) : owner[parent]
            if Elements.isNeverText(tag) || isHidden(node) { drop[node] = .hidden }
            if let classes = tree.attribute("class", of: node) { words[node].formUnion(ClassWords(classes)) }
            if let id = tree.attribute("id", of: node) { words[node].formUnion(ClassWords(id)) }
            if let item = tree.attribute("itemprop", of: node), item.elementsEqual("articleBody".utf8) {
                words[node].insert(.body)
            }
        }
    }

    private func isHidden(_ node: Int) -> Bool {
        if tree.attribute("hidden", of: node) != nil { return true }
        guard let style = tree.attribute("style", of: node) else { return false }
        let plain = String(decoding: style.prefix(200).filter { !InlineText.isSpace($0) }, as: UTF8.self).lowercased()
        return plain.contains("display:none") || plain.contains("visibility:hidden")
    }

    /// Adds up running and other text from the leaves to the root.
    private mutating func weigh() {
        for node in tree.nodes.indices {
            running[node] = 0
            other[node] = 0
            letters[node] = 0
        }
        for node in tree.nodes.indices.reversed() where !isDropped(node) {
            if tree.isText(node) { letters[node] = Int32(tree.text(node).count { $0 > 0x20 }) }
            let parent = tree.parent(node)
            if parent >= 0 { letters[parent] += letters[node] }
        }
        for node in tree.nodes.indices.reversed() where !isDropped(node) && !tree.isText(node) {
            let text = Float(ownText[node])
            let link = Float(ownLink[node])
            if text > 0 {
                let isRunning = text - link >= 60 && link < text * 0.5 && !Elements.isHeading(tree.tag(node))
                if isRunning {
                    running[node] += (text - link) * (Elements.isParagraph(tree.tag(node)) ? 1 : 0.7)
                    other[node] += link * 0.3
                } else {
                    other[node] += min(text, 200) * 0.6 + link * 0.8
                }
            }
            if words[node].contains(.body) || Elements.isMain(tree.tag(node)) {
                running[node] *= 1.3
            }
            let parent = tree.parent(node)
            if parent >= 0 {
                running[parent] += running[node]
                other[parent] += other[node]
            }
        }
    }

    /// Drops what its name says is furniture, unless most of the page's running text stands in it.
    private mutating func dropFurniture() {
        let most = (running.first ?? 0) * 0.4
        for node in tree.nodes.indices {
            let parent = tree.parent(node)
            if parent >= 0, isDropped(parent) { drop[node] = drop[parent] }
            guard !isDropped(node), !tree.isText(node) else { continue }
            let tag = tree.tag(node)
            let isPart = !words[node].contains(.body) && !Elements.isRoot(tag)
            let isNamed =
                isPart && (words[node].contains(.furniture) || words[node].contains(.doubtful) && isSlight(node))
            let isByline =
                words[node].contains(.byline) && running[node] == 0 && !Elements.isRoot(tag)
                && ownText[node] < 200
            guard isNamed || isByline || Elements.isFurniture(tag) || hasFurnitureRole(node) else { continue }
            if running[node] <= most { drop[node] = isNamed || isByline ? .named : .element }
        }
    }

    /// Whether a node holds little text, or less running text than other.
    private func isSlight(_ node: Int) -> Bool {
        letters[node] < 400 || Elements.isBlock(tree.tag(node)) && running[node] < other[node] * 2
    }

    private func hasFurnitureRole(_ node: Int) -> Bool {
        guard let role = tree.attribute("role", of: node) else { return false }
        return [
            "navigation", "complementary", "banner", "contentinfo", "search", "dialog", "alert", "alertdialog", "menu",
            "menubar", "form", "toolbar", "tooltip",
        ].contains(String(decoding: role, as: UTF8.self))
    }
}
