import DragomanCapture
import DragomanPage
import DragomanText
import Testing

/// The article in a plain text or a page of our own.
func article(_ text: String, source: String = "article.txt") throws -> Article {
    try ArticleReader().article(from: Capture(source: source, bytes: Array(text.utf8)))
}

extension Article {
    /// Its blocks as "kind: text".
    var lines: [String] { blocks.map { "\($0.kind): \(text.string($0.range))" } }
}

struct TextArticleTests {
    @Test("The first line is the title, each further line a paragraph, the buffer has blank lines between them")
    func titleAndParagraphs() throws {
        let article = try article(
            "Plant opens in Tabriz\n\nThe plant opened.\r\nIt makes buses.\n\n\nMore will follow.\n")
        #expect(
            article.lines == [
                "headline: Plant opens in Tabriz", "paragraph: The plant opened.", "paragraph: It makes buses.",
                "paragraph: More will follow.",
            ])
        #expect(article.title == "Plant opens in Tabriz")
        #expect(
            String(decoding: article.text, as: UTF8.self)
                == "Plant opens in Tabriz\n\nThe plant opened.\n\nIt makes buses.\n\nMore will follow.")
    }

    @Test("Lines wrapped at a column are joined")
    func wrapped() throws {
        let article = try article(
            """
            Buses for the north

            The maker of buses in Tabriz will send the first of its new low-floor
            models to the north in the autumn, its director said at a fair, and
            more are to follow.

            He did not say how many of them there would be or what they would cost
            the buyers.
            """)
        #expect(article.blocks.count == 3)
        #expect(
            article.lines[1].hasSuffix(
                "low-floor models to the north in the autumn, its director said at a fair, and more are to follow."))
    }

    @Test("Head lines give metadata and are no text")
    func headLines() throws {
        let article = try article(
            """
            Outlet: Caspian Herald
            Date: 2023-05-16
            Address: https://example.org/buses
            Author: Ann Writer, Bo Scribe

            Buses for the north

            A maker in Tabriz will send buses. Source: nobody knows.
            """)
        #expect(article.outlet == "Caspian Herald")
        #expect(article.published?.description == "2023-05-16")
        #expect(article.address == "https://example.org/buses")
        #expect(article.authors == ["Ann Writer", "Bo Scribe"])
        #expect(article.lines.count == 2)
    }

    @Test("Furniture of the page is no text, and what is next and previous is kept apart")
    func furniture() throws {
        let article = try article(
            """
            Buses for the north

            By Ann Writer
            16 May 2023
            3 min read

            No time to read?
            Get a summary

            A maker in Tabriz will send buses.

            Read more:
            Ten buses that changed the world

            Share this: Telegram | WhatsApp
            The buses are blue.
            Subscribe to our newsletter
            © 2023 Caspian Herald
            Previous Article

            A bridge for the south

            Next Article

            A tunnel for the west
            """)
        #expect(
            article.lines == [
                "headline: Buses for the north", "paragraph: A maker in Tabriz will send buses.",
                "paragraph: The buses are blue.",
            ])
        #expect(article.previous == "A bridge for the south")
        #expect(article.next == "A tunnel for the west")
        #expect(article.authors == ["Ann Writer"])
        #expect(article.published?.description == "2023-05-16")
    }

    @Test(arguments: [
        "Previous: A bridge", "Next article: A tunnel", "READ MORE: Ten buses", "Also read: Ten buses", "12 comments",
        "5-minute read", "Follow us on Telegram", "All rights reserved.", "We use cookies to make this site better.",
        "Читайте также: Десять автобусов", "Подписывайтесь на наш канал", "Предыдущая статья", "Время чтения: 3 минуты",
        "Ayrıca okuyun: On otobüs", "Bizi takip edin", "Sonraki haber", "Lesen Sie auch: Zehn Busse",
        "Nächster Artikel",
        "Lesezeit: 3 Minuten", "بیشتر بخوانید: ده اتوبوس", "مطلب قبلی", "***", "Media contact: press@example.org",
    ])
    func dropped(line: String) throws {
        let article = try article("Buses for the north\n\nA maker will send buses.\n\nThey are blue.\n\n\(line)\n")
        #expect(article.lines.count == 3, "\(article.lines)")
    }

    @Test(arguments: [
        "Share prices fell by a third on Monday, and nobody in the trade could say why that was so, though many had tried to find out more.",
        "Next year the plant will make more buses.", "Related costs rose.", "Search parties went out.",
        "Contact with the plant was lost.", "Sources close to the plant said it would close.", "End users will pay.",
    ])
    func kept(line: String) throws {
        let article = try article("Buses for the north\n\nA maker will send buses.\n\n\(line)\n")
        #expect(article.lines.last == "paragraph: \(line)")
    }

    @Test func subheadsAndLists() throws {
        let article = try article(
            "Buses\n\nA maker will send buses:\n\n- two red ones\n- a blue one\n\nWhat comes next\n\nMore will follow.\n"
        )
        #expect(article.blocks.map(\.kind) == [.headline, .paragraph, .listItem, .listItem, .subhead, .paragraph])
        #expect(article.lines[2] == "listItem: two red ones")
    }

    @Test("A text of one line is a paragraph, and one that begins with a sentence has no title")
    func withoutTitle() throws {
        #expect(
            try article("A maker in Tabriz will send buses.").lines == ["paragraph: A maker in Tabriz will send buses."]
        )
        let article = try article("TABRIZ – A maker will send buses.\n\nThey are blue.\n")
        #expect(article.title == nil)
        #expect(article.lines == ["paragraph: A maker will send buses.", "paragraph: They are blue."])
    }

    @Test func nothingThere() {
        let error = #expect(throws: DragomanError.self) { try article("Share this\nSubscribe now\n") }
        #expect(error?.code == "P001")
        #expect(error?.advice != nil)
    }

    @Test("Ill-formed bytes and control characters do no harm")
    func repaired() throws {
        let bytes = Array("Buses\n\nA maker".utf8) + [0xFF, 0x07] + Array("sends them.".utf8)
        let article = try ArticleReader().article(from: Capture(source: "a.txt", bytes: bytes))
        #expect(article.lines == ["headline: Buses", "paragraph: A maker\u{FFFD}sends them."])
    }

    @Test(arguments: [
        ("It will close. (Steppe Wire)", "Steppe Wire"), ("It will close.\n\n— RIA Novosti", "RIA Novosti"),
        ("It will close.\n\n(Reuters)", "Reuters"), ("It will close.\n\nSource: TASS", "TASS"),
        ("It will close (next year).", nil),
    ])
    func wire(end: String, wire: String?) throws {
        #expect(try article("Buses\n\nA maker will send buses.\n\n\(end)").wire == wire)
    }
}
