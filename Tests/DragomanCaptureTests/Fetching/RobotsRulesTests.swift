import Testing

@testable import DragomanCapture

/// What RFC 9309 says of `robots.txt`, with its own examples.
struct RobotsRulesTests {
    private func rules(_ text: String, robot: String = "dragoman") -> RobotsRules {
        RobotsRules(Array(text.utf8), robot: robot)
    }

    /// The simple example of RFC 9309, 5.1.
    private static let simple = """
        User-Agent: *
        Disallow: *.gif$
        Disallow: /example/
        Allow: /publications/

        User-Agent: foobot
        Disallow:/
        Allow:/example/page.html
        Allow:/example/allowed.gif

        User-Agent: barbot
        User-Agent: bazbot
        Disallow: /example/page.html

        User-Agent: quxbot
        """

    @Test(
        "RFC 9309, 5.1: groups",
        arguments: [
            ("dragoman", "/example/page.html", false), ("dragoman", "/publications/a.html", true),
            ("dragoman", "/a/picture.gif", false), ("dragoman", "/a/picture.gif?x", true), ("dragoman", "/", true),
            ("foobot", "/example/page.html", true), ("foobot", "/example/allowed.gif", true), ("foobot", "/", false),
            ("foobot", "/publications/", false), ("barbot", "/example/page.html", false), ("barbot", "/other", true),
            ("bazbot", "/example/page.html", false), ("bazbot", "/example/", true),
            ("quxbot", "/example/page.html", true),
            ("quxbot", "/a/picture.gif", true),
        ])
    func groups(robot: String, path: String, isAllowed: Bool) {
        #expect(rules(Self.simple, robot: robot).allows(path) == isAllowed)
    }

    @Test(
        "RFC 9309, 5.2: the longest match decides",
        arguments: [
            ("/example/page/disallowed.gif", false), ("/example/page/", true), ("/example/page/other.html", true),
            ("/example/", true),
        ])
    func longest(path: String, isAllowed: Bool) {
        let rules = rules(
            """
            User-Agent: foobot
            Allow: /example/page/
            Disallow: /example/page/disallowed.gif
            """, robot: "foobot")
        #expect(rules.allows(path) == isAllowed)
    }

    @Test("Of an Allow and a Disallow of one length, Allow decides")
    func equals() {
        #expect(rules("User-agent: *\nDisallow: /page\nAllow: /page").allows("/page"))
    }

    @Test(
        "RFC 9309, 2.2.2: both sides are compared in one writing",
        arguments: [
            ("/foo/bar?baz=quz", "/foo/bar?baz=quz"), ("/foo/bar?baz=http://foo.bar", "/foo/bar?baz=http://foo.bar"),
            ("/foo/bar/U+E38384", "/foo/bar/U+E38384"), ("/foo/bar/ツ", "/foo/bar/%E3%83%84"),
            ("/foo/bar/%E3%83%84", "/foo/bar/ツ"), ("/foo/bar/%62%61%7A", "/foo/bar/baz"),
            ("/foo/bar/baz", "/foo/bar/%62%61%7a"), ("/a%3cd.html", "/a%3Cd.html"), ("/a%3cd.html", "/a%3cd.html"),
        ])
    func escapes(pattern: String, path: String) {
        #expect(!rules("User-agent: *\nDisallow: \(pattern)").allows(path))
        #expect(rules("User-agent: *\nDisallow: \(pattern)x").allows(path))
    }

    @Test(
        "RFC 9309, 2.2.3: special characters",
        arguments: [
            ("/path/file-with-a-%2A.html", "/path/file-with-a-*.html", false),
            ("/path/file-with-a-%2A.html", "/path/file-with-a-b.html", true), ("/path/foo-%24", "/path/foo-$", false),
            ("/path/foo-%24", "/path/foo-$/more", false), ("/path/foo-$", "/path/foo-", false),
            ("/path/foo-$", "/path/foo-bar", true), ("/this/*/exactly", "/this/and/that/exactly/so", false),
            ("/this/*/exactly", "/this/exactly", true), ("*", "/anything", false), ("/*.php$", "/a/b.php", false),
            ("/*.php$", "/a/b.php?c", true), ("/*.php", "/a/b.php?c", false), ("/a*b*c$", "/aXbXbXc", false),
            ("/a*b*c$", "/aXbXbXcd", true), ("/fish", "/Fish", true), ("/fish/", "/fish", true),
        ])
    func special(pattern: String, path: String, isAllowed: Bool) {
        #expect(rules("User-agent: *\nDisallow: \(pattern)").allows(path) == isAllowed)
    }

    @Test("Groups of one robot are taken together; a robot's own group goes before that for all")
    func joined() {
        let rules = rules(
            """
            User-agent: *
            Disallow: /for-others
            User-agent: DRAGOMAN/1.0
            Disallow: /a
            Sitemap: https://example.org/sitemap.xml
            User-agent: other
            Disallow: /
            user-agent:dragoman # and a comment
            disallow : /b # another
            """)
        #expect(!rules.allows("/a") && !rules.allows("/b") && rules.allows("/for-others") && rules.allows("/c"))
    }

    @Test("Names of other robots are not ours")
    func otherNames() {
        let rules = rules("User-agent: dragomanbot\nUser-agent: drago\nDisallow: /")
        #expect(rules.allows("/a"))
    }

    @Test(
        "Everything else is passed over",
        arguments: [
            "", "Disallow: /", "<html>User-agent: *</html>", "User-agent: *\nDisallow:",
            "\u{FEFF}\r\r\nUser-agent\nDisallow",
            "User-agent: *\nNoindex: /\nDisallow: # nothing", "User-agent: *\n\0\0\0",
        ])
    func harmless(text: String) { #expect(rules(text).allows("/a")) }

    @Test("A byte order mark and old line ends are read over")
    func lineEnds() { #expect(!rules("\u{FEFF}User-agent: *\rDisallow: /a").allows("/a")) }

    @Test("The file of rules itself may always be fetched")
    func itself() { #expect(rules("User-agent: *\nDisallow: /").allows("/robots.txt")) }

    @Test("500 KiB are read, and no more")
    func size() {
        let lines = String(repeating: "# nothing but a comment\n", count: 30_000)
        let short = String(lines.utf8.prefix(RobotsRules.limit - 40)) ?? ""
        #expect(!rules(short + "\nUser-agent: *\nDisallow: /a\n" + lines).allows("/a"))
        #expect(rules(lines + "User-agent: *\nDisallow: /a").allows("/a"))
    }

    @Test("A delay is kept, within bounds")
    func delay() {
        #expect(rules("User-agent: *\nCrawl-delay: 10").delay == 10)
        #expect(rules("User-agent: *\nCrawl-delay: 1e9").delay == 600)
        #expect(rules("User-agent: *\nCrawl-delay: -1").delay == nil)
        #expect(rules("User-agent: *\nCrawl-delay: nan").delay == nil)
    }

    @Test("Patterns made to take long end, and allow nothing")
    func slow() {
        let pattern = "*" + String(repeating: "a", count: 4000) + "b"
        let text = "User-agent: *\n" + String(repeating: "Disallow: /\(pattern)\n", count: 100)
        let isAllowed = rules(text).allows("/" + String(repeating: "a", count: 8000))
        #expect(!isAllowed)
    }
}
