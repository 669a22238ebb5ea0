internal import CDragomanHTML
internal import DragomanText

/// All that a page says of its article outside the running text, as it says it.
struct PageFacts {
    /// A time with the place it stands at.
    struct ShownTime {
        var node: Int
        var time: PublicationTime
        /// Whether its markup says that it is the time of publication.
        var isPublished: Bool
        /// Whether its class says that it is the time of a change.
        var isChange = false
    }

    /// Words that name authors, with the place they stand at.
    struct Byline {
        var node: Int
        /// The words that an attribute gives; nil where they are the node's own.
        var content: String?
        /// 3 for a name marked as an author's, 2 for markup that says so, 1 for a class's name.
        var trust: Int
    }

    private(set) var meta: [String: String] = [:]
    private(set) var metaAuthors: [String] = []
    private(set) var headings: [(node: Int, text: String)] = []
    private(set) var pageTitle: String?
    private(set) var times: [ShownTime] = []
    private(set) var bylines: [Byline] = []
    private(set) var linked = LinkedData()
    private(set) var language: String?
    private(set) var canonical: String?
    private(set) var amp: String?
    private(set) var print: String?
    private(set) var previous: String?
    private(set) var next: String?
    private(set) var licence: String?
    private(set) var tags: [String] = []
    /// Feeds that the page's head names, but those of comments.
    private(set) var feeds: [String] = []

    init(_ tree: HTMLTree, map: PageMap) {
        for node in 0..<tree.nodes.count where !tree.isText(node) {
            switch tree.tag(node) {
            case DRAGOMAN_TAG_META: readMeta(tree, node)
            case DRAGOMAN_TAG_LINK: readLink(tree, node)
            case DRAGOMAN_TAG_A: readAnchor(tree, map, node)
            case DRAGOMAN_TAG_TITLE where pageTitle == nil: pageTitle = tree.collapsedText(node, limit: 500)
            case DRAGOMAN_TAG_H1 where headings.count < 20:
                let text = tree.collapsedText(node, limit: 600)
                if !text.isEmpty { headings.append((node, text)) }
            case DRAGOMAN_TAG_TIME: readTime(tree, node)
            case DRAGOMAN_TAG_HTML: language = tree.string(DRAGOMAN_ATTRIBUTE_LANG, of: node)
            case DRAGOMAN_TAG_SCRIPT:
                for below in node..<tree.end(node) where tree.isText(below) { linked.read(tree.text(below)) }
            default: break
            }
            if tree.nodes[node].attribute_count > 0 { readNames(tree, map, node) }
        }
    }

    private mutating func readMeta(_ tree: HTMLTree, _ node: Int) {
        guard let content = tree.string(DRAGOMAN_ATTRIBUTE_CONTENT, of: node), !content.isEmpty,
            content.utf8.count < 4000
        else { return }
        for name in [
            DRAGOMAN_ATTRIBUTE_PROPERTY, DRAGOMAN_ATTRIBUTE_NAME, DRAGOMAN_ATTRIBUTE_ITEMPROP,
            DRAGOMAN_ATTRIBUTE_HTTP_EQUIV,
        ] {
            guard let key = tree.string(name, of: node)?.lowercased(), !key.isEmpty, meta.count < 500 else { continue }
            switch key {
            case "author", "article:author", "dc.creator", "dcterms.creator", "sailthru.author", "parsely-author",
                "byl", "dcsext.author", "cxenseparse:author", "article:author_name", "citation_author", "authors":
                if metaAuthors.count < 20 { metaAuthors.append(content) }
            case "article:tag" where tags.count < 50: tags.append(content)
            default: break
            }
            if meta[key] == nil { meta[key] = content }
        }
    }

    private mutating func readLink(_ tree: HTMLTree, _ node: Int) {
        guard let rel = tree.string(DRAGOMAN_ATTRIBUTE_REL, of: node)?.lowercased(),
            let target = tree.string(DRAGOMAN_ATTRIBUTE_HREF, of: node), !target.isEmpty
        else { return }
        switch rel {
        case "canonical": canonical = canonical ?? target
        case "amphtml": amp = amp ?? target
        case "prev", "previous": previous = previous ?? target
        case "next": next = next ?? target
        case "license": licence = licence ?? target
        case "alternate" where tree.string(DRAGOMAN_ATTRIBUTE_MEDIA, of: node)?.lowercased() == "print":
            print = print ?? target
        case "alternate": readFeed(tree, node, target)
        default: break
        }
    }

