import Testing

@testable import DragomanCapture

struct WebAddressTests {
    @Test(arguments: [
        ("HTTPS://Example.ORG/News?id=1#top", "https://example.org/News?id=1", "example.org", 443, "/News?id=1"),
        ("http://example.org", "http://example.org/", "example.org", 80, "/"),
        ("http://example.org:8080/a/../b/./c", "http://example.org:8080/b/c", "example.org", 8080, "/b/c"),
        (" http://example.org./a b ", "http://example.org./a%20b", "example.org", 80, "/a%20b"),
        ("http://example.org/é", "http://example.org/%c3%a9", "example.org", 80, "/%c3%a9"),
        ("http://0177.0.0.1/", "http://127.0.0.1/", "127.0.0.1", 80, "/"),
        ("http://2130706433/", "http://127.0.0.1/", "127.0.0.1", 80, "/"),
    ])
    func reads(text: String, whole: String, host: String, port: Int, path: String) throws {
        let read = try address(text)
        #expect(read.text == whole && read.host == host && read.port == port && read.path == path)
    }

    @Test(arguments: [
        ("/b", "https://example.org/b"), ("b", "https://example.org/news/b"), ("//other.org/x", "https://other.org/x"),
        ("?p=2", "https://example.org/news/a?p=2"), ("http://other.org", "http://other.org/"),
    ])
    func relative(text: String, whole: String) throws {
        let base = try address("https://example.org/news/a?b=c")
        #expect(WebAddress(text, relativeTo: base)?.text == whole)
    }

    @Test(arguments: [
        "", " ", "example.org", "ftp://example.org/", "file:///etc/passwd", "gopher://example.org/",
        "javascript:alert(1)",
        "http://", "http://user@example.org/", "http://user:word@example.org/", "http://example.org:0/",
        "http://example.org:99999/", "http://exa mple.org/", "http://example.org\\@inside/", "http://exa\nmple.org/",
        "http://.", "dict://example.org:11211/", "data:text/html,x",
        "https://example.org/" + String(repeating: "a", count: 9000),
    ])
    func refuses(text: String) { #expect(WebAddress(text) == nil) }
}
