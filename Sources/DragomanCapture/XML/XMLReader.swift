/// Reads XML event by event, in time linear in its size and with bounded memory, whatever comes.
///
/// ```
/// var reader = XMLReader(Array("<a x='1'>Tom &amp; Jerry</a>".utf8))
/// while let event = reader.next() { ... }   // start a, text 9..<24, end a
/// ```
/// Made for documents of strangers. A document type is passed over: its entities are never expanded and nothing is fetched.
/// Mistakes that feeds make are mended: bare `&` and `<` are text, end tags close what they can, undeclared prefixes mean
/// what they customarily mean, what is left open is closed at the end. Each start has its end.
public struct XMLReader: Sendable {
    /// What stands next in a document.
    public enum Event: Equatable, Sendable {
        /// A start tag or an empty-element tag; its attributes are in `attributes`.
        case start(XMLName)
        /// Text as written, references not expanded.
        case text(Range<Int>)
        /// The inside of a CDATA section.
        case literal(Range<Int>)
        /// The end of an element.
        case end(XMLName)
    }

    /// Elements within elements: more are a fault.
    public static let depthLimit = 256
    /// Attributes a tag; the ones after that are passed over.
    public static let attributeLimit = 1000
    /// Namespace declarations in force at once; the ones after that are passed over.
    static let bindingLimit = 64

    /// The document as UTF-8. All ranges are in it.
    public let bytes: [UInt8]
    /// Attributes of the start tag that was read last.
    public internal(set) var attributes: [XMLAttribute] = []
    /// Whether the document ends within an element or a tag.
    public internal(set) var isTruncated = false
    /// Whether reading stopped because elements are nested deeper than `depthLimit`.
    public internal(set) var isTooDeep = false
    /// Where the next event begins.
    public internal(set) var position = 0
    /// How many elements are open.
    public var depth: Int { stack.count }

    struct OpenElement {
        let name: XMLName
        /// Prefix and local name as written.
        let written: Range<Int>
        /// How many declarations were in force outside of it.
        let bindings: Int
    }

    var stack: [OpenElement] = []
    var bindings: [(prefix: String, namespace: String)] = []
    /// Elements whose end is still to be told.
    var endsDue = 0
    /// Terminators that do not come any more, and from where on: they are not looked for twice.
    var missing: [[UInt8]: Int] = [:]
    /// Whether a document type was found that is never closed.
    private var hasOpenDocumentType = false

    /// - Parameters:
    ///   - document: bytes as they came.
    ///   - charset: the encoding that the source's header names; nil where it names none.
    public init(_ document: [UInt8], charset: String? = nil) {
        bytes = XMLEncoding.utf8(of: document, charset: charset)
    }

    /// The next event; nil at the end of the document.
    public mutating func next() -> Event? {
        if endsDue > 0 { return popEnd() }
        while position < bytes.count {
            guard bytes[position] == UInt8(ascii: "<") else {
                let start = position
                position = index(of: UInt8(ascii: "<"), from: start) ?? bytes.count
                if !stack.isEmpty { return .text(start..<position) }
                continue
            }
            let second = position + 1 < bytes.count ? bytes[position + 1] : 0
            switch second {
            case UInt8(ascii: "!"):
                if let event = declaration() { return event }
            case UInt8(ascii: "?"): skip(past: Array("?>".utf8), from: position + 2)
            case UInt8(ascii: "/"):
                if endTag() { return popEnd() }
            case _ where Self.isNameStart(second):
                if let name = startTag() { return .start(name) }
                if isTooDeep { return finish() }
            default:
                let start = position
                position = index(of: UInt8(ascii: "<"), from: start + 1) ?? bytes.count
                if !stack.isEmpty { return .text(start..<position) }
            }
        }
        return finish()
    }

    private mutating func finish() -> Event? {
        position = bytes.count
        guard !stack.isEmpty else { return nil }
        isTruncated = true
        endsDue = stack.count
        return popEnd()
    }

    private mutating func popEnd() -> Event? {
        guard let element = stack.popLast() else { return nil }
        endsDue -= 1
        bindings.removeLast(bindings.count - element.bindings)
        return .end(element.name)
    }

    /// Passes over a comment or a document type; gives the inside of a CDATA section.
    private mutating func declaration() -> Event? {
        if starts(with: "<!--") {
            skip(past: Array("-->".utf8), from: position + 4)
        } else if starts(with: "<![CDATA[") {
            let start = position + 9
            let end = find(Array("]]>".utf8), from: start)
            position = end.map { $0 + 3 } ?? bytes.count
            if end == nil { isTruncated = true }
            if !stack.isEmpty { return .literal(min(start, bytes.count)..<(end ?? bytes.count)) }
        } else {
            skipDocumentType()
        }
        return nil
    }

    /// A document type with its internal subset, or anything else that begins with `<!`.
    private mutating func skipDocumentType() {
        if !hasOpenDocumentType, let end = endOfDocumentType() {
            position = end
        } else {
            // Never closed: only its first tag is passed over, so that the document is not lost with it, and no other is
            // followed to the end.
            hasOpenDocumentType = true
            skip(past: [UInt8(ascii: ">")], from: position + 2)
        }
    }

    private mutating func endOfDocumentType() -> Int? {
        var index = position + 2
        var isInSubset = false
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "["): isInSubset = true
            case UInt8(ascii: "]"): isInSubset = false
            case UInt8(ascii: "\""), UInt8(ascii: "'"): index = find([bytes[index]], from: index + 1) ?? index
            case UInt8(ascii: "<") where bytes[index...].starts(with: Array("<!--".utf8)):
                index = find(Array("-->".utf8), from: index + 4).map { $0 + 2 } ?? index
            case UInt8(ascii: ">") where !isInSubset: return index + 1
            default: break
            }
            index += 1
        }
        return nil
    }

    /// Goes on after `terminator`, or at the end where it does not come.
    private mutating func skip(past terminator: [UInt8], from start: Int) {
        if let found = find(terminator, from: start) {
            position = found + terminator.count
        } else {
            // What was opened is taken for text from its second byte on.
            position += 1
        }
    }
}
