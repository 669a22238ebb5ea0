/// One thing the knowledge base knows: a country, a firm, a brand, a model, a city, an outlet.
public struct Entry: Sendable, Equatable {
    /// Unique and stable, such as `company/iran-khodro`: the type and the folded name, unless the file gives another.
    public let id: String
    public let type: NameType
    /// The name under which it is shown: the first one of its line.
    public let name: String
    /// All its spellings, `name` first, demonyms not among them.
    public let names: [String]
    /// Adjectives and words for its people ("Iranian", "Iranians"); countries and places only.
    public let demonyms: [String]
    /// Id of its country's entry; nil for a country, or where it has none.
    public let country: String?
    /// Id of the owner: the company of a brand, plant or subsidiary, the brand or company of a model.
    public let owner: String?
    /// Type of goods as claims count them (`car`, `van`, `truck`, `bus`, ...); nil where it makes none or many.
    public let goods: String?
    /// Code of a country, ISO 3166-1 alpha-2.
    public let iso: String?
    /// Item of Wikidata, such as `Q794`.
    public let wikidata: String?
    /// Whether it is a capital, which may stand for its country's government.
    public let isCapital: Bool
    /// Code of a country's currency, ISO 4217.
    public let currency: String?
    /// Names that it bore once, which are among `names` too.
    public let former: [FormerName]
    /// Where the entry and its spellings come from: `own` for the project's own tables, else a name that the pack's
    /// `SOURCES.md` explains. Never empty.
    public let sources: [String]
    /// How many of `names` its own line has; the others were added by `@more` lines.
    let ownNames: Int

    /// The names under which a search across scripts finds it: of places only a few, since the others sound alike.
    public var searchedNames: [String] { matchedNames.isEmpty ? [name] : Array(matchedNames) }

    /// The names that matching looks at: of places only what the project's own tables say, since a place inside a firm's
    /// name sets firms apart and the names of all regions of the world would make every other word one.
    var matchedNames: ArraySlice<String> {
        switch type {
        case .country, .region, .place: sources[0] == "own" ? names.prefix(ownNames) : []
        default: names[...]
        }
    }
}

/// A name that a firm or place bore for a time.
public struct FormerName: Sendable, Equatable, Codable {
    public let name: String
    /// First day, month or year of it, as `2019-05`; nil where it is not known.
    public let since: String?
    /// Last day, month or year of it; nil where it is not known.
    public let until: String?

    /// Reads `NAME since DATE until DATE`; nil where neither date is there, or one is no date.
    init?(_ text: String) {
        var words = text.split(separator: " ")
        var dates: [Substring: String] = [:]
        while words.count > 2, ["since", "until"].contains(words[words.count - 2]) {
            let date = words.removeLast()
            guard Self.isDate(date), dates.updateValue(String(date), forKey: words.removeLast()) == nil else {
                return nil
            }
        }
        guard !dates.isEmpty else { return nil }
        name = words.joined(separator: " ")
        since = dates["since"]
        until = dates["until"]
    }

    /// The name with its dates: "Dorado Truck (until 2019-05)".
    public var text: String {
        let dates = [since.map { "since \($0)" }, until.map { "until \($0)" }].compactMap { $0 }
        return "\(name) (\(dates.joined(separator: " ")))"
    }

    private static func isDate(_ text: Substring) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard (1...3).contains(parts.count), parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
        else { return false }
        return parts[0].count == 4 && parts.dropFirst().allSatisfy { $0.count == 2 }
    }
}

/// A class of words that recognition and other modules look at; the packs fill them.
public enum WordClass: String, Sendable, CaseIterable {
    /// Heads of offices and roles: "minister", "president", "executive".
    case role
    /// Words that extend a role to the left: "deputy", "chief", "vice".
    case roleModifier = "role-modifier"
    /// "Mr", "Dr", "Ayatollah".
    case title
    /// Given names of people.
    case givenName = "given-name"
    /// Heads of institutions: "ministry", "chamber", "embassy".
    case institution
    /// Heads of public bodies, which make a name even in small letters: "the Iranian embassy".
    case stateBody = "state-body"
    /// Last words of firms' names: "Motors", "Group", "Khodro".
    case companyHead = "company-head"
    /// Legal forms: "Ltd", "GmbH", "PJSC".
    case companyForm = "company-form"
    /// Nouns for a firm: "carmaker", "supplier", "dealer".
    case companyNoun = "company-noun"
    /// Last words of outlets' names: "Times", "Daily".
    case outletHead = "outlet-head"
    /// Nouns for an outlet: "newspaper", "agency".
    case outletNoun = "outlet-noun"
    /// Nouns for a place: "region", "city", "port".
    case placeNoun = "place-noun"
    /// Nouns for a site of production: "plant", "factory".
    case siteNoun = "site-noun"
    /// Nouns for makes and types of goods: "model", "brand", "version".
    case modelNoun = "model-noun"
    /// Nouns for goods; each has a type of goods.
    case goods
    /// Lemmas of verbs of saying.
    case speech
    /// Capitalised words that are no names: months, weekdays, "CEO", "EV".
    case notName = "not-name"
    /// Words inside names of people and places that stay in lower case: "de", "van", "bin".
    case particle
    /// Words after which "in" and "of" lead to a firm: "stake in", "shares of".
    case stake
    /// Fields of an office: "industry", "trade", "transport".
    case topic
    /// Lemmas of verbs whose object is goods: "make", "export".
    case making
    /// Nouns after which "of the" leads to goods: "assembly", "production".
    case makingNoun = "making-noun"
    /// Lemmas of verbs whose object is a firm: "acquire", "own".
    case buying

    /// Its bit in the mask of a word.
    var bit: UInt32 { 1 << UInt32(Self.allCases.firstIndex(of: self) ?? 31) }
}
