/// Numbers with their nouns.
public enum Counted {
    /// `1 deal`, `3 deals`, `0 stories`.
    ///
    /// - Parameter many: the noun's plural where it is not `one` with an s.
    public static func of(_ count: Int, _ one: String, _ many: String? = nil) -> String {
        "\(count) " + noun(count, one, many)
    }

    /// The noun alone: `deal` for 1, else `deals`.
    public static func noun(_ count: Int, _ one: String, _ many: String? = nil) -> String {
        count == 1 ? one : many ?? one + "s"
    }
}
