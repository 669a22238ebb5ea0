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
