extension Feed {
    /// Reads a feed.
    ///
    /// - Parameters:
    ///   - bytes: the document as it came.
    ///   - charset: the encoding that the source's header names; nil where it names none.
    ///   - address: where the feed stands on the web; relative links are completed with it.
    /// - Returns: nil where the bytes are no feed. A feed cut off in the middle gives the items it has.
    public init?(_ bytes: [UInt8], charset: String? = nil, address: String? = nil) {
        let start = bytes.first { !XMLReader.isSpace($0) && $0 != 0xEF && $0 != 0xBB && $0 != 0xBF }
        let feed =
            start == UInt8(ascii: "{")
            ? JSONFeedReader.feed(bytes) : XMLFeedReader.feed(XMLReader(bytes, charset: charset))
        guard var feed else { return nil }
        feed.completeLinks(address)
        self = feed
    }

    /// Makes relative addresses absolute: against the feed's own address, then against its page.
    private mutating func completeLinks(_ address: String?) {
        link = link.map { Link.absolute($0, base: address) }
        let base = address ?? link
        for index in items.indices {
            items[index].link = items[index].link.map { Link.absolute($0, base: base) }
            items[index].image = items[index].image.map { Link.absolute($0, base: base) }
        }
    }
}
