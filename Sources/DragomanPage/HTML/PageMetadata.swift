internal import CDragomanHTML
internal import DragomanText

/// What a page says of its article outside the running text. Trusted in this order: JSON-LD, meta elements, the page.
struct PageMetadata {
    private(set) var title: String?
    private(set) var description: String?
    private(set) var outlet: String?
    private(set) var published: CoarseDate?
    private(set) var address: String?
    private(set) var authors: [String] = []
    private(set) var language: String?
    private(set) var previous: String?
    private(set) var next: String?

    private var meta: [String: String] = [:]
    private var metaAuthors: [String] = []
    private var headings: [String] = []
    private var pageTitle: String?
    private var times: [CoarseDate] = []
    private var bylines: [String] = []

    init(_ tree: HTMLTree, map: PageMap) {
        var linked = LinkedData()
        for node in tree.nodes.indices {
            switch tree.tag(node) {
            case DRAGOMAN_TAG_META: readMeta(tree, node)
            case DRAGOMAN_TAG_LINK: readLink(tree, node)
            case DRAGOMAN_TAG_A: readAnchor(tree, node)
            case DRAGOMAN_TAG_TITLE where pageTitle == nil: pageTitle = tree.collapsedText(node, limit: 500)
            case DRAGOMAN_TAG_H1: headings.append(tree.collapsedText(node, limit: 600))
            case DRAGOMAN_TAG_TIME: readTime(tree, node)
            case DRAGOMAN_TAG_HTML: language = tree.string("lang", of: node)
            case DRAGOMAN_TAG_SCRIPT:
                for below in node..<tree.end(node) where tree.isText(below) { linked.read(tree.text(below)) }
            default: break
            }
            readByline(tree, map, node)
        }
        description = meta["og:description"] ?? meta["description"] ?? meta["twitter:description"]
        outlet = meta["og:site_name"] ?? linked.publisher ?? meta["application-name"]
        title = Self.title(
            headings: headings.filter { !$0.isEmpty }, linked: linked.headline,
            graph: meta["og:title"] ?? meta["twitter:title"], page: pageTitle, outlet: outlet)
        address = address ?? meta["og:url"] ?? linked.address
        published =
            linked.published ?? Self.metaDate(meta) ?? times.first ?? address.flatMap(Self.dateInAddress)
            ?? Self.shownDate(tree, map)
        authors = Self.authors(linked: linked.authors, meta: metaAuthors, bylines: bylines, outlet: outlet)
    }

    // MARK: Reading

    private mutating func readMeta(_ tree: HTMLTree, _ node: Int) {
        guard let content = tree.string("content", of: node), !content.isEmpty else { return }
        for name in [
            tree.string("property", of: node), tree.string("name", of: node), tree.string("itemprop", of: node),
        ] {
            guard let key = name?.lowercased(), !key.isEmpty else { continue }
            if ["author", "article:author", "dc.creator", "dcterms.creator", "sailthru.author", "parsely-author"]
                .contains(key)
            {
                metaAuthors.append(content)
            }
            if meta[key] == nil { meta[key] = content }
        }
    }

    private mutating func readLink(_ tree: HTMLTree, _ node: Int) {
        guard let rel = tree.string("rel", of: node)?.lowercased(), let target = tree.string("href", of: node),
            !target.isEmpty
        else { return }
        switch rel {
        case "canonical": address = address ?? target
        case "prev", "previous": previous = previous ?? target
        case "next": next = next ?? target
        default: break
        }
    }

    /// Links to the articles before and after: by `rel`, or by their words ("Previous Article ...").
    private mutating func readAnchor(_ tree: HTMLTree, _ node: Int) {
        guard let target = tree.string("href", of: node), !target.isEmpty, !target.hasPrefix("#") else { return }
        let rel = tree.string("rel", of: node)?.lowercased()
        if rel == "author" { bylines.append(tree.collapsedText(node, limit: 200)) }
        let text = tree.collapsedText(node, limit: 200)
        let words = Furniture.words(of: text)
        if rel == "prev" || Self.begins(words, with: ["previous", "предыдущая", "önceki", "vorheriger"]) {
            previous = previous ?? target
        } else if rel == "next" || Self.begins(words, with: ["next", "следующая", "sonraki", "nächster"]) {
            next = next ?? target
        }
    }

