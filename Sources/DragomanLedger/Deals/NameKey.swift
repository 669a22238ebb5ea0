internal import Foundation

/// The comparison form of names: what two spellings must share to be one name.
public enum NameKey {
    /// `name` without case, accents, punctuation, possessive, leading article and legal form.
    ///
    /// ```
    /// NameKey.of("The Škoda Auto a.s.")  // "skoda auto"
    /// NameKey.of("GAZ Group")            // "gaz"
    /// ```
    /// A name that is nothing but such words ("The Group") keeps them.
    public static func of(_ name: String) -> String {
        var words = words(of: name)
        if words.count > 1, let first = words.first, articles.contains(first) { words.removeFirst() }
        while words.count > 1, let last = words.last, legalForms.contains(last) { words.removeLast() }
        return words.joined(separator: " ")
    }

    /// Whether `name` names somebody or something ("Iran Khodro") rather than describing it ("Belarusian firm").
    ///
    /// What decides is the last word: an upper-case letter, a digit or a script without case make it a name.
    public static func isProper(_ name: String) -> Bool {
        guard let last = name.split(whereSeparator: \.isWhitespace).last else { return false }
        return last.unicodeScalars.contains { scalar in
            let properties = scalar.properties
            return properties.isUppercase || properties.numericType != nil
                || (properties.isAlphabetic && !properties.isCased)
        }
    }

    /// Whether one key is the other or its beginning, in whole words: "sobol" and "sobol nn".
    static func agree(_ one: String, _ other: String) -> Bool {
        one == other || one.hasPrefix(other + " ") || other.hasPrefix(one + " ")
    }

    private static func words(of name: String) -> [String] {
        let folded = name.folding(
            options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: Locale(identifier: "en"))
        var words: [String] = []
        for piece in folded.split(whereSeparator: { $0.isWhitespace || "-–—/,".contains($0) }) {
            var word = String.UnicodeScalarView()
            for scalar in piece.unicodeScalars {
                switch scalar {
                case "ı": word.append("i")
                case "’", "'":
                    word.append("'")
                default:
                    if scalar.properties.isAlphabetic || scalar.properties.numericType != nil { word.append(scalar) }
                }
            }
            var text = String(word)
            if text.hasSuffix("'s") { text.removeLast(2) }
            text.removeAll { $0 == "'" }
            if !text.isEmpty { words.append(text) }
        }
        return words
    }

    private static let articles: Set<String> = ["the", "a", "an"]
    private static let legalForms: Set<String> = [
        "ab", "ag", "as", "bhd", "bv", "co", "company", "corp", "corporation", "gmbh", "group", "holding", "holdings",
        "inc", "incorporated", "jsc", "kg", "kgaa", "kk", "limited", "llc", "llp", "ltd", "nv", "oao", "ojsc", "ooo",
        "oy", "oyj", "pao", "pjsc", "plc", "pte", "pty", "sa", "sae", "sas", "se", "spa", "sro", "zao", "ао", "оао",
        "ооо", "пао",
    ]
}
