internal import CDragomanHTML
internal import DragomanText

/// Chooses when an article was published and changed.
///
/// Order of trust: `datePublished` of JSON-LD; meta elements; microdata and `<time pubdate>`; the `<time>` nearest to the
/// title; the day in the address; the day shown in the page that stands best (near the title, under a class that names dates,
/// after words such as "Published"); data in scripts; what is said of changes; the day in the lead image's address. A time in UTC whose day is not shown on the page, where the
/// day before or after is, gives way to the day shown: the outlet's own.
struct DateChoice {
    /// The day of publication as the outlet's own readers saw it.
    private(set) var day: CoarseDate?
    private(set) var published: PublicationTime?
    private(set) var modified: PublicationTime?

    private static let publishedKeys = [
        "article:published_time", "og:published_time", "datepublished", "og:article:published_time", "parsely-pub-date",
        "sailthru.date", "article.published", "published", "pubdate", "publish-date", "publish_date",
        "publication_date",
        "publishdate", "publication-date", "date_published", "cxenseparse:recs:publishtime", "cxenseparse:publishtime",
        "citation_publication_date", "citation_date", "citation_online_date", "dc.date.issued", "dcterms.issued",
        "dcterms.created", "dc.date.created", "dc.created", "date", "dc.date", "dcterms.date", "dcterms.available",
        "bt:pubdate", "ptime", "pdate", "displaydate", "article_date_original", "originalpublicationdate",
        "datecreated",
        "article:created", "created", "time", "release_date", "prism.publicationdate", "rnews:datepublished", "cre",
    ]
    private static let modifiedKeys = [
        "article:modified_time", "og:updated_time", "datemodified", "og:modified_time", "dcterms.modified",
        "dc.date.modified",
        "last-modified", "lastmod", "modified", "revised", "article:modified", "date-modified", "updated_time",
    ]

    /// - Parameter page: the whole page, for times in its scripts.
    init(
        _ tree: HTMLTree, map: PageMap, facts: PageFacts, page: [UInt8], titleNode: Int?, address: String?,
        domain: String?
    ) {
        let linked = facts.linked
        let monthFirst = Self.isMonthFirst(language: facts.language ?? facts.meta["og:locale"], domain: domain)
        func meta(_ keys: [String]) -> PublicationTime? {
            for key in keys {
                if let text = facts.meta[key], let time = TimeStamp.time(text, monthFirst: monthFirst) { return time }
            }
            return nil
        }
        modified = linked.modified ?? meta(Self.modifiedKeys)
        let structured =
            linked.published ?? meta(Self.publishedKeys) ?? facts.times.first { $0.isPublished }?.time
        if let structured {
            published = structured
            if structured.zone == 0, structured.second != nil {
                let dates = ShownDates(tree, map: map, titleNode: titleNode, monthFirst: monthFirst)
                day = dates.neighbour(of: structured.day, second: structured.second ?? 0)
            }
        } else {
            let inAddress = address.flatMap(Self.dateInAddress)
            let nearest = Self.nearest(facts.times, map: map, titleNode: titleNode)
            let shown = ShownDates(tree, map: map, titleNode: titleNode, monthFirst: monthFirst)
            published = nearest ?? inAddress.map { PublicationTime(day: $0) }
            if published == nil { published = Self.otherMeta(facts.meta, monthFirst: monthFirst) }
            let best = shown.best
            if published == nil, let best, best.score >= 3 { published = PublicationTime(day: best.date) }
            if published == nil { published = ScriptTimes.published(in: page) }
            if published == nil, let best { published = PublicationTime(day: best.date) }
            if published == nil { published = modified ?? facts.times.first?.time }
            if published == nil, let image = facts.meta["og:image"], let day = Self.dateInAddress(image) {
                published = PublicationTime(day: day)
            }
        }
        day = day ?? published?.day
        if modified == published { modified = nil }
    }

