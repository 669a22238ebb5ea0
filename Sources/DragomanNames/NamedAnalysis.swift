public import DragomanLanguage

/// What a name stands for.
public enum NameType: String, Sendable, Codable, CaseIterable {
    case person
    /// A firm: carmaker, supplier, dealer, bank.
    case company
    /// A make of goods, such as Lada.
    case brand
    /// A model of a brand, such as Shahin.
    case model
    /// A plant with a name of its own.
    case plant
    case country
    /// A group of countries or a part of the world, such as the European Union, Africa, ASEAN.
    case region
    /// A city, province or other place inside a country.
    case place
    /// A newspaper, agency, channel or site that reports.
    case outlet
    /// A ministry, government, authority, chamber, association, institute or court.
    case institution
}

/// One place of an article where a name stands, or an adjective made of one ("Iranian").
public struct Mention: Sendable {
    /// Token range in the analysis.
    public let tokens: Range<Int>
    /// Index into `NamedAnalysis.identities`.
    public let identity: Int
    /// Whether it is a demonym or adjective ("Iranian", "Belarusian") rather than the name itself.
    public let isAdjective: Bool

    public init(tokens: Range<Int>, identity: Int, isAdjective: Bool = false) {
        self.tokens = tokens
        self.identity = identity
        self.isAdjective = isAdjective
    }
}

/// One person, firm, place or thing of an article, under all its names there.
public struct Identity: Sendable {
    public let type: NameType
    /// Its fullest form in the article ("Kazem Jalali", not "Jalali"), as written.
    public let name: String
    /// Id of its entry in the knowledge base; nil for a name the base does not have.
    public let entry: String?
    /// Id of the entry that it belongs to: the brand or company of a model, the parent of a subsidiary, the country of
    /// an institution ("Iran's Ministry of Industry"); nil where the article and the base do not say.
    public let owner: String?

    public init(type: NameType, name: String, entry: String?, owner: String? = nil) {
        self.type = type
        self.name = name
        self.entry = entry
        self.owner = owner
    }
}

/// An analysis whose names are known: who and what is mentioned where, one identity per name.
public struct NamedAnalysis: Sendable {
    public let analysis: Analysis
    /// In order of their tokens, not overlapping.
    public let mentions: [Mention]
    public let identities: [Identity]
    /// For each token, the index of the mention that covers it, or -1.
    public let mentionOfToken: [Int]

    public init(analysis: Analysis, mentions: [Mention], identities: [Identity]) {
        self.analysis = analysis
        self.mentions = mentions
        self.identities = identities
        var covered = [Int](repeating: -1, count: analysis.tokens.count)
        for (index, mention) in mentions.enumerated() {
            for token in mention.tokens { covered[token] = index }
        }
        mentionOfToken = covered
    }
}
