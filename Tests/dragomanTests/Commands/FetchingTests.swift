import Foundation
import LocalServer
import Synchronization
import Testing

/// Addresses on the command line, fetched from a server of the test's own.
struct FetchingTests {
    private static let page = """
        <!doctype html><html lang="en"><head><title>Buses for the north</title>
        <meta property="og:site_name" content="Caspian Herald"></head><body><article><h1>Buses for the north</h1>
        <p>Sobol Motors will supply 300 buses to Kazakhstan next year, the company said on Tuesday.</p>
        <p>The buses will be built at the plant in Tabriz, which employs about two thousand people.</p>
        </article></body></html>
        """
    private static let local = ["DRAGOMAN_TEST_LOCAL_SERVER": "1"]

    private func server() throws -> LocalServer {
        try LocalServer { request in
            switch request.path {
            case "/robots.txt": .page("User-agent: *\nDisallow: /private")
            case "/news":
                request.fields["if-none-match"] == "\"1\"" ? .status(304) : .page(Self.page, ["ETag": "\"1\""])
            case "/moved": .redirect(to: "/news")
            default: .status(404)
            }
        }
    }

    @Test("read takes an address", .enabled(if: Binary.model != nil))
    func read() async throws {
        let server = try server()
        defer { server.stop() }
        let result = try await Binary.run(
            ["read", server.address("/moved"), "--stop-after", "article"], environment: Self.local)
        #expect(result.code == 0 && result.errors.isEmpty)
        #expect(result.output.contains("Buses for the north") && result.output.contains("Outlet: Caspian Herald"))
        #expect(server.paths == ["/robots.txt", "/moved", "/news"])
    }

    @Test("add takes addresses, asks only whether they changed the next time, and names what could not be had")
    func add() async throws {
        guard Binary.model != nil else { return }
        let server = try server()
        defer { server.stop() }
        try await Scratch.with { scratch in
            let ledger = scratch.folder.appendingPathComponent("a.db").path
            let words = ["add", "--ledger", ledger] + ["/news", "/gone", "/private/a"].map { server.address($0) }
            let first = try await Binary.run(words, environment: Self.local)
            #expect(first.code == 2)
            #expect(first.output.hasPrefix("added 1 article"))
            #expect(first.errors.contains("[DRG-W404]") && first.errors.contains("[DRG-W013]"))
            let again = try await Binary.run(
                ["add", "--ledger", ledger, server.address("/news")], environment: Self.local)
            #expect(again.code == 0 && again.output.hasPrefix("added 0 articles with 0 claims; 1 already there"))
            #expect(server.requests.last?.fields["if-none-match"] == "\"1\"")
            #expect(server.paths.filter { $0 == "/robots.txt" }.count == 1, "kept beside the ledger")
        }
    }

    @Test("Nothing on this machine can be fetched")
    func inside() async throws {
        let server = try server()
        defer { server.stop() }
        for host in ["127.0.0.1", "localhost", "[::1]", "0177.1"] {
            let result = try await Binary.run(["read", server.address("/news", host: host)])
            #expect(result.code == 65 && result.errors.contains("[DRG-W002]"), "\(host): \(result)")
        }
        #expect(server.connections == 0)
    }

    @Test("Words that are no address say so", arguments: ["http://", "https://user@example.org/", "http://exa mple/"])
    func noAddress(word: String) async throws {
        for command in [["read"], ["add", "--ledger", "a.db"]] {
            let result = try await Binary.run(command + [word])
            #expect(result.code == 65 && result.errors.contains("[DRG-W001]"), "\(result)")
        }
    }

    @Test("add takes a feed: its articles are fetched once; a list of feeds goes on where it was cut short")
    func feeds() async throws {
        guard Binary.model != nil else { return }
        let broken = Mutex(true)
        let server = try LocalServer { request in
            switch request.path {
            case "/robots.txt": .status(404)
            case "/feed.xml":
                .page(
                    """
                    <?xml version="1.0"?><rss version="2.0"><channel><title>Herald</title>
                    <item><title>One</title><link>/news/1</link></item>
                    <item><title>Two</title><link>/news/2</link></item>
                    <item><title>Gone</title><link>/gone</link></item></channel></rss>
                    """, ["Content-Type": "application/rss+xml"])
            case "/news/1": .page(Self.page)
            case "/news/2":
                broken.withLock { $0 } ? .status(500) : .page(Self.page.replacing("Sobol", with: "Orlan"))
            default: .status(404)
            }
        }
        defer { server.stop() }
        try await Scratch.with { scratch in
            let list = try scratch.file(
                "feeds.opml",
                "<opml version=\"2.0\"><body><outline text=\"a\"><outline type=\"rss\" text=\"Herald\" "
                    + "xmlUrl=\"\(server.address("/feed.xml"))\"/></outline></body></opml>")
            let words = ["add", "--ledger", scratch.folder.appendingPathComponent("a.db").path, list.path]
            let first = try await Binary.run(words, environment: Self.local)
            #expect(first.code == 2 && first.output.hasPrefix("added 1 article"), "\(first)")
            #expect(first.errors.contains("[DRG-W500]") && first.errors.contains("[DRG-W404]"))
            broken.withLock { $0 = false }
            let second = try await Binary.run(words, environment: Self.local)
            #expect(second.code == 0 && second.output.hasPrefix("added 1 article"), "\(second)")
            #expect(server.paths == ["/robots.txt", "/feed.xml", "/news/1", "/news/2", "/gone", "/news/2"])
            let named = try await Binary.run(
                Array(words.dropLast()) + [server.address("/feed.xml")], environment: Self.local)
            #expect(named.code == 0 && named.output.hasPrefix("added 0 articles"), "\(named)")
            #expect(server.paths.count == 6, "nothing is missing, so nothing is asked for")
        }
    }
}
