/// Small readings of web addresses; nothing is resolved or fetched.
enum WebAddress {
    /// `link` in full, completed by the page it stands on; nil for none and for what is no web address.
    static func absolute(_ link: String?, on page: String?) -> String? {
        guard let link = link?.trimmed, !link.isEmpty, link.utf8.count <= 4000 else { return nil }
        let lower = link.prefix(12).lowercased()
        if lower.hasPrefix("http://") || lower.hasPrefix("https://") { return link }
        if let colon = lower.firstIndex(of: ":"), lower[..<colon].allSatisfy(\.isLetter) { return nil }
        guard let page, let (scheme, host) = parts(page) else { return link }
        if link.hasPrefix("//") { return "\(scheme):\(link)" }
        if link.hasPrefix("/") { return "\(scheme)://\(host)\(link)" }
        let path = page.dropFirst(scheme.count + 3 + host.count).prefix { $0 != "?" && $0 != "#" }
        guard !link.hasPrefix("?") else { return "\(scheme)://\(host)\(path)\(link)" }
        var folders = path.split(separator: "/", omittingEmptySubsequences: true)
        if !path.hasSuffix("/") { _ = folders.popLast() }
        var rest = link[...]
        while rest.hasPrefix("../") || rest.hasPrefix("./") {
            if rest.hasPrefix("../") { _ = folders.popLast() }
            rest = rest.drop { $0 != "/" }.dropFirst()
        }
        return "\(scheme)://\(host)/" + folders.map { $0 + "/" }.joined() + rest
    }

    private static func parts(_ address: String) -> (scheme: String, host: String)? {
        guard let colon = address.firstRange(of: "://") else { return nil }
        let scheme = address[..<colon.lowerBound].lowercased()
        guard scheme == "http" || scheme == "https" else { return nil }
        let host = address[colon.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        return host.isEmpty ? nil : (scheme, String(host))
    }

    /// The host without `www.`, user and port, in lower case; nil for what is no web address.
    static func domain(of address: String) -> String? {
        guard let host = parts(address)?.host.lowercased() else { return nil }
        let name = (host.split(separator: "@").last ?? "").split(separator: ":").first.map(String.init) ?? ""
        let bare = name.hasPrefix("www.") ? String(name.dropFirst(4)) : name
        return bare.contains(".") ? bare : nil
    }

    /// Whether an address is that of a whole site.
    static func isRoot(_ address: String) -> Bool {
        guard let (scheme, host) = parts(address) else { return false }
        return address.dropFirst(scheme.count + 3 + host.count).allSatisfy { $0 == "/" }
    }
}
