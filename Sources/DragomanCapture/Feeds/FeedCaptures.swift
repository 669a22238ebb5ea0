internal import DragomanText

extension Feed {
    /// The items whose full text the feed gives, each as a page made of it.
    ///
    /// - Parameter name: what the feed is called: a capture's source is `NAME, item 3 (https://...)`.
    public func captures(_ name: String) -> [Capture] {
        items.enumerated().compactMap { number, item in
            item.fullText.map { capture(item, text: $0, number: number + 1, of: name) }
        }
    }

    private func capture(_ item: FeedItem, text: String, number: Int, of name: String) -> Capture {
        let address = item.link.flatMap { Link.isWeb($0) ? $0 : nil }
        let page = MadePage(
            title: item.title, address: address, authors: item.authors, outlet: item.source ?? title,
            published: item.published, modified: item.updated, language: item.language ?? language)
        return Capture(
            source: "\(name), item \(number)" + (address.map { " (\($0.prefix(300)))" } ?? ""),
            bytes: page.document(body: text, isWhole: false),
            address: address, contentType: "text/html; charset=utf-8", part: number)
    }
}
