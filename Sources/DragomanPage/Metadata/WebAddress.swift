internal import DragomanText

/// Small readings of web addresses; nothing is resolved or fetched.
enum WebAddress {
    /// `link` in full, completed by the page it stands on; nil for none and for what is no web address.
    static func absolute(_ link: String?, on page: String?) -> String? {
        guard let link = link?.trimmed, !link.isEmpty, link.utf8.count <= 4000 else { return nil }
        let lower = link.prefix(12).lowercased()
        if lower.hasPrefix("http://") || lower.hasPrefix("https://") { return link }
        if let colon = lower.firstIndex(of: ":"), lower[..<colon].allSatisfy(\.isLetter) { return nil }
        return page.flatMap { RelativeAddress.resolved(link, on: $0) } ?? link
    }

    /// The host without `www.`, user and port, in lower case; nil for what is no web address.
    static func domain(of address: String) -> String? {
        guard let host = RelativeAddress.parts(address)?.host.lowercased() else { return nil }
        let name = (host.split(separator: "@").last ?? "").split(separator: ":").first.map(String.init) ?? ""
        let bare = name.hasPrefix("www.") ? String(name.dropFirst(4)) : name
        return bare.contains(".") ? bare : nil
    }

    /// Whether an address is that of a whole site.
    static func isRoot(_ address: String) -> Bool {
        guard let (scheme, host) = RelativeAddress.parts(address) else { return false }
        return address.dropFirst(scheme.count + 3 + host.count).allSatisfy { $0 == "/" }
    }
}
