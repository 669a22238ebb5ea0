import DragomanCapture
import DragomanText
import Testing

struct WebArchiveTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// The address and text of each document, or the message of each error after the file's name.
    private func read(_ bytes: [UInt8], as name: String = "a.warc") throws -> [String] {
        let path = try folder.write(bytes, to: name)
        return Captures([path]).map { result in
            switch result {
            case .success(let capture): "\(capture.address ?? "-") \(text(capture))"
            case .failure(let error): "! " + error.message.replacing(path, with: name)
            }
        }
    }

    private func text(_ capture: Capture) -> String {
        String(decoding: capture.bytes, as: UTF8.self).replacing("<!DOCTYPE html><html><body><p>", with: "")
            .replacing("</p></body></html>", with: "")
    }

    private static let one = Made.page("https://x.example/1", "One.")
    private static let two = Made.page("https://x.example/2", "Two.")
    private static let three = Made.page("https://x.example/3", "Three.")
    private static let info = Made.record("warcinfo", block: Array("software: test\r\n".utf8))

    @Test("Pages come with their addresses; requests, images, failures and robots.txt are passed over")
    func pages() throws {
        let image = Made.response(type: "image/png", body: [0x89, 0x50])
        let request = Array("GET / HTTP/1.1\r\n\r\n".utf8)
        let archive =
            Self.info + Made.record("request", ["WARC-Target-URI": "https://x.example/1"], block: request) + Self.one
            + Made.record("response", ["WARC-Target-URI": "https://x.example/a.png"], block: image)
            + Made.record(
                "response", ["WARC-Target-URI": "https://x.example/no"], block: Made.response(status: 404, body: [65]))
            + Made.record(
                "response", ["WARC-Target-URI": "https://x.example/robots.txt"],
                block: Made.response(type: "text/plain", body: [65]))
            + Made.record(
                "resource", ["WARC-Target-URI": "<https://x.example/r>", "Content-Type": "text/html"], block: [66])
            + Self.two
        #expect(try read(archive) == ["https://x.example/1 One.", "https://x.example/r B", "https://x.example/2 Two."])
    }

    @Test("The source names file, record and address")
    func source() throws {
        let path = try folder.write(Self.info + Self.one, to: "a.warc")
        let capture = try #require(Captures([path]).map { $0 }.first).get()
        #expect(capture.source == "\(path), record 2 (https://x.example/1)")
        #expect(capture.contentType == "text/html; charset=utf-8")
    }

    @Test("Gzipped record by record, gzipped as a whole, found by content and not by name")
    func gzipped() throws {
        let expected = ["https://x.example/1 One.", "https://x.example/2 Two."]
        #expect(try read(Made.gzip(Self.info) + Made.gzip(Self.one) + Made.gzip(Self.two), as: "a.bin") == expected)
        #expect(try read(Made.gzip(Self.info + Self.one + Self.two), as: "b.gz") == expected)
    }

    @Test(
        "Bodies in chunks and packed",
        arguments: [
            (["Content-Encoding: gzip"], Made.Packed.gzip), (["Content-Encoding: br"], Made.Packed.brotli),
            (["Content-Encoding: deflate"], Made.Packed.deflate), (["Content-Encoding: deflate"], Made.Packed.zlib),
            (["Content-Encoding: gzip"], Array(Made.Packed.page.utf8)),
            (["Content-Encoding: br"], Array(Made.Packed.page.utf8)),
            (
                ["Transfer-Encoding: chunked"],
                Array("5\r\n<!DOC\r\n37;x=y\r\n\(Made.Packed.page.dropFirst(5))\r\n0\r\n\r\n".utf8)
            ),
            (["Transfer-Encoding: chunked"], Array(Made.Packed.page.utf8)),
        ])
    func packed(fields: [String], body: [UInt8]) throws {
        let record = Made.record(
            "response", ["WARC-Target-URI": "https://x.example/"], block: Made.response(fields, body: body))
        #expect(try read(record) == ["https://x.example/ Packed page."])
    }

    @Test("A revisit gives the document of the record that it refers to", arguments: [0, 1, 2])
    func revisit(packing: Int) throws {
        let records = [
            Self.info, Made.page("https://x.example/1", "One.", digest: "sha1:AAAA"), Self.two,
            Made.record(
                "revisit", ["WARC-Target-URI": "https://x.example/copy", "WARC-Payload-Digest": "sha1:AAAA"],
                block: Made.response(body: [])),
            Made.record(
                "revisit", ["WARC-Target-URI": "https://x.example/gone", "WARC-Payload-Digest": "sha1:BBBB"],
                block: Made.response(body: [])),
            Self.three,
        ]
        let archive = [records.flatMap { $0 }, records.flatMap(Made.gzip), Made.gzip(records.flatMap { $0 })][packing]
        #expect(
            try read(archive) == [
                "https://x.example/1 One.", "https://x.example/2 Two.", "https://x.example/copy One.",
                "! a.warc, record 5 (https://x.example/gone) refers to a record that is not in this file",
                "https://x.example/3 Three.",
            ])
    }

    @Test(
        "One broken record is named, the others are read",
        arguments: [
            (
                Made.record("response", ["WARC-Target-URI": "https://x.example/b"], block: [65], length: 300),
                "is not as long as it says"
            ),
            (
                Made.record("response", ["WARC-Target-URI": "https://x.example/b"], block: Array(Made.one), length: 3),
                "is not as long as it says"
            ),
            (
                Array("WARC/1.1\r\nWARC-Target-URI: https://x.example/b\r\nContent-Length: many\r\n\r\nx\r\n\r\n".utf8),
                "does not say its length"
            ),
        ])
    func broken(record: [UInt8], reason: String) throws {
        #expect(
            try read(Self.one + record + Self.two + Self.three) == [
                "https://x.example/1 One.", "! a.warc, record 2 (https://x.example/b) \(reason)",
                "https://x.example/2 Two.",
                "https://x.example/3 Three.",
            ])
    }

    @Test("What stands between records is told once")
    func junk() throws {
        #expect(
            try read(Self.one + Array("no record\r\nat all\r\n\r\n".utf8) + Self.two)
                == ["https://x.example/1 One.", "! a.warc, record 2 has no WARC header", "https://x.example/2 Two."])
    }

    @Test("A damaged gzip member costs its record only")
    func damagedMember() throws {
        var member = Made.gzip(Made.page("https://x.example/b", String(repeating: "b", count: 200)))
        member[13] ^= 0xFF
        let lines = try read(Made.gzip(Self.one) + member + Made.gzip(Self.two), as: "a.warc.gz")
        #expect(lines.first == "https://x.example/1 One.")
        #expect(lines.last == "https://x.example/2 Two.")
        #expect(lines.count == 3)
        #expect(lines[1].hasSuffix("is damaged: what is compressed cannot be unpacked"))
    }

    @Test("An archive that is cut off gives what it has and names the record that is not whole")
    func cutOff() throws {
        #expect(
            try read((Self.one + Self.two).dropLast(40)) == [
                "https://x.example/1 One.", "! a.warc, record 2 (https://x.example/2) is cut off",
            ])
    }

    @Test(
        "What unpacks to a gibibyte is refused",
        arguments: [("gzip, gzip, gzip", Made.Packed.bomb), ("br, gzip", Made.Packed.brotliBomb)])
    func bomb(coding: String, body: [UInt8]) throws {
        let record = Made.record(
            "response", ["WARC-Target-URI": "https://x.example/b"],
            block: Made.response(["Content-Encoding: \(coding)"], body: body))
        #expect(
            try read(record + Self.two) == [
                "! a.warc, record 1 (https://x.example/b) unpacks to far more than any text would",
                "https://x.example/2 Two.",
            ])
    }

    @Test("WACZ: the archives in it, with the names of both")
    func wacz() throws {
        let bytes = Made.zip([
            ("datapackage.json", Array("{}".utf8)),
            ("archive/data.warc.gz", Made.gzip(Self.info) + Made.gzip(Self.one)),
            ("pages/pages.jsonl", Array("{}".utf8)), ("archive/more.warc", Self.two),
        ])
        let path = try folder.write(bytes, to: "a.wacz")
        let captures = try Captures([path]).map { try $0.get() }
        #expect(
            captures.map(\.source) == [
                "\(path), archive/data.warc.gz, record 2 (https://x.example/1)",
                "\(path), archive/more.warc, record 1 (https://x.example/2)",
            ])
        #expect(captures.map(text) == ["One.", "Two."])
    }

    @Test("One broken record of one archive in a WACZ is named, all others are read")
    func brokenWACZ() throws {
        let broken = Made.record("response", ["WARC-Target-URI": "https://x.example/b"], block: [65], length: 300)
        let bytes = Made.zip([
            ("archive/a.warc", Self.one + broken + Self.two), ("archive/b.warc.gz", [0x1F, 0x8B, 8, 0, 1]),
            ("archive/c.warc", Self.three),
        ])
        let lines = try read(bytes, as: "a.wacz")
        #expect(lines.filter { !$0.hasPrefix("!") }.map { $0.suffix(6) } == ["1 One.", "2 Two.", " Three.".suffix(6)])
        #expect(
            lines.first { $0.hasPrefix("!") }
                == "! a.wacz, archive/a.warc, record 2 (https://x.example/b) is cut off")
        #expect(lines.contains { $0.hasPrefix("! a.wacz, archive/b.warc.gz") })
    }

    @Test("ZIP64: sizes and places of eight bytes")
    func zip64() throws {
        let page = Array(Made.html("One.").utf8)
        let bytes = Made.zip64(("a/one.html", page))
        #expect(try read(bytes, as: "a.zip") == ["- One."])
        // A size beyond the file is refused, and so is a directory beyond it.
        for place in [bytes.count - 22 - 20 - 56 + 40, bytes.count - 22 - 20 - 56 + 48] {
            var spoilt = bytes
            spoilt[place + 5] = 0x7F
            #expect(try read(spoilt, as: "b.zip").allSatisfy { $0.hasPrefix("!") })
        }
    }

    @Test("A zip file of saved pages; an entry whose name leads out is refused")
    func zippedPages() throws {
        let page = Array(Made.html("One.").utf8)
        #expect(
            try read(Made.zip([("a/one.html", page), ("../two.html", page), ("logo.png", [1])]), as: "a.zip")
                == ["- One.", "! a.zip has an entry whose name leads out of it: ../two.html"])
    }

    @Test("An office document stays one")
    func office() throws {
        let bytes = Made.zip([("[Content_Types].xml", [65]), ("word/a.html", [65])])
        #expect(try read(bytes, as: "a.docx") == ["! a.docx is a zip archive or an office document, not text"])
    }

    @Test("Spoilt archives never crash, and never give more than they hold")
    func spoilt() throws {
        let plain = Self.info + Self.one + Self.two + Self.three
        let packed = Made.gzip(Self.one) + Made.gzip(Self.two)
        let zipped = Made.zip([("archive/a.warc", plain), ("b.html", [65])])
        for (number, sample) in [plain, packed, zipped].enumerated() {
            for bytes in Mutations.of(sample, count: 120, seed: UInt64(number)) {
                #expect(try read(bytes).count < 20)
            }
        }
    }
}

extension Made {
    /// A block that says it is shorter than it is.
    static let one = page("https://x.example/inner", "Inner.").dropFirst(8)
}
