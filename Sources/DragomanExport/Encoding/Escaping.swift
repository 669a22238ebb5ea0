internal import DragomanBrief
internal import DragomanText

/// Text from outside, made harmless in each format's own way.
enum Escaping {
    /// An address for a link: only http and https, without white space; nil for anything else.
    static func link(_ address: String?) -> String? {
        guard let address, address.hasPrefix("http://") || address.hasPrefix("https://"),
            SafeText.line(address) == address,
            !address.unicodeScalars.contains(where: { " <>\"{}|\\^`".unicodeScalars.contains($0) })
        else { return nil }
        return address
    }

    /// `text` as a string of JSON, which is one of YAML too; characters a terminal would act on as `\u` escapes.
    static func json(_ text: String) -> String {
        guard let written = try? JSONTwin.write([text], oneLine: true) else { return "\"\"" }
        return String(written.dropFirst().dropLast(2))
    }

    /// A literal of N-Triples, on one line.
    static func literal(_ text: String) -> String {
        "\"" + SafeText.line(text).replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }

    /// What makes an id of a name: the same name gives the same id in every export.
    static func id(of name: String) -> String { String(SHA256.hex(of: name.utf8).prefix(16)) }
}
