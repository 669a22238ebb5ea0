import Testing

@testable import DragomanPage

struct BylineTests {
    @Test(arguments: [
        ("By Ann Writer and Ben Scribe", ["Ann Writer", "Ben Scribe"]),
        ("Von Max Muster, Eva Probe", ["Max Muster", "Eva Probe"]),
        ("Автор: Иван Петров", ["Иван Петров"]), ("Posted by Ann Writer | 3 comments", ["Ann Writer"]),
        ("By the editorial team", []), ("https://herald.example/ann", []), ("Reuters", []), ("admin", []),
    ])
    func people(byline: String, names: [String]) {
        #expect(BylineNames.names(in: byline, isStrong: true) == names)
    }

    @Test("One word is a name only where markup says so")
    func oneWord() {
        #expect(BylineNames.names(in: "gizela", isStrong: true) == ["gizela"])
        #expect(BylineNames.names(in: "gizela", isStrong: false) == [])
    }

    @Test func proseIsNoByline() {
        #expect(
            BylineNames.afterPreposition("By the end of the year the works will have made ten thousand buses") == nil)
        #expect(BylineNames.afterPreposition("Von Ann Writer und Ben Scribe") == ["Ann Writer", "Ben Scribe"])
    }

    @Test(arguments: [
        ("/next", "https://herald.example/next"), ("b.html", "https://herald.example/a/b.html"),
        ("//cdn.example/x", "https://cdn.example/x"), ("../c", "https://herald.example/c"),
        ("?p=2", "https://herald.example/a/page?p=2"),
    ])
    func links(link: String, whole: String) {
        #expect(WebAddress.absolute(link, on: "https://herald.example/a/page") == whole)
    }

    @Test func scriptsAreNoAddresses() {
        #expect(WebAddress.absolute("javascript:alert(1)", on: "https://herald.example/") == nil)
        #expect(WebAddress.domain(of: "https://user@www.herald.example:8080/a") == "herald.example")
    }
}
