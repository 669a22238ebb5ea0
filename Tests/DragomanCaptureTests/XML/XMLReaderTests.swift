import DragomanCapture
import DragomanText
import Testing

struct XMLReaderTests {
    /// The events of a document as lines: `<a x=1>`, `"text"`, `[literal]`, `</a>`.
    private func events(_ document: String) -> [String] { Self.events(XMLReader(Array(document.utf8))) }

    static func events(_ reader: XMLReader) -> [String] {
        var reader = reader
        var lines: [String] = []
        while let event = reader.next() {
            switch event {
            case .start(let name):
                let attributes = reader.attributes.map { " \(written($0.name))=\(reader.string($0.value))" }
                lines.append("<\(written(name))\(attributes.joined())>")
            case .text(let range): lines.append("\"\(reader.string(range))\"")
            case .literal(let range): lines.append("[\(reader.bytes.string(range))]")
            case .end(let name): lines.append("</\(written(name))>")
            }
        }
        return lines
    }

    private static func written(_ name: XMLName) -> String {
        name.namespace.isEmpty ? name.local : "{\(name.namespace)}\(name.local)"
    }

    @Test func elementsTextAndAttributes() {
        #expect(
            events("<?xml version='1.0'?><!-- head --><a x='1' y=\"&lt;2&gt;\">one<b/>two</a>")
                == ["<a x=1 y=<2>>", "\"one\"", "<b>", "</b>", "\"two\"", "</a>"])
    }

    @Test("References: the five, HTML's, numbers; what is none stays as it is")
    func references() {
        #expect(
            events("<a>&amp;&lt;&gt;&quot;&apos; &eacute;&nbsp;&rarr; &#1488;&#x1F600; &#150;</a>")[1]
                == "\"&<>\"' é\u{A0}→ א😀 –\"")
        #expect(events("<a>Marks & Spencer &unknown; AT&T &;</a>")[1] == "\"Marks & Spencer &unknown; AT&T &;\"")
        #expect(events("<a>&#0;&#xFFFFFFFFFF;&#xD800;&#;</a>")[1] == "\"\u{FFFD}\u{FFFD}&#;\"")
    }

    @Test("A CDATA section is taken as it is, comments and instructions are left out")
    func literal() {
        #expect(
            events("<a><![CDATA[<b>&amp;</b>]]><!-- <c> --><?d ?>.</a>") == ["<a>", "[<b>&amp;</b>]", "\".\"", "</a>"])
    }

    @Test func namespaces() {
        let document = """
            <r xmlns="urn:one" xmlns:p="urn:two"><p:a p:x="1" y="2"/><b xmlns="urn:three"><c/></b><d/></r>
            """
        #expect(
            events(document).filter { !$0.hasPrefix("</") }
                == [
                    "<{urn:one}r xmlns=urn:one {urn:two}p=urn:two>", "<{urn:two}a {urn:two}x=1 y=2>",
                    "<{urn:three}b xmlns=urn:three>", "<{urn:three}c>", "<{urn:one}d>",
                ].map { $0.replacing(" {urn:two}p=urn:two", with: " xmlns:p=urn:two") })
    }

    @Test("A prefix that is not declared means what it customarily means, or belongs to the name")
    func undeclaredPrefix() {
        #expect(
            events("<dc:date/><odd:date/>")
                == [
                    "<{http://purl.org/dc/elements/1.1/}date>", "</{http://purl.org/dc/elements/1.1/}date>",
                    "<odd:date>",
                    "</odd:date>",
                ])
    }

    @Test("What a document type declares is never expanded")
    func documentType() {
        let document = """
            <!DOCTYPE a [ <!-- don't --> <!ENTITY x "ha"> <!ENTITY y "&x;&x;"> <!ENTITY f SYSTEM "file:///etc/passwd"> ]>
            <a>&y;&f;&amp;</a>
            """
        #expect(events(document) == ["<a>", "\"&y;&f;&\"", "</a>"])
        #expect(events("<!DOCTYPE a [ ><a>text</a>").contains("\"text\""))
    }

    @Test(
        "Mistakes are mended",
        arguments: [
            ("<a><b>one</a>", ["<a>", "<b>", "\"one\"", "</b>", "</a>"]),
            ("<a>one</b></a>", ["<a>", "\"one\"", "</a>"]),
            ("<a>1 < 2</a>", ["<a>", "\"1 \"", "\"< 2\"", "</a>"]),
            ("<a x=1 y z='2>", ["<a x=1 y= z='2>", "</a>"]),
            ("junk <a>one</a> junk", ["<a>", "\"one\"", "</a>"]),
            ("<a><b", ["<a>", "<b>", "</b>", "</a>"]),
            ("<a><b <c/></a>", ["<a>", "<b>", "<c>", "</c>", "</b>", "</a>"]),
            ("<a><![CDATA[one", ["<a>", "[one]", "</a>"]),
            ("<a><!-- one</a>", ["<a>", "\"!-- one\"", "</a>"]),
            ("", []), ("<", []), ("<>", []), ("</a>", []), ("&", []), ("<a", ["<a>", "</a>"]),
        ])
    func mended(document: String, expected: [String]) {
        #expect(events(document) == expected)
    }

    @Test func truncated() {
        func isTruncated(_ document: String) -> Bool {
            var reader = XMLReader(Array(document.utf8))
            while reader.next() != nil {}
            return reader.isTruncated
        }
        #expect(isTruncated("<a><b></b>"))
        #expect(isTruncated("<a><b x='"))
        #expect(!isTruncated("<a><b></b></a>"))
    }

    @Test("Elements nested deeper than the limit end the document; what was open is closed")
    func depth() {
        let depth = XMLReader.depthLimit
        var reader = XMLReader(Array(String(repeating: "<a>", count: 100_000).utf8))
        var starts = 0
        var ends = 0
        while let event = reader.next() {
            if case .start = event { starts += 1 }
            if case .end = event { ends += 1 }
        }
        #expect(starts == depth)
        #expect(ends == depth)
        #expect(reader.isTooDeep)
    }

    @Test func attributesAreCapped() {
        let tag = "<a " + (0..<5000).map { "n\($0)='\($0)'" }.joined(separator: " ") + ">"
        var reader = XMLReader(Array(tag.utf8))
        _ = reader.next()
        #expect(reader.attributes.count == XMLReader.attributeLimit)
        #expect(reader.attribute("n999") == "999")
    }

    @Test(
        "Encodings: by mark, by declaration, by header; valid UTF-8 is UTF-8 whatever is said",
        arguments: [
            ([0xFF, 0xFE] + "<a>Жук</a>".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }, nil, "Жук"),
            (
                Array("<?xml version='1.0' encoding='windows-1251'?><a>".utf8) + [0xC6, 0xF3, 0xEA]
                    + Array("</a>".utf8), nil, "Жук"
            ),
            (Array("<a>".utf8) + [0xC6, 0xF3, 0xEA] + Array("</a>".utf8), "windows-1251", "Жук"),
            (Array("<?xml version='1.0' encoding='windows-1251'?><a>Жук</a>".utf8), "koi8-r", "Жук"),
            (Array("<a>caf".utf8) + [0xE9] + Array("</a>".utf8), nil, "café"),
        ] as [([UInt8], String?, String)])
    func encodings(bytes: [UInt8], charset: String?, text: String) {
        #expect(Self.events(XMLReader(bytes, charset: charset)).dropFirst().first == "\"\(text)\"")
    }

    @Test("Contents: text without that of elements in it, markup with it, elements left out")
    func contents() {
        var reader = XMLReader(Array("<r><a> one <b>two</b> <![CDATA[<3]]> </a><a>x<b/></a><c>end</c></r>".utf8))
        _ = reader.next()
        _ = reader.next()
        #expect(reader.text() == "one  <3")
        _ = reader.next()
        reader.skip()
        #expect(reader.next() == .start(XMLName("c")))
        #expect(reader.depth == 2)
    }

    @Test(
        "HTML comes escaped, as CDATA, or as elements",
        arguments: [
            ("<d>&lt;p&gt;A &amp;amp; B&lt;/p&gt;</d>", "<p>A &amp; B</p>"),
            ("<d><![CDATA[<p>A &amp; B</p>]]></d>", "<p>A &amp; B</p>"),
            (
                "<d xmlns:h='http://www.w3.org/1999/xhtml'><h:p class='x'>A &amp; B<h:br/></h:p></d>",
                "<p class=\"x\">A &amp; B<br></p>"
            ),
        ])
    func markup(document: String, html: String) {
        var reader = XMLReader(Array(document.utf8))
        _ = reader.next()
        #expect(reader.markup() == html)
    }
}
