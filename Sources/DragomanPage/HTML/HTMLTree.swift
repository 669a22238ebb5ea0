internal import CDragomanHTML

/// A parsed page as flat arrays in document order. A node's subtree is the range from it up to its end.
struct HTMLTree {
    /// Elements nested deeper than this are left out.
    static let maximumDepth: UInt32 = 512
    private static let maximumAttributes: UInt32 = 100

    let nodes: [dragoman_html_node]
    private let attributes: [dragoman_html_attribute]
    let bytes: [UInt8]

    /// Parses well-formed UTF-8; nil where the page has no element or memory is short.
    init?(parsing page: [UInt8]) {
        guard let tree = dragoman_html_parse(page, page.count, Self.maximumDepth, Self.maximumAttributes) else {
            return nil
        }
        defer { dragoman_html_free(tree) }
        var count = 0
        let nodes = dragoman_html_nodes(tree, &count)
        self.nodes = Array(UnsafeBufferPointer(start: nodes, count: count))
        let attributes = dragoman_html_attributes(tree, &count)
        self.attributes = Array(UnsafeBufferPointer(start: attributes, count: count))
        let bytes = dragoman_html_bytes(tree, &count)
        self.bytes = Array(UnsafeBufferPointer(start: bytes, count: count))
        if self.nodes.isEmpty { return nil }
    }

    func tag(_ node: Int) -> dragoman_tag { dragoman_tag(rawValue: UInt32(nodes[node].tag)) }
    func parent(_ node: Int) -> Int { Int(nodes[node].parent) }
    func end(_ node: Int) -> Int { Int(nodes[node].end) }
    func isText(_ node: Int) -> Bool { tag(node) == DRAGOMAN_TAG_TEXT }

    /// The bytes of a text node.
    func text(_ node: Int) -> ArraySlice<UInt8> {
        let start = Int(nodes[node].text)
        return bytes[start..<start + Int(nodes[node].text_length)]
    }

    /// The value of an attribute; nil where the element has none of that name.
    func attribute(_ name: StaticString, of node: Int) -> ArraySlice<UInt8>? {
        let first = Int(nodes[node].first_attribute)
        for attribute in attributes[first..<first + Int(nodes[node].attribute_count)]
        where Int(attribute.name_length) == name.utf8CodeUnitCount {
            let start = Int(attribute.name)
            let isSame = name.withUTF8Buffer { bytes[start..<start + $0.count].elementsEqual($0) }
            if isSame { return bytes[Int(attribute.value)..<Int(attribute.value) + Int(attribute.value_length)] }
        }
        return nil
    }

    func string(_ name: StaticString, of node: Int) -> String? {
        attribute(name, of: node).map { String(decoding: $0, as: UTF8.self).trimmed }
    }

    /// The text below a node with white space collapsed, at most `limit` bytes.
    func collapsedText(_ node: Int, limit: Int = 2000) -> String {
        var collapsed: [UInt8] = []
        for below in node..<end(node) where isText(below) {
            if collapsed.count > limit { break }
            InlineText.append(text(below).prefix(limit), to: &collapsed)
        }
        return String(decoding: collapsed, as: UTF8.self).trimmed
    }
}

/// Collapsing of white space as browsers do it, no-break spaces kept.
enum InlineText {
    static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }

    /// Appends text with each run of white space made one space, none at the start of `target`; soft hyphens and
    /// zero-width spaces go.
    static func append(_ text: ArraySlice<UInt8>, to target: inout [UInt8]) {
        var skipped = 0
        for (index, byte) in zip(text.indices, text) {
            if skipped > 0 {
                skipped -= 1
                continue
            }
            if byte == 0xC2, index + 1 < text.endIndex, text[index + 1] == 0xAD {
                skipped = 1
                continue
            }
            if byte == 0xE2, index + 2 < text.endIndex, text[index + 1] == 0x80, text[index + 2] == 0x8B {
                skipped = 2
                continue
            }
            if isSpace(byte) {
                if let last = target.last, last != 0x20, last != 0x0A { target.append(0x20) }
            } else if byte >= 0x20, byte != 0x7F {
                target.append(byte)
            }
        }
    }
}