    private static func begins(_ words: [String], with first: Set<String>) -> Bool {
        let seconds: Set<String> = [
            "article", "post", "story", "news", "статья", "новость", "запись", "haber", "makale", "yazı", "artikel",
            "beitrag",
        ]
        return words.count >= 2 && first.contains(words[0]) && seconds.contains(words[1])
    }

    private mutating func readTime(_ tree: HTMLTree, _ node: Int) {
        guard let stamp = tree.string("datetime", of: node), let date = Self.day(stamp) else { return }
        if tree.attribute("pubdate", of: node) != nil || tree.string("itemprop", of: node) == "datePublished" {
            times.insert(date, at: 0)
        } else {
            times.append(date)
        }
    }

    private mutating func readByline(_ tree: HTMLTree, _ map: PageMap, _ node: Int) {
        guard bylines.count < 8 else { return }
        if map.words[node].contains(.byline), let classes = tree.attribute("class", of: node),
            ClassWords.namesAuthor(classes)
        {
            let text = tree.collapsedText(node, limit: 120)
            if text.utf8.count <= 80 { bylines.append(text) }
        }
        guard let item = tree.string("itemprop", of: node) else { return }
        if item == "author"
            || item == "name" && tree.parent(node) >= 0 && tree.string("itemprop", of: tree.parent(node)) == "author"
        {
            let text = tree.string("content", of: node) ?? tree.collapsedText(node, limit: 200)
            if item == "name" { bylines.insert(text, at: 0) } else { bylines.append(text) }
        } else if item == "datePublished", let stamp = tree.string("content", of: node), let date = Self.day(stamp) {
            times.insert(date, at: 0)
        }
    }

    // MARK: Reconciling

    /// The heading that another title repeats, else the best of those titles without the site's name.
    private static func title(headings: [String], linked: String?, graph: String?, page: String?, outlet: String?)
        -> String?
    {
        let others = [graph, linked, page].compactMap { $0 }.filter { !$0.isEmpty }
        let plain = others.map { withoutSite($0, outlet: outlet) }
        let site = outlet.map(Folding.fold)
        let shown = headings.map { (text: $0, key: Folding.fold($0)) }.filter { !$0.key.isEmpty && $0.key != site }
        let keys = plain.map(Folding.fold)
        if let same = shown.first(where: { keys.contains($0.key) }) { return same.text }
        let part = shown.first { heading in
            heading.text.utf8.count >= 10
                && keys.contains {
                    $0.contains(heading.key) && heading.key.utf8.count * 2 > $0.utf8.count
                        || heading.key.hasPrefix($0) && $0.utf8.count > 20
                }
        }
        if let part { return part.text.utf8.count > 200 ? plain.first : part.text }
        if shown.count == 1, let heading = shown.first, heading.text.utf8.count >= 15, graph == nil && linked == nil {
            return heading.text
        }
        return plain.first ?? shown.first?.text
    }

    /// "Headline | Site" without the site.
    static func withoutSite(_ title: String, outlet: String?) -> String {
        for separator in [" | ", " – ", " — ", " - ", " :: ", " » ", " « ", " • "] {
            let parts = title.components(separatedBy: separator)
            guard parts.count > 1, let last = parts.last, let first = parts.first else { continue }
            let isSite = outlet.map { Folding.fold($0) == Folding.fold(last) } ?? false
            if isSite || separator == " | " && first.utf8.count > last.utf8.count
                || last.split(separator: " ").count <= 3 && first.utf8.count > 20
            {
                return parts.dropLast().joined(separator: separator).trimmed
            }
        }
        return title
    }

    private static func metaDate(_ meta: [String: String]) -> CoarseDate? {
        for key in [
            "article:published_time", "og:published_time", "datepublished", "parsely-pub-date", "sailthru.date",
            "article.published", "date", "dc.date", "dc.date.issued", "dcterms.created", "dcterms.date", "pubdate",
            "publish-date", "publication_date", "publishdate", "cxenseparse:recs:publishtime",
            "cxenseparse:publishtime",
            "og:article:published_time", "last-modified", "article:modified_time",
        ] {
            if let text = meta[key], let date = day(text) { return date }
        }
        return nil
    }

