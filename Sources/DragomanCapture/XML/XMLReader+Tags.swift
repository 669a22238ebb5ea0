extension XMLReader {
    /// Reads a start tag and opens its element; nil where it is nested too deep.
    mutating func startTag() -> XMLName? {
        guard stack.count < Self.depthLimit else {
            isTooDeep = true
            return nil
        }
        let written = name(at: position + 1)
        position = written.upperBound
        let outside = bindings.count
        var read: [(name: Range<Int>, value: Range<Int>)] = []
        var isEmpty = false
        reading: while true {
            skipSpace()
            guard position < bytes.count else {
                isTruncated = true
                break
            }
            switch bytes[position] {
            case UInt8(ascii: ">"):
                position += 1
                break reading
            case UInt8(ascii: "<"):
                // The tag was not closed; the next one begins here.
                break reading
            case UInt8(ascii: "/"):
                position += 1
                isEmpty = position < bytes.count && bytes[position] == UInt8(ascii: ">")
            case let byte where Self.endsName(byte): position += 1
            default:
                let attribute = attribute()
                if read.count < Self.attributeLimit { read.append(attribute) }
            }
        }
        declareNamespaces(read)
        attributes = read.map { XMLAttribute(name: resolved($0.name, isAttribute: true), value: $0.value) }
        let name = resolved(written, isAttribute: false)
        stack.append(OpenElement(name: name, written: written, bindings: outside))
        if isEmpty { endsDue = 1 }
        return name
    }

    /// Reads an end tag. Gives whether it closes anything; elements left open inside are closed with it.
    mutating func endTag() -> Bool {
        let written = name(at: position + 2)
        position = written.upperBound
        while position < bytes.count, bytes[position] != UInt8(ascii: ">"), bytes[position] != UInt8(ascii: "<") {
            position += 1
        }
        if position < bytes.count, bytes[position] == UInt8(ascii: ">") { position += 1 }
        let open = bytes[written]
        guard let index = stack.lastIndex(where: { bytes[$0.written].elementsEqual(open) }) else { return false }
        endsDue = stack.count - index
        return true
    }

    private func name(at start: Int) -> Range<Int> {
        var end = min(start, bytes.count)
        while end < bytes.count, !Self.endsName(bytes[end]) { end += 1 }
        return min(start, bytes.count)..<end
    }

    private mutating func skipSpace() {
        while position < bytes.count, Self.isSpace(bytes[position]) { position += 1 }
    }

    /// A name with its value, which may lack its quotation marks or be missing.
    private mutating func attribute() -> (name: Range<Int>, value: Range<Int>) {
        let name = name(at: position)
        position = name.upperBound
        skipSpace()
        guard position < bytes.count, bytes[position] == UInt8(ascii: "=") else { return (name, position..<position) }
        position += 1
        skipSpace()
        guard position < bytes.count else { return (name, position..<position) }
        let quote = bytes[position]
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"), let end = find([quote], from: position + 1) {
            let value = (position + 1)..<end
            position = end + 1
            return (name, value)
        }
        let start = position
        while position < bytes.count, !Self.isSpace(bytes[position]), bytes[position] != UInt8(ascii: ">"),
            bytes[position] != UInt8(ascii: "<")
        {
            position += 1
        }
        return (name, start..<position)
    }

    private mutating func declareNamespaces(_ attributes: [(name: Range<Int>, value: Range<Int>)]) {
        let key = Array("xmlns".utf8)
        for attribute in attributes where bytes[attribute.name].starts(with: key) && bindings.count < Self.bindingLimit
        {
            let rest = bytes[attribute.name].dropFirst(key.count)
            guard rest.isEmpty || rest.first == UInt8(ascii: ":") else { continue }
            bindings.append(
                (String(decoding: rest.dropFirst(), as: UTF8.self), Namespace.canonical(string(attribute.value))))
        }
    }

    private func resolved(_ written: Range<Int>, isAttribute: Bool) -> XMLName {
        let name = bytes[written]
        guard let colon = name.firstIndex(of: UInt8(ascii: ":")), colon > written.lowerBound else {
            let local = String(decoding: name, as: UTF8.self)
            return isAttribute ? XMLName(local) : XMLName(local, in: namespace(of: "") ?? "")
        }
        let prefix = String(decoding: name[..<colon], as: UTF8.self)
        guard let namespace = namespace(of: prefix) ?? Namespace.customary[prefix] else {
            return XMLName(String(decoding: name, as: UTF8.self))
        }
        return XMLName(String(decoding: name[(colon + 1)...], as: UTF8.self), in: namespace)
    }

    private func namespace(of prefix: String) -> String? {
        bindings.last { $0.prefix == prefix }?.namespace
    }
}
