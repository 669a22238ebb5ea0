import Foundation
import Testing

@testable import DragomanWeb

/// The server over a socket of its own.
@Suite struct ServerTests {
    /// What comes back for `request`, as text.
    private static func exchange(_ request: String, port: Int) throws -> String {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        try #require(descriptor >= 0)
        defer { close(descriptor) }
        var patience = timeval(tv_sec: 20, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        var place = sockaddr_in()
        place.sin_family = sa_family_t(AF_INET)
        place.sin_port = UInt16(port).bigEndian
        place.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let connected = withUnsafePointer(to: &place) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        try #require(connected == 0)
        let bytes = Array(request.utf8)
        _ = bytes.withUnsafeBytes { send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
        var received: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = recv(descriptor, &buffer, buffer.count, 0)
            guard count > 0 else { break }
            received += buffer[..<count]
        }
        return String(decoding: received, as: UTF8.self)
    }

    private static func with(_ body: (Int) throws -> Void) throws {
        let made = try MadeLedger()
        try made.add("Northbus signed a contract to supply 40 buses to Oman.")
        let server = try WebServer(port: 0) { [site = made.site] in site.answer($0) }
        defer { server.stop() }
        made.site.allow(hosts: ["127.0.0.1:\(server.port)"])
        try body(server.port)
    }

    @Test func `a page comes over the socket, its head alone for HEAD`() throws {
        try Self.with { port in
            for method in ["GET", "HEAD"] {
                let answer = try Self.exchange(
                    "\(method) /deals HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nConnection: close\r\n\r\n", port: port)
                #expect(answer.hasPrefix("HTTP/1.1 200"))
                #expect(answer.contains("Content-Security-Policy: default-src 'none'"))
                #expect(answer.contains("<h1>") == (method == "GET"))
            }
        }
    }

    @Test(arguments: [
        ("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", "400"), ("Content-Length: 99999999999\r\n", "413"),
        ("Content-Length: -1\r\n", "400"), ("Transfer-Encoding: gzip\r\n", "50"),
    ])
    func `a body that is too long or not clear about its length is refused`(headers: String, status: String) throws {
        try Self.with { port in
            let answer = try Self.exchange(
                "POST /deals HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n\(headers)Connection: close\r\n\r\n0\r\n\r\n",
                port: port)
            #expect(answer.hasPrefix("HTTP/1.1 \(status)"), "\(answer.prefix(80))")
        }
    }

    @Test func `a request without a host, or for another one, gets nothing`() throws {
        try Self.with { port in
            let foreign = try Self.exchange(
                "GET /deals HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n", port: port)
            #expect(foreign.hasPrefix("HTTP/1.1 403"))
            let none = try Self.exchange("GET /deals HTTP/1.1\r\nConnection: close\r\n\r\n", port: port)
            #expect(none.hasPrefix("HTTP/1.1 400") || none.hasPrefix("HTTP/1.1 403"))
        }
    }

    @Test func `a port that is taken is said so`() throws {
        try Self.with { port in
            #expect(throws: (any Error).self) { try WebServer(port: port) { _ in Failure.page(404, "", "") } }
        }
    }
}
