internal import DragomanClaims
internal import DragomanText

/// English for goods and how many of them.
enum GoodsPhrase {
    /// Several of a type; nil for goods of no type.
    private static func plural(_ type: String) -> String? { type == "other" ? nil : Goods.plural(of: type) }
    private static let vehicles: Set<String> = ["car", "van", "truck", "bus", "motorcycle", "tractor", "vehicle"]

    /// `Shahin and Quick cars`, `cars and parts`; nil for no goods.
    static func goods(_ goods: [Goods]) -> String? {
        var phrases: [String] = []
        var types: [String] = []
        for item in goods where !types.contains(item.type) { types.append(item.type) }
        for type in types {
            let names = goods.filter { $0.type == type }.compactMap(\.name)
            let noun = plural(type)
            switch (names.isEmpty, noun) {
            case (true, let noun?): phrases.append(noun)
            case (true, nil): phrases.append("other goods")
            case (false, let noun?): phrases.append(Phrases.list(names) + " " + noun)
            case (false, nil): phrases.append(Phrases.list(names))
            }
        }
        return phrases.isEmpty ? nil : Phrases.list(phrases)
    }

    /// `about 45,000 Shahin and Quick cars`, `600 kits of Lada cars`, `cars (5,000 people)`; nil where nothing is known.
    static func counted(_ goods: [Goods], _ quantity: Quantity?) -> String? {
        let things = Self.goods(goods)
        guard let quantity else { return things }
        guard let things else { return Phrases.quantity(quantity) }
        let types = Set(goods.map(\.type))
        let number = Phrases.number(quantity)
        let rate = Phrases.rate(quantity)
        if quantity.unit == "vehicles" && types.isSubset(of: vehicles)
            || types.allSatisfy({ plural($0) == quantity.unit })
        {
            return number + " " + things + rate
        }
        if ["kits", "sets", "parts", "units", "pieces"].contains(quantity.unit), types != ["parts"] {
            return "\(number) \(quantity.unit) of \(things)\(rate)"
        }
        return "\(things) (\(Phrases.quantity(quantity)))"
    }

    /// All that one claim says of how much: `about 45,000 Shahin cars · a portion · $300 million · in April 2024`.
    static func line(_ claim: Claim) -> String? {
        let parts = [
            counted(claim.goods, claim.quantity), claim.share, claim.money.map(Phrases.money),
            claim.date.map(Phrases.inDate),
        ].compactMap { $0 }
        return parts.isEmpty ? nil : parts.joined(separator: " · ")
    }
}
