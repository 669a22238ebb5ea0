import DragomanText
import LocalServer
import Testing

@testable import DragomanCapture

/// Addresses that lead inside. None may make a connection, by whatever name, number or redirect.
struct HostileTargetTests {
    /// `PORT` stands for the port of a server on this machine that counts connections.
    static let targets = [
        "http://127.0.0.1:PORT/", "http://127.1:PORT/", "http://127.0.1:PORT/", "http://127.255.255.254:PORT/",
        "http://2130706433:PORT/", "http://0x7f000001:PORT/", "http://0x7f.0.0.1:PORT/", "http://0177.0.0.1:PORT/",
        "http://017700000001:PORT/", "http://0:PORT/", "http://0.0.0.0:PORT/", "http://localhost:PORT/",
        "http://LOCALHOST:PORT/", "http://localhost.:PORT/", "http://127.0.0.1.:PORT/", "http://[::1]:PORT/",
        "http://[0:0:0:0:0:0:0:1]:PORT/", "http://[::]:PORT/", "http://[::ffff:127.0.0.1]:PORT/",
        "http://[::ffff:7f00:1]:PORT/", "http://[::127.0.0.1]:PORT/", "http://[64:ff9b::127.0.0.1]:PORT/",
        "http://[2002:7f00:1::]:PORT/", "http://user@127.0.0.1:PORT/", "http://example.org@127.0.0.1:PORT/",
        "http://example.org:80@127.0.0.1:PORT/", "http://127.0.0.1:PORT\\@example.org/",
        "http://example.org\\@127.0.0.1:PORT/",
        "http://①②⑦.0.0.1:PORT/", "http://127。0。0。1:PORT/", "http://127.0.0.1%00.example.org:PORT/",
        "http://169.254.169.254/latest/meta-data/", "http://[fd00:ec2::254]/latest/meta-data/",
        "http://[::ffff:169.254.169.254]/latest/", "http://10.0.0.1/", "http://172.16.0.1/", "http://192.168.0.1/",
        "http://100.64.0.1/", "http://224.0.0.1/", "http://[fe80::1]/", "http://[ff02::1]/", "https://127.0.0.1:PORT/",
        "file:///etc/passwd", "gopher://127.0.0.1:PORT/_x", "dict://127.0.0.1:PORT/x", "ftp://127.0.0.1:PORT/",
        "http://127.0.0.1:PORT/../../etc", "http:127.0.0.1:PORT/", "//127.0.0.1:PORT/", "http://168.63.129.16/",
    ]

    @Test("As a first address", arguments: targets)
    func direct(target: String) async throws {
        let server = try LocalServer { _ in .page("inside") }
        defer { server.stop() }
        guard let address = WebAddress(target.replacing("PORT", with: "\(server.port)")) else { return }
        let response = await Transfer.run(Transfer.Request(address: address, limit: 1000, reach: .publicOnly))
        // A name in other digits may be no name at all here, which is as good.
        #expect(response.end == .refused || response.end == .noHost, "\(target): \(response)")
        #expect(response.sockets == 0 && server.connections == 0)
    }

    @Test("Through the fetcher: the error says so, and nothing is sent, not even for robots.txt")
    func fetched() async throws {
        let server = try LocalServer { _ in .page("inside") }
        defer { server.stop() }
        let fetcher = Fetcher(
            journal: FetchJournal(), limit: 1000, reach: .publicOnly, clock: MadeClock().clock, spacing: Fetcher.spacing
        )
        for host in ["127.0.0.1", "localhost", "[::1]", "0x7f.1"] {
            let address = try address("http://\(host):\(server.port)/a")
            #expect(try await code { _ = try await fetcher.fetch(address) } == "W002")
        }
        #expect(server.connections == 0)
    }

    @Test("As the end of a redirect")
    func redirected() async throws {
        let inside = try LocalServer { _ in .page("inside") }
        defer { inside.stop() }
        // 127.x is let through for the test's own server; everything else that leads inside is not.
        let others = Self.targets.filter { target in
            !target.hasPrefix("http://127") && !target.hasPrefix("https://127") && !target.hasPrefix("//127")
                && WebAddress(target.replacing("PORT", with: "1")).map { !$0.host.hasPrefix("127.") } ?? true
                && !target.lowercased().contains("localhost")
        }
        #expect(others.count > 20)
        for target in others {
            let place = target.replacing("PORT", with: "\(inside.port)")
            let server = try LocalServer { $0.path == "/robots.txt" ? .status(404) : .redirect(to: place) }
            defer { server.stop() }
            let first = try address(server.address("/a"))
            let code = try await code { _ = try await localFetcher().fetch(first) }
            // A target without a scheme of the web is a path on the same server, which redirects again.
            #expect(["W001", "W002", "W003", "W012"].contains(code), "\(place): \(code ?? "none")")
        }
        #expect(inside.connections == 0)
    }
}
