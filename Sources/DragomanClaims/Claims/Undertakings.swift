import DragomanText

/// Numbers the undertakings of one article: claims that speak of the same deal share a number.
enum Undertakings {
    /// How many claims back another on the same undertaking is looked for.
    private static let reach = 256

    /// A simple sound rule: the same kind, a common party, and no place or named goods that contradict.
    static func numbered(_ claims: [Claim]) -> [Claim] {
        var claims = claims
        var next = 1
        for index in claims.indices {
            if let earlier = claims[max(0, index - reach)..<index].last(where: { same($0, claims[index]) }) {
                claims[index].undertaking = earlier.undertaking
            } else {
                claims[index].undertaking = next
                next += 1
            }
        }
        return claims
    }

    private static func same(_ a: Claim, _ b: Claim) -> Bool {
        guard a.kind == b.kind, !Set(a.actor).isDisjoint(with: b.actor) else { return false }
        func compatible(_ a: [String], _ b: [String]) -> Bool { a.isEmpty || b.isEmpty || !Set(a).isDisjoint(with: b) }
        let goods = { (claim: Claim) in claim.goods.compactMap(\.name) }
        return compatible(a.place, b.place) && compatible(goods(a), goods(b))
            && compatible(a.counterpart, b.counterpart)
    }
}
