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
