import DragomanLanguage
import DragomanText

/// A set of word classes, one bit a class.
struct ClassSet: OptionSet, Sendable, Hashable {
    let rawValue: UInt128
}

/// Word classes of a pack: plain tables of words by their lemma.
///
/// ```
/// facility: plant, factory, assembly line
/// goods.car: car, sedan, hatchback
/// ```
/// A word in `goods.car` is in `goods` too. A word of several parts is looked up from its last part backwards,
/// and the longest match wins, so that "parking lot" can stand beside "lot".
struct Lexicon: Sendable {
    /// Class names in order of their first appearance; the index is the bit.
    private(set) var names: [String] = []
    private var words: [String: ClassSet] = [:]
    /// Lemmas that end a word of several parts.
    private var endings: Set<String> = []

    /// At most so many classes: they are bits of one word.
    static let capacity = 128

    init() {}

    /// Adds the tables of one file.
    ///
    /// - Throws: `DragomanError` C101 with line and column where a line is not `class: word, word`.
    mutating func add(_ source: PackFile) throws {
        for line in source.entries {
            guard let colon = line.text.firstIndex(of: ":") else {
                throw source.error("C101", line, "expected `class: word, word`")
            }
            let name = line.text[..<colon].trimmed
            guard !name.isEmpty, name.allSatisfy({ $0.isLetter || $0 == "." || $0 == "_" }) else {
                throw source.error("C101", line, "a class name has letters and full stops only, not \"\(name)\"")
            }
            guard let bits = intern(name) else {
                throw source.error("C102", line, "more than \(Self.capacity) word classes")
            }
            for word in line.text[line.text.index(after: colon)...].split(separator: ",") {
                let lemma = word.trimmed.lowercased()
                guard !lemma.isEmpty else { continue }
                words[lemma, default: []].formUnion(bits)
                if let space = lemma.lastIndex(of: " ") { endings.insert(String(lemma[lemma.index(after: space)...])) }
            }
        }
    }

    /// The bit of a class and of the classes it is part of; nil where there is no room.
    private mutating func intern(_ name: String) -> ClassSet? {
        var bits: ClassSet = []
        var part = Substring(name)
        while true {
            if let known = names.firstIndex(of: String(part)) {
                bits.insert(ClassSet(rawValue: 1 << UInt128(known)))
            } else {
                guard names.count < Self.capacity else { return nil }
                bits.insert(ClassSet(rawValue: 1 << UInt128(names.count)))
                names.append(String(part))
            }
            guard let dot = part.lastIndex(of: ".") else { return bits }
            part = part[..<dot]
        }
    }

    /// The bit of class `name`; empty where no table names it.
    func bit(_ name: String) -> ClassSet {
        names.firstIndex(of: name).map { ClassSet(rawValue: 1 << UInt128($0)) } ?? []
    }

    /// The classes of a word by itself.
    func classes(of lemma: String) -> ClassSet { words[lemma] ?? [] }

    /// The type of goods that stands for any of them: `vehicle` where the pack has it, else `other`.
    var widestGoods: String { bit("goods.vehicle").isEmpty ? "other" : "vehicle" }

    /// The type of goods that a name counts as where nothing tells: `car` where the pack has it, else the widest.
    var namedGoods: String { bit("goods.car").isEmpty ? widestGoods : "car" }

    /// The classes that hold no word.
    var emptyClasses: Set<String> {
        let used = words.values.reduce(into: ClassSet()) { $0.formUnion($1) }
        return Set(
            names.enumerated().filter { !used.contains(ClassSet(rawValue: 1 << UInt128($0.offset))) }.map(\.element))
    }

    /// The classes of the word that ends at `token`, and how many tokens it takes.
    func classes(endingAt token: Int, in tree: Tree) -> (classes: ClassSet, length: Int) {
        let tokens = tree.tokens
        let lemma = tokens[token].lemma.lowercased()
        if endings.contains(lemma) {
            for length in [3, 2] where token + 1 >= length {
                let first = token + 1 - length
                guard first >= tree.sentences[tree.sentenceOfToken[token]].lowerBound else { continue }
                var phrase = ""
                for part in first..<token { phrase += tokens[part].norm + " " }
                if let found = words[phrase + lemma] { return (found, length) }
            }
        }
        // "works" is more than "work": the form as written comes first.
        if let found = words[tokens[token].norm] ?? words[lemma] { return (found, 1) }
        // "carmaker-owned", "crossover-coupe": the last part of a hyphenated word says what it is.
        if let hyphen = lemma.lastIndex(of: "-"), let found = words[String(lemma[lemma.index(after: hyphen)...])] {
            return (found, 1)
        }
        return ([], 1)
    }

    /// The last part of class `name` below `parent` that `classes` holds: `car` for `goods`, `goods.car`.
    func member(of parent: String, in classes: ClassSet) -> String? {
        for (index, name) in names.enumerated()
        where name.hasPrefix(parent + ".") && classes.contains(ClassSet(rawValue: 1 << UInt128(index))) {
            return String(name.dropFirst(parent.count + 1))
        }
        return nil
    }
}
