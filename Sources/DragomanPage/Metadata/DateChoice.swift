internal import CDragomanHTML
internal import DragomanText

/// Chooses when an article was published and changed.
///
/// Order of trust: `datePublished` of JSON-LD; meta elements; microdata and `<time pubdate>`; the `<time>` nearest to the
/// title; the day shown near the title; the day in the address; the day shown in the page that stands best (under a class that
/// names dates, after words such as "Published"); data in scripts; what is said of changes; the day in the lead image's
/// address.
///
/// The day is that of the outlet's own readers. So what is shown near the title decides
/// where the data disagree, where they are of the sort that many systems fill with the last change (`<meta name="date">`), or
/// where only another day is shown there without a word of change; and the day in the address, or the day shown, decides
/// where the time is a few hours off it, being in UTC. Data much younger than the day in the address are those of a move to
/// another system.
struct DateChoice {
    /// The day of publication as the outlet's own readers saw it.
    private(set) var day: CoarseDate?
    private(set) var published: PublicationTime?
    private(set) var modified: PublicationTime?

    private static let publishedKeys = [
        "article:published_time", "og:published_time", "datepublished", "og:article:published_time", "parsely-pub-date",
        "sailthru.date", "article.published", "published", "pubdate", "publish-date", "publish_date",
        "publication_date", "publishdate", "publication-date", "date_published", "cxenseparse:recs:publishtime",
        "cxenseparse:publishtime", "citation_publication_date", "citation_date", "citation_online_date",
        "dc.date.issued", "dcterms.issued", "dc.date.created", "bt:pubdate", "ptime", "pdate", "displaydate",
        "article_date_original", "originalpublicationdate", "prism.publicationdate", "rnews:datepublished",
    ]
    /// Many systems write the last change under these.
    private static let doubtfulKeys = [
        "dcterms.created", "dc.created", "date", "dc.date", "dcterms.date", "dcterms.available", "datecreated",
        "article:created", "created", "time", "release_date", "cre",
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
        func shownDates() -> ShownDates { ShownDates(tree, map: map, titleNode: titleNode, monthFirst: monthFirst) }
        modified = linked.modified ?? meta(Self.modifiedKeys)
        let inFolders = address.flatMap(AddressDate.folders(in:))
        let marked = Self.marked(facts.times, map: map, titleNode: titleNode)
        let said = [linked.published, meta(Self.publishedKeys), marked].compactMap { $0 }
        if let first = said.first {
            published = first
            if let own = Self.own(inFolders, near: first) {
                day = own
            } else if let inFolders, Self.distance(inFolders, first.day) > 30 {
                published = PublicationTime(day: inFolders)
            } else if first.zone == 0 || said.contains(where: { $0.day != first.day })
                || modified.map({ $0.day != first.day }) ?? false
            {
                let shown = shownDates()
                if !shown.holds(first.day) {
                    if let other = said.first(where: { shown.holds($0.day) }) {
                        published = other
                    } else if first.zone == 0, let own = shown.neighbour(of: first.day, second: first.second ?? 0) {
                        day = own
                    } else if let near = shown.nearTitle {
                        day = near
                    }
                }
            }
        } else if let doubtful = meta(Self.doubtfulKeys) {
            published = doubtful
            let shown = shownDates()
            if let near = Self.nearest(facts.times, map: map, titleNode: titleNode, within: 80) {
                published = near
            } else if let near = shown.nearTitle, near != doubtful.day {
                published = PublicationTime(day: near)
            }
            day = Self.own(inFolders, near: doubtful)
        } else {
            published =
                Self.nearest(facts.times, map: map, titleNode: titleNode, within: 80)
                ?? Self.unmarked(
                    shownDates(), inAddress: address.flatMap(AddressDate.day(in:)), facts: facts, map: map,
                    titleNode: titleNode, page: page,
                    modified: modified, monthFirst: monthFirst)
        }
        day = day ?? published?.day
        if modified == published { modified = nil }
    }