    private mutating func readFeed(_ tree: HTMLTree, _ node: Int, _ target: String) {
        let type = tree.string(DRAGOMAN_ATTRIBUTE_TYPE, of: node)?.lowercased() ?? ""
        let words = (target + " " + (tree.string(DRAGOMAN_ATTRIBUTE_TITLE, of: node) ?? "")).lowercased()
        guard ["application/rss+xml", "application/atom+xml", "application/feed+json"].contains(where: type.hasPrefix),
            feeds.count < 10, !["comment", "kommentar"].contains(where: { words.contains($0) })
        else { return }
        feeds.append(target)
    }

    /// Links to the articles before and after, to the licence and to the page for printing: by `rel`, or by their words.
    private mutating func readAnchor(_ tree: HTMLTree, _ map: PageMap, _ node: Int) {
        guard let target = tree.attribute(DRAGOMAN_ATTRIBUTE_HREF, of: node), let first = target.first,
            first != UInt8(ascii: "#")
        else { return }
        let rel =
            tree.string(DRAGOMAN_ATTRIBUTE_REL, of: node)?.lowercased().split(separator: " ").map(String.init) ?? []
        if rel.contains("author"), bylines.count < 40, !map.isOthers[node] {
            bylines.append(Byline(node: node, trust: 2))
        }
        if rel.contains("license") { licence = licence ?? String(decoding: target, as: UTF8.self) }
        let isFirst = rel.contains("prev")
        let isLast = rel.contains("next")
        guard isFirst || isLast || map.letters[node] > 8 && map.letters[node] < 300 && Self.mayName(tree, node) else {
            return
        }
        let words = Furniture.words(of: tree.collapsedText(node, limit: 60))
        if isFirst || NeighbourWords.isPrevious(words) {
            previous = previous ?? String(decoding: target, as: UTF8.self).trimmed
        } else if isLast || NeighbourWords.isNext(words) {
            next = next ?? String(decoding: target, as: UTF8.self).trimmed
        } else if NeighbourWords.isPrint(words) {
            print = print ?? String(decoding: target, as: UTF8.self).trimmed
        }
    }

    /// Whether the first letter of a link is one with which the words of neighbours begin.
    private static func mayName(_ tree: HTMLTree, _ node: Int) -> Bool {
        for below in node..<tree.end(node) where tree.isText(below) {
            if let byte = tree.text(below).first(where: { $0 > 0x3F }) {
                return NeighbourWords.firstBytes.contains(byte)
            }
        }
        return false
    }

    private mutating func readTime(_ tree: HTMLTree, _ node: Int) {
        guard times.count < 200 else { return }
        let stamp = tree.string(DRAGOMAN_ATTRIBUTE_DATETIME, of: node) ?? tree.collapsedText(node, limit: 80)
        guard let time = Self.asShown(TimeStamp.time(stamp), tree, node) else { return }
        let item = tree.string(DRAGOMAN_ATTRIBUTE_ITEMPROP, of: node)?.lowercased()
        if item == "datemodified" {
            if meta["datemodified"] == nil { meta["datemodified"] = stamp }
            return
        }
        let isPublished = tree.attribute(DRAGOMAN_ATTRIBUTE_PUBDATE, of: node) != nil || item == "datepublished"
        let names = tree.attribute(DRAGOMAN_ATTRIBUTE_CLASS, of: node)
        let isChange = names.map { Self.changing.isFound(in: $0) && !Self.publishing.isFound(in: $0) } ?? false
        times.append(ShownTime(node: node, time: time, isPublished: isPublished && !isChange, isChange: isChange))
    }

    private static let changing = ByteSearch(["updated", "modified"])
    private static let publishing = ByteSearch(["publish"])

    /// The time of a `<time>`, or the day that its own words say where they say another: some systems give that of the last
    /// change to machines.
    private static func asShown(_ time: PublicationTime?, _ tree: HTMLTree, _ node: Int) -> PublicationTime? {
        guard let time else { return nil }
        let words = tree.collapsed(node, limit: 80)
        guard let day = DateText.day(in: words), day != time.day, DateText.day(in: words, monthFirst: true) != time.day
        else { return time }
        return PublicationTime(day: day)
    }

