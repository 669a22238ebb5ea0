internal import DragomanClaims
internal import DragomanLedger

/// English for those who take part in a deal.
enum Party {
    /// Names that stand with "the" in a sentence.
    private static let withArticle: Set<String> = [
        "united states", "united kingdom", "united arab emirates", "netherlands", "philippines", "european union",
        "czech republic", "eurasian economic union", "middle east", "balkans", "gulf", "maldives", "bahamas", "us",
        "uk",
        "eu", "uae", "usa", "eaeu",
    ]

    /// Descriptions of which a country or a story has one.
    private static let unique: Set<String> = [
        "government", "ministry", "parliament", "president", "state", "city", "fund", "company", "carmaker",
        "automaker",
        "importer", "plant", "venture",
    ]

    /// `name` as it stands in a sentence: `the Netherlands`, `a Belarusian firm`, `the government of Hungary`.
    static func inSentence(_ name: String) -> String {
        let words = name.lowercased().split(separator: " ").map(String.init)
        guard let first = words.first, !["the", "a", "an", "one", "two", "several", "some"].contains(first) else {
            return name
        }
        if withArticle.contains(name.lowercased()) { return "the " + name }
        let opensLow = name.unicodeScalars.first?.properties.isLowercase == true
        if opensLow, words.contains("of") { return "the " + name }
        guard !NameKey.isProper(name), !isPlural(name) else { return name }
        return opensLow && words.last.map(unique.contains) == true ? "the " + name : Phrases.withArticle(name)
    }

    /// Whether a verb after `names` is plural: several of them, or a description such as "importers".
    static func takesPlural(_ names: [String]) -> Bool { names.count > 1 || names.contains(where: isPlural) }

    /// `Renault’s`, `Stellantis’`, `Iranian companies’`.
    static func possessive(_ name: String) -> String { name + (name.hasSuffix("s") ? "’" : "’s") }

    /// Who with whom, for a table: `Saipa → Belarusian firm, Belarus`, `VDA ↔ GADA`, `Renault, out of Russia`.
    static func line(_ kind: ClaimKind, actors: [String], counterparts: [String], places: [String]) -> String {
        let doers = actors.isEmpty ? "(unnamed)" : actors.joined(separator: ", ")
        let apart = places.filter { place in !counterparts.contains { NameKey.of($0) == NameKey.of(place) } }
        let others = counterparts.joined(separator: ", ")
        let hosts = apart.joined(separator: ", ")
        func joined(_ parts: [String]) -> String { parts.filter { !$0.isEmpty }.joined(separator: ", ") }
        switch kind {
        case .supply, .certification, .investment, .distribution:
            let target = joined([others, hosts])
            return target.isEmpty ? doers : "\(doers) → \(target)"
        case .production:
            return joined([doers, others.isEmpty ? "" : "with \(others)", hosts.isEmpty ? "" : "in \(hosts)"])
        case .cooperation:
            return joined([others.isEmpty ? doers : "\(doers) ↔ \(others)", hosts.isEmpty ? "" : "in \(hosts)"])
        case .exit:
            return joined([doers, hosts.isEmpty ? "" : "out of \(hosts)", others.isEmpty ? "" : "to \(others)"])
        case .barrier:
            return joined([doers, others.isEmpty ? "" : "against \(others)", hosts.isEmpty ? "" : "in \(hosts)"])
        }
    }

    private static func isPlural(_ name: String) -> Bool {
        guard !NameKey.isProper(name), let last = name.split(separator: " ").last else { return false }
        return (last.hasSuffix("s") && !last.hasSuffix("ss")) || ["people", "media", "authorities"].contains(last)
    }
}
