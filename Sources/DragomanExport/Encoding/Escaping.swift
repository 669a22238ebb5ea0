internal import DragomanBrief
internal import DragomanText

/// Text from outside, made harmless in each format's own way.
enum Escaping {
    /// `text` on one line for an XML document: markup escaped, what XML forbids or what would turn the reading direction gone.
    static func xml(_ text: String) -> String {
        var escaped = ""
        for scalar in SafeText.line(text).unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

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
