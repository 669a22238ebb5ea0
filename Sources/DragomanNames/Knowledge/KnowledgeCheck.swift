/// Holds a knowledge base to what can be checked of it without knowing the world: spellings against their sounds, entries
/// against each other, owners, countries and dates.
public struct KnowledgeCheck {
    /// What is wrong, each in a sentence that names the entry; in the order of the entries.
    public private(set) var remarks: [String] = []

    private let base: KnowledgeBase
    /// Knows the tables of matching only, so that the base is not held to itself.
    private let matcher: NameMatcher
    private var index: NameIndex
    private var numbers: [String: Entry] = [:]

    /// A spelling this unlike the entry's Latin names is one of its own: a translation, an acronym, or a mistake.
    private static let unlike = NameMatcher.maybeFrom
    /// A spelling this like another entry's name is taken for it.
    private static let alike = 0.9
    /// Letters of a spelling from which its sounds tell something.
    private static let telling = 4
    /// Owners above one another, at most.
    private static let deepest = 4
    /// Candidates that are compared with a name.
    private static let candidates = 6

    /// - Parameter packs: the folders the base was read from, for the tables of matching.
    /// - Throws: `DragomanError` N010, N011 as `NameMatcher.init(packs:knowledge:)`.
    public init(_ base: KnowledgeBase, packs: [String]) throws {
        self.base = base
        matcher = try NameMatcher(packs: packs, knowledge: nil)
        index = NameIndex(matcher: matcher)
        for entry in base.entries {
            numbers[entry.id] = entry
            guard Self.isChecked(entry) else { continue }
            for name in entry.names where Self.isLatin(name) { index.add(name, id: entry.id) }
        }
        for entry in base.entries {
            checkOwner(entry)
            checkDates(entry)
            guard Self.isChecked(entry) else { continue }
            checkCountry(entry)
            checkScripts(entry)
            checkTwins(entry)
        }
    }

    /// Firms and what they make. Generated tables, which follow their sources, and what users import are not checked.
    private static func isChecked(_ entry: Entry) -> Bool {
        [.company, .brand, .plant, .outlet].contains(entry.type) && entry.sources == ["own"]
    }

    private static func isLatin(_ name: String) -> Bool {
        name.unicodeScalars.first { $0.properties.isAlphabetic }.map { Script($0.value) == .latin } ?? true
    }

    /// Whether a name of another script is written by its sounds, and long enough: Chinese names are translations as often,
    /// and short ones acronyms.
    private static func isHeard(_ name: String) -> Bool {
        let letters = name.unicodeScalars.filter { $0.properties.isAlphabetic }
        guard letters.count >= telling, let first = letters.first else { return false }
        let script = Script(first.value)
        return script != .latin && script.hasSounds
    }

    // MARK: Owners, countries, dates

    private func owners(of entry: Entry) -> [Entry] {
        var chain: [Entry] = []
        var owner = entry.owner.flatMap { numbers[$0] }
        while let one = owner, chain.count <= Self.deepest {
            chain.append(one)
            owner = one.owner.flatMap { numbers[$0] }
        }
        return chain
    }

    private mutating func checkOwner(_ entry: Entry) {
        let chain = owners(of: entry)
        if chain.contains(where: { $0.id == entry.id }) {
            remarks.append("\(entry.id) owns itself")
        } else if chain.count > Self.deepest {
            remarks.append("\(entry.id) has more than \(Self.deepest) owners above one another")
        }
        if entry.type == .model, entry.owner == nil { remarks.append("\(entry.id) is a model of nobody") }
    }

    private mutating func checkCountry(_ entry: Entry) {
        guard entry.country == nil, !owners(of: entry).contains(where: { $0.country != nil }) else { return }
        remarks.append("\(entry.id) has no country, and no owner that has one")
    }

    private mutating func checkDates(_ entry: Entry) {
        for former in entry.former {
            if let since = former.since, let until = former.until, since > until {
                remarks.append("\(entry.id) was \(former.name) until before it was")
            }
        }
    }

    // MARK: Spellings

    /// A spelling of another script that sounds like no Latin name of its entry, and like one of another entry.
    private mutating func checkScripts(_ entry: Entry) {
        let own = entry.names
        let latin = own.filter(Self.isLatin)
        guard !latin.isEmpty else { return }
        for name in own where Self.isHeard(name) {
            guard !latin.contains(where: { matcher.score($0, name, as: .firm) >= Self.unlike }) else { continue }
            let other = index.find(name, as: .firm, limit: 2).first { $0.id != entry.id && $0.score >= Self.alike }
            if let other, !isTied(entry, other.id) {
                remarks.append("\(entry.id): \"\(name)\" sounds like \(other.name) (\(other.id))")
            }
        }
    }

    /// Another entry of the type and country whose name is as good as the same: no word is missing or another.
    private mutating func checkTwins(_ entry: Entry) {
        for number in index.candidates(entry.name, most: Self.candidates) {
            let (id, name) = index.item(number)
            guard id > entry.id, let other = numbers[id], other.type == entry.type, other.country == entry.country,
                !isTied(entry, id)
            else { continue }
            if isTwin(entry.name, name) {
                remarks.append("\(entry.id) and \(id) (\"\(name)\") have names as good as the same")
            }
        }
    }

    private func isTwin(_ a: String, _ b: String) -> Bool {
        // "Mitsubishi" may be short for one and "Mitsubishi Corporation" the whole name of another.
        guard a.contains(" ") == b.contains(" ") else { return false }
        let figures = Dictionary(
            uniqueKeysWithValues: matcher.figures(a, b, as: .firm).map { ($0.name, $0.value) })
        return Self.setsApart.allSatisfy { figures[$0] == 0 } && figures["worstSound", default: 1] < 0.1
            && figures["worstLetter", default: 1] < 0.1
    }

    /// Figures of a comparison that tell one firm from another.
    private static let setsApart = [
        "contradiction", "omission", "genericContradiction", "genericOmission", "qualifierContradiction",
        "qualifierOmission",
        "numberContradiction", "numberOmission", "legal", "order",
    ]

    /// Whether one of the two belongs to the other, or both to a third.
    private func isTied(_ entry: Entry, _ id: String) -> Bool {
        guard let other = numbers[id] else { return false }
        let one = [entry.id] + owners(of: entry).map(\.id)
        let two = [other.id] + owners(of: other).map(\.id)
        return !Set(one).isDisjoint(with: two)
    }
}
