import DragomanClaims
import DragomanText
import Testing

/// One construction of press English a case, and the claims it gives, one a line; none where the line is empty.
struct Construction: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    let claims: [String]

    init(_ name: String, _ text: String, _ claims: String...) {
        self.name = name
        self.text = text
        self.claims = claims
    }

    var testDescription: String { name }
}

struct ConstructionTests {
    @Test(arguments: constructions)
    func givesItsClaims(_ construction: Construction) throws {
        let found = try Workbench.shared.get().claims(construction.text).map(\.line)
        #expect(found == construction.claims)
    }

    static let constructions: [Construction] = [
        Construction(
            "passive with an agent", "Two hundred buses will be delivered to Ghana by Yutong.",
            "supply planned Yutong @ Ghana [bus] 200 vehicles"),
        Construction(
            "passive without one", "The plant in Kenya was opened in 2019.", "production done - @ Kenya on 2019"),
        Construction(
            "nominalisation", "Talks between Kamaz and Steyr on the supply of engines to Austria are under way.",
            "supply talks Kamaz/Steyr @ Austria [engine]"),
        Construction(
            "owners of a noun", "Renault and Kia have suspended their deliveries to Syria.",
            "supply stalled Renault/Kia @ Syria"),
        Construction(
            "goods of a country", "Vietnam imported 600 Indian tractors.",
            "supply done India > Vietnam @ Vietnam [tractor] 600 vehicles"),
        Construction(
            "plan given up", "Volvo cancelled plans to build a plant in Peru.", "production ended Volvo @ Peru"),
        Construction(
            "making that ends", "Toyota will end car production in Kenya.", "exit planned Toyota @ Kenya [car]"),
        Construction(
            "clause of the farther noun", "MAZ halted the supply of trucks, which was agreed in May, to Cuba.",
            "supply stalled MAZ @ Cuba [truck]"),
        Construction(
            "size beside a plant", "Isuzu will open a plant with a capacity of 5,000 trucks in Ghana.",
            "production planned Isuzu @ Ghana [truck] 5000 vehicles"),
        Construction("question", "Will Skoda build a plant in Egypt?"),
        Construction(
            "control", "Renault plans to begin assembling the Duster in Ghana.",
            "production planned Renault @ Ghana [car Duster]"),
        Construction(
            "raising", "Skoda is expected to build a factory in Vietnam.", "production planned Skoda @ Vietnam"),
        Construction(
            "infinitive of plan", "600 tractors are to be shipped to Sudan.",
            "supply planned - @ Sudan [tractor] 600 vehicles"),
        Construction(
            "habit", "The vans, assembled in Uzbekistan from kits, are exported to Afghanistan.",
            "supply underway Uzbekistan @ Afghanistan [van]"),
        Construction(
            "apposition", "The Turkish bus maker Otokar will ship 400 buses to Romania.",
            "supply planned Otokar @ Romania [bus] 400 vehicles"),
        Construction(
            "buyer as object", "Tata Motors will supply Senegal with 120 buses.",
            "supply planned Tata Motors > Senegal @ Senegal [bus] 120 vehicles"),
        Construction(
            "possibility", "Geely may build a plant in Peru.", "production considered Geely @ Peru"),
        Construction(
            "cause", "Sanctions forced Scania to suspend production in Russia.", "production stalled Scania @ Russia"),
        Construction(
            "talks that have begun", "Talks on the assembly of vans in Georgia have begun.",
            "production talks - @ Georgia [van]"),
        Construction(
            "agreement on a delivery", "GAZ signed an agreement with a Cuban firm to deliver 300 trucks.",
            "supply signed GAZ > Cuban firm @ Cuba [truck] 300 vehicles"),
        Construction(
            "two founders", "Foton and Inci founded a joint venture in Turkey in 2020.",
            "investment done Foton/Inci @ Turkey on 2020"),
        Construction(
            "giving up what one makes", "Honda will stop making cars in Argentina.",
            "exit planned Honda @ Argentina [car]"),
        Construction(
            "sale of a plant", "General Motors sold its plant in Vietnam to VinFast.",
            "exit done General Motors > VinFast @ Vietnam"),
        Construction(
            "tariff with a rate", "India imposed a 100 percent duty on cars from China.",
            "barrier done India > China @ India [car] 100 percent"),
        Construction(
            "approval by a country", "Brazil has certified the Haval H6.",
            "certification done Great Wall Motor @ Brazil [car Haval H6]"),
        Construction(
            "agreement and no more", "Stellantis signed a memorandum with Tata.",
            "cooperation signed Stellantis > Tata"),
        Construction(
            "pronoun for a plant", "Foton has finished a factory in Kenya. It will produce 5,000 trucks a year.",
            "production done Foton @ Kenya", "production planned Foton @ Kenya [truck] 5000 vehicles a year"),
        Construction(
            "the company", "Ashok Leyland won a tender in Ghana. The company will supply 100 buses to Accra.",
            "supply planned Ashok Leyland @ Accra [bus] 100 vehicles"),
        Construction(
            "pronoun for goods", "Yutong delivered 100 buses to Chile. They will leave for Santiago in May 2025.",
            "supply done Yutong @ Chile [bus] 100 vehicles", "supply planned Yutong @ Santiago [bus] on 2025-05"),
        Construction(
            "project that goes on",
            "Yutong began to build a plant in Chile in 2020. The project was suspended in 2022.",
            "production underway Yutong @ Chile on 2020", "production stalled Yutong @ Chile on 2022"),
        Construction(
            "raising over a noun", "Deliveries of Kia cars to Georgia are to start in May 2025.",
            "supply planned Kia @ Georgia [car Kia] on 2025-05"),
        Construction(
            "what was to have been", "Volvo was to have opened a plant in Peru in 2021.",
            "production stalled Volvo @ Peru on 2021"),
        Construction(
            "what used to be", "Scania used to assemble trucks in Russia.", "production ended Scania @ Russia [truck]"),
        Construction(
            "gerund taken for a noun", "Isuzu stopped shipping kits to Belarus.", "supply ended Isuzu @ Belarus [kit]"),
        Construction(
            "rid of", "Honda got rid of its plant in Turkey in 2021.", "exit done Honda @ Turkey on 2021"),
        Construction(
            "who is made to do it", "Shortages forced Kia to suspend production in Kenya.",
            "production stalled Kia @ Kenya"),
        Construction("goods enter nothing", "The trucks of MAZ entered Poland at dawn."),
        Construction("a condition is no claim", "If the tests are passed, the paint will dry."),
        Construction("ideas are no goods", "The export of ideas matters to Belarus."),
        Construction("a team is no plant", "The director built a good team in Madrid."),
        Construction("a speech is no delivery", "The minister delivered a speech to students in Lagos."),
        Construction("a player is no plant", "Real Madrid sold its goalkeeper to a Turkish club."),
    ]
}

