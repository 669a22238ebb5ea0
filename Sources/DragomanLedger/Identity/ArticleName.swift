public import DragomanNames

/// A person, firm or place under its name in one article, with what the article says of it.
public struct ArticleName: Sendable, Equatable {
    public var type: NameType
    /// Its fullest form in the article, as written.
    public var name: String
    /// Id of its entry in the knowledge base; nil for a name the base does not have.
    public var entry: String?
    /// What a person is said to be: "deputy minister of industry"; nil where the article does not say.
    public var office: String?
    /// What a person is said to speak for, or whom a firm belongs to.
    public var organisation: String?
    /// Id of the country's entry.
    public var country: String?
    /// How often the article names it.
    public var mentions: Int

    public init(
        type: NameType, name: String, entry: String? = nil, office: String? = nil, organisation: String? = nil,
        country: String? = nil, mentions: Int = 1
    ) {
        self.type = type
        self.name = name
        self.entry = entry
        self.office = office
        self.organisation = organisation
        self.country = country
        self.mentions = mentions
    }
}

/// The names of the articles, as the reader found them.
enum ArticleNames {
    static let area = Area(
        "names", .derived, tables: ["article_names"],
        sql: """
            CREATE TABLE article_names (
                article TEXT NOT NULL REFERENCES articles (id),
                type TEXT NOT NULL,
                name TEXT NOT NULL,
                entry TEXT,
                office TEXT,
                organisation TEXT,
                country TEXT,
                mentions INTEGER NOT NULL,
                PRIMARY KEY (article, type, name)
            ) STRICT, WITHOUT ROWID;
            """)

    /// Names of one article beyond this many are left out.
    static let most = 2_000
    /// Longest name, office or organisation kept, in characters.
    private static let longest = 300

    /// Puts in the names of an article.
    static func insert(_ names: [ArticleName], article: String, in database: Database) throws {
        let insert = try database.prepare(
            """
            INSERT INTO article_names (article, type, name, entry, office, organisation, country, mentions)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
            """)
        for name in names.prefix(most) where !name.name.isEmpty && name.name.count <= longest {
            try insert.run([
                .text(article), .text(name.type.rawValue), .text(name.name), .init(name.entry),
                .init(name.office.map { String($0.prefix(longest)) }),
                .init(name.organisation.map { String($0.prefix(longest)) }), .init(name.country),
                .integer(name.mentions),
            ])
        }
    }

    /// All of them with their articles' dates, in a fixed order.
    static func all(in database: Database) throws -> [Occurrence] {
        let rows = try database.prepare(
            """
            SELECT article, type, name, entry, office, organisation, country, mentions, published
            FROM article_names JOIN articles ON articles.id = article ORDER BY article, type, name
            """)
        var found: [Occurrence] = []
        while try rows.step() {
            guard let type = NameType(rawValue: rows.text(1)) else { continue }
            let name = ArticleName(
                type: type, name: rows.text(2), entry: rows.optionalText(3), office: rows.optionalText(4),
                organisation: rows.optionalText(5), country: rows.optionalText(6), mentions: rows.integer(7))
            found.append(Occurrence(article: rows.text(0), published: rows.optionalText(8), name: name))
        }
        return found
    }

    /// A name in an article.
    struct Occurrence {
        var article: String
        /// ISO 8601, as coarse as the article says it.
        var published: String?
        var name: ArticleName
    }
}
