import DragomanCapture
import Testing

struct OPMLTests {
    @Test("Feeds in the order of the list, with the folders they stand in")
    func nested() throws {
        let list = try #require(OPML(Array(FeedSamples.opml.utf8)))
        #expect(list.title == "Trade press")
        #expect(list.feeds.map(\.folders) == [["Cars"], ["Cars", "Parts"], []])
        #expect(
            list.feeds.map(\.outline.feed)
                == ["https://auto.example/rss", "https://bolts.example/feed", "https://ports.example/rss"])
        #expect(list.feeds[0].outline.title == "Auto & Trade")
        #expect(list.feeds[0].outline.page == "https://auto.example/")
    }

    @Test("What is written is read again as the same list")
    func roundTrip() throws {
        let list = try #require(OPML(Array(FeedSamples.opml.utf8)))
        #expect(OPML(list.document) == list)
        var odd = OPML(title: "<a> & \"b\"", outlines: [.init(title: "x < y", feed: "https://e.example/?a=1&b=\"2\"")])
        for depth in 0..<20 { odd.outlines = [.init(title: "level \(depth)", children: odd.outlines)] }
        #expect(OPML(odd.document) == odd)
    }

    @Test("Folders nested too deep are flattened; no feed is lost")
    func deep() throws {
        let levels = 100
        let text =
            "<opml><body>" + (0..<levels).map { "<outline text='\($0)' xmlUrl='https://e.example/\($0)'>" }.joined()
            + String(repeating: "</outline>", count: levels) + "</body></opml>"
        let list = try #require(OPML(Array(text.utf8)))
        #expect(Set(list.feeds.compactMap(\.outline.feed)).count == levels)
    }

    @Test(arguments: ["", "<rss/>", "<html><opml/></html>"])
    func none(text: String) {
        #expect(OPML(Array(text.utf8)) == nil)
    }
}
