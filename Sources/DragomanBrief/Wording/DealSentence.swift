internal import DragomanClaims
public import DragomanLedger
internal import DragomanText

extension Deal {
    /// The deal in one English sentence, made of its headline claim; what that claim leaves open is filled from the others.
    ///
    /// ```
    /// Saipa signed an agreement with a Belarusian firm to supply about 45,000 Shahin and Quick cars to Belarus.
    /// ```
    /// Nothing is said of whose word it is. Names stand as the articles have them.
    public var statement: String { stated.text }

    /// What `statement` says.
    var stated: DealSentence {
        let claim = headline?.claim
        // What the claim leaves open is filled where the others agree; of several actors the best supported one must do.
        func filled(_ own: [String]?, _ all: [Supported<String>]) -> [String] {
            if let own, !own.isEmpty { return own }
            return all.count == 1 ? all.map(\.value) : []
        }
        let own = claim?.actor ?? []
        let actors = own.isEmpty ? actors.prefix(1).map(\.value) : own
        let doers = Set(actors.map(NameKey.of))
        let counterparts = filled(claim?.counterpart, counterparts).filter { !doers.contains(NameKey.of($0)) }
        let goods = claim.flatMap { $0.goods.isEmpty ? nil : $0.goods } ?? (goods.count == 1 ? goods.map(\.value) : [])
        let quantity = claim?.quantity ?? (quantities.count == 1 ? quantities.first?.value : nil)
        return DealSentence(
            kind: kind, stage: stage, actors: actors, counterparts: counterparts, places: filled(claim?.place, places),
            goods: goods,
            quantity: quantity, money: claim?.money ?? (money.count == 1 ? money.first?.value : nil),
            share: claim?.share, date: claim?.date)
    }
}

/// Builds the sentence that states a deal.
struct DealSentence {
    var kind: ClaimKind
    var stage: Stage
    var actors: [String]
    var counterparts: [String] = []
    var places: [String] = []
    var goods: [Goods] = []
    var quantity: Quantity?
    var money: Money?
    var share: String?
    var date: CoarseDate?

    /// The sentence, with a full stop.
    var text: String {
        let subject = actors.isEmpty ? "an unnamed party" : Phrases.list(actors.map(Party.inSentence))
        let isPlural = Party.takesPlural(actors)
        let (be, have) = isPlural ? ("are", "have") : ("is", "has")
        let partners = counterparts.isEmpty ? "" : " with " + Phrases.list(counterparts.map(Party.inSentence))
        let when = date.map { " " + Phrases.inDate($0) } ?? ""
        let action = Action(kind, slots(counterpartsAreNamed: stage == .talks || stage == .signed))
        let owner = actors.isEmpty ? "the " : Party.possessive(subject) + " "
        let sentence =
            switch stage {
            case .considered: "\(subject) \(be) considering \(action.gerund)"
            case .talks:
                "\(subject) \(be) in talks\(partners) on \(kind == .cooperation ? action.noun : action.gerund)"
            case .planned: "\(subject) \(isPlural ? "plan" : "plans") to \(action.infinitive)\(when)"
            case .signed: "\(subject) signed an agreement\(partners)\(when) to \(action.infinitive)"
            case .underway: "\(subject) \(be) \(action.gerund)"
            case .done: date == nil ? "\(subject) \(have) \(action.participle)" : "\(subject) \(action.past)\(when)"
            case .stalled: "\(owner)\(action.noun) \(action.nounIsPlural ? "are" : "is") on hold"
            case .ended where kind == .barrier:
                "\(subject) \(have) lifted \(action.nounIsPlural ? action.noun : Phrases.withArticle(action.noun))"
            case .ended: "\(owner)\(action.noun) \(action.nounIsPlural ? "have" : "has") ended"
            case .denied: "it is denied that \(subject) would \(action.infinitive)"
            }
        // A name keeps its own first letter: "e.GO plans to ...".
        let opensWithName =
            stage != .denied && actors.first.map { NameKey.isProper($0) && subject.hasPrefix($0) } ?? false
        return (opensWithName ? sentence : sentence.prefix(1).uppercased() + sentence.dropFirst()) + "."
    }

    private func slots(counterpartsAreNamed: Bool) -> Action.Slots {
        var slots = Action.Slots()
        // What is counted may be something else than the goods: jobs, a rate.
        let countsGoods = quantity.map { !["people", "percent", "dealers", "jobs"].contains($0.unit) } ?? false
        slots.goods = goods.isEmpty && !countsGoods ? nil : GoodsPhrase.counted(goods, quantity)
        slots.bareGoods = GoodsPhrase.goods(goods)
        slots.counterparts = counterparts.map(Party.inSentence)
        let named = actors + (counterpartsAreNamed ? [] : counterparts)
        slots.places = Party.apart(places, from: named).map(Party.inSentence)
        slots.percent = quantity.flatMap { $0.unit == "percent" ? Phrases.number($0) : nil }
        slots.money = money.map(Phrases.money)
        slots.share = share
        slots.counterpartsAreNamed = counterpartsAreNamed
        return slots
    }
}
