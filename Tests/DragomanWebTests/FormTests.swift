import DragomanText
import Foundation
import Testing

@testable import DragomanWeb

@Suite struct FormTests {
    private static func form(_ body: String, boundary: String = "x1") throws -> Form {
        try Form(
            WebRequest(
                method: "POST", target: "/add", contentType: "multipart/form-data; boundary=\(boundary)",
                body: Array(body.utf8)))
    }

    @Test func `fields and files come out as they went in`() throws {
        let form = try Self.form(
            """
            --x1\r
            Content-Disposition: form-data; name="outlet"\r
            \r
            Harbour Post\r
            --x1\r
            Content-Disposition: form-data; name="file"; filename="../../etc/a.html"\r
            Content-Type: text/html\r
            \r
            <p>one\r
            --x two\r
            --x1\r
            Content-Disposition: form-data; name="file"; filename=""\r
            \r
            \r
            --x1--\r

            """)
        #expect(form["outlet"] == "Harbour Post")
        #expect(form.files.map(\.name) == ["a.html"])
        #expect(form.files.first?.type == "text/html")
        #expect(form.files.first.map { String(decoding: $0.bytes, as: UTF8.self) } == "<p>one\r\n--x two")
    }

    @Test(arguments: [
        "", "--x1", "--x1\r\n", "--x1\r\nContent-Disposition: form-data; name=a\r\n\r\nno end", "x1x1x1",
        "--x1\r\n\r\n--x1", "--x1\r\n--x1\r\n--x1\r\n",
    ])
    func `a broken form is refused`(body: String) {
        #expect(throws: DragomanError.self) { try Self.form(body.isEmpty ? " " : body) }
    }

    @Test func `a form of many parts is refused`() {
        let part = "--x1\r\nContent-Disposition: form-data; name=a\r\n\r\n1\r\n"
        #expect(throws: DragomanError.self) { try Self.form(String(repeating: part, count: 300) + "--x1--\r\n") }
        #expect(throws: DragomanError.self) { try Self.form("--\r\n", boundary: "") }
    }

    @Test func `a form of another type is refused`() {
        let request = WebRequest(
            method: "POST", target: "/add", contentType: "application/json", body: Array("{}".utf8))
        #expect(throws: DragomanError.self) { try Form(request) }
    }
}
