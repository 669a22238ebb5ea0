/// The tokenizer's rules for prefixes, suffixes and infixes, as code over scalars with the model's own classes and lists.
struct AffixRules: ~Copyable {
    private(set) var table = CharacterTable()
    /// Suffixes of several scalars without a condition, such as 's.
    private var endings: [[UInt32]] = []
    /// Suffixes that need an ASCII digit before them: units and currencies.
    private var units: [[UInt32]] = []

    /// - Parameters: the patterns of the model's tokenizer.
    /// - Throws: L003 where a pattern has a form that the code does not know.
    init(prefix: String, suffix: String, infix: String, url: String) throws {
        for part in RulePattern.alternatives(RulePattern.scalars(prefix)) { try addPrefix(part) }
        for part in RulePattern.alternatives(RulePattern.scalars(suffix)) { try addSuffix(part) }
        try addInfix(infix)
        try addURL(url)
    }

    private mutating func add(_ flag: CharacterFlags, _ ranges: RulePattern.Ranges) {
        for range in ranges { table.add(flag, range.first, range.last) }
    }

    private mutating func addPrefix(_ part: [UInt32]) throws {
        let text = RulePattern.string(part)
        guard text.hasPrefix("^") else { throw LanguageError.unsupported("unknown prefix rule \(text)") }
        let body = Array(part.dropFirst())
        if let literal = RulePattern.literal(body), literal.count == 1 {
            table.add(.prefix, literal[0], literal[0])
        } else if body.first == 0x5B, body.last == 0x5D {
            add(.prefix, RulePattern.ranges(Array(body.dropFirst().dropLast())))
        } else if !["^\\+(?![0-9])", "^……", "^\\.\\.+", "^US\\$", "^C\\$", "^A\\$"].contains(text) {
            throw LanguageError.unsupported("unknown prefix rule \(text)")
        }
    }

    private mutating func addSuffix(_ part: [UInt32]) throws {
        let text = RulePattern.string(part)
        guard text.hasSuffix("$") else { throw LanguageError.unsupported("unknown suffix rule \(text)") }
        let body = Array(part.dropLast())
        let unit = "(?<=[0-9])(?:"
        let skeleton = RulePattern.skeleton(body)
        if let literal = RulePattern.literal(body), let last = literal.last {
            if literal.count == 1 {
                table.add(.suffix, last, last)
            } else {
                endings.append(literal)
                table.add(.suffixEnd, last, last)
            }
        } else if skeleton.text == "[*]" {
            add(.suffix, skeleton.classes[0])
        } else if text.hasPrefix(unit), text.hasSuffix(")$") {
            for word in RulePattern.alternatives(Array(body.dropFirst(unit.unicodeScalars.count).dropLast())) {
                guard let literal = RulePattern.literal(word), let last = literal.last else {
                    throw LanguageError.unsupported("unknown unit \(RulePattern.string(word))")
                }
                units.append(literal)
                table.add(.suffixEnd, last, last)
            }
        } else if skeleton.text == "(?<=[*])\\." {
            add(.beforePeriod, skeleton.classes[0])
        } else if skeleton.text == "(?<=[*][*])\\." {
            add(.capital, skeleton.classes[0])
        } else if !["\\.\\.+$", "(?<=[0-9])\\+$", "(?<=°[FfCcKk])\\.$"].contains(text) {
            throw LanguageError.unsupported("unknown suffix rule \(text)")
        }
    }

    private mutating func addInfix(_ pattern: String) throws {
        let (text, classes) = RulePattern.skeleton(RulePattern.scalars(pattern))
        let known =
            "\\.\\.+|…|[*]|(?<=[0-9])[+\\-\\*^](?=[0-9-])|(?<=[*])\\.(?=[*])|(?<=[*]),(?=[*])"
            + "|(?<=[*])(?:-|–|—|--|---|——|~)(?=[*])|(?<=[*])[:<>=/](?=[*])"
        guard text == known, classes.count == 9 else { throw LanguageError.unsupported("unknown infix rules") }
        let digits = RulePattern.ranges(RulePattern.scalars("0-9"))
        func same(_ a: RulePattern.Ranges, _ b: RulePattern.Ranges) -> Bool { a.elementsEqual(b, by: ==) }
        guard same(classes[3], classes[4]), same(classes[3], classes[6]), same(classes[3], classes[8]),
            same(classes[3] + digits, classes[5]), same(classes[3] + digits, classes[7])
        else { throw LanguageError.unsupported("unknown classes of infix rules") }
        add(.icon, classes[0])
        add(.beforeStop, classes[1])
        add(.afterStop, classes[2])
        add(.letter, classes[3])
    }

