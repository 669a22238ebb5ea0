/// What a file holds, told by how it begins and not by its name.
enum ContentKind: Equatable {
    case webArchive, zip, pdf, mailbox, mail, feed, feedList, sitemap
    /// A page, a text, or what is neither.
    case document

    /// How many bytes tell it.
    static let window = 1 << 14

    /// - Parameter head: the first `window` bytes.
    init(of head: ArraySlice<UInt8>) {
        let start = head.drop { XMLReader.isSpace($0) || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
        func begins(_ text: StaticString) -> Bool { text.withUTF8Buffer { start.starts(with: $0) } }
        if begins("WARC/") {
            self = .webArchive
        } else if head.starts(with: [0x50, 0x4B, 3, 4]) || head.starts(with: [0x50, 0x4B, 5, 6]) {
            self = .zip
        } else if begins("%PDF-") {
            self = .pdf
        } else if begins("From "), Self.isMail(start.drop { $0 != 0x0A }.dropFirst()) {
            self = .mailbox
        } else if Self.isMail(start) {
            self = .mail
        } else if start.first == UInt8(ascii: "{") {
            self = String(decoding: start, as: UTF8.self).contains("jsonfeed.org/version") ? .feed : .document
        } else if start.first == UInt8(ascii: "<") || head.starts(with: [0xFF, 0xFE])
            || head.starts(with: [0xFE, 0xFF])
        {
            self = Self.xml(Array(head))
        } else {
            self = .document
        }
    }

    /// By the root element. RSS's item may stand in a page's text, so only the root counts.
    private static func xml(_ head: [UInt8]) -> ContentKind {
        var reader = XMLReader(head)
        while let event = reader.next() {
            guard case .start(let root) = event else { continue }
            switch root.local.lowercased() {
            case "rss", "rdf", "channel": return .feed
            case "feed":
                return root.namespace == Namespace.atom || root.namespace == Namespace.atom03 ? .feed : .document
            case "opml": return .feedList
            case "urlset", "sitemapindex": return .sitemap
            default: return .document
            }
        }
        return .document
    }

    /// Whether the lines are a mail's header: it has fields that nothing else has, and a sender or a subject.
    private static func isMail(_ head: ArraySlice<UInt8>) -> Bool {
        guard let first = head.first, XMLReader.isNameStart(first), first != UInt8(ascii: ":") else { return false }
        let line = head.prefix { $0 != 0x0A }
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")),
            line[..<colon].allSatisfy({ $0 > 0x20 && $0 < 0x7F })
        else { return false }
        let names = Set(HeaderFields(head, hasStartLine: false).fields.map(\.name))
        return !names.isDisjoint(with: ["mime-version", "message-id", "received", "return-path", "delivered-to"])
            && !names.isDisjoint(with: ["from", "subject", "content-type"])
    }
}
