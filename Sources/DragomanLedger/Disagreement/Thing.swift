internal import DragomanClaims

/// What a claim is about, by the names that can tell it from another of its deal.
struct Thing {
    private let goods: [String]
    private let counterparts: [String]
    private let actors: [String]

    init(_ claim: Claim) {
        func keys(_ names: [String]) -> [String] { names.filter(NameKey.isProper).map(NameKey.of) }
        goods = keys(claim.goods.compactMap(\.name))
        counterparts = keys(claim.counterpart)
        actors = keys(claim.actor)
    }

    /// Whether the names of two claims of one deal do not exclude that they are about one thing.
    func agrees(with other: Thing) -> Bool {
        func meet(_ first: [String], _ second: [String]) -> Bool {
            first.isEmpty || second.isEmpty
                || first.contains { key in second.contains { NameKey.agree(key, $0) } }
        }
        return meet(goods, other.goods) && meet(counterparts, other.counterparts) && meet(actors, other.actors)
    }
}
