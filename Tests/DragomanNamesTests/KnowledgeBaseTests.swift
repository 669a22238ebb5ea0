import Testing

@testable import DragomanNames

/// The packs of this repository: every line well formed, every reference resolved (loading refuses others).
@Suite struct KnowledgeBaseTests {
    let base: KnowledgeBase

    init() throws { base = try Packs.base.get() }

    @Test func theWorldIsCovered() {
        func count(_ type: NameType) -> Int { base.entries.count { $0.type == type } }
        #expect(count(.country) >= 195)
        #expect(count(.place) >= 1_000)
        #expect(count(.outlet) >= 400)
        #expect(count(.company) >= 800)
        #expect(count(.model) >= 700)
    }

    @Test func everyCountryHasACodeOfItsOwn() {
        let countries = base.entries.filter { $0.type == .country }
        let codes = countries.compactMap(\.iso)
        #expect(codes.count == countries.count)
        #expect(Set(codes).count == codes.count)
        #expect(codes.allSatisfy { $0.utf8.count == 2 })
    }

    @Test func everyEntryIsWellFormed() throws {
        let goods: Set = [
            "car", "van", "truck", "bus", "motorcycle", "tractor", "vehicle", "parts", "engine", "battery", "kit",
            "tyre", "service",
        ]
        for entry in base.entries {
            #expect(base.entry(entry.id) == entry)
            #expect(entry.names.first == entry.name)
            #expect(entry.goods.map { goods.contains($0) } ?? true, "\(entry.id) has unknown goods")
            #expect(entry.country.map { base.entry($0)?.type == .country } ?? true, "\(entry.id)")
            #expect(entry.owner.map { base.entry($0) != nil && $0 != entry.id } ?? true, "\(entry.id)")
            #expect(entry.isCapital ? entry.type == .place && entry.country != nil : true, "\(entry.id)")
            #expect(entry.wikidata.map { $0.hasPrefix("Q") && Int($0.dropFirst()) != nil } ?? true, "\(entry.id)")
            #expect(![.place, .outlet].contains(entry.type) || entry.country != nil, "\(entry.id) has no country")
            // What others' tables add may give way to a name of the project's own.
            for name in entry.names.prefix(entry.sources[0] == "own" ? entry.ownNames : 0) {
                #expect(base.lookup(name).contains { $0.id == entry.id }, "\(entry.id) is not found as \(name)")
            }
        }
    }

    @Test(arguments: [
        ("Украина", "country/ukraine"), ("თურქეთი", "country/turkey"), ("Հայաստան", "country/armenia"),
        ("Ελλάδα", "country/greece"), ("ישראל", "country/israel"), ("대한민국", "country/south-korea"),
        ("カザフスタン", "country/kazakhstan"), ("德国", "country/germany"), ("روسيا", "country/russia"),
        ("ازبکستان", "country/uzbekistan"),
    ])
    func countriesAreKnownInEveryScript(name: String, id: String) throws {
        #expect(try Packs.base.get().lookup(name).map(\.id) == [id])
    }

    @Test func regionsAndCurrenciesAreKnown() throws {
        let base = try Packs.base.get()
        #expect(base.lookup("Хузестан").first?.country == "country/iran")
        #expect(base.entry("country/iran")?.currency == "IRR")
        #expect(base.entry("country/iran")?.sources == ["own", "cldr"])
    }

    @Test func noCountryHasTwoCapitals() {
        let capitals = base.entries.filter(\.isCapital).compactMap(\.country)
        #expect(Set(capitals).count == capitals.count)
        #expect(capitals.count >= 130)
    }

    @Test(arguments: [
        ("Иран Ходро", "company/iran-khodro"), ("ایران خودرو", "company/iran-khodro"), ("IKCO", "company/iran-khodro"),
        ("turkiye", "country/turkey"), ("U.S.", "country/united-states"), ("Белорусский", ""), ("PRC", "country/china"),
        ("sao paulo", "place/sao-paulo"), ("رویترز", "outlet/reuters"), ("Iranians", "country/iran"),
    ])
    func aNameIsFoundInAnyScript(name: String, id: String) {
        #expect(base.lookup(name).first?.id ?? "" == id)
    }

    @Test(arguments: ["", " ", "-", "\u{0}", "\u{202E}", "no such name at all"])
    func whatIsNoNameIsNotFound(name: String) {
        #expect(base.lookup(name).isEmpty)
    }

    @Test func aNameOfTenThousandCharactersIsNotFound() {
        #expect(base.lookup(String(repeating: "Iran ", count: 2_000)).isEmpty)
    }
}
