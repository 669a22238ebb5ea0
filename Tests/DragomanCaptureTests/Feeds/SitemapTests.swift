import DragomanCapture
import Testing

struct SitemapTests {
    @Test("A news sitemap: title, outlet and time of each article; entries without an address are passed over")
    func news() throws {
        let map = try #require(Sitemap(Array(FeedSamples.newsSitemap.utf8)))
        #expect(!map.isIndex)
        #expect(map.entries.map(\.address) == ["https://courier.example/a?x=1&y=2", "https://courier.example/b"])
        let entry = map.entries[0]
        #expect(entry.title == "Port fees & dues")
        #expect(entry.outlet == "Harbour Courier")
        #expect(entry.language == "en")
        #expect(entry.published?.description == "2026-11-22")
        #expect(entry.modified?.description == "2026-11-23T10:00:00Z")
        #expect(map.entries[1].title == nil)
    }

    @Test func index() throws {
        let text = "<sitemapindex><sitemap><loc>https://e.example/1.xml</loc></sitemap></sitemapindex>"
        let map = try #require(Sitemap(Array(text.utf8)))
        #expect(map.isIndex)
        #expect(map.entries.map(\.address) == ["https://e.example/1.xml"])
    }

    @Test func capped() throws {
        let text =
            "<urlset>" + String(repeating: "<url><loc>https://e.example</loc></url>", count: Sitemap.entryLimit + 5)
        let map = try #require(Sitemap(Array(text.utf8)))
        #expect(map.entries.count == Sitemap.entryLimit)
        #expect(map.isTruncated)
    }

    @Test func none() {
        #expect(Sitemap(Array("<rss><channel/></rss>".utf8)) == nil)
        #expect(Sitemap([]) == nil)
    }
}