struct SpokenClaimTests {
    @Test func aDenialIsTheDeniers() throws {
        let claims = try Workbench.shared.get().claims("Nissan denied that it would build a plant in Nigeria.")
        #expect(claims.map(\.stage) == [.denied])
        #expect(claims.first?.speaker?.org == "Nissan")
    }

    @Test func weIsTheSpeakersFirm() throws {
        let claims = try Workbench.shared.get().claims(
            "\"We will open a plant in Tunis next year,\" said Ali Ben Salem, chief executive of Stafim.")
        #expect(claims.map(\.actor) == [["Stafim"]])
        #expect(claims.first?.speaker?.name == "Ali Ben Salem")
    }

    @Test func evidenceIsWordsOfTheText() throws {
        let text = "Hyundai opened a plant in Indonesia, and the minister smiled."
        let claims = try Workbench.shared.get().claims(text)
        #expect(claims.map { [UInt8](text.utf8).string($0.evidence) } == ["Hyundai opened a plant in Indonesia"])
    }

    @Test func datesAreResolvedAgainstThePublication() throws {
        let claims = try Workbench.shared.get().claims(
            "Kia will open a plant in Kenya next year.", published: CoarseDate(iso: "2024-05-16"))
        #expect(claims.first?.date?.description == "2025")
    }
}