    /// The time of a page on which no markup near the title gives one.
    private static func unmarked(
        _ shown: ShownDates, inAddress: CoarseDate?, facts: PageFacts, map: PageMap, titleNode: Int?, page: [UInt8],
        modified: PublicationTime?, monthFirst: Bool
    ) -> PublicationTime? {
        func time(_ day: CoarseDate?) -> PublicationTime? { day.map { PublicationTime(day: $0) } }
        if let day = shown.nearTitle ?? inAddress ?? inTitle(facts.pageTitle, monthFirst) { return time(day) }
        if let time = nearest(facts.times, map: map, titleNode: titleNode, within: Int.max) { return time }
        let best = shown.best
        if let best, best.score >= 5 { return time(best.date) }
        if let time = otherMeta(facts.meta, monthFirst: monthFirst) { return time }
        if let best, best.score >= 3 { return time(best.date) }
        if let time = ScriptTimes.published(in: page) ?? time(best?.date) ?? modified ?? facts.times.first?.time {
            return time
        }
        if let image = facts.meta["og:image"], let day = AddressDate.day(in: image) { return time(day) }
        return time(facts.meta["description"].flatMap { DateText.day(in: $0.utf8, monthFirst: monthFirst) })
    }

    /// The day that ends the page's title: "Buses for the north | Herald | 16.05.2023".
    private static func inTitle(_ title: String?, _ monthFirst: Bool) -> CoarseDate? {
        guard let title, let last = title.split(whereSeparator: { "|–—•".contains($0) }).last else { return nil }
        let words = last.trimmed
        return words.utf8.count <= 24 && words.utf8.count < title.utf8.count / 2
            ? DateText.day(in: words.utf8, monthFirst: monthFirst) : nil
    }

    /// Days from the first to the second.
    private static func distance(_ first: CoarseDate, _ second: CoarseDate) -> Int {
        (second.dayNumber ?? 0) - (first.dayNumber ?? 0)
    }

    /// The day in the address where it is the outlet's own for a time in UTC: the day before in the first half of the day, the
    /// day after in the second.
    private static func own(_ inFolders: CoarseDate?, near time: PublicationTime) -> CoarseDate? {
        guard let inFolders, time.zone == 0, let second = time.second else { return nil }
        return distance(inFolders, time.day) == (second < 12 * 3600 ? 1 : -1) ? inFolders : nil
    }

    /// The time that markup calls that of publication, unless it stands far from a title that has another beside it.
    private static func marked(_ times: [PageFacts.ShownTime], map: PageMap, titleNode: Int?) -> PublicationTime? {
        let own = times.filter { $0.isPublished && !map.isOthers[$0.node] }
        guard let titleNode, let first = own.first, abs(first.node - titleNode) > 80,
            let near = nearest(times, map: map, titleNode: titleNode, within: 80)
        else { return own.first?.time }
        return own.first { abs($0.node - titleNode) <= 80 }?.time ?? near
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

    /// The `<time>` that stands soonest after the title, outside lists of other articles; of those that are said to be of
    /// changes only where there is no other.
    ///
    /// - Parameter reach: the most nodes between title and time; `Int.max` takes the nearest of all, before it too.
    private static func nearest(
        _ times: [PageFacts.ShownTime], map: PageMap, titleNode: Int?, within reach: Int
    ) -> PublicationTime? {
        let own = times.filter { !map.isOthers[$0.node] }
        guard let titleNode else { return (own.first { !$0.isChange } ?? own.first)?.time }
        let after = own.filter { $0.node > titleNode && $0.node - titleNode < min(reach, 80) }
        if let first = after.first(where: { !$0.isChange }) ?? after.first { return first.time }
        guard reach == Int.max else { return nil }
        return own.min { abs($0.node - titleNode) < abs($1.node - titleNode) }?.time
    }

    /// Whether dates of figures put the month first: pages in English that are not from elsewhere.
    private static func isMonthFirst(language: String?, domain: String?) -> Bool {
        guard let language = language?.lowercased(), language.hasPrefix("en") else { return false }
        if language.hasPrefix("en-us") || language.hasPrefix("en_us") { return true }
        guard language.utf8.count == 2 else { return false }
        let end = domain?.split(separator: ".").last.map(String.init) ?? "com"
        return ["com", "org", "net", "us", "gov", "edu"].contains(end)
    }
}
