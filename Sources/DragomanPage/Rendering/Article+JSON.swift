internal import DragomanText

extension Article {
    /// What of an article is written as JSON.
    public struct JSONParts: OptionSet, Sendable {
        public let rawValue: Int
        public init(rawValue: Int) { self.rawValue = rawValue }

        /// Each block with kind, range and reason.
        public static let blocks = JSONParts(rawValue: 1)
        /// What was left out, and why.
        public static let dropped = JSONParts(rawValue: 2)
    }

    /// The article as a JSON object: metadata, `text` (all blocks but the headline, a line each), and the parts asked for.
    ///
    /// ```
    /// {"title":"Buses for the north","authors":["Ann Writer"],"date":"2023-05-16","text":"..."}
    /// ```
    /// What is not known is left out. Control characters and marks of writing direction are escaped.
    ///
    /// - Parameters:
    ///   - id: written first as `id` where it is given.
    ///   - indented: a line for each value; else all stands in one line.
    /// - Returns: UTF-8, ending in a line break.
    public func json(id: String? = nil, with parts: JSONParts = [], indented: Bool = false) -> [UInt8] {
        var json = JSONText(indented: indented)
        json.object { json in
            json.pair("id", id)
            writeMetadata(to: &json)
            json.pair("text", bodyText)
            if parts.contains(.blocks) { writeBlocks(to: &json) }
            if parts.contains(.dropped) { writeDropped(to: &json) }
        }
        return json.bytes + [0x0A]
    }

    /// All blocks but the headline, captions and pull-outs, with a line break between them; the dateline with them.
    public var bodyText: [UInt8] {
        var body: [UInt8] = []
        body.reserveCapacity(text.count)
        for block in blocks where ![.headline, .caption, .pullOut].contains(block.kind) {
            if !body.isEmpty { body.append(0x0A) }
            let start =
                dateline.flatMap { $0.range.upperBound == block.range.lowerBound ? $0.range.lowerBound : nil }
            body += text[(start ?? block.range.lowerBound)..<block.range.upperBound]
        }
        return body
    }

    private func writeMetadata(to json: inout JSONText) {
        json.pair("title", title)
        json.pair("authors", authors)
        json.pair("date", published?.description)
        json.pair("published", publishedTime?.description)
        json.pair("modified", modifiedTime?.description)
        json.pair("outlet", outlet)
        json.pair("domain", domain)
        json.pair("address", address)
        json.pair("language", language)
        json.pair("section", section)
        json.pair("tags", tags)
        json.pair("image", image)
        json.pair("licence", licence)
        json.pair("paywalled", isPaywalled)
        json.pair("wire", wire)
        if let dateline {
            json.object("dateline") { json in
                if let place = dateline.place { json.pair("place", text[place]) }
                json.pair("date", dateline.date?.description)
                json.pair("wire", dateline.wire)
            }
        }
        json.pair("previous", previous)
        json.pair("next", next)
        json.pair("amp", amp)
        json.pair("print", print)
        json.pair("feeds", feeds)
        if isIndex { json.pair("index", true) }
    }

    private func writeBlocks(to json: inout JSONText) {
        json.array("blocks") { json in
            for block in blocks {
                json.object { json in
                    json.pair("kind", block.kind.rawValue)
                    json.pair("range", block.range)
                    json.pair("why", block.reason.rawValue)
                    json.pair("text", text[block.range])
                }
            }
        }
    }

    private func writeDropped(to json: inout JSONText) {
        json.array("dropped") { json in
            for part in dropped {
                json.object { json in
                    json.pair("why", part.reason.rawValue)
                    json.pair("text", part.text)
                }
            }
        }
    }
}
