internal import DragomanText
internal import Foundation

/// Reads JSON Feed 1.0 and 1.1, leniently: a member of the wrong type counts as missing.
enum JSONFeedReader {
    static func feed(_ bytes: [UInt8]) -> Feed? {
        guard let root = try? JSONSerialization.jsonObject(with: Data(UTF8Repair(bytes).bytes)) as? [String: Any],
            let version = root["version"] as? String, version.contains("jsonfeed.org"),
            let items = root["items"] as? [Any]
        else { return nil }
        var feed = Feed(format: .json)
        feed.title = text(root["title"])
        feed.link = text(root["home_page_url"])
        feed.description = text(root["description"])
        feed.language = text(root["language"])
        feed.isTruncated = items.count > Feed.itemLimit
        feed.items = items.prefix(Feed.itemLimit).compactMap { ($0 as? [String: Any]).map(item) }
        return feed
    }

    private static func item(_ members: [String: Any]) -> FeedItem {
        var item = FeedItem()
        item.id = text(members["id"]) ?? (members["id"] as? NSNumber)?.stringValue
        item.link = text(members["url"]) ?? text(members["external_url"])
        item.title = text(members["title"]).flatMap(PlainText.title)
        item.content = text(members["content_html"]) ?? text(members["content_text"]).map(FeedItemReader.paragraphs)
        item.summary = text(members["summary"]).map(FeedItemReader.paragraphs)
        item.image = text(members["image"]) ?? text(members["banner_image"])
        item.published = text(members["date_published"]).flatMap(FeedTime.init)
        item.updated = text(members["date_modified"]).flatMap(FeedTime.init)
        item.language = text(members["language"])
        item.categories = (members["tags"] as? [Any] ?? []).prefix(256).compactMap(text)
        let authors = (members["authors"] as? [Any] ?? []) + (members["author"].map { [$0] } ?? [])
        for author in authors.prefix(64) {
            let name = text((author as? [String: Any])?["name"]).flatMap(FeedItemReader.person)
            if let name, !item.authors.contains(name) { item.authors.append(name) }
        }
        return item
    }

    private static func text(_ value: Any?) -> String? {
        guard let text = (value as? String)?.trimmedOfSpace, !text.isEmpty else { return nil }
        return text
    }
}
