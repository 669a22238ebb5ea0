import Testing

@testable import DragomanNames

@Suite struct KanaTests {
    private func read(_ word: String) -> String {
        var out: [UInt32] = []
        for scalar in word.unicodeScalars { Kana.append(scalar.value, to: &out) }
        return String(String.UnicodeScalarView(out.compactMap(Unicode.Scalar.init)))
    }

    @Test(arguments: [
        ("タナカ", "tanaka"), ("ひろし", "hiroshi"), ("ジョージ", "joji"), ("キャンプ", "kyanpu"), ("ファン", "fan"), ("ウィル", "wiru"),
        ("シェル", "sheru"), ("ティム", "timu"), ("ヴォルガ", "voruga"), ("トヨタ", "toyota"), ("デュオ", "dyuo"), ("ァ", "a"),
        ("ー", ""),
    ]) func syllablesAreRead(word: String, expected: String) {
        #expect(read(word) == expected)
    }

    @Test func lettersOfManyNamesAreReadAtOnceAsTheyAreOneByOne() {
        Romanizer.prepare(["東風汽車", "东风汽车", "not Han"])
        #expect(Romanizer.latin("东风".unicodeScalars.map(\.value)) == "dongfeng".unicodeScalars.map(\.value))
        #expect(Romanizer.latin("ทดสอบ".unicodeScalars.map(\.value)).isEmpty == false)
    }
}
