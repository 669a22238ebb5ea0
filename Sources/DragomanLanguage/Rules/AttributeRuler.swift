/// The attribute ruler: the model's 179 patterns over tags, words and labels, which set part of speech, features and lemmas.
///
/// All matches count on the state before any change and are applied in the order of the rules. What the rules for single
/// tokens come to depends on tag, word, label and white space alone; workers keep it (`RuleCache`).
struct AttributeRuler {
    /// What a token is to the rules.
    struct View: Hashable {
        let tag: Int, word: Int, label: Int
        let isSpace: Bool
    }

    /// A set of values, or all but these.
    private struct Choice {
        let values: Set<Int>
        let negated: Bool
        func holds(_ value: Int) -> Bool { values.contains(value) != negated }
    }

    private struct Condition {
        var tags: [Choice] = [], words: [Choice] = [], labels: [Choice] = []
        var isSpace: Bool?

        func holds(_ view: View) -> Bool {
            if let isSpace, isSpace != view.isSpace { return false }
            return tags.allSatisfy { $0.holds(view.tag) } && words.allSatisfy { $0.holds(view.word) }
                && labels.allSatisfy { $0.holds(view.label) }
        }
    }

    /// What a rule sets, by number; nil for what it leaves alone.
    struct Change {
        var pos: Int?, morph: Int?, lemma: Int?, tag: Int?, label: Int?

        mutating func apply(_ later: Change) {
            pos = later.pos ?? pos
            morph = later.morph ?? morph
            lemma = later.lemma ?? lemma
            tag = later.tag ?? tag
            label = later.label ?? label
        }
    }

    private struct Pattern {
        let rule: Int
        let tokens: [Condition]
        /// The token that is changed.
        let target: Int
    }

    private var words: [String: Int] = [:]
    private var patterns: [Pattern] = []
    private(set) var changes: [Change] = []
    private var wordMap = ByteMapBox()
    /// The patterns of two tokens: rule and changed token.
    private(set) var pairs: [(rule: Int, target: Int)] = []
    private var pairPatterns: [Pattern] = []

    /// Reads the file of patterns.
    ///
    /// - Parameter labels: takes a new number for every label, tag, part of speech, feature string and lemma it meets.
    init(_ reader: inout MessagePackReader, labels: inout Labels) throws {
        for rule in 0..<(try reader.array()) {
            var change = Change()
            var target = 0
            var alternatives: [[Condition]] = []
            for _ in 0..<(try reader.map()) {
                switch try reader.string() {
                case "patterns":
                    for _ in 0..<(try reader.array()) {
                        var tokens: [Condition] = []
                        for _ in 0..<(try reader.array()) { tokens.append(try condition(&reader, &labels)) }
                        alternatives.append(tokens)
                    }
                case "attrs": change = try Self.change(&reader, &labels)
                case "index": target = Int(truncatingIfNeeded: try reader.integer())
                default: try reader.skip()
                }
            }
            changes.append(change)
            for tokens in alternatives {
                guard (1...2).contains(tokens.count), target < tokens.count else {
                    throw LanguageError.unsupported("attribute rule \(rule) has \(tokens.count) tokens")
                }
                let pattern = Pattern(rule: rule, tokens: tokens, target: target)
                if tokens.count == 1 {
                    patterns.append(pattern)
                } else {
                    pairs.append((rule, target))
                    pairPatterns.append(pattern)
                }
            }
        }
        guard pairs.count <= 64 else { throw LanguageError.unsupported("too many attribute rules of two tokens") }
        wordMap.fill(words)
    }

    private mutating func word(_ text: String) -> Int {
        if let known = words[text] { return known }
        words[text] = words.count + 1
        return words.count
    }

    /// The number of a lower-case word among those the rules name, 0 for all others.
    func word(_ bytes: UnsafeBufferPointer<UInt8>) -> Int { wordMap.find(bytes) }

