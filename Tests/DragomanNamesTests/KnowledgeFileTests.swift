import DragomanText
import Testing

@testable import DragomanNames

@Suite struct KnowledgeFileTests {
    @Test func aLineHoldsNamesSpellingsAndFields() throws {
        let base = try base(
            """
            # Makers
            @country
            Ruritania = RUR | iso RR | adj Ruritanian
            @company | country RR | goods car
            Dorado Motors = Dorado = Дорадо, Vireo? | wikidata Q1  # a comment
            @brand | of Dorado Motors
            Sprite?
            """)
        let dorado = try #require(base.entry("company/dorado-motors"))
        #expect(dorado.names == ["Dorado Motors", "Dorado", "Дорадо"])
        #expect(dorado.country == "country/ruritania")
        #expect(dorado.goods == "car")
        #expect(dorado.wikidata == "Q1")
        #expect(base.entry("company/vireo")?.names == ["Vireo"])
        #expect(base.entry("brand/sprite")?.owner == "company/dorado-motors")
        #expect(base.lookup("ruritanians").map(\.id) == ["country/ruritania"])
        #expect(base.entry("country/ruritania")?.demonyms == ["Ruritanian", "Ruritanians"])
    }

    @Test(arguments: [
        ("Dorado\n", "test.txt:1:1: a name stands before any section"),
        ("@company\nDorado, , Vireo\n", "test.txt:2:9: a name is missing"),
        ("@company\nÄrger = \n", "test.txt:2:8: a spelling is missing"),
        ("@company\nDorado | colour red\n", "test.txt:2:10: there is no field \"colour\""),
        ("@company\nDorado | country\n", "test.txt:2:10: the field country has no value"),
        ("@place\nRuse | capital yes\n", "test.txt:2:8: capital takes no value"),
        ("@company\nDorado | was Corsair Works\n", "test.txt:2:10: the field was says no date"),
        ("@company\nDorado | was Corsair Works until May\n", "test.txt:2:10: the field was says no date"),
        ("@firm\n", "test.txt:1:1: there is no section \"@firm\""),
        ("@words nonsense\n", "test.txt:1:1: there is no section \"@words nonsense\""),
        ("@words role\nminister, vice president\n", "test.txt:2:11: \"vice president\" is not one word"),
        ("@company\n!!!\n", "test.txt:2:1: a spelling has no letter or digit"),
    ])
    func aMistakeIsShownWithLineAndColumn(text: String, problem: String) {
        let error = #expect(throws: DragomanError.self) { try base(text) }
        #expect(error?.code == "N002")
        #expect(error?.message == problem)
        #expect(error?.advice != nil)
    }

    @Test func aSectionOfMoreAddsToEntriesThatStandElsewhere() throws {
        let base = try base(
            """
            @more country | source atlas
            RR = Руритания = Ruritanie? | currency RUC
            @country
            Ruritania | iso RR
            @place | source atlas | weak | country RR
            Strelsau? = Стрелсау
            """)
        let country = try #require(base.entry("country/ruritania"))
        #expect(country.names == ["Ruritania", "Руритания", "Ruritanie"])
        #expect(country.currency == "RUC")
        #expect(country.sources == ["own", "atlas"])
        #expect(base.lookup("руритания").map(\.id) == ["country/ruritania"])
        #expect(base.entry("place/strelsau")?.sources == ["atlas"])
    }

    @Test func whatIsAddedGivesWayToWhatIsThere() throws {
        let base = try base(
            """
            @company
            Dorado
            @place | weak
            Dorado = El Dorado
            Corsair
            @region | weak
            Corsair
            @more company
            Dorado = Corsair
            """)
        #expect(base.lookup("Dorado").map(\.id) == ["company/dorado"])
        #expect(base.lookup("El Dorado").map(\.id) == ["place/dorado"])
        #expect(base.lookup("Corsair").count == 3)
        #expect(!base.uses(of: "Corsair").contains { !$0.ambiguous })
    }

    @Test func aFormerNameIsASpellingWithItsDates() throws {
        let base = try base(
            "@company\nDorado Trucks | was Corsair Works since 1931 until 2019-05\n@brand\nCorsair Works\n")
        let former = try #require(base.entry("company/dorado-trucks")?.former.first)
        #expect(former.name == "Corsair Works")
        #expect(former.since == "1931")
        #expect(former.until == "2019-05")
        #expect(former.text == "Corsair Works (since 1931 until 2019-05)")
        #expect(base.entry("company/dorado-trucks")?.names == ["Dorado Trucks", "Corsair Works"])
        // A name of today goes before one that another bore once.
        #expect(base.lookup("Corsair Works").map(\.id) == ["brand/corsair-works"])
    }

    @Test func anAdditionToNothingIsRefused() {
        let error = #expect(throws: DragomanError.self) { try base("@more company\nNobody = Никто\n") }
        #expect(error?.code == "N004")
    }

    @Test func anEndlessNameIsRefused() {
        let error = #expect(throws: DragomanError.self) { try base("@company\n" + String(repeating: "x", count: 201)) }
        #expect(error?.code == "N002")
    }

    @Test(arguments: [
        ("@company\nDorado\nVireo\nDORADO\n", "N003"),
        ("@company | country Nowhere\nDorado\n", "N004"),
        ("@model | of Nobody\nDorado\n", "N004"),
        ("@company\nDorado\n@brand\nDorado?\n", "N005"),
    ])
    func linksThatDoNotHoldAreRefused(text: String, code: String) {
        let error = #expect(throws: DragomanError.self) { try base(text) }
        #expect(error?.code == code)
        #expect(error?.message.hasPrefix("test.txt:") == true)
    }

    @Test func aMissingPackIsNamed() {
        let error = #expect(throws: DragomanError.self) { try KnowledgeBase(packs: ["/nowhere/at/all"]) }
        #expect(error?.code == "N001")
        #expect(error?.message.contains("/nowhere/at/all/names") == true)
    }

    @Test func wordsHaveClassesAndGoods() throws {
        let base = try base("@words goods | goods van\nminibus\n@words role\nminister\n")
        #expect(base.goods(of: "Minibus") == "van")
        #expect(base.has(.role, "MINISTER"))
        #expect(!base.has(.role, "minibus"))
        #expect(base.words(.role) == ["minister"])
    }
}
