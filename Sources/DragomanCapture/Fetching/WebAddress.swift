internal import CDragomanHTTP

/// An `http` or `https` address, normalized: no fragment, no user name, dot segments resolved.
///
/// Taken apart by the library that connects to it, so that nothing can look like one host here and be another there.
public struct WebAddress: Sendable, Hashable, CustomStringConvertible {
    /// The whole address.
    public let text: String
    /// The host in lower case, without a dot at its end.
    public let host: String
    /// The port, the scheme's own where none is written.
    public let port: Int
    /// Path and query, such as `/news?page=2`; begins with `/`.
    public let path: String
    /// Whether it is `https`.
    public let isSecure: Bool

    /// The most bytes an address may have.
    public static let longest = 8192

    /// Reads an absolute address, or one relative to `base`.
    ///
    /// - Returns: nil for other schemes, an address with a user name, and what is no address.
    public init?(_ text: String, relativeTo base: WebAddress? = nil) {
        let text = String(text.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
        guard !text.isEmpty, text.utf8.count <= Self.longest, !text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F })
        else { return nil }
        // Browsers read a backslash as a slash; libraries differ, so an address with one in its host is refused.
        if text.utf8.prefix(while: { $0 != UInt8(ascii: "?") }).contains(UInt8(ascii: "\\")) { return nil }
        let read = base.map { dragoman_url_read($0.text, text) } ?? dragoman_url_read(nil, text)
        guard let url = read else { return nil }
        defer { dragoman_url_free(url) }
        guard let whole = Self.part(DRAGOMAN_URL_WHOLE, of: url),
            let scheme = Self.part(DRAGOMAN_URL_SCHEME, of: url)?.lowercased(), scheme == "http" || scheme == "https",
            let host = Self.part(DRAGOMAN_URL_HOST, of: url)?.lowercased(), !host.isEmpty,
            whole.utf8.count <= Self.longest,
            let port = Self.part(DRAGOMAN_URL_PORT, of: url).flatMap({ Int($0) }), port > 0
        else { return nil }
        let bare = host.hasSuffix(".") ? String(host.dropLast()) : host
        guard !bare.isEmpty else { return nil }
        self.text = whole
        self.host = bare
        self.port = port
        isSecure = scheme == "https"
        let path = Self.part(DRAGOMAN_URL_PATH, of: url) ?? "/"
        self.path = path + (Self.part(DRAGOMAN_URL_QUERY, of: url).map { "?" + $0 } ?? "")
    }

    public var description: String { text }

    /// Scheme, host and port: what one `robots.txt` speaks for, without a slash at the end.
    public var origin: String { "\(isSecure ? "https" : "http")://\(host):\(port)" }

    /// Whether a word of the command line is meant as an address: it begins with `http://` or `https://`.
    public static func looksLikeOne(_ word: String) -> Bool {
        let start = word.prefix(8).lowercased()
        return start.hasPrefix("http://") || start.hasPrefix("https://")
    }

    private static func part(_ part: dragoman_url_part, of url: OpaquePointer) -> String? {
        guard let text = dragoman_url_copy(url, part) else { return nil }
        defer { dragoman_url_free_part(text) }
        return String(cString: text)
    }
}
