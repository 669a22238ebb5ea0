import DragomanCapture
import DragomanPage
import DragomanText
import Testing

/// Input made to crash, hang or exhaust a reader. Each case must end, in an article or in an error.
struct HostilePageTests {
    private static let text =
        "<p>The maker of buses in Tabriz will send the first of its new models to the north in the autumn.</p>"

    private func read(_ page: String) -> Article? {
        try? ArticleReader().article(from: Capture(source: "a.html", bytes: Array(("<html><body>" + page).utf8)))
    }

    @Test(arguments: [
        "div", "span", "b", "a", "font", "table", "ul", "blockquote", "x-y", "svg", "select", "button", "form",
    ])
    func nested(tag: String) {
        let article = read(String(repeating: "<\(tag)>", count: 50_000) + Self.text)
        if tag == "div" { #expect(article?.blocks.count == 1) }
    }

    @Test("Elements closed by others' end tags do not nest without bound")
    func crossed() {
        #expect(read(String(repeating: "<div><span></div>", count: 30_000) + Self.text)?.blocks.count == 1)
        _ = read(String(repeating: "<span><div></span>", count: 30_000) + Self.text)
    }

    @Test("Open formatting elements are not copied into every paragraph")
    func formatting() {
        let open = (0..<500).map { "<b a=\($0)>" }.joined()
        #expect(
            read("<p>" + open + "</p>" + String(repeating: "<p>x</p>", count: 20_000) + Self.text)?.blocks.count == 1)
    }

    @Test(arguments: [
        "<!--", "<script>", "<p title=\"", "<style>", "<![CDATA[", "<", "</", "<p", "&#", "&#x110000;", "<title>",
        "<textarea>", "\0",
        "<!DOCTYPE", "<svg><![CDATA[<p>", "<template><p>", "<a href='", "<plaintext>",
    ])
    func unfinished(end: String) {
        #expect(read(Self.text + Self.text.split(separator: " ").reversed().joined(separator: " ") + end) != nil)
    }

    @Test(
        "Tags that a parser passes over do not join text at a cost that grows with its square",
        arguments: [
            ("", "x</xyz>"), ("", "x<td>"), ("", "x</li>"), ("", "x</>"), ("", "x<form>"), ("", "x<select>"),
            ("<svg>", "x</g>"),
            ("<table>", "x</g>"), ("<table>", "x<!-->"), ("<table>", "x<tr>"), ("<table>", "x<?>"),
            ("<select>", "x<div>"),
        ])
    func passedOver(start: String, unit: String) {
        #expect(read(start + String(repeating: unit, count: 60_000) + "</svg></table>" + Self.text) != nil)
    }

    @Test("A tag that is passed over does not part a word")
    func partedWord() {
        let article = read(
            "<p>The mak</xyz>er of buses in Tab<td>riz will send the first of its new mod</li>els to the north.</p>")
        #expect(
            article?.lines == [
                "paragraph: The maker of buses in Tabriz will send the first of its new models to the north."
            ])
    }

    @Test func manyAttributes() {
        let attributes = (0..<20_000).map { "a\($0)='b'" }.joined(separator: " ")
        #expect(read("<div \(attributes)>" + Self.text)?.blocks.count == 1)
    }

    @Test("Deeply nested JSON-LD ends")
    func deepJSON() {
        let json = String(repeating: "{\"a\":[", count: 20_000)
        #expect(read("<script type='application/ld+json'>\(json)</script>" + Self.text)?.blocks.count == 1)
    }

    @Test("Random pages give ordered ranges inside a well-formed text")
    func random() {
        var random = Xorshift(seed: 11)
        let pieces = [
            "<p>", "</p>", "<div class='share'>", "</div>", "<b>", "</b>", "<table><tr><td>", "</table>", "<br>",
            "<li>", "<h1>",
            "</h1>", "The maker of buses in Tabriz will send the first of its new models to the north in the autumn. ",
            "TABRIZ – ",
            "<a href='x'>Next Article</a>", "&nbsp;", "&shy;", "<!-- ", " -->", "\u{FFFD}", "é", "<script>",
            "</script>", "By Ann Writer",
            "(Reuters)", "\n", "<time datetime='2023-05-16'>", "<meta charset=utf-16>", "<title>", "</title>", "- ",
            "Read more:",
        ]
        for round in 0..<1500 {
            var bytes = round % 3 == 0 ? [] : Array("<html>".utf8)
            for _ in 0..<random.next(40) {
                bytes += Array(pieces[random.next(pieces.count)].utf8)
                if round % 7 == 0 { bytes.append(UInt8(random.next(256))) }
            }
            guard let article = try? ArticleReader().article(from: Capture(source: "-", bytes: bytes)) else { continue }
            #expect(UTF8Repair(article.text).replaced == 0)
            var end = 0
            for block in article.blocks {
                #expect(
                    block.range.lowerBound >= end && block.range.upperBound <= article.text.count
                        && !block.range.isEmpty)
                #expect(article.text[block.range].first != 0x20 && article.text[block.range].last != 0x20)
                end = block.range.upperBound
            }
        }
    }
}

/// A small repeatable generator of numbers (xorshift64).
struct Xorshift {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    /// A number from 0 up to `bound`.
    mutating func next(_ bound: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state % UInt64(bound))
    }
}
