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
    /// Whether a node stands among comments or lists of other articles.
    private(set) var isOthers: [Bool]
    /// Whether an element's class hides it until a script shows it.
    private var isVeiled: [Bool]
    /// Whether the body of an article, by its class, stands at or below a node.
    private var holdsBody: [Bool]
    /// Letters of a block's own text, and those of them in links.
    private(set) var ownText: [Int32]
    private(set) var ownLink: [Int32]
    /// Running text at and below a node, and all other text: links, menus, short lines.
    private(set) var running: [Float]
    private(set) var other: [Float]
    private(set) var words: [ClassWords]
    /// Letters at and below a node, and those of them in links.
    private(set) var letters: [Int32]
    private(set) var linked: [Int32]

    /// - Parameter trusting: whether names of classes and elements that stand beside articles are believed; without that
    ///   only what browsers do not show is left out.
    init(_ tree: HTMLTree, trusting: Bool = true) {
        self.tree = tree
        let count = tree.nodes.count
        drop = Array(repeating: nil, count: count)
        owner = Array(repeating: 0, count: count)
        inLink = Array(repeating: false, count: count)
        isOthers = Array(repeating: false, count: count)
        isVeiled = Array(repeating: false, count: count)
        holdsBody = Array(repeating: false, count: count)
        ownText = Array(repeating: 0, count: count)
        ownLink = Array(repeating: 0, count: count)
        running = Array(repeating: 0, count: count)
        other = Array(repeating: 0, count: count)
        words = Array(repeating: [], count: count)
        letters = Array(repeating: 0, count: count)
        linked = Array(repeating: 0, count: count)
        assignText()
        weigh()
        if trusting {
            dropFurniture()
            weigh()
        }
    }

    func isDropped(_ node: Int) -> Bool { drop[node] != nil }

    /// The node that holds the article: most running text for least else.
    var container: Int? {
        var best: Int?
        var bestValue: Float = 0
        for node in 0..<tree.nodes.count where running[node] > 0 && drop[node] == nil && !tree.isText(node) {
            let value = running[node] - other[node]
            if value > bestValue || (value == bestValue && best != nil && tree.tag(node) != DRAGOMAN_TAG_P) {
                best = node
                bestValue = value
            }
        }
        return best
    }

    /// The node to read: the best one, or the body around it that its class names, where that is not much more.
    var reading: Int? {
        guard let best = container else { return nil }
        var node = best
        for _ in 0..<8 {
            let parent = tree.parent(node)
            guard parent >= 0, !Elements.isRoot(tree.tag(parent)) || Elements.isMain(tree.tag(parent)) else { break }
            node = parent
            if words[node].contains(.body) { return node }
            if Elements.isMain(tree.tag(node)) { break }
        }
        let isText = Elements.isParagraph(tree.tag(best)) || tree.tag(best) == DRAGOMAN_TAG_LI
        return isText && tree.parent(best) >= 0 && !Elements.isRoot(tree.tag(tree.parent(best)))
            ? tree.parent(best) : best
    }

    /// Whether a node stands in what its class names the body of an article.
    func isInBody(_ node: Int) -> Bool {
        var above = node
        for _ in 0..<4 where above >= 0 {
            if words[above].contains(.body) { return true }
            above = tree.parent(above)
        }
        return false
    }

    // MARK: Passes

    private mutating func assignText() {
        for node in 0..<tree.nodes.count {
            let parent = tree.parent(node)
            let tag = tree.tag(node)
            if parent >= 0 {
                drop[node] = drop[parent]
                inLink[node] = inLink[parent] || tag == DRAGOMAN_TAG_A
                isOthers[node] = isOthers[parent]
            }
            if tag == DRAGOMAN_TAG_TEXT {
                let owner = parent >= 0 ? owner[parent] : 0
                self.owner[node] = owner
                guard drop[node] == nil else { continue }
                let letters = Self.letters(tree.text(node))
                self.letters[node] = letters
                ownText[Int(owner)] += letters
                if inLink[node] { ownLink[Int(owner)] += letters }
                continue
            }
            owner[node] = Elements.isBlock(tag) || parent < 0 ? Int32(node) : owner[parent]
            if tree.nodes[node].attribute_count > 0 { readNames(node) }
            if Elements.isNeverText(tag) || isHidden(node) { drop[node] = .hidden }
            if words[node].contains(.others) && !Elements.isRoot(tag) || tag == DRAGOMAN_TAG_NAV {
                isOthers[node] = true
            }
        }
    }

    private static func letters(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Int32 {
        var letters: Int32 = 0
        let bytes = text.base
        for index in text.startIndex..<text.endIndex where bytes[index] > 0x20 { letters += 1 }
        return letters
    }

    private mutating func readNames(_ node: Int) {
        if let classes = tree.attribute(DRAGOMAN_ATTRIBUTE_CLASS, of: node) {
            words[node] = ClassWords(classes)
            if ClassWords.hides(classes) { isVeiled[node] = true }
        }
        if let id = tree.attribute(DRAGOMAN_ATTRIBUTE_ID, of: node) { words[node].formUnion(ClassWords(id)) }
        if let item = tree.attribute(DRAGOMAN_ATTRIBUTE_ITEMPROP, of: node), item.elementsEqual("articleBody".utf8) {
            words[node].insert(.body)
        }
    }

    private func isHidden(_ node: Int) -> Bool {
        guard tree.nodes[node].attribute_count > 0 else { return false }
        if tree.attribute(DRAGOMAN_ATTRIBUTE_HIDDEN, of: node) != nil { return true }
        guard let style = tree.attribute(DRAGOMAN_ATTRIBUTE_STYLE, of: node), style.count >= 12 else { return false }
        var plain: [UInt8] = []
        for byte in style.prefix(200) where !InlineText.isSpace(byte) { plain.append(byte) }
        return Self.hiding.isFound(in: plain)
    }

    private static let hiding = ByteSearch(["display:none", "visibility:hidden"])

    /// Adds up running and other text from the leaves to the root.
    private mutating func weigh() {
        let count = tree.nodes.count
        for node in 0..<count {
            running[node] = 0
            other[node] = 0
            holdsBody[node] = words[node].contains(.body)
            if !tree.isText(node) {
                letters[node] = 0
                linked[node] = 0
            }
        }
        for node in stride(from: count - 1, through: 0, by: -1) where drop[node] == nil {
            let parent = tree.parent(node)
            if tree.isText(node) {
                if parent >= 0 {
                    letters[parent] += letters[node]
                    if inLink[node] { linked[parent] += letters[node] }
                }
                continue
            }
            let text = Float(ownText[node])
            let link = Float(ownLink[node])
            if text > 0 {
                let isRunning = text - link >= 60 && link < text * 0.5 && !Elements.isHeading(tree.tag(node))
                if isRunning {
                    running[node] += (text - link) * (Elements.isParagraph(tree.tag(node)) ? 1 : 0.7)
                    other[node] += link * 0.3
                } else if Elements.isParagraph(tree.tag(node)), link * 4 < text, text > 12 {
                    // Dialogue, poems: neither for nor against.
                    other[node] += link * 0.8
                } else {
                    other[node] += min(text, 200) * 0.6 + link * 0.8
                }
            }
            if words[node].contains(.body) || Elements.isMain(tree.tag(node)) {
                running[node] *= 1.3
            }
            if parent >= 0 {
                letters[parent] += letters[node]
                linked[parent] += linked[node]
                if holdsBody[node], running[node] > 0 { holdsBody[parent] = true }
                running[parent] += running[node]
                other[parent] += other[node]
            }
        }
    }

    /// Drops what its name says is furniture, unless most of the page's running text stands in it.
    private mutating func dropFurniture() {
        let most = (running.first ?? 0) * 0.4
        for node in 0..<tree.nodes.count {
            let parent = tree.parent(node)
            if parent >= 0, let reason = drop[parent] { drop[node] = reason }
            guard drop[node] == nil, !tree.isText(node) else { continue }
            let tag = tree.tag(node)
            let words = words[node]
            let isPart = !words.contains(.body) && !Elements.isRoot(tag)
            let isNamed =
                isPart
                && (words.contains(.furniture) || words.contains(.doubtful) && !holdsBody[node] && isSlight(node))
            let isByline =
                words.contains(.byline) && !Elements.isRoot(tag)
                && (running[node] == 0 && ownText[node] < 200
                    || words.contains(.author) && isPart && letters[node] < 1200)
            if isVeiled[node], running[node] <= most { drop[node] = .hidden }
            guard isNamed || isByline || Elements.isFurniture(tag) || hasFurnitureRole(node) else { continue }
            if running[node] <= most { drop[node] = isNamed || isByline ? .named : .element }
        }
    }

    /// Whether a node holds little text, or less running text than other.
    private func isSlight(_ node: Int) -> Bool {
        letters[node] < 400 || Elements.isBlock(tree.tag(node)) && running[node] < other[node] * 2
    }

    private static let roles = [
        "navigation", "complementary", "banner", "contentinfo", "search", "dialog", "alert", "alertdialog", "menu",
        "menubar", "form", "toolbar", "tooltip",
    ].map { Array($0.utf8) }

    private func hasFurnitureRole(_ node: Int) -> Bool {
        guard tree.nodes[node].attribute_count > 0, let role = tree.attribute(DRAGOMAN_ATTRIBUTE_ROLE, of: node) else {
            return false
        }
        return Self.roles.contains { role.elementsEqual($0) }
    }
}
