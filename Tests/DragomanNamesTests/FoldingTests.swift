import Testing

@testable import DragomanNames

@Suite struct FoldingTests {
    @Test(arguments: [
        ("Camaçari", "camacari"), ("TÜRKİYE", "turkiye"), ("Özbekistan", "ozbekistan"), ("Łódź", "lodz"),
        ("U.S.", "us"), ("ТОЛЬЯТТИ", "тольятти"), ("Гётеборг", "гетеборг"), ("ايران", "ایران"), ("T-Roc", "troc"),
        ("iX3", "ix3"), ("C3+", "c3+"), ("US$", "us$"), ("Thessaloníki", "thessaloniki"), ("Hà", "ha"),
        ("Straße", "strasse"),
    ])
    func spellingsOfOneWordFoldAlike(word: String, folded: String) {
        var out: [UInt8] = []
        Folding.fold(Array(word.utf8), 0..<word.utf8.count, into: &out)
        #expect(String(decoding: out, as: UTF8.self) == folded)
    }

    @Test func bytesThatAreNoTextAreDropped() {
        var out: [UInt8] = []
        let bytes: [UInt8] = [0x41, 0xFF, 0xC3, 0x28, 0x00, 0xE2, 0x80]
        Folding.fold(bytes, 0..<bytes.count, into: &out)
        #expect(out == [0x61])
    }

    @Test(arguments: [
        ("Mercedes-Benz", ["mercedes", "benz"]), ("CX-5", ["cx5"]), ("Lynk & Co", ["lynk", "and", "co"]),
        ("Xi'an", ["xian"]), ("  Iran\u{A0}Khodro ", ["iran", "khodro"]), ("—", []), ("", []),
    ])
    func namesSplitAsTheTokenizerSplitsThem(name: String, words: [String]) {
        let bytes = Array(name.utf8)
        #expect(NameWords.split(bytes, 0..<bytes.count).map { String(decoding: $0, as: UTF8.self) } == words)
    }
}