    /// A time in a meta element whose name says what it is, though it is none of the usual ones.
    private static func otherMeta(_ meta: [String: String], monthFirst: Bool) -> PublicationTime? {
        for (key, text) in meta.sorted(by: { $0.key < $1.key }) where text.utf8.count <= 40 {
            guard ["publi", "date", "created", "upload", "issued"].contains(where: { key.contains($0) }),
                !["modif", "updat", "valid", "expir", "birth", "image"].contains(where: { key.contains($0) }),
                let time = TimeStamp.time(text, monthFirst: monthFirst)
            else { continue }
            return time
        }
        return nil
    }

    /// The `<time>` that stands soonest after the title, outside lists of other articles.
    private static func nearest(_ times: [PageFacts.ShownTime], map: PageMap, titleNode: Int?) -> PublicationTime? {
        let own = times.filter { !map.isOthers[$0.node] }
        guard let titleNode else { return own.first?.time }
        let near = own.min { abs($0.node - titleNode) < abs($1.node - titleNode) }
        return own.first { $0.node > titleNode && $0.node - titleNode < 80 }?.time ?? near?.time
    }

    /// Whether dates of figures put the month first: pages in English that are not from elsewhere.
    private static func isMonthFirst(language: String?, domain: String?) -> Bool {
        guard let language = language?.lowercased(), language.hasPrefix("en") else { return false }
        if language.hasPrefix("en-us") || language.hasPrefix("en_us") { return true }
        guard language.utf8.count == 2 else { return false }
        let end = domain?.split(separator: ".").last.map(String.init) ?? "com"
        return ["com", "org", "net", "us", "gov", "edu"].contains(end)
    }

    /// The day in an address such as `/2023/05/16/story`, `/2023-05-16-story` or `/story-20230516`.
    static func dateInAddress(_ address: String) -> CoarseDate? {
        let bytes = Array(address.utf8.prefix(500))
        var index = 8
        var dayFirst: CoarseDate?
        while index + 8 <= bytes.count {
            defer { index += 1 }
            if dayFirst == nil, index + 10 <= bytes.count, !isDigit(bytes[index - 1]),
                let day = number(bytes, index, 2),
                bytes[index + 2] == UInt8(ascii: "-"), let month = number(bytes, index + 3, 2),
                bytes[index + 5] == UInt8(ascii: "-"), let year = number(bytes, index + 6, 4),
                index + 10 == bytes.count || !isDigit(bytes[index + 10])
            {
                dayFirst = DateText.valid(year, month, day)
            }
            guard bytes[index] == UInt8(ascii: "2") || bytes[index] == UInt8(ascii: "1"), !isDigit(bytes[index - 1]),
                let year = number(bytes, index, 4), (1995..<2100).contains(year)
            else { continue }
            let sign = bytes[index + 4]
            if isDigit(sign) {
                if index + 8 == bytes.count || !isDigit(bytes[index + 8]), let month = number(bytes, index + 4, 2),
                    let day = number(bytes, index + 6, 2), let date = DateText.valid(year, month, day)
                {
                    return date
                }
                continue
            }
            guard sign == UInt8(ascii: "/") || sign == UInt8(ascii: "-") || sign == UInt8(ascii: "_") else { continue }
            var position = index + 5
            guard let month = upToTwo(bytes, &position), position < bytes.count, bytes[position] == sign else {
                continue
            }
            position += 1
            guard let day = upToTwo(bytes, &position), position == bytes.count || !isDigit(bytes[position]),
                let date = DateText.valid(year, month, day)
            else { continue }
            return date
        }
        return dayFirst
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    private static func number(_ bytes: [UInt8], _ start: Int, _ count: Int) -> Int? {
        guard start + count <= bytes.count, bytes[start..<start + count].allSatisfy(isDigit) else { return nil }
        return bytes[start..<start + count].reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    /// One or two digits; a three-letter month as in `/2023/may/16/`.
    private static func upToTwo(_ bytes: [UInt8], _ position: inout Int) -> Int? {
        if position + 3 < bytes.count, !isDigit(bytes[position]) {
            let word = String(decoding: bytes[position..<position + 3], as: UTF8.self).lowercased()
            guard case .gregorian(let month)? = MonthNames.month(word) else { return nil }
            position += 3
            return month
        }
        let count = bytes[position...].prefix(2).prefix { isDigit($0) }.count
        defer { position += count }
        return count > 0 ? number(bytes, position, count) : nil
    }
}
