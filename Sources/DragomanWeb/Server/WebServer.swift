internal import CDragomanServer
internal import DragomanText
internal import Foundation

/// Serves a site over HTTP/1.1 until it is stopped.
///
/// ```
/// let server = try WebServer(site: site, port: 8420)
/// print("http://127.0.0.1:\(server.port)/")
/// server.stop()
/// ```
///
/// `publish` may be called on any thread; the C side has a lock for it.
public final class WebServer: @unchecked Sendable {
    /// At most this many bytes of a body are taken: 32 MB.
    static let bodyLimit = 32 << 20
    /// Idle and slow connections are closed after this many seconds.
    static let timeout: UInt32 = 30
    /// More connections than this at once are not accepted.
    static let connectionLimit: UInt32 = 4096

    private let server: OpaquePointer
    private let context: Unmanaged<Context>

    /// The port it listens on.
    public var port: Int { Int(dragoman_server_port(server)) }

    private final class Context: Sendable {
        let answer: @Sendable (WebRequest) -> WebResponse
        init(_ answer: @escaping @Sendable (WebRequest) -> WebResponse) { self.answer = answer }
    }

    /// Starts to listen.
    ///
    /// - Parameters:
    ///   - address: the IPv4 address to listen on.
    ///   - port: 0 for any free one.
    ///   - answer: called on the server's threads, several at once.
    /// - Throws: `DragomanError` V001 where the port is taken or may not be used.
    public init(
        address: String = "127.0.0.1", port: Int, threads: Int = 4,
        answer: @escaping @Sendable (WebRequest) -> WebResponse
    ) throws {
        context = Unmanaged.passRetained(Context(answer))
        let started = dragoman_server_start(
            address, UInt16(clamping: port), UInt32(threads), Self.connectionLimit, Self.timeout, Self.bodyLimit,
            { context, request, response in
                guard let context, let request, let response else { return }
                let answer = Unmanaged<Context>.fromOpaque(context).takeUnretainedValue().answer
                WebServer.send(answer(WebServer.request(request.pointee)), to: response)
            }, context.toOpaque())
        guard let started else {
            let reason = String(cString: strerror(errno))
            context.release()
            throw DragomanError(
                .failure, "V001", "port \(port) of \(address) cannot be listened on: \(reason)",
                advice: "Another program may be using it; name another one with --port, or 0 for any free one.")
        }
        server = started
    }

    /// Lets requests under way end, then closes all connections. Must be called once.
    public func stop() {
        dragoman_server_stop(server)
        context.release()
    }

    /// Sends text to all streams that are open; gives their number. Must not be called after `stop`.
    @discardableResult
    public func publish(_ text: String) -> Int {
        let bytes = Array(text.utf8)
        return Int(bytes.withUnsafeBufferPointer { dragoman_server_publish(server, $0.baseAddress, $0.count) })
    }

    private static func request(_ raw: dragoman_request) -> WebRequest {
        func text(_ pointer: UnsafePointer<CChar>?) -> String? { pointer.map { String(cString: $0) } }
        return WebRequest(
            method: text(raw.method) ?? "", target: text(raw.target) ?? "", host: text(raw.host),
            origin: text(raw.origin), cookie: text(raw.cookie), acceptEncoding: text(raw.accept_encoding),
            ifNoneMatch: text(raw.if_none_match), contentType: text(raw.content_type),
            authorization: text(raw.authorization),
            body: Array(UnsafeBufferPointer(start: raw.body, count: raw.body_length)))
    }

    private static func send(_ answer: WebResponse, to response: OpaquePointer) {
        var headers: [UInt8] = []
        for (name, value) in answer.headers {
            // Values come from this program; a line end in one would begin another header.
            guard !value.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else { continue }
            headers += Array(name.utf8) + [0] + Array(value.utf8) + [0]
        }
        headers.append(0)
        if answer.isStream {
            headers.withUnsafeBytes { headers in
                dragoman_respond_stream(response, headers.baseAddress?.assumingMemoryBound(to: CChar.self))
            }
            return
        }
        headers.withUnsafeBytes { headers in
            answer.body.withUnsafeBufferPointer { body in
                dragoman_respond(
                    response, Int32(answer.status), body.baseAddress, body.count,
                    headers.baseAddress?.assumingMemoryBound(to: CChar.self))
            }
        }
    }
}

/// Compression for answers.
enum Gzip {
    /// `bytes` compressed; nil where that saves nothing.
    static func compressed(_ bytes: [UInt8]) -> [UInt8]? {
        guard bytes.count > 512 else { return nil }
        let size = bytes.count
        let written = [UInt8](unsafeUninitializedCapacity: size) { target, count in
            count = dragoman_gzip(bytes, size, target.baseAddress, size)
        }
        return written.isEmpty ? nil : written
    }
}
