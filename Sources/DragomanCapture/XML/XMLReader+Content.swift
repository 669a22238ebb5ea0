extension XMLReader {
    /// The text of a range with references expanded.
    public func string(_ range: Range<Int>) -> String {
        String(decoding: CharacterReferences.expanded(bytes, range), as: UTF8.self)
    }

    /// The value of an attribute of the start tag last read, trimmed; nil for none and for an empty one.
    public func attribute(_ local: String, in namespace: String = "") -> String? {
        attributes.first { $0.name.local == local && $0.name.namespace == namespace }
            .map { string($0.value).trimmedOfSpace }.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// Reads to the end of the element whose start was read last, and leaves all of it out.
    public mutating func skip() {
        let outside = depth - 1
        while depth > outside, next() != nil {}
    }

    /// Reads to the end of the element whose start was read last, and gives its text without that of elements in it,
    /// trimmed; nil where there is none.
    public mutating func text() -> String? {
        let inside = depth
        var text: [UInt8] = []
        while depth >= inside, let event = next() {
            guard depth == inside else { continue }
            switch event {
            case .text(let range): text += CharacterReferences.expanded(bytes, range)
            case .literal(let range): text += bytes[range]
            case .start, .end: break
            }
        }
        let trimmed = String(decoding: text, as: UTF8.self).trimmedOfSpace
        return trimmed.isEmpty ? nil : trimmed
    }

    /// Reads to the end of the element whose start was read last, and gives the HTML in it, trimmed; nil for none.
    ///
    /// HTML comes as escaped text, in a CDATA section, or as elements. Elements are written anew without their prefixes.
    public mutating func markup() -> String? {
        let inside = depth
        var escaped: [UInt8] = []
        var elements: [UInt8] = []
        var hasElements = false
        while depth >= inside, let event = next() {
            switch event {
            case .text(let range):
                if !hasElements { escaped += CharacterReferences.expanded(bytes, range) }
                elements += bytes[range]
            case .literal(let range):
                escaped += bytes[range]
                elements += bytes[range]
            case .start(let name):
                hasElements = true
                write(start: name, to: &elements)
            case .end(let name):
                if depth >= inside, !Self.void.contains(name.local) { elements += Array("</\(name.local)>".utf8) }
            }
        }
        let markup = String(decoding: hasElements ? elements : escaped, as: UTF8.self).trimmedOfSpace
        return markup.isEmpty ? nil : markup
    }

    private func write(start name: XMLName, to output: inout [UInt8]) {
        output += Array("<\(name.local)".utf8)
        for attribute in attributes where attribute.name.namespace.isEmpty && !attribute.name.local.hasPrefix("xmlns") {
            output += Array(" \(attribute.name.local)=\"".utf8)
            for byte in bytes[attribute.value] {
                if byte == UInt8(ascii: "\"") { output += Array("&quot;".utf8) } else { output.append(byte) }
            }
            output.append(UInt8(ascii: "\""))
        }
        output.append(UInt8(ascii: ">"))
    }

    /// HTML's elements without an end tag.
    private static let void: Set<String> = [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
    ]
}

extension StringProtocol {
    /// Without white space at both ends.
    var trimmedOfSpace: String {
        let bytes = Array(utf8)
        guard let first = bytes.firstIndex(where: { !XMLReader.isSpace($0) }),
            let last = bytes.lastIndex(where: { !XMLReader.isSpace($0) })
        else { return "" }
        return first == 0 && last == bytes.count - 1
            ? String(self) : String(decoding: bytes[first...last], as: UTF8.self)
    }
}
