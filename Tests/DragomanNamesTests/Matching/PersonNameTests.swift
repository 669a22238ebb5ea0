import Testing

@testable import DragomanNames

@Suite struct PersonNameTests {
    let matcher: NameMatcher

    init() throws {
        matcher = try Bundled.matcher.get()
    }

    private func score(_ a: String, _ b: String) -> Double { matcher.score(a, b, as: .person) }
    private func verdict(_ a: String, _ b: String) -> NameMatch.Verdict { matcher.match(a, b, as: .person).verdict }

    @Test(arguments: [
        ("Fedorova Nina", "Федорова Нина"), ("Nina Fedorova", "Нина Федоров"), ("Kamila Novotná", "Kamila Novotny"),
        ("Ewa Zielińska", "Ewa Zielinski"),
    ]) func aFamilyNameHasAGender(one: String, other: String) {
        #expect(verdict(one, other) == .same, "\(score(one, other))")
    }

    @Test(arguments: [
        ("Тимофей Гурченко", "Тимофея Гурченко"), ("Игорь Соловкин", "Игоря Соловкина"),
        ("Игорь Соловкин", "Игорю Соловкину"), ("Игорь Соловкин", "Игорем Соловкиным"),
        ("Мансур Гасеми", "Мансуром Гасеми"),
    ]) func aNameIsDeclined(one: String, other: String) {
        #expect(verdict(one, other) == .same, "\(score(one, other))")
    }

    @Test(arguments: [
        ("President Igor Solovkin", "Igor Solovkin"), ("посол Игорь Соловкин", "Игорь Соловкин"),
        ("Industry Minister Igor Solovkin", "Igor Solovkin"), ("وزیر منصور قاسمی", "منصور قاسمی"),
        ("Prof. Dr. Igor Solovkin, PhD", "Igor Solovkin"), ("Frau Nina Fedorova", "Nina Fedorova"),
    ]) func titlesAndOfficesAreNoPartOfAName(one: String, other: String) {
        #expect(verdict(one, other) == .same, "\(score(one, other))")
    }

    @Test(arguments: [
        ("Mohammad bin Saleh al-Harbi", "Mohammad Saleh Harbi"), ("Ludwig van der Meer", "Ludwig Vandermeer"),
        ("José de la Torre", "Jose Delatorre"), ("Ali oğlu Hasanov", "Ali Hasanov"),
    ]) func particlesWeighLittle(one: String, other: String) {
        #expect(verdict(one, other) == .same, "\(score(one, other))")
    }

    @Test(arguments: [
        ("Katya Fedorova", "Екатерина Федорова"), ("Bob Harmon", "Robert Harmon"),
        ("Саша Гурченко", "Aleksandr Gurchenko"),
    ])
    func shortFormsStandForGivenNames(one: String, other: String) {
        #expect(verdict(one, other) == .same, "\(score(one, other))")
    }

    @Test func aPatronymicOfAnotherFatherIsAnotherPerson() {
        for (one, other) in [
            ("Игорь Павлович Соловкин", "Игорь Петрович Соловкин"),
            ("Igor Pavlovich Solovkin", "Игорь Петрович Соловкин"),
        ] {
            #expect(verdict(one, other) != .same, "\(score(one, other))")
            #expect(matcher.match(one, other, as: .person).why.contains("patronymic"))
        }
        #expect(verdict("Игорь Павлович Соловкин", "Igor Solovkin") == .same)
        #expect(verdict("Игорь Павлович Соловкин", "Solovkin I. P.") == .same)
    }

    @Test func anInitialThatDoesNotFitSetsApart() {
        #expect(verdict("I. Solovkin", "Igor Solovkin") == .same)
        #expect(verdict("M. Solovkin", "Igor Solovkin") != .same)
    }
}
