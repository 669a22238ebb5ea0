internal import DragomanClaims
internal import DragomanText

/// What of a claim decides whether it speaks of the same undertaking as a claim of another article.
///
/// Names are in their comparison form. It is kept as one line of text, so that candidates are compared without reading their
/// articles again.
struct Signature: Equatable {
    /// The days a date can mean.
    struct Days: Equatable {
        var first: Int
        var last: Int
    }

    let kind: String
    let stage: String
    /// The actors that are names; for cooperation, all parties that are.
    let actors: [String]
    /// The counterparts, named or described.
    let counterparts: [String]
    /// The counterparts that are names.
    let namedCounterparts: [String]
    let places: [String]
    let goodsTypes: [String]
    let goodsNames: [String]
    /// Of the words it rests on; nil where they are too few to be more than a coincidence.
    let words: String?
    let quantity: String?
    let money: String?
    let share: String?
    let speaker: String?
    /// When the undertaking happens.
    let date: Days?
    /// When the word was given.
    let said: Days?

    init(_ reported: ReportedClaim) {
        let claim = reported.claim
        kind = claim.kind.rawValue
        stage = claim.stage.rawValue
        words =
            reported.quote.utf8.count < 40
            ? nil : String(SHA256.hex(of: NameKey.of(reported.quote).utf8).prefix(16))
        // Who cooperates with whom is told either way round.
        let symmetric = claim.kind == .cooperation
        let doers = symmetric ? claim.actor + claim.counterpart : claim.actor
        actors = Self.keys(doers.filter(NameKey.isProper))
        counterparts = Self.keys(symmetric ? [] : claim.counterpart)
        namedCounterparts = Self.keys(symmetric ? [] : claim.counterpart.filter(NameKey.isProper))
        places = Self.keys(claim.place)
        goodsTypes = Set(claim.goods.map(\.type)).sorted()
        goodsNames = Self.keys(claim.goods.compactMap(\.name))
        quantity = claim.quantity?.key
        money = claim.money?.key
        share = claim.share.map(NameKey.of)
        speaker = claim.speaker?.name.map(NameKey.of)
        date = claim.date.map(Self.days)
        said = reported.when.map(Self.days)
    }

    private static func keys(_ names: [String]) -> [String] {
        Set(names.map(NameKey.of)).subtracting([""]).sorted()
    }

    private static func days(_ date: CoarseDate) -> Days {
        Days(first: date.span.lowerBound, last: date.span.upperBound)
    }

    /// Whom or what the actors deal with, apart from themselves.
    private var others: Set<String> { Set(counterparts).union(places) }

    /// The numbers by which a contract is known again: of goods and of money, whatever the currency; from 10 on.
    private var figures: Set<String> {
        Set(
            [quantity, money].compactMap { $0?.split(separator: " ").first.map(String.init) }.filter {
                (Double($0) ?? 0) >= 10
            })
    }

    /// Index keys: two claims that can be the same undertaking share at least one.
    ///
    /// A key is the kind, an actor, and a counterpart, place or second actor; or a figure; or the first word of a name of goods. Another key is
    /// the words, where they are many enough. A claim that has neither a named actor nor many words has no keys: it joins
    /// others only within its article.
    var keys: Set<String> {
        var keys: Set<String> = []
        if let words { keys.insert("\(kind)|words \(words)") }
        for actor in actors {
            for other in others where other != actor { keys.insert("\(kind)|\(actor)|\(other)") }
            for second in actors where second != actor {
                keys.insert("\(kind)|\(min(actor, second))|\(max(actor, second))|both")
            }
            for figure in figures { keys.insert("\(kind)|\(actor)|figure \(figure)") }
            for name in goodsNames {
                let word = name.split(separator: " ").first.map(String.init) ?? name
                keys.insert("\(kind)|\(actor)|goods \(word)")
            }
        }
        return keys
    }

    /// Whether two claims of different articles can speak of one undertaking; symmetric.
    ///
    /// The same words under one kind are the same undertaking; so are, within two months, an actor's words of the same figure, whatever
    /// else they say: the same contract is told with another buyer, market or currency. Else the kind is the same; an actor that is a name is shared, and
    /// with it a counterpart, a place or a second actor, or, where one of the two says nothing of these, a name of goods; counterparts
    /// named on both sides overlap; goods and times do not exclude each other. Numbers and stages are no hindrance: they are
    /// what reports differ in.
    func agrees(with other: Signature) -> Bool {
        guard kind == other.kind else { return false }
        if words != nil, words == other.words { return true }
        let shared = actors.filter(other.actors.contains)
        guard !shared.isEmpty else { return false }
        if !figures.isDisjoint(with: other.figures), isNear(other), goodsAgree(with: other), timesAgree(with: other) {
            return true
        }
        if !namedCounterparts.isEmpty, !other.namedCounterparts.isEmpty,
            !namedCounterparts.contains(where: other.namedCounterparts.contains)
        {
            return false
        }
        let bound =
            shared.count > 1 || !others.intersection(other.others).subtracting(shared).isEmpty
            || ((others.isEmpty || other.others.isEmpty) && sharesGoodsName(with: other))
        return bound && goodsAgree(with: other) && timesAgree(with: other)
    }

