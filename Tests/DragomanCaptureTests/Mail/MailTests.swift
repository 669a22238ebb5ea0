import DragomanCapture
import DragomanText
import Testing

struct MailTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func captures(_ text: String, as name: String = "a.eml") throws -> [Result<Capture, DragomanError>] {
        let path = try folder.write(text.replacing("\n", with: "\r\n").utf8, to: name)
        return Captures([path]).map { $0 }
    }

    private func page(_ text: String) throws -> String {
        let capture = try #require(try captures(text).first).get()
        return String(decoding: capture.bytes, as: UTF8.self)
    }

    @Test("A newsletter: its HTML part under subject, sender and date")
    func newsletter() throws {
        let page = try page(MailSamples.newsletter)
        #expect(page.contains("<title>Trade café – weekly</title>"))
        #expect(page.contains("<meta property=\"og:site_name\" content=\"Harbour Courier\">"))
        #expect(page.contains("<meta property=\"article:published_time\" content=\"2026-11-23T08:00:00+01:00\">"))
        #expect(page.contains("<p>Orvel opens a works in Batumi – café prices = up.</p>"))
        #expect(!page.contains("Plain text"))
    }

    @Test("A plain mail: paragraphs, escaped, without the signature")
    func plain() throws {
        let page = try page(MailSamples.plain)
        #expect(page.contains("<h1>Завод</h1>"))
        #expect(page.contains("<p>Первый абзац на двух строках.</p>\n<p>a &lt; b</p>"))
        #expect(!page.contains("Signed"))
    }

    @Test("A page saved into one file gives the page's own bytes and address")
    func savedPage() throws {
        let capture = try #require(try captures(MailSamples.savedPage, as: "a.mhtml").first).get()
        #expect(capture.address == "https://x.example/news/1")
        #expect(capture.contentType == "text/html; charset=\"windows-1251\"")
        #expect(
            capture.bytes == Array("<html><body><p>".utf8) + [0xC6, 0xF3, 0xEA] + Array("</p></body></html>\r\n".utf8))
    }

    @Test("A mailbox gives its mails one by one; one without text is named")
    func mailbox() throws {
        let results = try captures(MailSamples.mailbox, as: "letters")
        #expect(results.count == 3)
        let path = folder.path + "/letters"
        #expect(try results[0].get().source == "\(path), message 1 (First)")
        let first = String(decoding: try results[0].get().bytes, as: UTF8.self)
        #expect(first.contains("<p>Text of the first.</p>\n<p>From here it goes on.</p>"))
        #expect(throws: DragomanError.self) { try results[1].get() }
        if case .failure(let error) = results[1] {
            #expect(error.code == "F042")
            #expect(error.message == "\(path), message 2 (Second) holds no text")
        }
        #expect(try results[2].get().source == "\(path), message 3 (Third)")
    }

    @Test("A text with head lines of its own is no mail")
    func noMail() throws {
        let capture = try #require(try captures("Outlet: X\nDate: 2026-11-23\n\nTitle\n\nText.", as: "a.txt").first)
            .get()
        #expect(capture.bytes.starts(with: Array("Outlet: X".utf8)))
    }

    @Test("A feed's items with full text are captures; a list of feeds is none")
    func feeds() throws {
        let captures = try captures(FeedSamples.rss, as: "feed.xml").map { try $0.get() }
        #expect(captures.map(\.address) == ["https://courier.example/trade/orvel-batumi"])
        let page = String(decoding: captures[0].bytes, as: UTF8.self)
        #expect(page.contains("<html lang=\"en-GB\">"))
        #expect(page.contains("<h1>Orvel &amp; Sons to build lorries in Batumi</h1>"))
        #expect(page.contains("<meta name=\"author\" content=\"Lena Marsh\">"))
        #expect(page.contains("<link rel=\"canonical\" href=\"https://courier.example/trade/orvel-batumi\">"))
        guard case .failure(let error)? = try self.captures(FeedSamples.opml, as: "a.opml").first else {
            Issue.record("a list of feeds gave a document")
            return
        }
        #expect(error.code == "F043")
    }

    @Test("Spoilt mails give a document or an error")
    func spoilt() throws {
        for sample in [MailSamples.newsletter, MailSamples.savedPage, MailSamples.mailbox] {
            for bytes in Mutations.of(Array(sample.utf8), count: 100) {
                let path = try folder.write(bytes, to: "spoilt")
                #expect(Captures([path]).map { $0 }.count < 10)
            }
        }
    }

    @Test("Parts within parts end at a limit")
    func nested() throws {
        var text = "Subject: x\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b0\n\n"
        for level in 0..<2000 { text += "--b\(level)\nContent-Type: multipart/mixed; boundary=b\(level + 1)\n\n" }
        #expect(try captures(text).count == 1)
    }
}
