import Testing

@testable import DragomanLanguage

@Suite struct FeatureTests {
    @Test func idsAreThoseOfSpaCy() {
        #expect(StringIds.id("coffee") == 3_197_928_453_018_144_401)
        #expect(StringIds.id("") == 0)
        #expect(StringIds.id("X") == 101 && StringIds.id("NOUN") == 92)
        #expect(StringIds.id("punct") == 445)
    }

    /// A lexicon's view of one word.
    private func lexeme(_ text: String, _ body: (Lexeme, (TextSlice) -> String) -> Void) throws {
        let model = try LanguageModel(folder: InstalledModel.folder())
        let lexicon = Lexicon(limit: 100)
        let number = Array(text.utf8).withUnsafeBufferPointer { lexicon.number($0, model: model) }
        body(lexicon.lexemes[Int(number)]) { String(decoding: lexicon.bytes($0), as: UTF8.self) }
    }

    @Test(arguments: [
        ("Hello", "hello"), ("ΣΊΣΥΦΟΣ", "σίσυφος"), ("ΑΣ.Σ", "ασ.ς"), ("İ", "i\u{307}"), ("ǅ", "ǆ"),
        ("STRAẞE", "straße"),
    ])
    func lowerCaseIsThatOfPython(text: String, lower: String) throws {
        try lexeme(text) { word, string in
            #expect(Array(string(word.lower).unicodeScalars) == Array(lower.unicodeScalars))
        }
    }

    @Test(arguments: [
        ("Apple", "Xxxxx"), ("internationalization", "xxxx"), ("C3PO", "XdXX"), ("x²", "xd"), ("12345678", "dddd"),
        ("a-b", "x-x"), (String(repeating: "é", count: 100), "LONG"), ("....", "...."),
    ])
    func shapes(text: String, shape: String) throws {
        try lexeme(text) { word, _ in #expect(word.shape == StringIds.id(shape)) }
    }

    @Test func prefixAndSuffixCountScalars() throws {
        try lexeme("👍🏽été") { word, _ in
            #expect(word.prefix == StringIds.id("👍"))
            #expect(word.suffix == StringIds.id("été"))
            #expect(word.scalars == 5)
        }
    }

    @Test func normsOfTheModelGoBeforeThoseOfTheCode() throws {
        try lexeme("“") { word, string in #expect(string(word.norm) == "\"") }
        try lexeme("€") { word, string in #expect(string(word.norm) == "$") }
        try lexeme("colour") { word, string in #expect(string(word.norm) == "color") }
    }

    @Test func classesStandByFrequencyThenName() {
        let classes = Moves.order(["1": ["b": 5, "a": 5, "c": 9, "late": -1], "0": ["": 1]])
        #expect(classes.map(\.label) == ["", "c", "b", "a", "late"])
        #expect(classes.map(\.action) == [0, 1, 1, 1, 1])
    }

    @Test(
        arguments: [
            ("mice", "NOUN", "Number=Plur", "mouse"), ("signed", "VERB", "Tense=Past|VerbForm=Fin", "sign"),
            ("better", "ADJ", "Degree=Cmp", "well"), ("Paris", "PROPN", "Number=Sing", nil), ("“", "PUNCT", "", "\""),
            ("the", "DET", "", "the"), ("going", "VERB", "VerbForm=Inf", "going"),
            ("zzz", "VERB", "VerbForm=Part", nil),
        ] as [(String, String, String, String?)])
    func lemmas(word: String, part: String, morph: String, lemma: String?) throws {
        let lemmatizer = try Lemmatizer(folder: InstalledModel.folder())
        let found = lemmatizer.lemma(Array(word.utf8), Lemmatizer.Category(part: part, morph: morph)) { form in
            form.allSatisfy { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }
        }
        #expect(found.map { String(decoding: $0, as: UTF8.self) } == lemma)
    }
}
