import DragomanCapture
import DragomanPage
import DragomanText
import Testing

struct PageArticleTests {
    /// A page as outlets make them, with the furniture that must not come through.
    static let page = """
        <!DOCTYPE html>
        <html lang="en">
        <head>
          <meta charset="utf-8">
          <title>Buses for the north | Caspian Herald</title>
          <meta property="og:title" content="Buses for the north">
          <meta property="og:site_name" content="Caspian Herald">
          <meta name="description" content="A maker in Tabriz has found buyers for its new low-floor bus far to the north.">
          <link rel="canonical" href="https://example.org/2023/05/16/buses">
          <link rel="prev" href="/2023/05/15/bridge">
          <script type="application/ld+json">
            {"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Buses for the north",
             "datePublished": "2023-05-16T08:30:00+03:30", "author": [{"@type": "Person", "name": "Ann Writer"}],
             "publisher": {"@type": "Organization", "name": "Caspian Herald"}}
          </script>
          <script>var x = "<p>This is a script and no text, however long it may be made to look like one.</p>";</script>
        </head>
        <body class="sidebar-right">
          <nav><ul><li><a href="/">Home</a></li><li><a href="/trade">Trade</a></li></ul></nav>
          <div class="cookie-banner"><p>We use cookies so that this page knows you again when you come back to it tomorrow.</p></div>
          <main>
            <article>
              <h1>Buses for the north</h1>
              <p class="standfirst">A maker in Tabriz has found buyers for its new low-floor bus far to the north.</p>
              <div class="byline">By <a rel="author" href="/ann">Ann Writer</a> | 3 min read</div>
              <div class="summary-widget"><p>No time to read?</p><button>Get a summary</button></div>
              <div class="article-body">
                <p>TABRIZ, May 16 (Steppe Wire) – The maker of buses in Tabriz will send the first of its new models to the
                   north in the autumn, its director said at a fair&nbsp;on Tuesday.</p>
                <figure><img src="bus.jpg"><figcaption>A bus of the new model stands in the yard of the works in Tabriz.</figcaption></figure>
                <p>Read more: <a href="/ten">Ten buses that changed the world</a></p>
                <h2>What it will cost</h2>
                <p>He did not say what the buses would cost, but <b>"it will be le&shy;ss</b> than anybody thinks", he told us.</p>
                <blockquote>We have built buses for forty years and shall build them for forty more, if we are let.</blockquote>
                <ul><li>The red one seats forty people.</li><li>The blue one seats sixty.</li></ul>
                <p>Nobody at the ministry could be reached for comment<br><br>The fair is open to all until the end of the week.</p>
              </div>
              <div class="share-tools"><p>Share this story with everyone whom you know, or do not know, on the web.</p></div>
              <div class="related"><h3>Related</h3><p><a href="/a">A bridge for the south is to be opened in June, its builders say</a></p></div>
            </article>
          </main>
          <section id="comments"><p>I have seen these buses and must say that I liked the blue one a great deal better.</p></section>
          <a href="/2023/05/17/tunnel">Next Article</a>
          <footer><p>Copyright of the Caspian Herald. All rights reserved by the Caspian Herald and its heirs.</p></footer>
        </body>
        </html>
        """