    private mutating func condition(_ reader: inout MessagePackReader, _ labels: inout Labels) throws -> Condition {
        var condition = Condition()
        for _ in 0..<(try reader.map()) {
            let key = try reader.string()
            if key == "IS_SPACE" {
                condition.isSpace = try reader.boolean()
                continue
            }
            var choices: [Choice] = []
            if case 0x80...0x8F = try reader.peek() {
                for _ in 0..<(try reader.map()) {
                    let op = try reader.string()
                    if op == "REGEX" {
                        let pattern = try reader.string()
                        guard key == "LOWER", let forms = Self.expressions[pattern] else {
                            throw LanguageError.unsupported("unknown expression \(pattern) in an attribute rule")
                        }
                        choices.append(Choice(values: Set(forms.map { word($0) }), negated: false))
                        continue
                    }
                    guard op == "IN" || op == "NOT_IN" else {
                        throw LanguageError.unsupported("unknown operator \(op) in an attribute rule")
                    }
                    var values: Set<Int> = []
                    for _ in 0..<(try reader.array()) { values.insert(try number(key, try reader.string(), &labels)) }
                    choices.append(Choice(values: values, negated: op == "NOT_IN"))
                }
            } else {
                choices.append(Choice(values: [try number(key, try reader.string(), &labels)], negated: false))
            }
            switch key {
            case "TAG": condition.tags += choices
            case "LOWER": condition.words += choices
            default: condition.labels += choices
            }
        }
        return condition
    }

    /// The words that the rules' three regular expressions match.
    private static let expressions = [
        "^n'?t$": ["nt", "n't"], "^n[ou]thin'$": ["nothin'", "nuthin'"], "^y'?$": ["y", "y'"],
    ]

    private mutating func number(_ key: String, _ text: String, _ labels: inout Labels) throws -> Int {
        switch key {
        case "TAG": labels.tags.add(text)
        case "LOWER": word(text)
        case "DEP": labels.deps.add(text)
        default: throw LanguageError.unsupported("unknown attribute \(key) in an attribute rule")
        }
    }

    private static func change(_ reader: inout MessagePackReader, _ labels: inout Labels) throws -> Change {
        var change = Change()
        for _ in 0..<(try reader.map()) {
            let key = try reader.string()
            let value = try reader.string()
            switch key {
            case "POS": change.pos = labels.parts.add(value)
            case "MORPH": change.morph = labels.morphs.add(value == "_" ? "" : value)
            case "LEMMA": change.lemma = labels.lemmas.add(value)
            case "TAG": change.tag = labels.tags.add(value)
            case "DEP": change.label = labels.deps.add(value)
            default: throw LanguageError.unsupported("unknown attribute \(key) set by an attribute rule")
            }
        }
        return change
    }

    /// The rules of single tokens that match a token, in order.
    func rules(for view: View) -> [Int] { patterns.filter { $0.tokens[0].holds(view) }.map(\.rule) }

    /// Bit i: the token can be token `place` of the i-th pattern of two tokens.
    func pairBits(for view: View, place: Int) -> UInt64 {
        var bits: UInt64 = 0
        for (i, pattern) in pairPatterns.enumerated() where pattern.tokens[place].holds(view) { bits |= 1 << UInt64(i) }
        return bits
    }
}

/// A map from words to numbers that a copyable value can hold.
private final class ByteMapBox: @unchecked Sendable {
    // Unchecked: filled once while a model is loaded, then only read.
    private var map = ByteMap()

    func fill(_ words: [String: Int]) {
        for (word, number) in words {
            Array(word.utf8).withUnsafeBufferPointer { bytes in
                guard let base = bytes.baseAddress else { return }
                map.insert(base, bytes.count, hash: ByteMap.hash(base, bytes.count), value: number)
            }
        }
    }

    func find(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        bytes.baseAddress.map { max(0, map.find($0, bytes.count)) } ?? 0
    }
}

/// The labels of a model, by kind.
struct Labels {
    var tags = LabelSet()
    /// Universal parts of speech.
    var parts = LabelSet()
    var morphs = LabelSet()
    var deps = LabelSet()
    /// Lemmas that rules give.
    var lemmas = LabelSet()
    var entities = LabelSet()
}
