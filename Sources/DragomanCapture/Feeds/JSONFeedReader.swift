internal import DragomanText

/// Reads JSON Feed 1.0 and 1.1, leniently: a member of the wrong type counts as missing.
enum JSONFeedReader {
    static func feed(_ bytes: [UInt8]) -> Feed? {
        guard let root = JSONValue(UTF8Repair(bytes).bytes), let version = root["version"]?.text,
            version.contains("jsonfeed.org"), case .array(let items)? = root["items"]
        else { return nil }
        var feed = Feed(format: .json)
        feed.title = text(root["title"])
        feed.link = text(root["home_page_url"])
        feed.description = text(root["description"])
        feed.language = text(root["language"])
        feed.isTruncated = items.count > Feed.itemLimit
        feed.items = items.prefix(Feed.itemLimit).compactMap { member in
            if case .object = member { item(member) } else { nil }
        }
        return feed
    }

    private static func item(_ members: JSONValue) -> FeedItem {
        var item = FeedItem()
        if case .number(let id)? = members["id"] { item.id = id } else { item.id = text(members["id"]) }
        item.link = text(members["url"]) ?? text(members["external_url"])
        item.title = text(members["title"]).flatMap(PlainText.title)
        item.content = text(members["content_html"]) ?? text(members["content_text"]).map(FeedItemReader.paragraphs)
        item.summary = text(members["summary"]).map(FeedItemReader.paragraphs)
        item.image = text(members["image"]) ?? text(members["banner_image"])
        item.published = text(members["date_published"]).flatMap(FeedTime.init)
        item.updated = text(members["date_modified"]).flatMap(FeedTime.init)
        item.language = text(members["language"])
        item.categories = list(members["tags"]).prefix(256).compactMap(text)
        let authors = list(members["authors"]) + (members["author"].map { [$0] } ?? [])
        for author in authors.prefix(64) {
            let name = text(author["name"]).flatMap(FeedItemReader.person)
            if let name, !item.authors.contains(name) { item.authors.append(name) }
        }
        return item
    }

    private static func list(_ value: JSONValue?) -> [JSONValue] {
        if case .array(let elements)? = value { return elements }
        return []
    }

    private static func text(_ value: JSONValue?) -> String? {
        guard let text = value?.lines?.trimmedOfSpace, !text.isEmpty else { return nil }
        return text
    }
}
