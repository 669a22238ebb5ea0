internal import DragomanText

/// One record of a web archive (WARC 1.0 and 1.1, ISO 28500).
struct WARCRecord {
    /// Place in the archive, from 1.
    let number: Int
    let fields: HeaderFields
    let block: [UInt8]

    /// `response`, `revisit`, `resource` and so on, in lower case.
    var type: String { fields["warc-type"]?.lowercased() ?? "" }

    /// The address of what was captured; older writers put it into angle brackets.
    var address: String? {
        fields["warc-target-uri"].map {
            $0.hasPrefix("<") && $0.hasSuffix(">") ? String($0.dropFirst().dropLast()) : $0
        }
    }

    /// When it was captured.
    var date: FeedTime? { fields["warc-date"].flatMap(FeedTime.init) }

    /// What names the same payload in other records; nil where the record gives no digest.
    var payloadKey: Int? { fields["warc-payload-digest"].map { Self.key("digest", $0) } }
    /// What names a capture of the same address.
    var addressKey: Int? { address.map { Self.key("address", $0) } }
    /// The keys under which a revisit's first capture is to be found, the surest first.
    var referredKeys: [Int] {
        [payloadKey, fields["warc-refers-to-target-uri"].map { Self.key("address", $0) }, addressKey].compactMap { $0 }
    }

    private static func key(_ kind: String, _ text: String) -> Int {
        // 64-bit FNV-1a: the same in each run, and an index of a million keys stays small.
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in (kind + text).utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return Int(truncatingIfNeeded: hash)
    }
}

extension WARCRecord {
    /// What a record holds for a reader of articles.
    enum Payload {
        case document(bytes: [UInt8], type: String?)
        /// An image, a script, a failed request, a request: nothing to read.
        case nothing
    }

    /// The document in the record.
    ///
    /// - Parameter limit: the most bytes it may have, unpacked.
    func payload(limit: Int) throws(StreamFault) -> Payload {
        switch type {
        case "response", "revisit":
            guard let message = HTTPMessage(block) else { return .nothing }
            guard (200..<300).contains(message.status), !isRobots else { return .nothing }
            let type = message.fields["content-type"]
            guard Self.isReadable(type) else { return .nothing }
            let document = try message.document(limit: limit)
            return type == nil && !Self.beginsAsPage(document) ? .nothing : .document(bytes: document, type: type)
        case "resource", "conversion":
            let type = fields["content-type"]
            guard type != nil, Self.isReadable(type), !isRobots else { return .nothing }
            return .document(bytes: block, type: type)
        default: return .nothing
        }
    }

    private var isRobots: Bool { address?.hasSuffix("/robots.txt") == true }

    private static func isReadable(_ type: String?) -> Bool {
        guard let type else { return true }
        return ["text/html", "application/xhtml+xml", "text/plain", "application/pdf"].contains(MediaType(type).name)
    }

    private static func beginsAsPage(_ bytes: [UInt8]) -> Bool {
        let start = String(decoding: bytes.prefix(256), as: UTF8.self).trimmedOfSpace.lowercased()
        return start.hasPrefix("<!doctype html") || start.hasPrefix("<html") || start.hasPrefix("%pdf-")
    }
}
