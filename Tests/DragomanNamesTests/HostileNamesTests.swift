import DragomanLanguage
import Testing

@testable import DragomanNames

/// Texts put down by hand, most of them hostile.
@Suite struct HostileNamesTests {
    @Test func anEmptyTextHasNoNames() throws {
        #expect(try names("").isEmpty)
        let nothing = Analysis(text: [], tokens: [], sentences: [], entities: [], nounChunks: [], blocks: [])
        #expect(NameRecognizer(try Packs.base.get()).recognize(nothing).mentions.isEmpty)
    }

    @Test func aWordOfTenThousandCharactersIsNoKnownName() throws {
        let found = try names("cars of " + String(repeating: "Saipa", count: 2_000) + " and Togg")
        #expect(found.contains("company: Togg"))
        #expect(!found.contains { $0.hasPrefix("company: Saipa") && $0.utf8.count < 100 })
    }

    @Test(arguments: [
        "\u{0}", "\u{1B}[31m", "\u{202E}\u{202D}", "\u{FEFF}", "\u{FFFD}", "\u{300}\u{301}", "'", "-", "& & &",
        "( ) ( )",
    ])
    func controlsAndMarksAloneAreNoNames(text: String) throws {
        #expect(try names(text).isEmpty)
    }

    @Test func aNameWrappedInControlsIsStillFound() throws {
        #expect(try names("exports of \u{202E}Saipa\u{202C} rose") == ["company: \u{202E}Saipa\u{202C}"])
    }

    @Test func aBrandAndItsModelAreOneNameOfTheModel() throws {
        let named = NameRecognizer(try Packs.base.get()).recognize(plain("sales of the Fiat Grande Panda in Serbia"))
        #expect(named.identities.map(\.entry) == ["model/fiat-panda", "country/serbia"])
        #expect(named.identities.first?.owner == "company/fiat")
    }

    @Test func aPluralIsNamedByItsSingular() throws {
        let named = NameRecognizer(try Packs.base.get()).recognize(plain("exports of Ladas to Cuba"))
        #expect(named.identities.map(\.name) == ["Lada", "Cuba"])
    }

    @Test func aPlaceInADatelineIsAPlace() throws {
        let text = "VELDRUM , May 14 - the first kits for the new line came by sea and more will follow"
        #expect(try names(text) == ["place: VELDRUM"])
    }

    @Test func namesInScriptsWithoutCapitalsAreFound() throws {
        #expect(try names("صادرات ایران خودرو به روسیه") == ["company: ایران خودرو", "country: روسیه"])
    }

    @Test func capitalsWithoutEndAreCutSomewhere() throws {
        let text = (0..<5_000).map { "Name\($0)" }.joined(separator: " ")
        let named = NameRecognizer(try Packs.base.get()).recognize(plain(text))
        #expect(named.mentionOfToken.count == 5_000)
    }

    @Test func knownNamesWithoutEndAreAllFound() throws {
        let found = try names(Array(repeating: "from Kia to Togg", count: 2_000).joined(separator: " "))
        #expect(found.count == 4_000)
    }
}
