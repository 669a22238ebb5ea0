import Testing

@testable import DragomanNames

@Suite struct KnowledgeCheckTests {
    private func remarks(_ text: String) throws -> [String] {
        let base = try KnowledgeBase(files: [KnowledgeFile(name: "made.txt", bytes: Array(text.utf8))])
        return try KnowledgeCheck(base, packs: Bundled.packs).remarks
    }

    @Test func theBundledPacksHaveNothingToRemark() throws {
        let remarks = try KnowledgeCheck(KnowledgeBase(packs: Bundled.packs), packs: Bundled.packs).remarks
        #expect(remarks.isEmpty, "\(remarks.joined(separator: "\n"))")
    }

    @Test func aSpellingThatSoundsLikeAnotherEntryIsTold() throws {
        let found = try remarks(
            """
            @country
            Belarus
            @company | country Belarus
            Dorado Vehicles = Полюкс
            Pollux Trucks = Поллукс Тракс, Pollux = Поллюкс
            """)
        #expect(found.contains("company/dorado-vehicles: \"Полюкс\" sounds like Pollux (company/pollux)"), "\(found)")
    }

    @Test func twoEntriesWithAsGoodAsOneNameAreTold() throws {
        let found = try remarks(
            """
            @country
            Belarus
            @company | country Belarus
            Dorado Vehicles, Dorado-Vehicles Ltd
            """)
        #expect(found.count == 1 && found[0].hasSuffix("have names as good as the same"), "\(found)")
    }

    @Test func ownersCountriesAndDatesAreChecked() throws {
        let found = try remarks(
            """
            @country
            Belarus
            @company
            Dorado | of Pollux | country Belarus
            Pollux | of Dorado
            Wanderer
            @model
            Zephyr
            @company | country Belarus
            Cormoran | was Heron since 2019 until 2012
            """)
        #expect(found.contains("company/dorado owns itself"))
        #expect(found.contains("company/wanderer has no country, and no owner that has one"))
        #expect(found.contains("model/zephyr is a model of nobody"))
        #expect(found.contains("company/cormoran was Heron until before it was"))
        #expect(!found.contains { $0.hasPrefix("company/pollux has no country") })
    }
}
