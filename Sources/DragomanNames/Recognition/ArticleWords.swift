import DragomanLanguage
import DragomanText

/// How a token is written.
struct Shape: OptionSet {
    let rawValue: UInt16
    /// Begins with a capital letter.
    static let upperFirst = Shape(rawValue: 1)
    /// Two or more capitals and no small letter.
    static let allCaps = Shape(rawValue: 2)
    static let hasDigit = Shape(rawValue: 4)
    /// Has a capital after its first byte ("iX3", "AvtoVAZ").
    static let innerUpper = Shape(rawValue: 8)
    static let hasLetter = Shape(rawValue: 16)
    /// Only digits and their separators.
    static let number = Shape(rawValue: 32)
    /// A hyphen or dash.
    static let hyphen = Shape(rawValue: 64)
    /// Letters of a script without capitals.
    static let caseless = Shape(rawValue: 128)
}

/// The tokens of an article as numbered folded words, with their shapes.
struct ArticleWords {
    let analysis: Analysis
    let base: KnowledgeBase
    /// Word number of each token: the knowledge base's, or a higher one for a word it does not have; -1 for punctuation.
    private(set) var ids: [Int32] = []
    /// Word number of each token's lemma; -1 where the base does not have it.
    private(set) var lemmas: [Int32] = []
    private(set) var shapes: [Shape] = []
    /// Tokens that are plurals of a known name and counted as it.
    private(set) var plurals: Set<Int> = []
    /// Block of each token.
    private(set) var blockOf: [Int] = []
    /// Blocks in which capitals say nothing: headlines in title case or capitals.
    private(set) var isHeadline: [Bool] = []

    var count: Int { ids.count }

    init(_ analysis: Analysis, _ base: KnowledgeBase) {
        self.analysis = analysis
        self.base = base
        var local = WordTable()
        let known = Int32(base.words.count)
        var word: [UInt8] = []
        for token in analysis.tokens {
            word.removeAll(keepingCapacity: true)
            let range = token.range.clamped(to: 0..<analysis.text.count)
            // A longer token is no name, however it is written.
            if range.count <= KnowledgeFile.longestName { Folding.fold(analysis.text, range, into: &word) }
            shapes.append(Self.shape(analysis.text, range))
            let singular = word.isEmpty ? nil : singular(word, token)
            if singular != nil { plurals.insert(ids.count) }
            ids.append(word.isEmpty ? -1 : singular ?? base.words.find(word) ?? known + local.intern(word))
            let lemma = Array(token.lemma.utf8)
            word.removeAll(keepingCapacity: true)
            if lemma.count <= KnowledgeFile.longestName { Folding.fold(lemma, 0..<lemma.count, into: &word) }
            lemmas.append(word.isEmpty ? -1 : base.words.find(word) ?? -1)
        }
        blockOf = [Int](repeating: 0, count: ids.count)
        for (number, block) in analysis.blocks.enumerated() {
            for token in block { blockOf[token] = number }
            isHeadline.append(isTitleCase(block))
        }
        if isHeadline.isEmpty { isHeadline = [false] }
    }

    /// The base's word for the singular of a name in the plural ("Ladas"), where it knows a name of that one word.
    private func singular(_ word: [UInt8], _ token: Token) -> Int32? {
        guard token.tag == "NNPS" || token.tag == "NNS" || token.tag == "NNP", word.count > 3, word.last == 0x73,
            analysis.text[token.range.lowerBound] < 0x61,
            base.words.find(word).flatMap({ base.spellings.find([$0]) }) == nil,
            let stem = base.words.find(Array(word.dropLast())), let spelling = base.spellings.find([stem])
        else { return nil }
        return spelling.uses.contains { [.brand, .company, .model].contains(base.entries[$0.entry].type) } ? stem : nil
    }

    /// Whether most longer words of a short block begin with a capital, and no full stop ends it.
    private func isTitleCase(_ block: Range<Int>) -> Bool {
        guard let last = block.last, block.count <= 40, analysis.text[analysis.tokens[last].range.lowerBound] != 0x2E
        else { return false }
        var upper = 0
        var lower = 0
        for token in block where shapes[token].contains(.hasLetter) && analysis.tokens[token].range.count >= 4 {
            if shapes[token].contains(.upperFirst) { upper += 1 } else { lower += 1 }
        }
        return upper >= 3 && upper > 2 * lower
    }

