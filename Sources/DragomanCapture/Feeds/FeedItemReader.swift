/// Reads one item of RSS or RDF, or one entry of Atom.
struct FeedItemReader {
    private var item = FeedItem()
    private var creators: [String] = []
    private var permalink: String?
    private let isAtom: Bool

    /// Reads from after the item's start tag to its end.
    static func item(_ reader: inout XMLReader, isAtom: Bool) -> FeedItem {
        var read = FeedItemReader(isAtom: isAtom)
        read.item.language = reader.attribute("lang", in: Namespace.xml)
        read.item.id = reader.attribute("about", in: Namespace.rdf)
        let base = reader.attribute("base", in: Namespace.xml)
        let inside = reader.depth
        while reader.depth >= inside, let event = reader.next() {
            if case .start(let name) = event { read.read(name, &reader) }
        }
        return read.finished(base: base)
    }

    private init(isAtom: Bool) { self.isAtom = isAtom }

    private func finished(base: String?) -> FeedItem {
        var item = item
        if item.authors.isEmpty { item.authors = creators }
        let about = item.id.flatMap { Link.isWeb($0) ? $0 : nil }
        item.link = (item.link ?? permalink ?? (isAtom ? nil : about)).map { Link.absolute($0, base: base) }
        // Atom's "updated" is all that many feeds give.
        if isAtom, item.published == nil { item.published = item.updated }
        return item
    }

    private mutating func read(_ name: XMLName, _ reader: inout XMLReader) {
        switch name.namespace {
        case "", Namespace.atom, Namespace.atom03: readCore(name.local.lowercased(), &reader)
        case Namespace.content where name.local == "encoded": keepLonger(reader.markup())
        case Namespace.yandex where name.local == "full-text": keepLonger(reader.text().map(Self.paragraphs))
        case Namespace.xhtml where name.local == "body" || name.local == "div": keepLonger(reader.markup())
        case Namespace.dublinCore, Namespace.dublinTerms: readDublinCore(name.local, &reader)
        case Namespace.media: readMedia(name.local, &reader)
        case Namespace.itunes where name.local == "author": addCreator(reader.text())
        default: reader.skip()
        }
    }

    private mutating func readCore(_ local: String, _ reader: inout XMLReader) {
        switch local {
        case "title": item.title = reader.markup().flatMap(PlainText.title) ?? item.title
        case "link": readLink(&reader)
        case "guid", "id":
            let isPermalink = local == "guid" && reader.attribute("isPermaLink")?.lowercased() != "false"
            item.id = reader.text() ?? item.id
            if isPermalink, let id = item.id, Link.isWeb(id) { permalink = id }
        case "description", "summary": item.summary = content(&reader) ?? item.summary
        case "content", "fulltext": keepLonger(content(&reader))
        case "pubdate", "published", "issued", "date":
            item.published = reader.text().flatMap(FeedTime.init) ?? item.published
        case "updated", "modified", "lastmod": item.updated = reader.text().flatMap(FeedTime.init) ?? item.updated
        case "author": readAuthor(&reader)
        case "category", "tag":
            let term = reader.attribute("label") ?? reader.attribute("term")
            addCategory(term, reader.text())
        case "enclosure":
            if reader.attribute("type")?.hasPrefix("image/") == true {
                item.image = item.image ?? reader.attribute("url")
            }
            reader.skip()
        case "source":
            item.source = isAtom ? Self.titleOfSource(&reader) : reader.text().flatMap(PlainText.title)
        case "language": item.language = reader.text() ?? item.language
        default: reader.skip()
        }
    }

    /// The HTML of a text construct. Atom's `type="text"` is no HTML, its entries' `src` stands elsewhere.
    private func content(_ reader: inout XMLReader) -> String? {
        let type = reader.attribute("type")?.lowercased()
        let isPlain = isAtom && (type == nil || type == "text" || type == "text/plain")
        if let type, type.contains("/"), !type.hasPrefix("text/"), !type.contains("xhtml") {
            reader.skip()
            return nil
        }
        return isPlain ? reader.text().map(Self.paragraphs) : reader.markup()
    }

