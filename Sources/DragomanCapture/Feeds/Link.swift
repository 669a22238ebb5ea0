internal import DragomanText

/// Addresses as feeds write them.
enum Link {
    /// An address made absolute with `base`; as it is where it has a scheme or cannot be read.
    static func absolute(_ link: String, base: String?) -> String {
        guard link.utf8.count <= 4096, let base else { return link }
        return RelativeAddress.resolved(link, on: base) ?? link
    }

    /// Whether a text is an address that a browser would open.
    static func isWeb(_ text: String) -> Bool {
        let start = text.prefix(8).lowercased()
        return start.hasPrefix("http://") || start.hasPrefix("https://")
    }
}
