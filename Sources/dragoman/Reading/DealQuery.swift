import DragomanArguments
import DragomanClaims
import DragomanLedger
import DragomanText

/// The options by which commands choose deals, and what they ask of the ledger.
enum DealQuery {
    private static let kind = Option(
        "kind", "only this sort of undertaking; may be given several times", value: "KIND",
        kind: .choice(ClaimKind.allCases.map(\.rawValue)))
    private static let stage = Option(
        "stage", "only this stage; may be given several times", value: "STAGE",
        kind: .choice(Stage.allCases.map(\.rawValue)))
    private static let party = Option(
        "party", "only with this firm, country or institution, by any of its names in any script, or part of one",
        value: "NAME")
    private static let place = Option(
        "place", "only in this country or place, by any of its names, or part of one", value: "NAME")
    private static let goods = Option(
        "goods", "only these goods: a type such as truck, or part of a name", value: "NAME")
    private static let since = Option(
        "since", "only with a word given on this day or later", value: "DATE", kind: .date)

    /// All of them.
    static let options = [kind, stage, party, place, goods, since, Places.packs]

    /// What the command line asks.
    static func filter(_ invocation: Invocation) -> DealFilter {
        DealFilter(
            kinds: invocation.values(kind).compactMap(ClaimKind.init),
            stages: invocation.values(stage).compactMap(Stage.init), party: invocation.value(party),
            place: invocation.value(place), goods: invocation.value(goods),
            since: invocation.value(since).flatMap(CoarseDate.init(iso:)))
    }

    /// The same, with the names in it found in other scripts and spellings too.
    static func filter(_ invocation: Invocation, of ledger: Ledger, in context: Context) throws -> DealFilter {
        let filter = filter(invocation)
        guard filter.party != nil || filter.place != nil || filter.goods != nil,
            let names = try NameMatching.finderIfThere(invocation, in: context)
        else { return filter }
        return try ledger.acrossScripts(filter, names: names)
    }

    /// The same in words: `Deals: supply, signed, with Saipa, since 2023`.
    static func title(_ invocation: Invocation) -> String {
        let named = [("with", party), ("in", place), ("of", goods), ("since", since)]
        let conditions =
            invocation.values(kind) + invocation.values(stage)
            + named.compactMap { word, option in invocation.value(option).map { "\(word) \($0)" } }
        return conditions.isEmpty ? "Deals" : "Deals: " + conditions.joined(separator: ", ")
    }
}
