import Testing

@testable import DragomanLanguage

/// The parts of the tokenizer that have a meaning of their own; the cascade as a whole is held by the golden file.
@Suite struct TokenizerTests {
    /// What Python's `re` says of the model's own pattern.
    @Test(arguments: [
        ("example.com", true), ("http://example.com/a?b#c", true), ("foo@bar.org", true), ("u:p@h.net:8080/x", true),
        ("8.8.8.8", true), ("8.8.8.8:53", true), ("10.0.0.1", false), ("127.0.0.1", false), ("192.168.0.1", false),
        ("172.16.0.1", false), ("172.32.0.1", true), ("224.0.0.1", false), ("1.2.3.255", false), ("x.y", false),
        ("e.g", false),
        ("a.b.co", true), ("-a.com", false), ("a-.com", false), ("a_b.com", true), ("a..com", false), (".com", false),
        ("com", false), ("example.com:1", false), ("example.com:123456", false), ("x://a.bc", false),
        ("xy://a.bc", true),
        ("@a.bc", false), ("a@@b.cd", true), ("a.b1", false), ("a.COM", false), ("ünï.cödé", true), ("例え.テスト", true),
        ("a.bc/", true), ("a.bc?", true), ("a.bc!", false), ("", false), ("a@b", false), ("a@b.cd@", false),
    ])
    func urlRule(text: String, matches: Bool) throws {
        let model = try LanguageModel(folder: InstalledModel.folder())
        let scalars = RulePattern.scalars(text)
        let found = scalars.withUnsafeBufferPointer { s in
            s.baseAddress.map { URLRule.matches($0, 0, s.count, model.rules) } ?? false
        }
        #expect(found == matches)
    }

    @Test func classesAreThoseOfPython() {
        let table = CharacterTable()
        for space: UInt32 in [9, 0x1C, 0x1F, 0x20, 0x85, 0xA0, 0x2028, 0x3000] {
            #expect(table[space].contains(.space))
        }
        for other: UInt32 in [0x1B, 0x200B, 0xFEFF, 0x61] { #expect(!table[other].contains(.space)) }
        #expect(table[0xB2].contains(.digit) && !table[0xB2].contains(.decimal))  // ²
        #expect(table[0x661].contains(.decimal))  // Arabic-Indic one
        #expect(table[0xBD].contains(.word) && !table[0xBD].contains(.digit))  // ½
        #expect(!table[0x345].contains(.alpha))  // Swift calls it alphabetic
        #expect(table[0x1C5].contains(.alpha) && !table[0x1C5].contains(.upper))  // a title-case letter
        #expect(table.lowercase(0x41) == 0x61 && table.lowercase(0x1E9E) == 0xDF && table.lowercase(0x33) == 0x33)
    }

    @Test func patternsAreReadAsRangesAndWords() {
        let ranges = RulePattern.ranges(RulePattern.scalars(#"a-c\u00e9\U0001F600-\U0001F602\]-"#))
        #expect(ranges.map(\.first) == [0x61, 0xE9, 0x1F600, 0x5D, 0x2D])
        #expect(ranges.map(\.last) == [0x63, 0xE9, 0x1F602, 0x5D, 0x2D])
        let parts = RulePattern.alternatives(RulePattern.scalars(#"a\|b|[c|d]|(?:e|f)"#)).map { RulePattern.string($0) }
        #expect(parts == [#"a\|b"#, "[c|d]", "(?:e|f)"])
        #expect(RulePattern.literal(RulePattern.scalars(#"US\$"#)) == RulePattern.scalars("US$"))
        #expect(RulePattern.literal(RulePattern.scalars(#"\d"#)) == nil)
        #expect(RulePattern.literal(RulePattern.scalars("a+")) == nil)
    }

    @Test func anUnknownRuleIsRefused() {
        #expect {
            _ = try AffixRules(prefix: "^(?=x)", suffix: "", infix: "", url: "")
        } throws: {
            "\($0)".contains("DRG-L003") && "\($0)".contains("^(?=x)")
        }
    }
}
