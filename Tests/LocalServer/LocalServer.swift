internal import Foundation
internal import Glibc
internal import Synchronization

/// A small HTTP server on this machine, for one test: answers each request with what a closure gives, one a connection.
public final class LocalServer: Sendable {
    /// A request as it came.
    public struct Request: Sendable {
        /// The path with its query.
        public let path: String
        /// Fields by their names in lower case.
        public let fields: [String: String]
    }

    /// An answer; `raw` in place of everything else where it is there.
    public struct Answer: Sendable {
        public var status = 200
        public var fields: [String: String] = ["Content-Type": "text/html; charset=utf-8"]
        public var body: [UInt8] = []
        /// Sent again and again after the body, without end; nothing where empty.
        public var endless: [UInt8] = []
        /// Whether the connection stays open in silence until the server stops.
        public var hangs = false

        public init() {}

        public static func page(_ text: String, _ fields: [String: String] = [:]) -> Answer {
            var answer = Answer()
            answer.body = Array(text.utf8)
            answer.fields.merge(fields) { $1 }
            return answer
        }

        public static func status(_ status: Int, _ fields: [String: String] = [:]) -> Answer {
            var answer = Answer()
            (answer.status, answer.fields) = (status, fields)
            return answer
        }

        public static func redirect(to place: String) -> Answer { status(302, ["Location": place]) }
    }

    public let port: Int
    private let descriptors: [Int32]
    private let log = Mutex<(connections: Int, requests: [Request])>((0, []))
    private let isOver = Atomic<Bool>(false)
    private let answer: @Sendable (Request) -> Answer

    /// Listens on all IPv4 loopback addresses and on `::1`, at a free port.
    public init(_ answer: @escaping @Sendable (Request) -> Answer) throws {
        self.answer = answer
        var bound: (descriptors: [Int32], port: Int)?
        for _ in 0..<20 where bound == nil { bound = Self.listen() }
        guard let bound else { throw POSIXError(.EADDRINUSE) }
        (descriptors, port) = bound
        for descriptor in descriptors {
            Thread.detachNewThread { [self] in
                while true {
                    let connection = accept(descriptor, nil, nil)
                    if isOver.load(ordering: .acquiring) || connection < 0 { return }
                    log.withLock { $0.connections += 1 }
                    Thread.detachNewThread { self.serve(connection) }
                }
            }
        }
    }

    /// How many connections were made.
    public var connections: Int { log.withLock { $0.connections } }
    /// Paths in the order they were asked for.
    public var paths: [String] { log.withLock { $0.requests.map(\.path) } }
    public var requests: [Request] { log.withLock { $0.requests } }

    public func address(_ path: String = "/", host: String = "127.0.0.1") -> String { "http://\(host):\(port)\(path)" }

    public func stop() {
        isOver.store(true, ordering: .releasing)
        for descriptor in descriptors {
            shutdown(descriptor, Int32(SHUT_RDWR))
            close(descriptor)
        }
    }

    private static func listen() -> (descriptors: [Int32], port: Int)? {
        let four = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(four, $0, size) == 0 && getsockname(four, $0, &size) == 0 && Glibc.listen(four, 64) == 0
            }
        }
        guard isBound else { return nil }
        let port = UInt16(bigEndian: address.sin_port)
        let six = socket(AF_INET6, Int32(SOCK_STREAM.rawValue), 0)
        var only: Int32 = 1
        setsockopt(six, Int32(IPPROTO_IPV6), IPV6_V6ONLY, &only, socklen_t(MemoryLayout<Int32>.size))
        var wide = sockaddr_in6()
        wide.sin6_family = sa_family_t(AF_INET6)
        wide.sin6_port = port.bigEndian
        let isWide = withUnsafeMutablePointer(to: &wide) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(six, $0, socklen_t(MemoryLayout<sockaddr_in6>.size)) == 0 && Glibc.listen(six, 64) == 0
            }
        }
        if !isWide { close(six) }
        return (isWide ? [four, six] : [four], Int(port))
    }

    private func serve(_ connection: Int32) {
        defer { close(connection) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while !bytes.suffix(4).elementsEqual([13, 10, 13, 10]) {
            let count = recv(connection, &buffer, buffer.count, 0)
            if count <= 0 || bytes.count > 1 << 16 { return }
            bytes += buffer[..<count]
            // The greeting of a secure connection, which this server does not speak.
            if bytes.first == 0x16 { return }
        }
        let lines = String(decoding: bytes, as: UTF8.self).components(separatedBy: "\r\n")
        var fields: [String: String] = [:]
        for line in lines.dropFirst() {
            guard let colon = line.firstIndex(of: ":") else { continue }
            fields[line[..<colon].lowercased()] = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
        }
        let words = lines[0].split(separator: " ")
        let request = Request(path: words.count > 1 ? String(words[1]) : "", fields: fields)
        log.withLock { $0.requests.append(request) }
        send(answer(request), to: connection)
    }

    private func send(_ answer: Answer, to connection: Int32) {
        if answer.hangs {
            while !isOver.load(ordering: .acquiring) { usleep(10_000) }
            return
        }
        var head = "HTTP/1.1 \(answer.status) Answer\r\nConnection: close\r\n"
        for (name, value) in answer.fields { head += "\(name): \(value)\r\n" }
        if answer.endless.isEmpty, answer.fields["Content-Length"] == nil {
            head += "Content-Length: \(answer.body.count)\r\n"
        }
        guard send(Array(head.utf8) + [13, 10] + answer.body, to: connection) else { return }
        while !answer.endless.isEmpty, !isOver.load(ordering: .acquiring), send(answer.endless, to: connection) {}
    }

    private func send(_ bytes: [UInt8], to connection: Int32) -> Bool {
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes {
                Glibc.send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            if count <= 0 { return false }
            sent += count
        }
        return true
    }
}