    func inHeadline(_ token: Int) -> Bool { isHeadline[blockOf[token]] }

    /// Whether the token is written as a name may be: a capital first or inside, or a script without capitals.
    func isCapital(_ token: Int) -> Bool {
        !shapes[token].isDisjoint(with: [.upperFirst, .innerUpper])
    }

    func has(_ kind: WordClass, _ token: Int) -> Bool { base.has(kind, ids[token]) }

    /// Whether the lemma or the word itself belongs to a class.
    func lemmaHas(_ kind: WordClass, _ token: Int) -> Bool {
        base.has(kind, lemmas[token]) || base.has(kind, ids[token])
    }

    /// Whether the token is written exactly so, in small letters.
    func isWord(_ token: Int, _ word: StaticString) -> Bool {
        let range = analysis.tokens[token].range
        guard range.count == word.utf8CodeUnitCount else { return false }
        return word.withUTF8Buffer { buffer in
            for n in 0..<buffer.count where analysis.text[range.lowerBound + n] | 0x20 != buffer[n] | 0x20 {
                return false
            }
            return true
        }
    }

    /// Whether the token is `'s` or `’s` or a bare apostrophe of possession.
    func isPossessive(_ token: Int) -> Bool {
        analysis.tokens[token].tag == "POS" || isWord(token, "'s") || isWord(token, "’s")
    }

    /// The block's token range that holds `token`.
    func block(of token: Int) -> Range<Int> {
        analysis.blocks.isEmpty ? 0..<count : analysis.blocks[blockOf[token]]
    }

    private static func shape(_ text: [UInt8], _ range: Range<Int>) -> Shape {
        var shape: Shape = []
        var at = range.lowerBound
        var upper = 0
        var lower = 0
        var digits = 0
        var others = 0
        while at < range.upperBound {
            let (scalar, length) = Folding.decode(text, at, range.upperBound)
            switch kind(scalar) {
            case .upper:
                upper += 1
                shape.insert(at == range.lowerBound ? .upperFirst : .innerUpper)
            case .lower: lower += 1
            case .digit: digits += 1
            case .caseless: shape.formUnion([.caseless, .hasLetter])
            case .other: others += 1
            }
            at += length
        }
        if upper + lower > 0 { shape.insert(.hasLetter) }
        if upper >= 2, lower == 0 { shape.insert(.allCaps) }
        if digits > 0 {
            shape.insert(.hasDigit)
            if !shape.contains(.hasLetter) { shape.insert(.number) }
        }
        if upper + lower + digits == 0, others == 1, let first = text[range].first {
            if first == 0x2D
                || (first == 0xE2 && range.count == 3 && text[range.lowerBound + 1] == 0x80
                    && (0x90...0x95).contains(text[range.lowerBound + 2]))
            {
                shape.insert(.hyphen)
            }
        }
        return shape
    }

    private enum Kind { case upper, lower, digit, caseless, other }

    private static func kind(_ scalar: UInt32) -> Kind {
        switch scalar {
        case 0x41...0x5A, 0xC0...0xD6, 0xD8...0xDE, 0x391...0x3A9, 0x400...0x42F: .upper
        case 0x61...0x7A, 0xDF...0xF6, 0xF8...0xFF, 0x3B1...0x3C9, 0x430...0x45F: .lower
        case 0x30...0x39: .digit
        case 0x100...0x137, 0x14A...0x177, 0x18F, 0x1CD...0x1DC, 0x1DE...0x1EF, 0x1F8...0x21F, 0x222...0x233,
            0x460...0x481,
            0x48A...0x4BF, 0x4D0...0x52F, 0x1E00...0x1EFF:
            scalar == 0x131 ? .lower : scalar & 1 == 0 ? .upper : .lower
        case 0x138...0x148, 0x178...0x17E, 0x4C0...0x4CE: scalar & 1 == 1 ? .upper : .lower
        case 0x1A0, 0x1AF: .upper
        case 0x1A1, 0x1B0, 0x259: .lower
        case 0x531...0x58F, 0x5D0...0x5EA, 0x620...0x64A, 0x671...0x6D3, 0x900...0xDFF, 0xE00...0xE7F, 0x10A0...0x10FF,
            0x3040...0x30FF, 0x3400...0x9FFF, 0xAC00...0xD7A3:
            .caseless
        default: .other
        }
    }
}
