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
        "government", "ministry", "parliament", "president", "state", "city", "capital", "region", "zone", "province",
        "area", "district", "market", "side",
    ]
    private static let afterHead: Set<String> = [
        "that", "which", "who", "in", "of", "for", "from", "with", "at", "on", "to", "by", "near", "outside",
    ]

    /// `name` as it stands in a sentence: `the Netherlands`, `a Belarusian firm`, `the government of Hungary`, `the dealer`.
    static func inSentence(_ name: String) -> String {
        let words = name.lowercased().split(separator: " ").map(String.init)
        guard let first = words.first, !["the", "a", "an", "one", "two", "several", "some"].contains(first) else {
            return name
        }
        if withArticle.contains(name.lowercased()) { return "the " + name }
        let head = head(of: name)
        guard !NameKey.isProper(head), !isPlural(name) else { return name }
        // "Georgia’s economy ministry" needs none.
        if words.dropLast().contains(where: { $0.hasSuffix("'s") || $0.hasSuffix("’s") }) { return name }
        let isUnique =
            words.count == 1 || words.contains("of")
            || unique.contains(head.lowercased().split(separator: " ").last.map(String.init) ?? "")
        return isUnique ? "the " + name : Phrases.withArticle(name)
    }

    /// The words of a description that its number hangs on: "companies" of "companies that invest in the country".
    private static func head(of name: String) -> String {
        let words = name.split(separator: " ")
        let head = words.prefix { !afterHead.contains($0.lowercased()) }
        return head.isEmpty ? name : head.joined(separator: " ")
    }

    /// The places that `names` do not say already.
    static func apart(_ places: [String], from names: [String]) -> [String] {
        let said = names.map { " \(NameKey.of($0)) " }
        // "dealer in Minsk" says Minsk; "Iran Khodro" does not say Iran.
        let told = names.filter { !head(of: $0).elementsEqual($0) }.map { " \(NameKey.of($0)) " }
        return places.filter { place in
            let key = " \(NameKey.of(place)) "
            return !said.contains(key) && !told.contains { $0.contains(key) }
        }
    }

    /// The possessive before `things`: `BYD’s cars`, `importers’ cars`, `cars of companies that invest here`.
    static func possessive(_ name: String, _ things: String) -> String {
        head(of: name).elementsEqual(name) ? "\(possessive(name)) \(things)" : "\(things) of \(name)"
    }

    /// Whether a verb after `names` is plural: several of them, or a description such as "importers".
    static func takesPlural(_ names: [String]) -> Bool { names.count > 1 || names.contains(where: isPlural) }

    /// `Renault’s`, `Stellantis’`, `Iranian companies’`.
    static func possessive(_ name: String) -> String { name + (name.hasSuffix("s") ? "’" : "’s") }

    /// Who with whom, for a table: `Saipa → Belarusian firm, Belarus`, `VDA ↔ GADA`, `Renault, out of Russia`.
    static func line(_ kind: ClaimKind, actors: [String], counterparts: [String], places: [String]) -> String {
        let doers = actors.isEmpty ? "(unnamed)" : actors.joined(separator: ", ")
        let others = counterparts.joined(separator: ", ")
        let hosts = apart(places, from: actors + counterparts).joined(separator: ", ")
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
        let head = head(of: name)
        guard !NameKey.isProper(head), let last = head.split(separator: " ").last else { return false }
        return (last.hasSuffix("s") && !last.hasSuffix("ss")) || ["people", "media"].contains(last)
    }
}
