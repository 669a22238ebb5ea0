internal import DragomanClaims
internal import DragomanText

/// What of a claim decides whether it speaks of the same undertaking as a claim of another article.
struct Signature {
    let claim: Claim
    let published: CoarseDate?
    /// Comparison forms of the actors that are names; for cooperation, of all parties.
    let actors: Set<String>
    /// Comparison forms of the counterparts, named or described.
    let counterparts: Set<String>
    /// The counterparts that are names.
    let namedCounterparts: Set<String>
    let places: Set<String>
    let goodsNames: [String]
    /// Comparison form of the words it rests on; nil where they are too few to be more than a coincidence.
    let words: String?

    init(_ reported: ReportedClaim) {
        let claim = reported.claim
        self.claim = claim
        published = reported.article.published
        words = reported.quote.utf8.count < 40 ? nil : NameKey.of(reported.quote)
        // Who cooperates with whom is told either way round.
        let symmetric = claim.kind == .cooperation
        let doers = symmetric ? claim.actor + claim.counterpart : claim.actor
        actors = Set(doers.filter(NameKey.isProper).map(NameKey.of))
        counterparts = Set(symmetric ? [] : claim.counterpart.map(NameKey.of))
        namedCounterparts = Set(symmetric ? [] : claim.counterpart.filter(NameKey.isProper).map(NameKey.of))
        places = Set(claim.place.map(NameKey.of))
        goodsNames = Set(claim.goods.compactMap { $0.name.map(NameKey.of) }).sorted()
    }

    /// Whom or what the actors deal with, apart from themselves.
    private var others: Set<String> { counterparts.union(places) }

    /// Index keys: two claims that can be the same undertaking share at least one.
    ///
    /// A key is the kind, an actor, and a counterpart, place or second actor; where the claim has none of these, the
    /// first word of a name of goods. Another key is the words, where they are many enough. A claim that has neither a
    /// named actor nor many words has no keys: it joins others only within its article.
    var keys: Set<String> {
        var keys: Set<String> = []
        if let words {
            keys.insert("\(claim.kind.rawValue)|words \(SHA256.hex(of: words.utf8).prefix(16))")
        }
        for actor in actors {
            for other in others where other != actor { keys.insert("\(claim.kind.rawValue)|\(actor)|\(other)") }
            for second in actors where second != actor {
                keys.insert("\(claim.kind.rawValue)|\(min(actor, second))|\(max(actor, second))|both")
            }
            for name in goodsNames {
                let word = name.split(separator: " ").first.map(String.init) ?? name
                keys.insert("\(claim.kind.rawValue)|\(actor)|goods \(word)")
            }
        }
        return keys
    }

    /// Whether two claims of different articles can speak of one undertaking; symmetric.
    ///
    /// The same words under one kind are the same undertaking. Else the kind is the same; an actor that is a name is shared, and with it a counterpart, a place or a second actor, or, where
    /// one of the two says nothing of these, a name of goods; counterparts named on both sides overlap; goods and times do
    /// not exclude each other. Numbers and stages are no hindrance: they are what reports differ in.
    func agrees(with other: Signature) -> Bool {
        guard claim.kind == other.claim.kind else { return false }
        if words != nil, words == other.words { return true }
        let sharedActors = actors.intersection(other.actors)
        guard !sharedActors.isEmpty else { return false }
        if !namedCounterparts.isEmpty, !other.namedCounterparts.isEmpty,
            namedCounterparts.isDisjoint(with: other.namedCounterparts)
        {
            return false
        }
        let bound =
            sharedActors.count > 1 || !others.intersection(other.others).subtracting(sharedActors).isEmpty
            || ((others.isEmpty || other.others.isEmpty) && sharesGoodsName(with: other))
        return bound && goodsAgree(with: other) && timesAgree(with: other)
    }

    /// How alike two agreeing claims are, in points; used to join the likeliest pairs first.
    func likeness(to other: Signature) -> Int {
        var points = actors.intersection(other.actors).count + others.intersection(other.others).count
        func same<Value: Equatable>(_ one: Value?, _ two: Value?, _ worth: Int) {
            if one != nil, one == two { points += worth }
        }
        same(claim.quantity, other.claim.quantity, 4)
        same(claim.money, other.claim.money, 4)
        same(claim.share, other.claim.share, 3)
        same(claim.date, other.claim.date, 2)
        same(claim.speaker?.name, other.claim.speaker?.name, 1)
        same(words, other.words, 8)
        if claim.stage == other.claim.stage { points += 2 }
        if sharesGoodsName(with: other) { points += 2 }
        return points
    }

    private func sharesGoodsName(with other: Signature) -> Bool {
        goodsNames.contains { name in other.goodsNames.contains { NameKey.agree(name, $0) } }
    }

    private func goodsAgree(with other: Signature) -> Bool {
        if claim.goods.isEmpty || other.claim.goods.isEmpty { return true }
        if !goodsNames.isEmpty, !other.goodsNames.isEmpty { return sharesGoodsName(with: other) }
        return claim.goods.contains { one in other.claim.goods.contains { Self.typesAgree(one.type, $0.type) } }
    }

    private static let vehicles: Set<String> = ["car", "van", "truck", "bus", "motorcycle", "tractor"]

    private static func typesAgree(_ one: String, _ other: String) -> Bool {
        one == other || (one == "vehicle" && vehicles.contains(other)) || (other == "vehicle" && vehicles.contains(one))
    }

    /// Reports lie at most two years apart; dates given for the same stage at most one year, for different stages three.
    private func timesAgree(with other: Signature) -> Bool {
        if let one = claim.said ?? published, let two = other.claim.said ?? other.published,
            Self.gap(one, two) > 731
        {
            return false
        }
        if let one = claim.date, let two = other.claim.date {
            return Self.gap(one, two) <= (claim.stage == other.claim.stage ? 366 : 1096)
        }
        return true
    }

    /// Days between two dates; 0 where they can be the same day.
    private static func gap(_ one: CoarseDate, _ other: CoarseDate) -> Int {
        let (left, right) = (one.span, other.span)
        return max(0, max(left.lowerBound, right.lowerBound) - min(left.upperBound, right.upperBound))
    }
}
