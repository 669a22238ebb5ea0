/// How articles stand to one another: which are copies of one text, and which tell of one development.
enum RelationDerivation: Derivation {
    static let area = Area(
        "relations", .derived, tables: FamilyTable.tables + StoryTable.tables, sql: FamilyTable.sql + StoryTable.sql)

    static func derive(_ new: AddedArticle, _ changes: inout Changes, in database: Database) throws {
        let change = try FamilyTable.derive(new, in: database)
        changes.articles.formUnion(change.articles)
        try StoryTable.derive(change, new: new, in: database)
        if try StoryRulings.any(in: database) { try StoryRulings.apply(in: database) }
    }

    static func judge(_ judgment: Judgment, _ changes: inout Changes, in database: Database) throws {
        if try StoryRulings.any(in: database) { try StoryRulings.apply(in: database) }
    }
}
