internal import DragomanClaims
internal import DragomanText

/// A deal with what its reports disagree on.
public struct DealDisagreements: Sendable, Equatable {
    public var deal: Deal
    /// Contradictions first; never empty in a list.
    public var disagreements: [Disagreement]
}

extension Ledger {
    /// The deals whose reports disagree or differ in one of these ways, those with the newest word first, as `deals(_:limit:)` has
    /// them; rejected deals are left out.
    ///
    /// They were found when the deals last changed; nothing is compared now.
    ///
    /// - Parameters:
    ///   - kinds: what sorts of difference; contradictions are distortions and disputes.
    ///   - limit: the most deals to give; nil for all.
    /// - Throws: `DragomanError` D008 where the ledger is damaged.
    public func disagreements(
        _ kinds: [Disagreement.Kind] = Disagreement.Kind.allCases.filter(\.isContradiction), limit: Int? = nil
    ) throws -> [DealDisagreements] {
        let rows = try database.prepare(
            "SELECT id FROM deals WHERE \(Self.disagreeing(kinds)) \(Self.dealOrder) LIMIT ?")
        try rows.bind(kinds.map { .text($0.rawValue) } + [.integer(limit ?? -1)])
        var ids: [String] = []
        while try rows.step() { ids.append(rows.text(0)) }
        return try ids.compactMap { id in
            guard let deal = try storedDeal(id) else { return nil }
            return DealDisagreements(
                deal: deal, disagreements: try disagreements(of: deal).filter { kinds.contains($0.kind) })
        }
    }

    /// How many deals there are whose reports disagree or differ in one of these ways.
    public func countOfDisagreeing(
        _ kinds: [Disagreement.Kind] = Disagreement.Kind.allCases.filter(\.isContradiction)
    ) throws -> Int {
        try database.number(
            "SELECT count(*) FROM deals WHERE \(Self.disagreeing(kinds))", kinds.map { .text($0.rawValue) }) ?? 0
    }

    /// What the reports of a deal of this ledger disagree or differ on: contradictions first.
    public func disagreements(of deal: Deal) throws -> [Disagreement] {
        let claims = Dictionary(deal.claims.map { ($0.id, $0) }, uniquingKeysWith: { one, _ in one })
        return try DisagreementDerivation.rows(of: deal.id, in: database).map { row in
            guard let kind = Disagreement.Kind(rawValue: row.kind), let field = Disagreement.Field(rawValue: row.field),
                let source = claims[row.source], let other = claims[row.other]
            else { throw LedgerFailure.unreadable("a disagreement of deal \(deal.id)", in: path) }
            return Disagreement(
                kind: kind, field: field, source: source, other: other,
                sourceClaims: row.sourceClaims.split(separator: " ").map(String.init),
                otherClaims: row.otherClaims.split(separator: " ").map(String.init), hardens: row.hardens == 1)
        }
    }

    /// The condition on the table `deals` that one of so many kinds of disagreement is found.
    private static func disagreeing(_ kinds: [Disagreement.Kind]) -> String {
        let marks = kinds.map { _ in "?" }.joined(separator: ", ")
        return "verdict IS NOT 'rejected' AND id IN (SELECT deal FROM disagreements WHERE kind IN (\(marks)))"
    }
}
