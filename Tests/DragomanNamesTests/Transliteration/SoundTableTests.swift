import Testing

@testable import DragomanNames

@Suite struct SoundTableTests {
    let sounds: SoundTable

    init() throws {
        sounds = try SoundTable(MatchingFile(path: Bundled.packs[0] + "/matching/sounds.txt"))
    }

    private func heard(_ word: String) -> String {
        var out: [UInt8] = []
        sounds.fold(word.unicodeScalars.map { sounds.known(Letters.lower($0.value)) }, into: &out)
        return Sound.text(out)
    }

    @Test(arguments: [
        ("Schulz", "Sulz"), ("Šulc", "Sul4"), ("Шульц", "Sulc"), ("Джалали", "Jalali"), ("Dzhalali", "Jalali"),
        ("جلالی", "JlAlY"), ("Χρήστος", "xristos"), ("ჯავახიშვილი", "JavaxiSvili"), ("Anna", "ana"), ("Marie", "mariE"),
        ("Celik", "5elik"), ("Çelik", "5elik"), ("Tscherny", "Cerni"),
    ]) func spellingsSound(word: String, expected: String) {
        #expect(heard(word) == expected)
    }

    @Test func aLineThatIsNoRuleIsRefused() {
        #expect(throws: (any Error).self) { try SoundTable(MatchingFile(path: "x", text: "@script latin\nsch S")) }
        #expect(throws: (any Error).self) { try SoundTable(MatchingFile(path: "x", text: "sch = §")) }
    }
}

@Suite struct RomanizerTests {
    private func latin(_ word: String) -> String {
        String(
            String.UnicodeScalarView(Romanizer.latin(word.unicodeScalars.map(\.value)).compactMap(Unicode.Scalar.init)))
    }

    @Test(arguments: [("김민수", "kimminsu"), ("王小明", "wangxiaoming"), ("タナカ", "tanaka"), ("한국", "hankuk")])
    func eastAsianScriptsAreRead(word: String, expected: String) {
        #expect(latin(word) == expected)
    }
}

@Suite struct SoundCostsTests {
    let costs: SoundCosts

    init() throws {
        costs = try SoundCosts(MatchingFile(path: Bundled.packs[0] + "/matching/sound-costs.txt"))
    }

    private func likeness(_ a: String, _ b: String, unwritten: Bool = false) -> Float {
        costs.likeness(
            a.utf8.map { Sound.number($0) }[...], b.utf8.map { Sound.number($0) }[...], unwritten: unwritten)
    }

    @Test func equalWordsAreWhollyAlikeAndOrderDoesNotMatter() {
        #expect(likeness("kazem", "kazem") == 1)
        #expect(likeness("kazem", "kasim") == likeness("kasim", "kazem"))
        #expect(likeness("", "kasim") == 0)
    }

    @Test func neighbouringSoundsCostLessThanStrangers() {
        #expect(likeness("kazem", "kasem") > likeness("kazem", "kapem"))
        #expect(likeness("kazem", "kazim") > likeness("kazem", "kazmt"))
    }

    @Test func unwrittenVowelsCostLittle() {
        #expect(
            likeness("kazm", "kazem", unwritten: true) > likeness("kazm", "kazem") || likeness("kazm", "kazem") > 0.95)
    }
}
