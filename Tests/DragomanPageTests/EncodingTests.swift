import DragomanCapture
import DragomanPage
import Testing

/// Pages in other encodings than UTF-8, found as browsers find them: byte order mark, header, `meta`, detection.
struct EncodingTests {
    /// "Завод отправит автобусы в Алматы" in Windows-1251.
    private static let cyrillic: [UInt8] = [
        0xC7, 0xE0, 0xE2, 0xEE, 0xE4, 0x20, 0xEE, 0xF2, 0xEF, 0xF0, 0xE0, 0xE2, 0xE8, 0xF2, 0x20, 0xE0, 0xE2, 0xF2,
        0xEE, 0xE1, 0xF3, 0xF1, 0xFB, 0x20, 0xE2, 0x20, 0xC0, 0xEB, 0xEC, 0xE0, 0xF2, 0xFB,
    ]

    private func title(head: String, header: String?, mark: [UInt8] = []) -> String? {
        var page = mark + Array("<html><head>\(head)<title>".utf8) + Self.cyrillic
        page += Array("</title></head><body><p>".utf8) + Self.cyrillic + Array(".</p></body></html>".utf8)
        let capture = Capture(source: "page.html", bytes: page, contentType: header)
        return ArticleReader().page(in: capture).title
    }

    @Test("The header names the encoding where the page does not")
    func header() {
        #expect(title(head: "", header: "text/html; charset=windows-1251") == "Завод отправит автобусы в Алматы")
        #expect(title(head: "", header: "text/html; charset=\"CP1251\"") == "Завод отправит автобусы в Алматы")
    }

    @Test("The header comes before the page's own word")
    func headerFirst() {
        let head = "<meta charset=\"iso-8859-1\">"
        #expect(title(head: head, header: "text/html; charset=windows-1251") == "Завод отправит автобусы в Алматы")
        #expect(title(head: head, header: nil)?.hasPrefix("Çàâîä") == true)
    }

    @Test("A header with an encoding nobody knows leaves the choice to the page")
    func unknown() {
        let head = "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=windows-1251\">"
        #expect(title(head: head, header: "text/html; charset=x-none") == "Завод отправит автобусы в Алматы")
    }

    @Test("Well-formed UTF-8 is UTF-8, and a byte order mark comes before the header")
    func utf8() {
        let page = "<html><title>Müller liefert Busse</title><p>Der erste Bus fährt im März nach Gjøvik.</p></html>"
        for header in ["text/html; charset=iso-8859-1", "text/html; charset=windows-1251"] {
            for mark in [[], [0xEF, 0xBB, 0xBF]] as [[UInt8]] {
                let capture = Capture(source: "page.html", bytes: mark + Array(page.utf8), contentType: header)
                #expect(ArticleReader().page(in: capture).title == "Müller liefert Busse")
            }
        }
        var wide: [UInt8] = [0xFF, 0xFE]
        for unit in page.utf16 { wide += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
        let capture = Capture(source: "page.html", bytes: wide, contentType: "text/html; charset=iso-8859-1")
        #expect(ArticleReader().page(in: capture).title == "Müller liefert Busse")
    }

    @Test("An encoding written in ASCII is read where it is named")
    func escapes() {
        // "バス" in ISO-2022-JP.
        let word: [UInt8] = [0x1B, 0x24, 0x42, 0x25, 0x50, 0x25, 0x39, 0x1B, 0x28, 0x42]
        let page = Array("<html><title>".utf8) + word + Array("</title><p>".utf8) + word + Array("</p></html>".utf8)
        let capture = Capture(source: "page.html", bytes: page, contentType: "text/html; charset=iso-2022-jp")
        #expect(ArticleReader().page(in: capture).title == "バス")
    }

    @Test("Wrong bytes show as replacement characters, and the text around them stays")
    func wrong() {
        let page =
            Array("<html><title>Busse f\u{FC}r G".utf8) + [0xFF] + Array("vik</title><p>Sie fahren.</p></html>".utf8)
        let capture = Capture(source: "page.html", bytes: page, contentType: "text/html; charset=utf-8")
        #expect(ArticleReader().page(in: capture).title == "Busse f\u{FC}r G\u{FFFD}vik")
    }
}
