import DragomanCapture
import Testing

struct FeedTests {
    private func feed(_ text: String, address: String? = nil) throws -> Feed {
        try #require(Feed(Array(text.utf8), address: address))
    }

    @Test("RSS 2.0 with the modules that press feeds use")
    func rss() throws {
        let feed = try feed(FeedSamples.rss)
        #expect(feed.format == .rss)
        #expect(feed.title == "Harbour Courier – Trade & Industry")
        #expect(feed.link == "https://courier.example/trade")
        #expect(feed.language == "en-GB")
        #expect(feed.updated?.description == "2026-11-23T09:30:00Z")
        #expect(feed.items.count == 2)
        let first = try #require(feed.items.first)
        #expect(first.title == "Orvel & Sons to build lorries in Batumi")
        #expect(first.link == "https://courier.example/trade/orvel-batumi")
        #expect(first.id == "courier-1041")
        #expect(first.authors == ["Lena Marsh", "T. Okafor"])
        #expect(first.published?.description == "2026-11-23T12:05:00+03:00")
        #expect(first.summary == "<p>A short notice.</p>")
        #expect(first.content?.hasPrefix("<p>BATUMI, Nov 23") == true)
        #expect(first.fullText == first.content)
        #expect(first.categories == ["Industry", "Lorries"])
        #expect(first.image == "https://img.example/lorry.jpg")
        let second = feed.items[1]
        #expect(second.link == "https://courier.example/trade/port-fees")
        #expect(second.authors == ["Ada Penn"])
        #expect(second.published?.description == "2026-11-22")
        #expect(second.fullText == nil)
    }

    @Test("RSS 1.0: the items stand beside the channel")
    func rdf() throws {
        let feed = try feed(FeedSamples.rdf)
        #expect(feed.format == .rdf)
        #expect(feed.title == "Steel Notes")
        #expect(feed.items.map(\.title) == ["Mill restarts"])
        #expect(feed.items[0].link == "https://steel.example/mill")
        #expect(feed.items[0].authors == ["R. Vance"])
        #expect(feed.items[0].published?.description == "2026-03-01T08:00:00+01:00")
        #expect(feed.items[0].categories == ["steel"])
    }

    @Test("Atom: text constructs of each type, alternates, people, the feed's own link")
    func atom() throws {
        let feed = try feed(FeedSamples.atom)
        #expect(feed.format == .atom)
        #expect(feed.title == "Rail <Weekly>")
        #expect(feed.link == "https://rail.example/")
        #expect(feed.language == "en")
        let item = try #require(feed.items.first)
        #expect(item.title == "Wagons & more")
        #expect(item.link == "https://rail.example/2026/wagons")
        #expect(item.id == "tag:rail.example,2026:7")
        #expect(item.authors == ["Mina Sol", "J. Ark"])
        #expect(item.published?.description == "2026-05-04T10:00:00Z")
        #expect(item.updated?.description == "2026-05-05T10:00:00Z")
        #expect(item.summary == "<p>Short &amp; plain</p>")
        #expect(item.content == "<div><p>The works will build <b>40</b> wagons.</p></div>")
        #expect(item.categories == ["Rolling stock"])
    }

    @Test func json() throws {
        let feed = try feed(FeedSamples.json)
        #expect(feed.format == .json)
        #expect(feed.title == "Yard Log")
        #expect(feed.items.map(\.id) == ["1", "7"])
        #expect(feed.items[0].content == "<p>Launched.</p>")
        #expect(feed.items[0].authors == ["Ida Holm"])
        #expect(feed.items[0].published?.description == "2026-02-07T14:04:00-05:00")
        #expect(feed.items[1].content == "<p>First &lt;line&gt;</p>\n<p>Second line</p>")
        #expect(feed.items[1].link == "https://yard.example/7")
    }

    @Test("The full text of Russian news feeds")
    func yandexFullText() throws {
        let feed = try feed(
            """
            <rss xmlns:yandex="http://news.yandex.ru" version="2.0"><channel><item><title>Завод</title>
            <yandex:full-text>Первый абзац.
            Второй абзац.</yandex:full-text></item></channel></rss>
            """)
        #expect(feed.items[0].content == "<p>Первый абзац.</p>\n<p>Второй абзац.</p>")
    }

    @Test("Relative links are completed with the feed's address or its page")
    func relativeLinks() throws {
        let text = "<rss><channel><link>/news</link><item><link>a?b=1</link></item></channel></rss>"
        #expect(
            try feed(text, address: "https://x.example/feeds/rss.xml").items[0].link == "https://x.example/feeds/a?b=1")
        #expect(try feed(text).items[0].link == "a?b=1")
        #expect(try feed(text, address: "https://x.example/feeds/rss.xml").link == "https://x.example/news")
    }

    @Test(
        "What is no feed gives nil",
        arguments: ["", "text", "<html><body>rss</body></html>", "{\"version\": 1}", "{", "<a/>", "<urlset/>", "[]"])
    func none(text: String) {
        #expect(Feed(Array(text.utf8)) == nil)
    }

    @Test("A feed that is cut off gives the items it has, and says so")
    func truncated() throws {
        let text = FeedSamples.rss
        let cut = try #require(text.firstRange(of: "port-fees")?.upperBound)
        let feed = try feed(String(text[..<cut]))
        #expect(feed.items.count == 2)
        #expect(feed.items[0].title == "Orvel & Sons to build lorries in Batumi")
        #expect(feed.isTruncated)
        #expect(try !self.feed(text).isTruncated)
    }

    @Test("A feed whose text is one entity of a document type repeated gives no text, and its titles")
    func entityRepeated() throws {
        let document =
            "<!DOCTYPE rss [<!ENTITY a \"" + String(repeating: "x", count: 1000)
            + "\">]><rss><channel><item><title>T</title>"
            + "<description>" + String(repeating: "&a;", count: 260_000) + "</description></item></channel></rss>"
        let feed = try feed(document)
        #expect(feed.items[0].title == "T")
        #expect(feed.items[0].summary?.utf8.count == 780_000)
    }

    @Test(
        "Spoilt feeds give a feed or none, never more than they hold",
        arguments: [FeedSamples.rss, FeedSamples.rdf, FeedSamples.atom, FeedSamples.json, FeedSamples.opml])
    func spoilt(sample: String) {
        for bytes in Mutations.of(Array(sample.utf8), count: 150) {
            let size =
                Feed(bytes)?.items.reduce(0) { $0 + ($1.content ?? "").utf8.count + ($1.title ?? "").utf8.count } ?? 0
            #expect(size <= 4 * bytes.count)
            _ = OPML(bytes)
            _ = Sitemap(bytes)
        }
    }
}
