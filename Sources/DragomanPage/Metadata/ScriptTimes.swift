/// Times of publication in the data that pages keep in their scripts: `"published_at":"2023-05-16T08:30:00Z"`.
enum ScriptTimes {
    private static let keys = [
        "datePublished", "publishedAt", "published_at", "publishedDate", "published_date", "publishDate",
        "publish_date", "publicationDate", "publication_date", "pubDate", "firstPublished", "first_published",
        "createdAt", "created_at", "dateCreated", "createdDate",
    ].map { Array($0.utf8) }

    /// The first time that stands after a key in `page`, the keys that say most first.
    static func published(in page: [UInt8]) -> PublicationTime? {
        var best: (rank: Int, time: PublicationTime)?
        var index = 0
        while index + 30 < page.count {
            // A key begins after a quotation mark, or the entity or escape of one; all begin with one of four letters.
            let first = page[index + 1]
            let before = page[index]
            guard first == 0x64 || first == 0x70 || first == 0x66 || first == 0x63,
                before == 0x22 || before == 0x27 || before == 0x3B,
                let rank = keys.firstIndex(where: { page[(index + 1)...].starts(with: $0) })
            else {
                index += 1
                continue
            }
            index += 1
            index += keys[rank].count
            let value = page[index..<min(index + 24, page.count)].firstIndex { $0 >= 0x30 && $0 <= 0x39 }
            guard let value, rank < best?.rank ?? keys.count,
                let time = TimeStamp.time(String(decoding: page[value..<min(value + 30, page.count)], as: UTF8.self))
            else { continue }
            best = (rank, time)
            if rank == 0 { break }
        }
        return best?.time
    }
}
