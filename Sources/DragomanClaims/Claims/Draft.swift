import DragomanText

/// A claim in the making: the clause and rule it comes from and the slots filled so far.
struct Draft: Sendable {
    let clause: Clause
    let rule: Int
    var kind: ClaimKind
    var stage: Stage
    var actor: [String] = []
    var counterpart: [String] = []
    var place: [String] = []
    var goods: [Goods] = []
    var quantity: Quantity?
    /// Whether the quantity's unit is not said but taken from the goods.
    var isBareCount = false
    var money: Money?
    var share: String?
    var date: CoarseDate?
    /// Tokens that filled elements: what the values beside them belong to.
    var heads: [Int] = []
    /// Those of them that are goods, sites or other things rather than parties.
    var things: [Int] = []
    /// How many elements of the rule were filled.
    var filled = 0
    /// Whether it is the agreement on another draft's undertaking.
    var takesPart = false
    /// The goods that a pronoun in it would stand for; nil where none were spoken of.
    var carried: [Goods]?
    /// The sites named in it; an owner or place can be read from them.
    var sites: [Int] = []
}

extension Draft {
    /// Takes the slots it lacks from another draft on the same event.
    mutating func takeMissing(from other: Draft, andPlace: Bool) {
        if actor.isEmpty { actor = other.actor }
        if counterpart.isEmpty { counterpart = other.counterpart }
        if place.isEmpty, andPlace { place = other.place }
        if goods.isEmpty { goods = other.goods }
        quantity = quantity ?? other.quantity
        money = money ?? other.money
        share = share ?? other.share
        date = date ?? other.date
    }
}

extension Draft {
    /// Takes the parties, place and goods it lacks from the claim it continues.
    mutating func takeParties(of previous: Draft) {
        if actor.isEmpty { actor = previous.actor }
        if counterpart.isEmpty { counterpart = previous.counterpart.filter { !actor.contains($0) } }
        if place.isEmpty { place = previous.place }
        if goods.isEmpty { goods = previous.goods }
    }
}
