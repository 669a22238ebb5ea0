internal import CDragomanHTML
internal import DragomanText

/// A parsed page as flat arrays in document order. A node's subtree is the range from it up to its end.
final class HTMLTree {
    /// Elements nested deeper than this are left out.
    static let maximumDepth: UInt32 = 512
    private static let maximumAttributes: UInt32 = 100

    /// Memory of the parser, read in place and freed with the tree: the one unsafe part of the reader. Indices into it
    /// come from the parser's own nodes alone.
    private let handle: OpaquePointer
    let nodes: UnsafeBufferPointer<dragoman_html_node>
    private let attributes: UnsafeBufferPointer<dragoman_html_attribute>
    let bytes: UnsafeBufferPointer<UInt8>

    /// Parses well-formed UTF-8; nil where the page has no element or memory is short.
    init?(parsing page: [UInt8]) {
        guard let tree = dragoman_html_parse(page, page.count, Self.maximumDepth, Self.maximumAttributes) else {
            return nil
        }
        handle = tree
        var count = 0
        let nodes = dragoman_html_nodes(tree, &count)
        self.nodes = UnsafeBufferPointer(start: nodes, count: count)
        let attributes = dragoman_html_attributes(tree, &count)
        self.attributes = UnsafeBufferPointer(start: attributes, count: count)
        let bytes = dragoman_html_bytes(tree, &count)
        self.bytes = UnsafeBufferPointer(start: bytes, count: count)
        if self.nodes.isEmpty { return nil }
    }

    deinit { dragoman_html_free(handle) }

    /// Whether the page has a table.
    var hasTable: Bool { nodes.contains { $0.tag == UInt16(DRAGOMAN_TAG_TR.rawValue) } }

    func tag(_ node: Int) -> dragoman_tag { dragoman_tag(rawValue: UInt32(nodes[node].tag)) }
    func parent(_ node: Int) -> Int { Int(nodes[node].parent) }
    func end(_ node: Int) -> Int { Int(nodes[node].end) }
    func isText(_ node: Int) -> Bool { nodes[node].tag == UInt16(DRAGOMAN_TAG_TEXT.rawValue) }

    /// The bytes of a text node.
    func text(_ node: Int) -> Slice<UnsafeBufferPointer<UInt8>> {
        let start = Int(nodes[node].text)
        return bytes[start..<start + Int(nodes[node].text_length)]
    }

    /// The value of an attribute; nil where the element has none of that name.
    func attribute(_ name: dragoman_attribute, of node: Int) -> Slice<UnsafeBufferPointer<UInt8>>? {
        let first = Int(nodes[node].first_attribute)
        for number in first..<first + Int(nodes[node].attribute_count) where attributes[number].name == name.rawValue {
            let start = Int(attributes[number].value)
            return bytes[start..<start + Int(attributes[number].value_length)]
        }
        return nil
    }

    func string(_ name: dragoman_attribute, of node: Int) -> String? {
        attribute(name, of: node).map { String(decoding: $0, as: UTF8.self).trimmed }
    }

    /// The text below a node with white space collapsed, at most about `limit` bytes; scripts and styles are passed over.
    func collapsed(_ node: Int, limit: Int = 2000) -> [UInt8] {
        var collapsed: [UInt8] = []
        var below = node
        let end = end(node)
        while below < end, collapsed.count <= limit {
            if isText(below) {
                InlineText.append(text(below).prefix(limit), to: &collapsed)
            } else if below > node, Elements.isNeverText(tag(below)) {
                below = self.end(below)
                continue
            } else if Elements.isBlock(tag(below)) || tag(below) == DRAGOMAN_TAG_BR, let last = collapsed.last,
                last != 0x20
            {
                collapsed.append(0x20)
            }
            below += 1
        }
        while collapsed.last == 0x20 { collapsed.removeLast() }
        return collapsed
    }

    /// The same as a string.
    func collapsedText(_ node: Int, limit: Int = 2000) -> String {
        String(decoding: collapsed(node, limit: limit), as: UTF8.self).trimmed
    }
}

/// Collapsing of white space as browsers do it, no-break spaces kept.
enum InlineText {
    static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }

    /// Appends text with each run of white space made one space, none at the start of `target`; soft hyphens and
    /// zero-width spaces go.
    static func append(_ text: Slice<UnsafeBufferPointer<UInt8>>, to target: inout [UInt8]) {
        var index = text.startIndex
        let end = text.endIndex
        let bytes = text.base
        while index < end {
            let start = index
            while index < end, bytes[index] > 0x20, bytes[index] != 0x7F, bytes[index] != 0xC2, bytes[index] != 0xE2 {
                index += 1
            }
            if index > start { target.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index])) }
            guard index < end else { return }
            let byte = bytes[index]
            if isSpace(byte) {
                if let last = target.last, last != 0x20, last != 0x0A { target.append(0x20) }
            } else if byte == 0xC2, index + 1 < end, bytes[index + 1] == 0xAD {
                index += 1
            } else if byte == 0xE2, index + 2 < end, bytes[index + 1] == 0x80, bytes[index + 2] == 0x8B {
                index += 2
            } else if byte >= 0x20, byte != 0x7F {
                target.append(byte)
            }
            index += 1
        }
    }
}
