internal import Foundation

/// What a command prints: one value, as text for people and as JSON for programs.
public protocol Page: Encodable, Sendable {
    /// The page for a terminal, ending in a newline; safe whatever the articles hold.
    func text(_ style: TerminalStyle) -> String
}

extension Page {
    /// The page as one JSON document with sorted keys, ending in a newline.
    ///
    /// Texts are exact; characters a terminal would act on are written as `\u` escapes.
    public func json() throws -> String { try JSONTwin.write(self) }
}

/// Writes values as JSON.
public enum JSONTwin {
    /// `value` as JSON with sorted keys, indented or on one line, ending in a newline; pure text for a terminal.
    public static func write(_ value: some Encodable, oneLine: Bool = false) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        if !oneLine { encoder.outputFormatting.insert(.prettyPrinted) }
        let json = String(decoding: try encoder.encode(value), as: UTF8.self)
        var safe = String.UnicodeScalarView()
        // Outside strings JSON has none of these, so each one can be escaped where it stands.
        for scalar in json.unicodeScalars {
            if SafeText.isDangerous(scalar) {
                for unit in String(scalar).utf16 {
                    let digits = String(unit, radix: 16)
                    safe.append(
                        contentsOf: ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).unicodeScalars)
                }
            } else {
                safe.append(scalar)
            }
        }
        safe.append("\n")
        return String(safe)
    }
}