    private mutating func readNames(_ tree: HTMLTree, _ map: PageMap, _ node: Int) {
        if map.words[node].contains(.author), bylines.count < 40, !map.isOthers[node], map.letters[node] < 160 {
            bylines.append(Byline(node: node, trust: 1))
        }
        readTitledTime(tree, node)
        guard let item = tree.attribute(DRAGOMAN_ATTRIBUTE_ITEMPROP, of: node), tree.tag(node) != DRAGOMAN_TAG_META
        else {
            return
        }
        let isName = item.elementsEqual("name".utf8)
        if item.elementsEqual("author".utf8) || isName && isInAuthor(tree, node) {
            guard !map.isOthers[node], bylines.count < 40 else { return }
            let content = tree.string(DRAGOMAN_ATTRIBUTE_CONTENT, of: node)
            bylines.append(Byline(node: node, content: content, trust: isName ? 3 : 2))
        } else if item.elementsEqual("datePublished".utf8), tree.tag(node) != DRAGOMAN_TAG_TIME {
            let stamp =
                tree.string(DRAGOMAN_ATTRIBUTE_CONTENT, of: node) ?? tree.string(DRAGOMAN_ATTRIBUTE_DATETIME, of: node)
                ?? tree.collapsedText(node, limit: 80)
            guard let time = TimeStamp.time(stamp) else { return }
            times.append(ShownTime(node: node, time: time, isPublished: true))
        }
    }

    /// Times that old markup keeps in a title: `<abbr class="published" title="2023-05-16T08:30:00+03:30">`.
    private mutating func readTitledTime(_ tree: HTMLTree, _ node: Int) {
        guard let title = tree.attribute(DRAGOMAN_ATTRIBUTE_TITLE, of: node), title.count >= 10, title.count <= 40,
            let first = title.first, first == UInt8(ascii: "1") || first == UInt8(ascii: "2"), times.count < 200,
            tree.tag(node) != DRAGOMAN_TAG_TIME, let names = tree.attribute(DRAGOMAN_ATTRIBUTE_CLASS, of: node),
            let time = TimeStamp.time(String(decoding: title, as: UTF8.self))
        else { return }
        let isPublished = Self.publishing.isFound(in: names)
        guard isPublished || Self.changing.isFound(in: names) else { return }
        times.append(ShownTime(node: node, time: time, isPublished: false, isChange: !isPublished))
    }

    /// The words of a byline; where they name nobody, those of the elements in it with signs between them, for names that
    /// stand beside each other.
    static func words(of byline: Byline, in tree: HTMLTree) -> String {
        let node = byline.node
        let text = byline.content ?? tree.collapsedText(node, limit: 200)
        guard byline.trust == 1, text.contains(" "), tree.end(node) - node < 60,
            BylineNames.names(in: text, isStrong: false).isEmpty
        else {
            return text
        }
        var parts: [String] = []
        for below in node..<tree.end(node) where tree.isText(below) {
            let part = String(decoding: tree.text(below), as: UTF8.self).trimmed
            if !part.isEmpty { parts.append(part) }
        }
        return parts.joined(separator: " | ")
    }

    private func isInAuthor(_ tree: HTMLTree, _ node: Int) -> Bool {
        var above = tree.parent(node)
        for _ in 0..<3 where above >= 0 {
            if let item = tree.attribute(DRAGOMAN_ATTRIBUTE_ITEMPROP, of: above) {
                return item.elementsEqual("author".utf8)
            }
            above = tree.parent(above)
        }
        return false
    }
}

/// The words of links to the articles before and after one, and to its page for printing.
enum NeighbourWords {
    private static let previous: Set<String> = [
        "previous", "prev", "предыдущая", "önceki", "vorheriger", "voriger", "précédent", "anterior", "السابق", "قبلی",
    ]
    private static let next: Set<String> = [
        "next", "следующая", "sonraki", "nächster", "suivant", "siguiente", "التالي", "بعدی",
    ]
    private static let things: Set<String> = [
        "article", "post", "story", "news", "статья", "новость", "запись", "haber", "makale", "yazı", "artikel",
        "beitrag", "artículo", "المقال", "الخبر", "مطلب", "خبر",
    ]
    private static let prints: Set<String> = [
        "print", "printable", "printer-friendly", "drucken", "druckversion", "druckansicht", "imprimer", "imprimir",
        "yazdır", "stampa", "распечатать", "طباعة", "چاپ",
    ]
    /// The first bytes that those words may have.
    static let firstBytes: Set<UInt8> = {
        let words = previous.union(next).union(things).union(prints)
        return Set(words.flatMap { [$0.utf8.first, $0.uppercased().utf8.first].compactMap { $0 } })
    }()

    static func isPrevious(_ words: [String]) -> Bool { isNamed(words, by: previous) }
    static func isNext(_ words: [String]) -> Bool { isNamed(words, by: next) }
    static func isPrint(_ words: [String]) -> Bool { words.count <= 4 && words.first.map(prints.contains) ?? false }

    /// "Next article", and in languages that put the noun first "المقال التالي".
    private static func isNamed(_ words: [String], by names: Set<String>) -> Bool {
        guard words.count >= 2 else { return false }
        return names.contains(words[0]) && things.contains(words[1])
            || things.contains(words[0]) && names.contains(words[1])
    }
}
