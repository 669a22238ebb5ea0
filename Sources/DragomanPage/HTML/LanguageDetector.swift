internal import CDragomanLanguageID

/// Tells the language of a text with CLD2.
enum LanguageDetector {
    /// Text beyond this many bytes is not looked at: the language of so much is known.
    private static let reach = 3000

    /// BCP 47 code of the language of well-formed UTF-8; nil where it cannot be told.
    static func language(of text: [UInt8]) -> String? {
        var end = min(text.count, reach)
        while end < text.count, end > 0, text[end] & 0xC0 == 0x80 { end -= 1 }
        return text[..<end].withUnsafeBytes { buffer in
            guard let base = buffer.baseAddress?.assumingMemoryBound(to: CChar.self),
                let code = dragoman_language_of(base, buffer.count)
            else { return nil }
            return String(cString: code)
        }
    }

    /// The language a page declares, unless its text is surely in another one.
    static func language(of text: [UInt8], declared: String?) -> String? {
        let detected = language(of: text)
        guard let declared, !declared.isEmpty else { return detected }
        let code = declared.split { $0 == "-" || $0 == "_" }.first.map { $0.lowercased() }
        if let detected, let code, detected.split(separator: "-").first.map(String.init) != code { return detected }
        return declared.split(separator: "_").joined(separator: "-")
    }
}
