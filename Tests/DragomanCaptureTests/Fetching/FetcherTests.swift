import DragomanText
import LocalServer
import Testing

@testable import DragomanCapture

/// How pages are fetched, against a server of the test's own.
struct FetcherTests {
    @Test("A page comes with its address, type and what to ask with next time")
    func page() async throws {
        let server = try LocalServer { request in
            if request.path == "/robots.txt" { return .status(404) }
            return .page("<p>text", ["ETag": "\"a1\"", "Last-Modified": "Mon, 23 Nov 2026 10:00:00 GMT"])
        }
        defer { server.stop() }
        let answer = try await localFetcher().fetch(address(server.address("/news?id=1")))
        guard case .page(let page) = answer else { throw FetchFailure.empty("answer") }
        #expect(page.capture.source == server.address("/news?id=1"))
        #expect(page.capture.address == server.address("/news?id=1"))
        #expect(page.capture.contentType == "text/html; charset=utf-8")
        #expect(answer.text == "<p>text")
        #expect(page.validators == Validators(tag: "\"a1\"", modified: "Mon, 23 Nov 2026 10:00:00 GMT"))
        #expect(server.paths == ["/robots.txt", "/news?id=1"])
        #expect(server.requests.allSatisfy { $0.fields["user-agent"]?.contains("Dragoman") == true })
        #expect(server.requests.allSatisfy { $0.fields["cookie"] == nil && $0.fields["referer"] == nil })
    }

    @Test("With validators the server is asked whether the page has changed")
    func conditional() async throws {
        let server = try LocalServer { request in
            if request.path == "/robots.txt" { return .status(404) }
            return request.fields["if-none-match"] == "\"a1\"" ? .status(304) : .page("new")
        }
        defer { server.stop() }
        let fetcher = localFetcher()
        let page = try address(server.address("/a"))
        let same = try await fetcher.fetch(page, validators: Validators(tag: "\"a1\"", modified: "yesterday"))
        #expect(same.text == nil)
        #expect(server.requests.last?.fields["if-modified-since"] == "yesterday")
        #expect(try await fetcher.fetch(page, validators: Validators(tag: "\"b\"")).text == "new")
        #expect(try await fetcher.fetch(page, validators: Validators(tag: "\"b\"\r\nX: y")).text == "new")
        #expect(server.requests.allSatisfy { $0.fields["x"] == nil })
    }

    @Test("Between two requests to one host lie five seconds; another host need not wait")
    func spacing() async throws {
        let server = try LocalServer { $0.path == "/robots.txt" ? .status(404) : .page("text") }
        defer { server.stop() }
        let clock = MadeClock()
        let fetcher = localFetcher(clock: clock)
        _ = try await fetcher.fetch(address(server.address("/a")))
        #expect(clock.waits == [5])
        _ = try await fetcher.fetch(address(server.address("/b")))
        #expect(clock.waits == [5, 5])
        _ = try await fetcher.fetch(address(server.address("/a", host: "127.0.0.2")))
        #expect(clock.waits == [5, 5, 5])
    }

    @Test("The time of the last request is remembered from run to run")
    func remembered() async throws {
        let server = try LocalServer { $0.path == "/robots.txt" ? .status(404) : .page("text") }
        defer { server.stop() }
        let folder = try TemporaryFolder()
        let clock = MadeClock()
        for run in 0..<2 {
            let journal = try FetchJournal(path: folder.path + "/fetched", now: clock.now)
            _ = try await localFetcher(journal, clock: clock).fetch(address(server.address("/\(run)")))
            clock.advance(by: 2)
        }
        #expect(clock.waits == [5, 3])
        #expect(server.paths == ["/robots.txt", "/0", "/1"], "robots.txt is kept for a day")
        clock.advance(by: 90_000)
        let journal = try FetchJournal(path: folder.path + "/fetched", now: clock.now)
        _ = try await localFetcher(journal, clock: clock).fetch(address(server.address("/2")))
        #expect(server.paths.suffix(2) == ["/robots.txt", "/2"])
    }

    @Test("A site may ask for a longer pause, not for a shorter one", arguments: [(12.0, 12.0), (1.0, 5.0)])
    func crawlDelay(asked: Double, kept: Double) async throws {
        let server = try LocalServer { request in
            request.path == "/robots.txt" ? .page("User-agent: *\nCrawl-delay: \(asked)") : .page("text")
        }
        defer { server.stop() }
        let clock = MadeClock()
        let fetcher = localFetcher(clock: clock)
        for path in ["/a", "/b"] { _ = try await fetcher.fetch(address(server.address(path))) }
        #expect(clock.waits == [5, kept])
    }

    @Test("What robots.txt forbids is not asked for")
    func forbidden() async throws {
        let server = try LocalServer { request in
            request.path == "/robots.txt" ? .page("User-agent: dragoman\nDisallow: /private") : .page("text")
        }
        defer { server.stop() }
        let fetcher = localFetcher()
        for path in ["/private/a", "/a/../private/b", "/%70rivate"] {
            let page = try address(server.address(path))
            #expect(try await code { _ = try await fetcher.fetch(page) } == "W013")
        }
        _ = try await fetcher.fetch(address(server.address("/open")))
        #expect(server.paths == ["/robots.txt", "/open"])
    }

