internal import DragomanPage
internal import DragomanText

/// An article that is being added, with the claims the reader found in it.
struct AddedArticle {
    let entry: ArticleEntry
    let article: Article
    /// Without repetition.
    let claims: [ReportedClaim]
}

/// A part of the ledger that follows from articles and claims: deals, copies, stories, the index for search.
///
/// To add one: conform a type, beside its code, and put it into `Derivations.all`. Its tables are then made with every ledger,
/// filled by `add` and by `rebuild`, dropped and filled again where an earlier ledger is brought up to date, and checked by
/// `verify`. Its rows must be a function of the set of articles and the judgments in force: the order of adding may not show.
protocol Derivation: Sendable {
    /// Its tables. They may refer to `captures`, `articles` and `claims` and to areas that stand before it in the list.
    static var area: Area { get }

    /// Writes what follows from an article, whose rows in `articles` and `claims` are there already, and mends what was
    /// derived from others.
    ///
    /// Called in the transaction that adds the article; the work must be bounded however large the ledger is.
    ///
    /// - Parameter changes: what derivations that stand before it have changed; it adds what it changes itself.
    static func derive(_ new: AddedArticle, _ changes: inout Changes, in database: Database) throws

    /// Mends what was derived, after a judgment was made or undone: its row is in `judgments` already.
    static func judge(_ judgment: Judgment, _ changes: inout Changes, in database: Database) throws
}

/// What an article or a judgment has changed, handed from one derivation to the next.
struct Changes {
    /// Articles that are copies of others now, or no copies of others any more.
    var articles: Set<String> = []
    /// Deals that have gained or lost claims, or are judged otherwise.
    var deals: Set<String> = []
}

extension Derivation {
    static func judge(_ judgment: Judgment, _ changes: inout Changes, in database: Database) throws {}
}

/// All derivations, in the order they are made.
enum Derivations {
    static let all: [any Derivation.Type] = [
        RelationDerivation.self, DealDerivation.self, DisagreementDerivation.self, SearchDerivation.self,
    ]

    /// Derives all that follows from an article.
    static func derive(_ new: AddedArticle, in database: Database) throws {
        var changes = Changes()
        for derivation in all { try derivation.derive(new, &changes, in: database) }
    }

    /// Mends all that a judgment bears on.
    static func judge(_ judgment: Judgment, in database: Database) throws {
        var changes = Changes()
        for derivation in all { try derivation.judge(judgment, &changes, in: database) }
    }
}
