internal import Foundation

/// Addresses as feeds write them.
enum Link {
    /// An address made absolute with `base`; as it is where it has a scheme or cannot be read.
    static func absolute(_ link: String, base: String?) -> String {
        if isWeb(link) { return link }
        guard link.utf8.count <= 4096, let base, isWeb(base), !hasScheme(link), let base = URL(string: base),
            let url = URL(string: link, relativeTo: base)
        else { return link }
        return url.absoluteString
    }

    /// Whether a text is an address that a browser would open.
    static func isWeb(_ text: String) -> Bool {
        let start = text.prefix(8).lowercased()
        return start.hasPrefix("http://") || start.hasPrefix("https://")
    }

    private static func hasScheme(_ link: String) -> Bool {
        guard let colon = link.firstIndex(of: ":") else { return false }
        return link[..<colon].allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) }
    }
}
