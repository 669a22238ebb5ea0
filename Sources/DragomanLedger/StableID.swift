internal import DragomanClaims
internal import DragomanText

/// Short ids made of content: the same capture and claim have the same id in every ledger, in whatever order they came.
enum StableID {
    /// Digits and lower-case letters without those that are mistaken for one another (Crockford's base 32).
    private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)
    /// 60 bits: among a million ids two are equal with a chance below one in a million.
    private static let length = 12

    /// The id of an article, from the SHA-256 of its capture in hexadecimal digits.
    static func article(sha256: String) -> String { shortened("article " + sha256) }

    /// The id of a reader, from its description.
    static func reader(_ description: String) -> String { shortened("reader " + description) }

    /// The id of an identity, from the key of its first name.
    static func identity(_ key: String) -> String { shortened("identity " + key) }

    /// The id of a claim: of the article and all its fields but the rule and the number of the undertaking.
    static func claim(_ claim: Claim, article: String) throws -> String {
        let fields = try StoredClaim.identifyingFields(of: claim)
        // Lengths keep "a", "bc" apart from "ab", "c".
        return shortened((["claim", article] + fields).map { "\($0.utf8.count):\($0)" }.joined())
    }

    /// Whether `text` could be the beginning of an id: at least four characters, all of the alphabet.
    static func isPrefix(_ text: String) -> Bool {
        (4...length).contains(text.utf8.count) && text.utf8.allSatisfy(alphabet.contains)
    }

    private static func shortened(_ text: String) -> String {
        var bits: UInt64 = 0
        for byte in SHA256.digest(of: Array(text.utf8)).prefix(8) { bits = bits << 8 | UInt64(byte) }
        return String(
            decoding: (0..<length).map { alphabet[Int(bits >> UInt64(59 - 5 * $0) & 31)] }, as: UTF8.self)
    }
}
