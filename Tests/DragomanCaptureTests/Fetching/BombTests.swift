import DragomanText
import LocalServer
import Testing

@testable import DragomanCapture

/// Answers made to fill memory or to last for ever.
struct BombTests {
    /// Zeros packed by zlib: one zero, then "258 bytes like the one before" as often as wanted, in codes of 13 bits.
    private static func zeros(_ repeats: Int) -> [UInt8] {
        var packed: [UInt8] = [0x78, 0x9C]
        var buffer: UInt64 = 0
        var filled: UInt64 = 0
        func put(_ bits: String) {
            for bit in bits.utf8 {
                buffer |= UInt64(bit & 1) << filled
                filled += 1
                if filled == 8 {
                    packed.append(UInt8(buffer))
                    (buffer, filled) = (0, 0)
                }
            }
        }
        // The last block, with fixed codes; the byte 0; then length 258 and distance 1; the end.
        put("110" + "00110000")
        for _ in 0..<repeats { put("11000101" + "00000") }
        put("0000000" + "0000000")
        let sum = UInt32((1 + repeats * 258) % 65521) << 16 | 1
        return packed + [UInt8(sum >> 24), UInt8(sum >> 16 & 255), UInt8(sum >> 8 & 255), UInt8(sum & 255)]
    }

    private func request(_ server: LocalServer, _ path: String, limit: Int, seconds: Double = 60) throws
        -> Transfer.Request
    {
        Transfer.Request(
            address: try address(server.address(path)), limit: limit, totalSeconds: seconds, reach: .loopbackToo)
    }

    @Test("A body that unpacks beyond the limit is refused as soon as it does; so is one that unpacks as no page does")
    func packed() async throws {
        let (bomb, small) = (Self.zeros(40_000), Self.zeros(10_000))
        let server = try LocalServer { request in
            .page("", ["Content-Encoding": "deflate"]).with(body: request.path == "/small" ? small : bomb)
        }
        defer { server.stop() }
        let refused = await Transfer.run(try request(server, "/", limit: 1 << 20))
        #expect(refused.end == .tooLarge && refused.body.isEmpty)
        let bombed = await Transfer.run(try request(server, "/", limit: 32 << 20))
        #expect(bombed.end == .tooLarge && bombed.body.isEmpty)
        let taken = await Transfer.run(try request(server, "/small", limit: 32 << 20))
        #expect(taken.end == .done && taken.body.count == 1 + 10_000 * 258 && taken.body.allSatisfy { $0 == 0 })
    }

    @Test("A body that does not end is refused at the limit, a length beyond it at once")
    func endless() async throws {
        let server = try LocalServer { request in
            var answer = LocalServer.Answer.page("")
            if request.path == "/said" {
                answer.fields["Content-Length"] = "99999999999"
            } else {
                answer.endless = [UInt8](repeating: 0x61, count: 1 << 16)
            }
            return answer
        }
        defer { server.stop() }
        for path in ["/said", "/unsaid"] {
            let response = await Transfer.run(try request(server, path, limit: 1 << 20))
            #expect(response.end == .tooLarge && response.body.isEmpty, "\(path)")
        }
    }

    @Test("Header fields are bounded")
    func fields() async throws {
        let server = try LocalServer { request in
            var answer = LocalServer.Answer.page("text")
            if request.path == "/many" {
                for number in 0..<1000 { answer.fields["X-\(number)"] = "a" }
            } else {
                for number in 0..<100 { answer.fields["X-\(number)"] = String(repeating: "a", count: 5000) }
            }
            return answer
        }
        defer { server.stop() }
        for path in ["/many", "/long"] {
            #expect(await Transfer.run(try request(server, path, limit: 1 << 20)).end == .broken, "\(path)")
        }
    }

    @Test("A server that says nothing is left after the time that was given")
    func silence() async throws {
        let server = try LocalServer { _ in LocalServer.Answer.hanging }
        defer { server.stop() }
        #expect(await Transfer.run(try request(server, "/", limit: 1000, seconds: 0.2)).end == .timeout)
    }

    @Test("Broken gzip is an error, not a crash")
    func broken() async throws {
        let server = try LocalServer { _ in
            .page("", ["Content-Encoding": "gzip"]).with(body: [0x1F, 0x8B, 8, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
        }
        defer { server.stop() }
        #expect(await Transfer.run(try request(server, "/", limit: 1000)).end == .broken)
    }
}

extension LocalServer.Answer {
    fileprivate static var hanging: LocalServer.Answer {
        var answer = LocalServer.Answer()
        answer.hangs = true
        return answer
    }

    fileprivate func with(body: [UInt8]) -> LocalServer.Answer {
        var answer = self
        answer.body = body
        return answer
    }
}