    @Test(
        "No robots.txt allows all; one that cannot be reached allows nothing",
        arguments: [(404, nil), (401, nil), (403, nil), (410, nil), (500, "W014"), (503, "W014")] as [(Int, String?)])
    func unavailable(status: Int, failure: String?) async throws {
        let server = try LocalServer { $0.path == "/robots.txt" ? .status(status) : .page("text") }
        defer { server.stop() }
        let page = try address(server.address("/a"))
        #expect(try await code { _ = try await localFetcher().fetch(page) } == failure)
        #expect(server.paths == ["/robots.txt"] + (failure == nil ? ["/a"] : []))
    }

    @Test("robots.txt may be redirected, and a large one is read as far as 500 KiB")
    func largeRobots() async throws {
        let rules = "User-agent: *\nDisallow: /a\n" + String(repeating: "# nothing\n", count: 100_000)
        let server = try LocalServer { request in
            switch request.path {
            case "/robots.txt": .redirect(to: "/rules")
            case "/rules": .page(rules)
            default: .page("text")
            }
        }
        defer { server.stop() }
        let fetcher = localFetcher()
        let page = try address(server.address("/a"))
        #expect(try await code { _ = try await fetcher.fetch(page) } == "W013")
        #expect(try await fetcher.fetch(address(server.address("/b"))).text == "text")
    }

    @Test("Five redirects are followed, a sixth is not; each is held to robots.txt")
    func redirects() async throws {
        let server = try LocalServer { request in
            if request.path == "/robots.txt" { return .page("User-agent: *\nDisallow: /closed") }
            if request.path == "/to-closed" { return .redirect(to: "/closed") }
            guard let left = Int(request.path.dropFirst()), left > 0 else { return .page("the end") }
            return .redirect(to: "\(left - 1)")
        }
        defer { server.stop() }
        let fetcher = localFetcher()
        let answer = try await fetcher.fetch(address(server.address("/5")))
        guard case .page(let page) = answer else { throw FetchFailure.empty("answer") }
        #expect(answer.text == "the end" && page.capture.address == server.address("/0"))
        let six = try address(server.address("/6"))
        #expect(try await code { _ = try await fetcher.fetch(six) } == "W012")
        let closed = try address(server.address("/to-closed"))
        #expect(try await code { _ = try await fetcher.fetch(closed) } == "W013")
        #expect(!server.paths.contains("/closed"))
    }

    @Test("A host that asks to come back is asked again when it said, if that is soon")
    func retryAfter() async throws {
        let server = try LocalServer { request in
            switch request.path {
            case "/robots.txt": .status(404)
            case "/soon": .status(503, ["Retry-After": "20"])
            default: .status(429, ["Retry-After": "Thu, 01 Jan 2099 00:00:00 GMT"])
            }
        }
        defer { server.stop() }
        let clock = MadeClock()
        let fetcher = localFetcher(clock: clock)
        let soon = try address(server.address("/soon"))
        #expect(try await code { _ = try await fetcher.fetch(soon) } == "W016")
        #expect(server.paths == ["/robots.txt", "/soon", "/soon", "/soon"])
        #expect(clock.waits == [5, 20, 20])
        let late = try address(server.address("/late"))
        #expect(try await code { _ = try await fetcher.fetch(late) } == "W016")
        #expect(server.paths.last == "/late" && server.paths.count == 5)
    }

    @Test(
        "Failures have codes of their own",
        arguments: [
            (404, "W404"), (410, "W404"), (401, "W403"), (403, "W403"), (451, "W403"), (500, "W500"), (418, "W400"),
        ])
    func status(status: Int, expected: String) async throws {
        let server = try LocalServer { $0.path == "/robots.txt" ? .status(404) : .status(status) }
        defer { server.stop() }
        let page = try address(server.address("/a"))
        #expect(try await code { _ = try await localFetcher().fetch(page) } == expected)
    }

    @Test("Hosts that are not there, ports that are closed, pages that are empty or no pages")
    func others() async throws {
        let server = try LocalServer { request in
            switch request.path {
            case "/robots.txt": .status(404)
            case "/picture": .page("GIF89a", ["Content-Type": "image/gif"])
            case "/short": .page("text", ["Content-Length": "100"])
            case "/zstd": .page("text", ["Content-Encoding": "zstd"])
            case "/twice": .page("text", ["Content-Encoding": "gzip, gzip"])
            default: .page(" \n")
            }
        }
        let fetcher = localFetcher()
        for (path, expected) in [
            ("/picture", "W009"), ("/short", "W010"), ("/zstd", "W008"), ("/twice", "W008"), ("/empty", "W015"),
        ] {
            let page = try address(server.address(path))
            #expect(try await code { _ = try await fetcher.fetch(page) } == expected, "\(path)")
        }
        let secure = try address("https://127.0.0.1:\(server.port)/")
        let end = try await code { _ = try await fetcher.fetch(secure) }
        #expect(end == "W005")
        server.stop()
        let closed = try address("http://127.0.0.9:\(server.port)/")
        #expect(try await code { _ = try await fetcher.fetch(closed) } == "W004")
        let nowhere = try address("http://no-such-host.invalid/")
        #expect(try await code { _ = try await fetcher.fetch(nowhere) } == "W003")
    }
}
