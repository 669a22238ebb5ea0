/// A request as the site sees it.
public struct WebRequest: Sendable {
    public var method: String
    /// Path and query, not decoded.
    public var target: String
    public var host: String?
    public var origin: String?
    public var cookie: String?
    public var acceptEncoding: String?
    public var ifNoneMatch: String?
    public var contentType: String?
    public var authorization: String?
    public var body: [UInt8]

    public init(
        method: String = "GET", target: String, host: String? = nil, origin: String? = nil, cookie: String? = nil,
        acceptEncoding: String? = nil, ifNoneMatch: String? = nil, contentType: String? = nil,
        authorization: String? = nil, body: [UInt8] = []
    ) {
        self.method = method
        self.target = target
        self.host = host
        self.origin = origin
        self.cookie = cookie
        self.acceptEncoding = acceptEncoding
        self.ifNoneMatch = ifNoneMatch
        self.contentType = contentType
        self.authorization = authorization
        self.body = body
    }

    /// The path without the query, decoded; nil where it is no path of ours: not absolute, with `..`, a backslash, a
    /// control character, or bytes that are not UTF-8.
    var path: [String]? {
        let raw = target.prefix { $0 != "?" && $0 != "#" }
        guard raw.hasPrefix("/"), raw.utf8.count <= 2048 else { return nil }
        var parts: [String] = []
        for part in raw.dropFirst().split(separator: "/", omittingEmptySubsequences: false) {
            guard let decoded = Self.decode(part, plusIsSpace: false), decoded != "..", decoded != ".",
                !decoded.unicodeScalars.contains(where: {
                    $0.value < 0x20 || $0 == "\\" || $0 == "/" || $0.value == 0x7F
                })
            else { return nil }
            parts.append(decoded)
        }
        if parts == [""] { return [] }
        return parts.contains("") ? nil : parts
    }

    /// The fields of the query, in order; at most 64, those that cannot be decoded left out.
    var query: [(name: String, value: String)] {
        guard let mark = target.firstIndex(of: "?") else { return [] }
        return Self.fields(target[target.index(after: mark)...])
    }

    /// The first value of a field of the query that is not empty.
    func query(_ name: String) -> String? { query.first { $0.name == name && !$0.value.isEmpty }?.value }

    /// All values of a field of the query that are not empty.
    func queries(_ name: String) -> [String] { query.filter { $0.name == name && !$0.value.isEmpty }.map(\.value) }

    /// Whether the asker takes compressed answers.
    var takesGzip: Bool {
        acceptEncoding?.split(separator: ",").contains {
            $0.trimmingPrefix(" ").hasPrefix("gzip") && !$0.contains("q=0")
        } ?? false
    }

    /// The value of a cookie.
    func cookie(_ name: String) -> String? {
        for part in (cookie ?? "").split(separator: ";") {
            let pair = part.trimming(while: \.isWhitespace).split(separator: "=", maxSplits: 1)
            if pair.count == 2, pair[0] == name { return String(pair[1]) }
        }
        return nil
    }

    /// The token that a program sends: `Authorization: Bearer TOKEN`.
    var bearer: String? {
        guard let authorization, authorization.lowercased().hasPrefix("bearer ") else { return nil }
        return authorization.dropFirst(7).trimming(while: \.isWhitespace)
    }

    /// Fields of a form, as queries and bodies have them.
    static func fields(_ text: Substring) -> [(name: String, value: String)] {
        text.split(separator: "&", maxSplits: 64).prefix(64).compactMap { field in
            let parts = field.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = parts.first.flatMap({ decode($0, plusIsSpace: true) }) else { return nil }
            guard parts.count > 1 else { return (name, "") }
            return decode(parts[1], plusIsSpace: true).map { (name, $0) }
        }
    }

    private static func decode(_ text: Substring, plusIsSpace: Bool) -> String? {
        func digit(_ byte: UInt8) -> UInt8? {
            switch byte {
            case 0x30...0x39: byte - 0x30
            case 0x41...0x46: byte - 0x37
            case 0x61...0x66: byte - 0x57
            default: nil
            }
        }
        var bytes: [UInt8] = []
        var source = text.utf8.makeIterator()
        while let byte = source.next() {
            switch byte {
            case UInt8(ascii: "%"):
                guard let high = source.next().flatMap(digit), let low = source.next().flatMap(digit) else {
                    return nil
                }
                bytes.append(high << 4 | low)
            case UInt8(ascii: "+") where plusIsSpace: bytes.append(0x20)
            default: bytes.append(byte)
            }
        }
        return String(validating: bytes, as: UTF8.self)
    }
}
