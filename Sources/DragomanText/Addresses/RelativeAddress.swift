/// Completes the addresses of links as pages and feeds write them; nothing is resolved or fetched.
public enum RelativeAddress {
    /// Scheme and host of an address of the web; nil for any other.
    public static func parts(_ address: String) -> (scheme: String, host: String)? {
        let bytes = address.utf8
        let isSecure = begins(bytes, with: "https://")
        guard isSecure || begins(bytes, with: "http://") else { return nil }
        let host = bytes.dropFirst(isSecure ? 8 : 7).prefix { $0 != 0x2F && $0 != 0x3F && $0 != 0x23 }
        return host.isEmpty ? nil : (isSecure ? "https" : "http", String(Substring(host)))
    }

    /// `link` made whole by the address of the page it stands on (RFC 3986, section 5.2, for `http` and `https`).
    ///
    /// ```
    /// resolved("../c", on: "https://herald.example/a/b")  // "https://herald.example/c"
    /// ```
    /// - Returns: the link as it is where it has a scheme of its own; nil where `page` is no address of the web.
    public static func resolved(_ link: String, on page: String) -> String? {
        if hasScheme(link) { return link }
        guard let (scheme, host) = parts(page) else { return nil }
        if link.hasPrefix("//") { return "\(scheme):\(link)" }
        let origin = "\(scheme)://\(host)"
        let path = page.dropFirst(origin.count).prefix { $0 != "?" && $0 != "#" }
        if link.hasPrefix("?") { return "\(origin)\(path.isEmpty ? "/" : path)\(link)" }
        if link.isEmpty || link.hasPrefix("#") { return String(page.prefix { $0 != "#" }) + link }
        let end = link.firstIndex { $0 == "?" || $0 == "#" } ?? link.endIndex
        let whole = link.hasPrefix("/") ? link[..<end] : path[..<afterLastSlash(path)] + link[..<end]
        return origin + withoutDots(whole) + link[end...]
    }

    private static func begins(_ bytes: String.UTF8View, with start: StaticString) -> Bool {
        start.withUTF8Buffer { start in
            bytes.count >= start.count
                && zip(bytes, start).allSatisfy { ($0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0) == $1 }
        }
    }

    private static func hasScheme(_ link: String) -> Bool {
        let bytes = link.utf8
        guard let first = bytes.first, isLetter(first), let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else {
            return false
        }
        return bytes[..<colon].allSatisfy {
            isLetter($0) || $0 >= 0x30 && $0 <= 0x39 || [0x2B, 0x2D, 0x2E].contains($0)
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }

    private static func afterLastSlash(_ path: Substring) -> Substring.Index {
        path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    }

    /// The path without `.` and `..`, which begins with a slash.
    private static func withoutDots(_ path: Substring) -> String {
        var folders: [Substring] = []
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        for (index, part) in parts.enumerated() where index > 0 || !part.isEmpty {
            let isLast = index + 1 == parts.count
            if part == ".." { _ = folders.popLast() } else if part != "." { folders.append(part) }
            if isLast, part == "." || part == ".." { folders.append("") }
        }
        return "/" + folders.joined(separator: "/")
    }
}
