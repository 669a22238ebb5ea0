internal import CDragomanHTTP
internal import Glibc

/// One request over the network, without redirects.
enum Transfer {
    /// What is asked for, and the bounds.
    struct Request: Sendable {
        var address: WebAddress
        /// Further header lines, such as `If-None-Match: "a"`.
        var headers: [String] = []
        /// The most bytes of the body once decoded.
        var limit: Int
        /// Whether the start of a larger body will do, of whatever type it says it is: for `robots.txt`.
        var keepsStart = false
        var connectSeconds = 10.0
        var totalSeconds = 60.0
        var reach: Reach
    }

    /// Which addresses may be connected to.
    enum Reach: Sendable {
        case publicOnly
        /// This machine's loopback addresses as well: for tests with a server of their own.
        case loopbackToo
    }

    /// How it ended.
    enum End: Sendable, Equatable {
        case done, refused, noHost, noConnection, tls, timeout, tooLarge, coding, media, broken, noMemory
    }

    /// What came back.
    struct Response: Sendable {
        var end: End
        /// The library's words for a failure.
        var reason: String
        var status: Int
        var body: [UInt8]
        /// How many sockets were opened for it.
        var sockets: Int
        var contentType: String?
        var location: String?
        var validators: Validators
        var retryAfter: String?
    }

    /// Names the program and where it is explained.
    static let agent = "Dragoman/0.1 (reader of press articles; obeys robots.txt; product token: dragoman)"
    /// The name that `robots.txt` files address it by.
    static let robot = "dragoman"

    /// Sends a request on a thread of its own, since it blocks.
    static func run(_ request: Request) async -> Response {
        await withCheckedContinuation { continuation in
            let work = Work { continuation.resume(returning: perform(request)) }
            var thread = pthread_t()
            let raw = Unmanaged.passRetained(work).toOpaque()
            let failed = pthread_create(&thread, nil, Work.start, raw)
            if failed == 0 {
                pthread_detach(thread)
            } else {
                Unmanaged<Work>.fromOpaque(raw).release()
                continuation.resume(returning: Response(end: .noMemory))
            }
        }
    }

    private final class Work: Sendable {
        let run: @Sendable () -> Void
        init(_ run: @escaping @Sendable () -> Void) { self.run = run }

        static let start: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { raw in
            if let raw { Unmanaged<Work>.fromOpaque(raw).takeRetainedValue().run() }
            return nil
        }
    }

    /// Sends a request and waits for its end.
    static func perform(_ request: Request) -> Response {
        let lines = request.headers.map { strdup($0) }
        defer { for line in lines { free(line) } }
        var pointers = lines.map { UnsafePointer($0) } + [nil]
        let response = pointers.withUnsafeMutableBufferPointer { headers in
            request.address.text.withCString { url in
                agent.withCString { agent in
                    var raw = dragoman_http_request(
                        url: url, user_agent: agent, headers: headers.baseAddress, body_limit: request.limit,
                        keeps_start: request.keepsStart ? 1 : 0,
                        connect_milliseconds: Int(request.connectSeconds * 1000),
                        total_milliseconds: Int(request.totalSeconds * 1000),
                        permits: request.reach == .publicOnly ? permitsPublic : permitsLoopback,
                        wants: request.keepsStart ? nil : wants)
                    return dragoman_http_get(&raw)
                }
            }
        }
        guard let response else { return Response(end: .noMemory) }
        defer { dragoman_http_free(response) }
        func field(_ name: String) -> String? { dragoman_http_field(response, name).map { String(cString: $0) } }
        var count = 0
        let body = dragoman_http_body(response, &count)
        return Response(
            end: End(dragoman_http_how(response)), reason: String(cString: dragoman_http_reason(response)),
            status: dragoman_http_status(response), body: Array(UnsafeBufferPointer(start: body, count: count)),
            sockets: Int(dragoman_http_sockets(response)), contentType: field("content-type"),
            location: field("location"),
            validators: Validators(tag: field("etag"), modified: field("last-modified")),
            retryAfter: field("retry-after"))
    }

    private static let permitsPublic: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32 = { bytes, count in
        PublicAddress.contains(UnsafeBufferPointer(start: bytes, count: bytes == nil ? 0 : count)) ? 1 : 0
    }

    private static let permitsLoopback: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32 = { bytes, count in
        let address = UnsafeBufferPointer(start: bytes, count: bytes == nil ? 0 : count)
        if address.count == 4, address[0] == 127 { return 1 }
        return PublicAddress.contains(address) ? 1 : 0
    }

    /// Pictures, films, sounds and fonts are no articles: their bodies are not taken.
    private static let wants: @convention(c) (UnsafePointer<CChar>?) -> Int32 = { type in
        guard let type else { return 1 }
        let name = String(cString: type).lowercased()
        return ["image/", "video/", "audio/", "font/"].contains(where: name.hasPrefix) ? 0 : 1
    }
}

extension Transfer.Response {
    init(end: Transfer.End) {
        self.init(end: end, reason: "", status: 0, body: [], sockets: 0, validators: Validators())
    }
}

extension Transfer.End {
    fileprivate init(_ end: dragoman_http_end) {
        switch end {
        case DRAGOMAN_HTTP_DONE: self = .done
        case DRAGOMAN_HTTP_REFUSED: self = .refused
        case DRAGOMAN_HTTP_NO_HOST: self = .noHost
        case DRAGOMAN_HTTP_NO_CONNECTION: self = .noConnection
        case DRAGOMAN_HTTP_TLS: self = .tls
        case DRAGOMAN_HTTP_TIMEOUT: self = .timeout
        case DRAGOMAN_HTTP_TOO_LARGE: self = .tooLarge
        case DRAGOMAN_HTTP_CODING: self = .coding
        case DRAGOMAN_HTTP_MEDIA: self = .media
        case DRAGOMAN_HTTP_NO_MEMORY: self = .noMemory
        default: self = .broken
        }
    }
}

/// What a server gave to ask later whether a document has changed.
public struct Validators: Sendable, Equatable, Codable {
    /// The `ETag`, quotation marks and all.
    public var tag: String?
    /// The `Last-Modified` date as it came.
    public var modified: String?

    public init(tag: String? = nil, modified: String? = nil) {
        self.tag = tag
        self.modified = modified
    }

    /// The lines of a request that wants an answer only where the document has changed.
    var headers: [String] {
        [("If-None-Match", tag), ("If-Modified-Since", modified)].compactMap { name, value in
            guard let value, !value.isEmpty, !value.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else {
                return nil
            }
            return "\(name): \(value)"
        }
    }
}
