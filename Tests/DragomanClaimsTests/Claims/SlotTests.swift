import DragomanClaims
import DragomanText
import Testing

/// Parties, goods, places, values and dates of claims, where the words that say them stand beside the clause or in the
/// sentences before.
struct SlotTests {
    /// The claims of an article published on 21 May 2024, each as a line without whose word it is.
    private func lines(_ text: String) throws -> [String] {
        let day = CoarseDate(year: 2024, month: 5, day: 21)
        return try Workbench.shared.get().claims(text, published: day).map { claim in
            var claim = claim
            claim.speaker = nil
            claim.via = []
            return claim.line
        }
    }

    @Test(arguments: [
        (
            "Skoda and the Uzbek group ADM agreed on Monday to build cars in Jizzakh. The partners plan to make 30,000 cars a year.",
            "production planned Skoda/ADM @ Jizzakh [car] 30000 vehicles a year"
        ),
        (
            "Hyundai opened a car plant in Kostanay last year. The Korean company exported 4,000 cars from there to Mongolia in 2023.",
            "supply done Hyundai @ Mongolia [car] 4000 vehicles on 2023"
        ),
        (
            "Geely's local partner, Knewstar, will close its plant in Minsk in June.",
            "exit planned Knewstar > Geely @ Minsk on 2024-06"
        ),
        (
            "Nissan sold its St Petersburg plant to NAMI for one euro in 2022. Mazda sold its Vladivostok plant to the same buyer a year later.",
            "exit done Mazda > NAMI @ Vladivostok on 2023"
        ),
        (
            "Sollers makes vans in Yelabuga. The kits are delivered by rail from Hefei by JAC.",
            "supply underway JAC > Sollers @ Yelabuga [kit]"
        ),
        (
            "Talks are under way on assembling the Tara at a Polish plant, said Iran Khodro.",
            "production talks Iran Khodro > Polish plant @ Poland [car Tara]"
        ),
    ])
    func parties(text: String, expected: String) throws {
        #expect(try lines(text).last == expected)
    }

    @Test(arguments: [
        (
            "Hyundai opened a car plant in Kostanay last year. It has sold 900 trucks in the country since 2022.",
            "distribution underway Hyundai @ Kazakhstan [truck] 900 vehicles on 2022"
        ),
        (
            "Japan banned the export of used trucks to Russia on 9 August 2023.",
            "barrier done Japan > Russia @ Russia [truck] on 2023-08-09"
        ),
        (
            "Mexico scrapped its 20% tariff on Chinese-made electric cars in April.",
            "barrier ended Mexico > China @ Mexico [car] 20 percent on 2024-04"
        ),
        (
            "AGR will assemble cars in St Petersburg. Kits come from China.",
            "supply underway China > AGR @ St Petersburg [kit]"
        ),
        (
            "In Malaysia, Proton intends to assemble the C10 at Gurun.",
            "production planned Proton @ Gurun [car C10]"
        ),
    ])
    func places(text: String, expected: String) throws {
        #expect(try lines(text).last == expected)
    }

    @Test(arguments: [
        (
            "Abou Ghaly will assemble Geely, Chery and Haval cars at its plant in Giza.",
            "production planned Abou Ghaly @ Giza [car Geely, car Chery, car Haval]"
        ),
        (
            "The Nexon sedan made by Tata Motors is undergoing certification in Turkey. A first batch of 300 cars will be shipped to a dealer in Izmir in May.",
            "supply planned Tata Motors > dealer in Izmir @ Izmir [car Nexon] 300 vehicles on 2024-05"
        ),
        (
            "SVOLT will build a battery plant in Ghent. Production should begin in the autumn of 2026.",
            "production planned SVOLT @ Ghent [battery] on 2026"
        ),
        (
            "AGR will make cars under the Solaris brand in St Petersburg.",
            "production planned AGR @ St Petersburg [car Solaris]"
        ),
    ])
    func goods(text: String, expected: String) throws {
        #expect(try lines(text).last == expected)
    }

    @Test(arguments: [
        (
            "Ford closed its Bursa plant in March, handing the site to Tofas for one lira.",
            "exit done Ford > Tofas @ Bursa 1 TRY on 2024-03"
        ),
        (
            "Ashok Leyland will deliver 500 buses to Senegal within six months.",
            "supply planned Ashok Leyland @ Senegal [bus] 500 vehicles on 2024-11"
        ),
        (
            "Saipa said in June it would stop exports to Syria by the end of 2024.",
            "exit planned Saipa @ Syria on 2024"
        ),
        (
            "BelGee raised output in Belarus by 12% to 40,000 cars last year.",
            "production underway BelGee @ Belarus [car] 40000 vehicles on 2023"
        ),
        (
            "Renault has a plant in Morocco. It will invest 900 million dirhams in the site in 2025.",
            "investment planned Renault @ Morocco 900000000 MAD on 2025"
        ),
    ])
    func values(text: String, expected: String) throws {
        #expect(try lines(text).last == expected)
    }
}
