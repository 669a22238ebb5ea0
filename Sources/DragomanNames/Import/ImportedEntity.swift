internal import DragomanText

/// A person, firm or institution of another program's list, as it goes into a table of names.
struct ImportedEntity: Equatable {
    var id: String
    var type: NameType
    /// The name to show first, then others; cleaned, never empty.
    var names: [String]
    /// ISO 3166-1 alpha-2 in capitals; nil where there is none.
    var country: String?
    var wikidata: String?

    /// Names of one entity beyond this many are left out.
    static let mostNames = 64

    /// The type for a schema of FollowTheMoney or a word of the same meaning; nil for one whose names are not kept.
    static func type(of schema: String) -> NameType? {
        switch schema.lowercased() {
        case "person", "people": .person
        case "company", "organization", "organisation", "legalentity", "asset", "firm": .company
        case "publicbody", "institution", "ministry": .institution
        case "brand": .brand
        case "outlet", "newspaper": .outlet
        default: nil
        }
    }

    /// A name as the format of the tables can hold it; nil where nothing that counts is left, or it is too long.
    ///
    /// "Jalali, Kazem" is turned for a person; what the format uses as signs goes.
    static func clean(_ name: String, _ type: NameType) -> String? {
        var parts = name.split(separator: ",").map { trim($0) }.filter { !$0.isEmpty }
        if type == .person, parts.count == 2 { parts.swapAt(0, 1) }
        var bytes: [UInt8] = []
        for byte in parts.joined(separator: " ").utf8 {
            switch byte {
            case 0x3D, 0x7C, 0x23, 0x00...0x20, 0x7F: if bytes.last != 0x20 { bytes.append(0x20) }
            default: bytes.append(byte)
            }
        }
        while let last = bytes.last, last == 0x20 || last == 0x3F { bytes.removeLast() }
        while let first = bytes.first, first == 0x20 || first == 0x40 { bytes.removeFirst() }
        guard bytes.count <= KnowledgeFile.longestName, !NameWords.split(bytes, 0..<bytes.count).isEmpty else {
            return nil
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func trim(_ text: Substring) -> Substring {
        var text = text
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }

    /// An id that the format can hold: what is no letter, digit, "-", "_", "." or "/" becomes "-".
    static func cleanID(_ id: String) -> String {
        String(
            decoding: id.utf8.prefix(100).map { byte -> UInt8 in
                switch byte {
                case 0x2D...0x39, 0x41...0x5A, 0x5F, 0x61...0x7A: byte
                default: 0x2D
                }
            }, as: UTF8.self)
    }
}
