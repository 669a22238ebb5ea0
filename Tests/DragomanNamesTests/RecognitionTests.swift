import DragomanLanguage
import DragomanText
import Testing

@testable import DragomanNames

/// What is recognised in articles of our own, with spaCy's analysis of them.
@Suite struct RecognitionTests {
    static let articles = ["sedans-ruse", "buses-mombasa", "tractors-dushanbe", "cells-warsaw", "trucks-hanoi"]

    @Test(arguments: [
        // Names that the base does not have, typed by their context.
        ("sedans-ruse", NameType.company, "Northgate Motors"), ("sedans-ruse", .person, "Ivelina Marchevska"),
        ("sedans-ruse", .person, "Bogdan Petkanov"), ("sedans-ruse", .person, "Lars Wendt"),
        ("sedans-ruse", .model, "Dorado"), ("sedans-ruse", .model, "Vireo"), ("sedans-ruse", .company, "Teklovar"),
        ("sedans-ruse", .outlet, "Danube Wire"),
        ("buses-mombasa", .company, "Simba Haul"), ("buses-mombasa", .company, "Coastline Assemblers Ltd"),
        ("buses-mombasa", .person, "Joyce Wanjiku Otieno"), ("buses-mombasa", .person, "Peter Mwangale"),
        ("tractors-dushanbe", .person, "Mostafa Vahidzadeh"), ("tractors-dushanbe", .person, "Farhod Saidov"),
        ("tractors-dushanbe", .company, "Agrosanoat"), ("tractors-dushanbe", .model, "ITM-285"),
        ("cells-warsaw", .company, "SK Orlova"), ("cells-warsaw", .person, "Marek Dudziński"),
        ("cells-warsaw", .person, "Anna Kowalczyk-Bień"),
        ("trucks-hanoi", .company, "Bac Ha Vehicles JSC"), ("trucks-hanoi", .person, "Nguyen Thi Minh Chau"),
        ("trucks-hanoi", .outlet, "Dau Tu Bien"), ("trucks-hanoi", .outlet, "VNS"),
        // Institutions with all that belongs to their names.
        ("sedans-ruse", .institution, "Bulgaria's Ministry of Economy, Energy and Tourism"),
        ("sedans-ruse", .institution, "Balkan Motor Importers Association"),
        ("buses-mombasa", .institution, "Kenya Revenue Authority"),
        ("buses-mombasa", .institution, "Ethiopian embassy"),
        ("tractors-dushanbe", .institution, "Tajik-Iranian Chamber of Commerce and Industry"),
        ("cells-warsaw", .institution, "Warsaw's Ministry of Climate and Environment"),
        ("trucks-hanoi", .institution, "Ministry of Industry and Trade"),
        ("trucks-hanoi", .institution, "Federal Customs Service of Russia"),
        // Ambiguous names that the article bears out.
        ("sedans-ruse", .company, "MAN"), ("cells-warsaw", .brand, "Lynk & Co"), ("cells-warsaw", .brand, "Smart"),
        ("cells-warsaw", .model, "Jeep Avenger"), ("trucks-hanoi", .model, "K5"),
    ])
    func aNameHasItsType(article: String, type: NameType, name: String) throws {
        let named = try recognize(article)
        #expect(named.identities.contains { $0.name == name && $0.type == type })
    }

    @Test(arguments: [
        ("sedans-ruse", "Marchevska", "Ivelina Marchevska"), ("sedans-ruse", "Northgate", "Northgate Motors"),
        ("sedans-ruse", "BMIA", "Balkan Motor Importers Association"),
        ("buses-mombasa", "Otieno", "Joyce Wanjiku Otieno"),
        ("tractors-dushanbe", "ITMCO", "Iran Tractor Manufacturing Company"),
        ("cells-warsaw", "EIB", "European Investment Bank"),
        ("tractors-dushanbe", "Saidov", "Farhod Saidov"), ("trucks-hanoi", "Chau", "Nguyen Thi Minh Chau"),
        ("trucks-hanoi", "Bac Ha", "Bac Ha Vehicles JSC"),
        ("cells-warsaw", "Ministry", "Warsaw's Ministry of Climate and Environment"),
    ])
    func aShortFormIsTheSameIdentity(article: String, short: String, full: String) throws {
        let named = try recognize(article)
        let mentions = named.mentions.filter { named.analysis.text.string(named.analysis.bytes($0.tokens)) == short }
        #expect(!mentions.isEmpty)
        #expect(mentions.allSatisfy { named.identities[$0.identity].name == full })
    }

    @Test func aDemonymIsAnAdjectiveOfItsCountry() throws {
        let named = try recognize("tractors-dushanbe")
        let tajik = named.mentions.filter { named.identities[$0.identity].entry == "country/tajikistan" }
        #expect(tajik.contains { $0.isAdjective })
        #expect(tajik.contains { !$0.isAdjective })
    }

    @Test func anOrdinaryWordInACapitalIsNoModel() throws {
        // "Quick response": Saipa is not spoken of.
        let named = try recognize("tractors-dushanbe")
        #expect(!named.identities.contains { $0.name == "Quick" })
    }

    @Test func aModelKnowsItsBrandAndAnInstitutionItsCountry() throws {
        let cells = try recognize("cells-warsaw")
        #expect(cells.identities.first { $0.name == "Jeep Avenger" }?.owner == "brand/jeep")
        #expect(cells.identities.first { $0.name.hasPrefix("Warsaw's") }?.owner == "country/poland")
    }

    @Test func aTitleCaseHeadlineMakesNoNames() throws {
        let named = try recognize("sedans-ruse")
        let headline = named.analysis.blocks[0]
        let found = named.mentions.filter { headline.overlaps($0.tokens) }.map { named.identities[$0.identity].name }
        #expect(found == ["Northgate Motors", "Dorado", "Ruse"])
    }

    @Test(arguments: articles)
    func mentionsAreInOrderAndApart(article: String) throws {
        let named = try recognize(article)
        #expect(!named.mentions.isEmpty)
        for (left, right) in zip(named.mentions, named.mentions.dropFirst()) {
            #expect(left.tokens.upperBound <= right.tokens.lowerBound)
        }
        #expect(named.mentions.allSatisfy { named.identities.indices.contains($0.identity) && !$0.tokens.isEmpty })
        #expect(named.identities.allSatisfy { !$0.name.isEmpty })
    }

    @Test(arguments: articles)
    func anArticleIsRecognisedTheSameAgain(article: String) throws {
        let first = try recognize(article)
        let second = try recognize(article)
        #expect(first.mentions.map(\.tokens) == second.mentions.map(\.tokens))
        #expect(first.identities.map(\.name) == second.identities.map(\.name))
    }
}
