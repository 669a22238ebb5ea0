import DragomanText
import Foundation
import Testing

@testable import DragomanNames

@Suite struct FirmNameTests {
    let matcher: NameMatcher

    init() throws {
        matcher = try Bundled.matcher.get()
    }

    private func verdict(_ a: String, _ b: String) -> NameMatch.Verdict { matcher.match(a, b, as: .firm).verdict }

    /// A matcher over the tables of matching and a base of a few lines.
    private func matcher(over text: String) throws -> NameMatcher {
        let base = try KnowledgeBase(files: [KnowledgeFile(name: "made.txt", bytes: Array(text.utf8))])
        return try NameMatcher(packs: Bundled.packs, knowledge: base)
    }

    @Test(arguments: [
        "GmbH", "S.p.A.", "Sp. z o.o.", "d.o.o.", "A.Ş.", "Oy", "AB", "s.r.o.", "Kft.", "S.A. de C.V.", "Ltda",
        "Pty Ltd", "LLP",
        "TOO", "MChJ", "MMC", "ՍՊԸ", "შპს", "ООО", "ТОВ", "ТОО", "ש.מ.", "Société Anonyme", "Sdn Bhd", "PT", "K.K.",
    ]) func aLegalFormIsNoPartOfAName(form: String) {
        #expect(verdict("Norvik Trading \(form)", "Norvik Trading") == .same, "\(form)")
    }

    @Test func formsOfTwoKindsTellTwoFirms() {
        #expect(verdict("Norvik Trading GmbH", "Norvik Trading AG") != .same)
        #expect(verdict("Norvik Trading OOO", "Norvik Trading Ltd") == .same)
    }

    @Test(arguments: [
        ("Norvik Holding", "Norvik Leasing"), ("Norvik Group", "Norvik Bank"), ("Norvik Motors", "Norvik Engine Plant"),
        ("Sobolmash", "Sobolmash Finance"), ("Sobolmash Holding", "Sobolmash Kazakhstan"),
    ]) func aHoldingIsNoneOfItsSubsidiaries(one: String, other: String) {
        #expect(verdict(one, other) != .same)
    }

    @Test func aBrandIsToldFromItsMakerInWords() {
        let match = matcher.match("Lada", "AvtoVAZ", as: .firm)
        #expect(match.verdict == .different)
        #expect(match.why.contains("Lada is a brand of AvtoVAZ, not AvtoVAZ itself"))
    }

    @Test func aRenamedFirmIsItselfUnderItsFormerNameWithItsDates() throws {
        let made = """
            @country
            Belarus
            @company | country Belarus
            Dorado Vehicles = Дорадо | was Severny Truck Works since 1998 until 2019-05
            """
        let matcher = try matcher(over: made)
        let match = matcher.match("Severny Truck Works", "Дорадо", as: .firm)
        #expect(match.verdict == .same)
        #expect(match.why.contains("both are known names of Dorado Vehicles"))
        #expect(match.why.contains("Severny Truck Works (since 1998 until 2019-05)"))
    }

    @Test(arguments: [
        ("SMT", "Sobol Machine Tools"), ("СМЗ", "Соболевский машиностроительный завод"),
        ("NoMaTo", "Norvik Machine Tools"),
    ]) func anAcronymSpellsItsName(short: String, long: String) {
        #expect(verdict(short, long) == .same)
        #expect(verdict(short + "Q", long) != .same)
    }

    @Test(arguments: [
        ("Azerbaijan Automobile Plant", "Азербайджанский автомобильный завод"), ("Norvik Bank", "Норвик Банк"),
        ("Kazakhstan Steel Works", "Казахстан Сталь Завод"),
    ]) func wordsThatMeanTheSameAreTheSame(one: String, other: String) {
        #expect(verdict(one, other) == .same)
    }

    @Test(arguments: [
        ("Sobolmash 7", "Sobolmash 9"), ("Sobol Fund II", "Sobol Fund III"),
        ("First Norvik Bank", "Second Norvik Bank"),
    ])
    func numbersSetFirmsApart(one: String, other: String) {
        #expect(verdict(one, other) != .same)
    }
}
