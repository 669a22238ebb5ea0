import Testing

@testable import DragomanNames

@Suite struct LettersTests {
    @Test func composedAndDecomposedLettersAreOne() {
        #expect(Letters("S\u{30C}kvorecky\u{301}").scalars == Letters("Škvorecký").scalars)
    }

    @Test func wideAndPresentationFormsBecomePlain() {
        #expect(Letters("ＡＢ").scalars == Letters("AB").scalars)
        #expect(Letters("\u{FEB3}").scalars == [0x633])
    }

    @Test func vowelSignsAndJoinersVanish() {
        #expect(Letters("مُحَمَّد").scalars == Letters("محمد").scalars)
        #expect(Letters("علی\u{200C}آبادی").scalars == Letters("علیآبادی").scalars)
    }

    @Test func aLongNameIsCutAndSaysSo() {
        let letters = Letters(String(repeating: "a", count: 5_000))
        #expect(letters.scalars.count == Letters.limit)
        #expect(letters.isCut)
    }

    @Test(arguments: [
        ("Ж", Script.cyrillic), ("ğ", .latin), ("ی", .arabic), ("ש", .hebrew), ("漢", .han), ("1", .none), ("🙂", .none),
    ])
    func lettersHaveAScript(letter: String, script: Script) {
        #expect(letter.unicodeScalars.first.map { Script($0.value) } == script)
    }
}