    /// How alike two agreeing claims are, in points; used to choose the likeliest.
    func likeness(to other: Signature) -> Int {
        var points = actors.filter(other.actors.contains).count + others.intersection(other.others).count
        func same<Value: Equatable>(_ one: Value?, _ two: Value?, _ worth: Int) {
            if one != nil, one == two { points += worth }
        }
        same(quantity, other.quantity, 4)
        same(money, other.money, 4)
        same(share, other.share, 3)
        same(date, other.date, 2)
        same(speaker, other.speaker, 1)
        same(words, other.words, 8)
        if stage == other.stage { points += 2 }
        if sharesGoodsName(with: other) { points += 2 }
        return points
    }

    private func sharesGoodsName(with other: Signature) -> Bool {
        goodsNames.contains { name in other.goodsNames.contains { NameKey.agree(name, $0) } }
    }

    private func goodsAgree(with other: Signature) -> Bool {
        if goodsTypes.isEmpty || other.goodsTypes.isEmpty { return true }
        if !goodsNames.isEmpty, !other.goodsNames.isEmpty { return sharesGoodsName(with: other) }
        return goodsTypes.contains { one in other.goodsTypes.contains { Self.typesAgree(one, $0) } }
    }

    private static let vehicles: Set<String> = ["car", "van", "truck", "bus", "motorcycle", "tractor"]

    private static func typesAgree(_ one: String, _ other: String) -> Bool {
        one == other || (one == "vehicle" && vehicles.contains(other)) || (other == "vehicle" && vehicles.contains(one))
    }

    /// Reports lie at most two years apart; dates given for the same stage at most one year, for different stages three.
    private func timesAgree(with other: Signature) -> Bool {
        if let one = said, let two = other.said, Self.gap(one, two) > 731 { return false }
        if let one = date, let two = other.date { return Self.gap(one, two) <= (stage == other.stage ? 366 : 1096) }
        return true
    }

    /// Whether the two were given within two months; never where one is undated.
    private func isNear(_ other: Signature) -> Bool {
        guard let one = said, let two = other.said else { return false }
        return Self.gap(one, two) <= 62
    }

    /// Days between two dates; 0 where they can be the same day.
    private static func gap(_ one: Days, _ other: Days) -> Int {
        max(0, max(one.first, other.first) - min(one.last, other.last))
    }
}

extension Quantity {
    /// What two quantities must share to be one value.
    var key: String { "\(n) \(unit) \(per?.rawValue ?? "") \(mod?.rawValue ?? "")" }
}

extension Money {
    /// What two sums must share to be one value.
    var key: String { "\(amount) \(currency)" }
}

extension Signature {
    /// The signature as one line: fields between tabs, lists between bars. Neither occurs in comparison forms of names.
    var line: String {
        func list(_ names: [String]) -> String { names.joined(separator: "|") }
        func days(_ days: Days?) -> String { days.map { "\($0.first)|\($0.last)" } ?? "" }
        return [
            kind, stage, list(actors), list(counterparts), list(namedCounterparts), list(places), list(goodsTypes),
            list(goodsNames), words ?? "", quantity ?? "", money ?? "", share ?? "", speaker ?? "", days(date),
            days(said),
        ].map { $0.contains("\t") || $0.contains("\n") ? "" : $0 }.joined(separator: "\t")
    }

    /// The signature that `line` was made of; nil where it was made of none.
    init?(line: Substring) {
        let fields = line.utf8.split(separator: 9, omittingEmptySubsequences: false).map { Substring($0) }
        guard fields.count == 15 else { return nil }
        func list(_ index: Int) -> [String] { fields[index].utf8.split(separator: 0x7C).map { String(Substring($0)) } }
        func text(_ index: Int) -> String? { fields[index].isEmpty ? nil : String(fields[index]) }
        func days(_ index: Int) -> Days? {
            let numbers = list(index).compactMap { Int($0) }
            return numbers.count == 2 ? Days(first: numbers[0], last: numbers[1]) : nil
        }
        kind = String(fields[0])
        stage = String(fields[1])
        actors = list(2)
        counterparts = list(3)
        namedCounterparts = list(4)
        places = list(5)
        goodsTypes = list(6)
        goodsNames = list(7)
        words = text(8)
        quantity = text(9)
        money = text(10)
        share = text(11)
        speaker = text(12)
        date = days(13)
        said = days(14)
    }
}
