internal import DragomanClaims
internal import DragomanText

/// What a deal is about, in the forms that the sentence of a stage needs.
struct Action {
    /// "supply 1,200 vans to Vietnam", after "plans to" and "would".
    let infinitive: String
    /// "supplying 1,200 vans to Vietnam", after "is" and "is considering".
    let gerund: String
    /// "supplied ...", of something that took place at a known time.
    let past: String
    /// "supplied ...", after "has".
    let participle: String
    /// "supply of ...", after "GAZ's".
    let noun: String
    /// Whether `noun` is plural, as "sales of" is.
    let nounIsPlural: Bool

    /// What an action is done to and with; phrases as they stand in a sentence.
    struct Slots {
        /// With their number.
        var goods: String?
        /// Without it.
        var bareGoods: String?
        var counterparts: [String] = []
        var places: [String] = []
        var percent: String?
        var money: String?
        var share: String?
        /// Counterparts were named before, as in "signed an agreement with Y to".
        var counterpartsAreNamed = false

        var others: String? { counterparts.isEmpty || counterpartsAreNamed ? nil : Phrases.list(counterparts) }
        /// Places a market is made of, side by side.
        var markets: String? { places.isEmpty ? nil : Phrases.list(places) }
        /// Where something stands: the narrower place, then the wider.
        var site: String? { places.isEmpty ? nil : places.joined(separator: ", ") }
    }

    init(_ kind: ClaimKind, _ slots: Slots) {
        func with(_ word: String, _ phrase: String?) -> String { phrase.map { " \(word) \($0)" } ?? "" }
        let inPlace = with("in", [.production, .investment].contains(kind) ? slots.site : slots.markets)
        nounIsPlural = kind == .distribution || (kind == .barrier && slots.percent == nil)
        switch kind {
        case .supply:
            let goods = slots.goods ?? "goods"
            let target = slots.others.map { " to \($0)" + inPlace } ?? with("to", slots.markets)
            (infinitive, gerund, past, participle, noun) = Self.forms(
                "supply", "supplying", "supplied", "supplied", "supply of", " " + goods + target)
        case .certification:
            let goods = slots.goods ?? "goods"
            let rest = with("by", slots.others) + inPlace
            infinitive = "have \(goods) certified" + rest
            gerund = "having \(goods) certified" + rest
            past = "had \(goods) certified" + rest
            participle = past
            noun = "certification of \(goods)" + rest
        case .production:
            let goods = slots.goods ?? "vehicles"
            let rest = " " + goods + with("with", slots.others) + inPlace
            infinitive = "make" + rest
            gerund = "making" + rest
            past = "set up production of" + rest
            participle = past
            noun = "production of" + rest
        case .investment:
            let others = slots.others ?? slots.site
            if let share = slots.share {
                let stake = share.contains("stake") ? share : share + " stake"
                let rest =
                    " " + (stake.first?.isNumber == true ? Phrases.withArticle(stake) : stake)
                    + with("in", others) + with("for", slots.money)
                (infinitive, gerund, past, participle, noun) = Self.forms(
                    "take", "taking", "took", "taken", "purchase of", rest)
            } else {
                let rest = with("in", slots.others) + (slots.others == nil ? inPlace : "")
                let sum = slots.money.map { " \($0)" } ?? ""
                infinitive = "invest" + sum + rest
                gerund = "investing" + sum + rest
                past = "invested" + sum + rest
                participle = past
                noun = "investment" + with("of", slots.money) + rest
            }
        case .distribution:
            let rest = " " + (slots.goods ?? "vehicles") + with("through", slots.others) + inPlace
            infinitive = "launch sales of" + rest
            gerund = "selling" + rest
            past = "launched sales of" + rest
            participle = past
            noun = "sales of" + rest
        case .cooperation:
            let rest = with("with", slots.others) + with("on", slots.goods) + inPlace
            (infinitive, gerund, past, participle, noun) = Self.forms(
                "cooperate", "cooperating", "cooperated", "cooperated", "cooperation", rest)
        case .exit:
            let rest = " " + (slots.markets ?? "the market") + (slots.others.map { ", handing over to \($0)" } ?? "")
            infinitive = "leave" + rest
            gerund = "leaving" + rest
            past = "left" + rest
            participle = past
            noun = "withdrawal from " + (slots.markets ?? "the market")
        case .barrier:
            let measure = slots.percent.map { Phrases.withArticle("\($0) duty") } ?? "restrictions"
            let goods = slots.bareGoods
            let target =
                slots.others.map { Party.possessive($0, goods ?? "goods") } ?? goods ?? "trade"
            let rest = " on \(target)" + inPlace
            (infinitive, gerund, past, participle, _) = Self.forms(
                "impose", "imposing", "imposed", "imposed", "", " " + measure + rest)
            noun = (slots.percent.map { "\($0) duty" } ?? measure) + rest
        }
    }

    /// All forms with the same words after them.
    private static func forms(
        _ infinitive: String, _ gerund: String, _ past: String, _ participle: String, _ noun: String, _ rest: String
    ) -> (String, String, String, String, String) {
        (infinitive + rest, gerund + rest, past + rest, participle + rest, noun + rest)
    }
}