    @Test("The running text comes through in order, and nothing else")
    func text() throws {
        let article = try article(Self.page, source: "page.html")
        #expect(
            article.lines == [
                "headline: Buses for the north",
                "standfirst: A maker in Tabriz has found buyers for its new low-floor bus far to the north.",
                "paragraph: The maker of buses in Tabriz will send the first of its new models to the north in the autumn, its director said at a fair\u{A0}on Tuesday.",
                "caption: A bus of the new model stands in the yard of the works in Tabriz.",
                "subhead: What it will cost",
                "paragraph: He did not say what the buses would cost, but \"it will be less than anybody thinks\", he told us.",
                "quote: We have built buses for forty years and shall build them for forty more, if we are let.",
                "listItem: The red one seats forty people.", "listItem: The blue one seats sixty.",
                "paragraph: Nobody at the ministry could be reached for comment",
                "paragraph: The fair is open to all until the end of the week.",
            ])
    }

    @Test func metadata() throws {
        let article = try article(Self.page, source: "page.html")
        #expect(article.title == "Buses for the north")
        #expect(article.outlet == "Caspian Herald")
        #expect(article.published?.description == "2023-05-16")
        #expect(article.address == "https://example.org/2023/05/16/buses")
        #expect(article.authors == ["Ann Writer"])
        #expect(article.language == "en")
        #expect(article.wire == "Steppe Wire")
        #expect(article.dateline?.place.map { article.text.string($0) } == "TABRIZ")
        #expect(article.previous == "https://example.org/2023/05/15/bridge")
        #expect(article.next == "https://example.org/2023/05/17/tunnel")
    }

    /// A page with nothing but a title and body.
    private func page(head: String = "", body: String) -> String {
        "<html><head>\(head)</head><body>\(body)</body></html>"
    }

    private static let body = """
        <p>The maker of buses in Tabriz will send the first of its new models to the north in the autumn.</p>
        <p>He did not say how many of them there would be, or what they would cost the buyers.</p>
        """

    @Test("Articles in old pages without any paragraph element are read from line breaks")
    func lineBreaks() throws {
        let article = try article(
            page(
                head: "<title>Buses</title>",
                body:
                    "<table><tr><td>The maker of buses in Tabriz will send the first of its new models to the north.<br><br>He did not say how many of them there would be, or what they would cost.</td></tr></table>"
            ), source: "old.htm")
        #expect(
            article.lines.dropFirst() == [
                "paragraph: The maker of buses in Tabriz will send the first of its new models to the north.",
                "paragraph: He did not say how many of them there would be, or what they would cost.",
            ])
    }

    @Test("An article spread over several containers is whole")
    func severalContainers() throws {
        let part = { (n: Int) in
            "<div class='part'><p>Part number \(n) of a long story about buses goes on for a while, as such stories do.</p></div><div class='ad'>Buy a bus</div>"
        }
        let article = try article(page(body: "<div>\(part(1))\(part(2))\(part(3))</div>"), source: "a.html")
        #expect(article.blocks.count { $0.kind == .paragraph } == 3)
    }

    @Test("Text that its class calls an advertisement is read where it is most of the page")
    func misnamed() throws {
        let article = try article(page(body: "<div class='sidebar ads'>\(Self.body)</div>"), source: "a.html")
        #expect(article.blocks.count == 2)
    }

    @Test(arguments: [
        ("<meta property='article:published_time' content='2023-05-16T10:00:00Z'>", ""),
        ("", "<time datetime='2023-05-16'>16 May</time>"), ("", "<span class='date'>16.05.2023, 10:30</span>"),
        ("", "<span class='date'>16. Mai 2023</span>"), ("", "<span class='date'>16 мая 2023 г.</span>"),
        ("", "<span class='date'>16 Mayıs 2023</span>"), ("<meta name='date' content='20230516'>", ""),
        ("<link rel='canonical' href='https://example.org/2023/05/16/buses'>", ""),
    ])
    func dates(head: String, before: String) throws {
        let article = try article(page(head: head, body: before + Self.body), source: "a.html")
        #expect(article.published?.description == "2023-05-16")
    }

    @Test(arguments: [
        ("<title>Buses for the north - Caspian Herald</title>", "<h1>Caspian Herald</h1><h1>Buses for the north</h1>"),
        ("<title>Buses for the north | Caspian Herald</title>", ""),
        ("<meta property='og:title' content='Buses for the north'><title>x</title>", "<h1>Caspian Herald</h1>"),
        ("", "<h1>Buses for the north</h1>"),
    ])
    func titles(head: String, before: String) throws {
        let site = "<meta property='og:site_name' content='Caspian Herald'>"
        let article = try article(page(head: site + head, body: before + Self.body), source: "a.html")
        #expect(article.title == "Buses for the north")
        #expect(article.blocks.count == 3)
    }

    @Test("Damaged JSON-LD is passed over")
    func damagedLinkedData() throws {
        let head = "<script type='application/ld+json'>{\"@type\": \"NewsArticle\", \"headline\": \"Buses</script>"
        #expect(try article(page(head: head, body: Self.body), source: "a.html").blocks.count == 2)
    }

    @Test("A page of links has no article")
    func index() {
        let links = (1...40).map { "<li><a href='/\($0)'>Story number \($0)</a></li>" }.joined()
        let error = #expect(throws: DragomanError.self) {
            try article(page(body: "<ul>\(links)</ul>"), source: "a.html")
        }
        #expect(error?.code == "P001")
    }

    @Test("The encoding is the mark's, the page's own or the detected one")
    func encodings() throws {
        let text = "<p>Завод отправит первые автобусы на север осенью, сообщил директор на выставке во вторник.</p>"
        let cyrillic = text.unicodeScalars.map { scalar -> UInt8 in
            scalar.value < 0x80 ? UInt8(scalar.value) : UInt8(truncatingIfNeeded: scalar.value - 0x410 + 0xC0)
        }
        let plain = try article("<html><body>\(text)</body></html>", source: "a.html")
        #expect(plain.language == "ru")
        for head in ["<html><head><meta charset=windows-1251></head>", "<html>"] {
            let bytes = Array(head.utf8) + cyrillic + cyrillic
            let read = try ArticleReader().article(from: Capture(source: "a.html", bytes: bytes))
            #expect(read.lines.first == plain.lines.first)
        }
        var wide: [UInt8] = [0xFF, 0xFE]
        for unit in "<html><body>\(text)</body></html>".utf16 { wide += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
        #expect(try ArticleReader().article(from: Capture(source: "a.html", bytes: wide)).lines == plain.lines)
    }

    @Test("A page is told from a text by its bytes, not its name")
    func sniffed() throws {
        #expect(try article("\n<!-- saved --><html><body>\(Self.body)</body></html>", source: "-").blocks.count == 2)
        #expect(
            try article("Buses\n\nThe tag <p> is no page.\n", source: "a.txt").lines.last
                == "paragraph: The tag <p> is no page.")
    }
}