    private mutating func readLink(_ reader: inout XMLReader) {
        let relation = reader.attribute("rel") ?? "alternate"
        let type = reader.attribute("type")
        let address = reader.attribute("href")
        let text = reader.text()
        guard let link = address ?? text else { return }
        switch relation {
        case "alternate", "": if item.link == nil || type == "text/html" { item.link = link }
        case "enclosure": if type?.hasPrefix("image/") == true { item.image = item.image ?? link }
        default: break
        }
    }

    /// Atom's person with a name in it, or RSS's `mail@example.org (A. Writer)`.
    private mutating func readAuthor(_ reader: inout XMLReader) {
        let inside = reader.depth
        var text = ""
        var name: String?
        while reader.depth >= inside, let event = reader.next() {
            switch event {
            case .start(let child):
                if child.local.lowercased() == "name" { name = reader.text() ?? name } else { reader.skip() }
            case .text(let range): text += reader.string(range)
            case .literal(let range): text += String(decoding: reader.bytes[range], as: UTF8.self)
            case .end: break
            }
        }
        add(Self.person(name ?? text), to: &item.authors)
    }

    private mutating func addCreator(_ text: String?) {
        add(text.flatMap(Self.person), to: &creators)
    }

    private func add(_ name: String?, to names: inout [String]) {
        guard let name, names.count < 64, !names.contains(name) else { return }
        names.append(name)
    }

    private mutating func addCategory(_ candidates: String?...) {
        let name = candidates.lazy.compactMap { $0 }.first.flatMap(PlainText.title)
        guard let name, item.categories.count < 256 else { return }
        item.categories.append(name)
    }

    private mutating func readDublinCore(_ local: String, _ reader: inout XMLReader) {
        let text = reader.text()
        switch local {
        case "creator": addCreator(text)
        case "date", "issued", "created": item.published = item.published ?? text.flatMap(FeedTime.init)
        case "modified": item.updated = item.updated ?? text.flatMap(FeedTime.init)
        case "subject": addCategory(text)
        case "language": item.language = item.language ?? text
        case "source", "publisher": item.source = item.source ?? text
        case "description", "abstract": item.summary = item.summary ?? text
        default: break
        }
    }

    /// The first image of Media RSS, in a group or not.
    private mutating func readMedia(_ local: String, _ reader: inout XMLReader) {
        guard local == "group" || local == "content" || local == "thumbnail" else {
            reader.skip()
            return
        }
        takeImage(local, reader)
        let inside = reader.depth
        while reader.depth >= inside, let event = reader.next() {
            if case .start(let name) = event, name.namespace == Namespace.media { takeImage(name.local, reader) }
        }
    }

    private mutating func takeImage(_ local: String, _ reader: XMLReader) {
        guard item.image == nil, local == "content" || local == "thumbnail", let address = reader.attribute("url")
        else {
            return
        }
        let kind = reader.attribute("medium") ?? reader.attribute("type") ?? "image"
        if local == "thumbnail" || kind.hasPrefix("image") { item.image = address }
    }

    private mutating func keepLonger(_ html: String?) {
        guard let html, html.utf8.count > item.content?.utf8.count ?? 0 else { return }
        item.content = html
    }

    private static func titleOfSource(_ reader: inout XMLReader) -> String? {
        let inside = reader.depth
        var title: String?
        while reader.depth >= inside, let event = reader.next() {
            guard case .start(let name) = event else { continue }
            if name.local == "title" { title = reader.markup().flatMap(PlainText.title) } else { reader.skip() }
        }
        return title
    }

    /// A name without mail address; nil where nothing else is given.
    static func person(_ text: String) -> String? {
        var name = PlainText.of(text)
        if let open = name.firstIndex(of: "("), name[..<open].contains("@"), let close = name.lastIndex(of: ")"),
            open < close
        {
            name = String(name[name.index(after: open)..<close])
        }
        let words = name.split(separator: " ").filter { !$0.contains("@") }
        name = words.joined(separator: " ").trimmedOfSpace
        // Mails put quotation marks around names.
        while let first = name.first, "\"'".contains(first), name.last == first, name.count > 1 {
            name = String(name.dropFirst().dropLast())
        }
        return name.isEmpty || name.utf8.count > 200 ? nil : name
    }

    /// Plain text as HTML, a paragraph for each line.
    static func paragraphs(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).map { $0.trimmedOfSpace }.filter { !$0.isEmpty }
            .map { "<p>\(HTMLText.escaped($0))</p>" }.joined(separator: "\n")
    }
}
