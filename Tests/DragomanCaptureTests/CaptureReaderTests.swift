import DragomanCapture
import DragomanText
import Glibc
import Testing

struct CaptureReaderTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// The error that reading `path` gives.
    private func error(_ path: String, limit: Int = 1 << 20) -> DragomanError? {
        #expect(throws: DragomanError.self) { try CaptureReader(limit: limit).read(path) }
    }

    @Test func bytesAsTheyCame() throws {
        let path = try folder.write("A title\r\n\r\nText \u{FEFF}é\n".utf8, to: "a.txt")
        let capture = try CaptureReader().read(path)
        #expect(capture.bytes == Array("A title\r\n\r\nText \u{FEFF}é\n".utf8))
        #expect(capture.source == path)
        #expect(capture.sha256 == SHA256.hex(of: capture.bytes))
    }

    @Test func missing() {
        let error = error(folder.path + "/none.txt")
        #expect(error?.code == "F001")
        #expect(error?.kind == .failure)
        #expect(error?.message.contains("none.txt") == true)
    }

    @Test func folderForAFile() {
        #expect(error(folder.path)?.code == "F002")
    }

    @Test(arguments: ["", " \n\t\r\n", "\u{FEFF}\n"])
    func empty(text: String) throws {
        #expect(error(try folder.write(text.utf8, to: "a.txt"))?.code == "F003")
    }

    @Test(arguments: [
        ("SQLite format 3\0...", "a SQLite database"), ("GIF89a...", "a GIF image"), ("ab\0cd\0ef\0", "a binary file"),
        ("\u{1}\u{2}\u{3}\u{4}text", "a binary file"), ("\0\u{1}\u{2}", "a binary file"),
    ])
    func binary(text: String, name: String) throws {
        let error = error(try folder.write(text.utf8, to: "a.txt"))
        #expect(error?.code == "F005")
        #expect(error?.kind == .badInput)
        #expect(error?.message.hasSuffix("is \(name), not text") == true)
        #expect(error?.advice != nil)
    }

    @Test("UTF-16 with a byte order mark and a page with one stray NUL are text")
    func textAllTheSame() throws {
        let wide = try folder.write([0xFF, 0xFE, 0x61, 0, 0x62, 0, 0x63, 0], to: "wide.txt")
        #expect(try CaptureReader().read(wide).bytes.count == 8)
        let stray = Array(repeating: UInt8(ascii: "a"), count: 5000) + [0]
        #expect(try CaptureReader().read(folder.write(stray, to: "stray.html")).bytes == stray)
    }

    @Test func tooLarge() throws {
        let path = try folder.write(Array(repeating: UInt8(ascii: "a"), count: 1001), to: "a.txt")
        let error = error(path, limit: 1000)
        #expect(error?.code == "F006")
        #expect(error?.message.contains("1000 bytes") == true)
        #expect(try CaptureReader(limit: 1001).read(path).bytes.count == 1001)
    }

    @Test("A device that never ends is cut off at the limit")
    func endless() {
        #expect(error("/dev/zero", limit: 1 << 20)?.code == "F006")
    }

    @Test(.enabled(if: getuid() != 0, "root may read everything"))
    func unreadable() throws {
        let path = try folder.write("text".utf8, to: "a.txt")
        chmod(path, 0)
        #expect(error(path)?.code == "F004")
    }
}