    private mutating func addURL(_ pattern: String) throws {
        let (text, classes) = RulePattern.skeleton(RulePattern.scalars(pattern))
        guard text == URLRule.pattern, classes.count == 1 else { throw LanguageError.unsupported("unknown URL rule") }
        add(.domain, classes[0])
    }

    @inline(__always)
    private static func isDigit(_ c: UInt32) -> Bool { c &- 0x30 < 10 }

    /// The length of the prefix of s[a..<b], 0 for none. The first alternative of the pattern decides.
    func prefix(_ s: UnsafePointer<UInt32>, _ a: Int, _ b: Int) -> Int {
        guard a < b else { return 0 }
        let c = s[a]
        let next = a + 1 < b ? s[a + 1] : 0
        switch c {
        case 0x2E:  // ..
            var n = 1
            while a + n < b, s[a + n] == 0x2E { n += 1 }
            return n > 1 ? n : 0
        case 0x2B: return Self.isDigit(next) ? 0 : 1  // +
        case 0x43, 0x41: return next == 0x24 ? 2 : 0  // C$ A$
        case 0x55: return next == 0x53 && a + 2 < b && s[a + 2] == 0x24 ? 3 : 0  // US$
        default: return table[c].contains(.prefix) ? 1 : 0
        }
    }

    /// The length of the longest suffix of s[a..<b], 0 for none; nothing before `a` is looked at.
    func suffix(_ s: UnsafePointer<UInt32>, _ a: Int, _ b: Int) -> Int {
        guard a < b else { return 0 }
        let last = s[b - 1]
        let flags = table[last]
        var best = flags.contains(.suffix) ? 1 : 0
        let before = b - 2 >= a ? s[b - 2] : 0
        if last == 0x2E {
            var n = 1
            while b - 1 - n >= a, s[b - 1 - n] == 0x2E { n += 1 }
            if n > 1 { return n }
            guard b - 2 >= a else { return best }
            let flags = table[before]
            if flags.contains(.beforePeriod) { return 1 }
            guard b - 3 >= a else { return best }
            if flags.contains(.capital), table[s[b - 3]].contains(.capital) { return 1 }
            return s[b - 3] == 0xB0 && [0x46, 0x66, 0x43, 0x63, 0x4B, 0x6B].contains(before) ? 1 : best  // °C.
        }
        if last == 0x2B { return Self.isDigit(before) ? 1 : best }  // 5+
        guard flags.contains(.suffixEnd) else { return best }
        for word in endings where word.count > best && Self.ends(s, a, b, word) { best = word.count }
        for word in units where word.count > best && Self.ends(s, a, b, word) {
            let start = b - word.count
            if start > a, Self.isDigit(s[start - 1]) { best = word.count }
        }
        return best
    }

    private static func ends(_ s: UnsafePointer<UInt32>, _ a: Int, _ b: Int, _ word: [UInt32]) -> Bool {
        let start = b - word.count
        guard start >= a else { return false }
        for i in 0..<word.count where s[start + i] != word[i] { return false }
        return true
    }

    /// The length of the infix that starts at `i` in s[a..<b], 0 for none.
    func infix(_ s: UnsafePointer<UInt32>, _ i: Int, _ a: Int, _ b: Int) -> Int {
        let c = s[i]
        if c == 0x2E {  // .
            var n = 1
            while i + n < b, s[i + n] == 0x2E { n += 1 }
            if n > 1 { return n }
            guard i > a, i + 1 < b else { return 0 }
            return table[s[i - 1]].contains(.beforeStop) && table[s[i + 1]].contains(.afterStop) ? 1 : 0
        }
        if c == 0x2026 || table[c].contains(.icon) { return 1 }  // …
        guard i > a, i + 1 < b else { return 0 }
        let before = s[i - 1]
        let next = s[i + 1]
        let digit = Self.isDigit(before)
        let wordBefore = digit || table[before].contains(.letter)
        switch c {
        case 0x2B, 0x2D, 0x2A, 0x5E:  // + - * ^
            if digit, Self.isDigit(next) || next == 0x2D { return 1 }
            guard c == 0x2D, wordBefore else { return 0 }
            for n in 1...3 {
                if i + n < b, table[s[i + n]].contains(.letter) { return n }
                if i + n >= b || s[i + n] != 0x2D { return 0 }
            }
            return 0
        case 0x2C: return table[before].contains(.letter) && table[next].contains(.letter) ? 1 : 0  // ,
        case 0x2014:  // —
            guard wordBefore else { return 0 }
            if table[next].contains(.letter) { return 1 }
            return next == 0x2014 && i + 2 < b && table[s[i + 2]].contains(.letter) ? 2 : 0
        case 0x2013, 0x7E, 0x3A, 0x3C, 0x3D, 0x3E, 0x2F:  // – ~ : < = > /
            return wordBefore && table[next].contains(.letter) ? 1 : 0
        default: return 0
        }
    }
}