    /// The day of a time stamp or a date in words; years from 1990 to 2100 only.
    static func day(_ text: String) -> CoarseDate? {
        var date = CoarseDate(iso: String(text.prefix(19))) ?? CoarseDate(iso: String(text.prefix(10)))
        if date == nil, text.utf8.count >= 8, text.utf8.prefix(8).allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) {
            let digits = Array(text.prefix(8))
            date = CoarseDate(iso: "\(String(digits[0..<4]))-\(String(digits[4..<6]))-\(String(digits[6..<8]))")
        }
        date = date ?? HeadLines.written(text)
        guard let date, date.day != nil, (1990..<2100).contains(date.year) else { return nil }
        return date
    }

    /// The day in an address such as `/2023/05/16/story`.
    private static func dateInAddress(_ address: String) -> CoarseDate? {
        let parts = address.split(separator: "/").map(String.init)
        for (index, part) in parts.enumerated() {
            if part.utf8.count == 4, index + 2 < parts.count, parts[index + 1].utf8.count == 2,
                parts[index + 2].utf8.count == 2,
                let date = day("\(part)-\(parts[index + 1])-\(parts[index + 2])")
            {
                return date
            }
            if part.utf8.count >= 10, let date = day(part) { return date }
        }
        return nil
    }

    /// The first day in a short line of the page, one that its class names a date before others.
    private static func shownDate(_ tree: HTMLTree, _ map: PageMap) -> CoarseDate? {
        var first: CoarseDate?
        for node in tree.nodes.indices where tree.isText(node) {
            let text = tree.text(node)
            guard (8...90).contains(text.count), text.contains(where: { $0 >= 0x30 && $0 <= 0x39 }),
                let date = PageDate.day(in: String(decoding: text, as: UTF8.self))
            else { continue }
            var above = tree.parent(node)
            for _ in 0..<3 where above >= 0 {
                if map.words[above].contains(.byline) { return date }
                above = tree.parent(above)
            }
            first = first ?? date
        }
        return first
    }

    private static func authors(linked: [String], meta: [String], bylines: [String], outlet: String?) -> [String] {
        for names in [linked, meta, bylines] {
            var authors: [String] = []
            for name in names.flatMap(Self.people) where !authors.contains(name) && name != outlet {
                authors.append(name)
            }
            if !authors.isEmpty { return Array(authors.prefix(12)) }
        }
        return []
    }

    /// The people in a byline: "By A. Writer and B. Scribe"; addresses and agencies are none.
    static func people(in byline: String) -> [String] {
        var text = byline
        for prefix in ["By ", "by ", "BY ", "Von ", "von ", "Par ", "Por ", "Di "] where text.hasPrefix(prefix) {
            text = String(text.dropFirst(prefix.count))
        }
        if text.contains("://") || text.contains("@") || text.hasPrefix("www.") { return [] }
        let pieces = text.split { $0 == "," || $0 == ";" || $0 == "|" || $0 == "/" || $0 == "\n" }
            .flatMap { String($0).components(separatedBy: " and ") }
            .flatMap { $0.components(separatedBy: " und ") }
            .flatMap { $0.components(separatedBy: " & ") }
        return pieces.map { $0.trimmed }.filter { name in
            let words = name.split(separator: " ").count
            return (2...5).contains(words) && name.utf8.count <= 60 && !name.contains { $0.isNumber }
                && !WireCredit.isAgency(name)
        }
    }
}

extension String {
    /// The pieces between the occurrences of `separator`.
    func components(separatedBy separator: String) -> [String] {
        var pieces: [String] = []
        var start = startIndex
        while let found = self[start...].firstRange(of: separator) {
            pieces.append(String(self[start..<found.lowerBound]))
            start = found.upperBound
        }
        pieces.append(String(self[start...]))
        return pieces
    }
}
