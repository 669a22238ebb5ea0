import Synchronization

/// The knowledge base's entries by their spellings, as matching reads them: without legal forms, case and accents.
struct KnownNames: Sendable {
    private var byHash = HashTable<[Int32]>()
    private var numbers: [String: Int32] = [:]
    let entries: [Entry]
    private let parsed = ParsedSpellings()

    init(_ base: KnowledgeBase, parser: NameParser) {
        entries = base.entries
        numbers.reserveCapacity(entries.count)
        for (number, entry) in entries.enumerated() {
            numbers[entry.id] = Int32(number)
            for name in entry.matchedNames {
                let hash = parser.parse(name, as: .firm, withSounds: false).bareHash
                let place = byHash.number(hash, orNew: [])
                if byHash.values[place].last != Int32(number) { byHash.values[place].append(Int32(number)) }
            }
        }
    }

    /// Entries that have this name; empty for none.
    func find(_ name: ParsedName) -> [Int32] { byHash[name.bareHash] ?? [] }

    /// The first few spellings of an entry, parsed as names of firms.
    func spellings(_ number: Int32, _ parser: NameParser) -> [ParsedName] {
        parsed.spellings(number, of: entries[Int(number)], parser)
    }

    /// In words, how one entry belongs to the other; nil where the base knows of no tie. The words are empty where they are not
    /// asked for.
    func tie(_ a: Entry, _ b: Entry, _ explains: Bool) -> String? {
        for (part, whole) in [(a, b), (b, a)] {
            var owner = part.owner
            for _ in 0..<4 {
                guard let id = owner else { break }
                if id == whole.id {
                    guard explains else { return "" }
                    return "\(part.name) is a \(part.type.rawValue) of \(whole.name), not \(whole.name) itself"
                }
                owner = numbers[id].flatMap { entries[Int($0)].owner }
            }
        }
        return nil
    }
}

/// Spellings of entries, parsed when they are first asked for: most never are.
private final class ParsedSpellings: Sendable {
    private static let most = 6
    private let known = Mutex<[Int32: [ParsedName]]>([:])

    func spellings(_ number: Int32, of entry: Entry, _ parser: NameParser) -> [ParsedName] {
        known.withLock { known in
            if let kept = known[number] { return kept }
            let made = entry.matchedNames.prefix(Self.most).map { parser.parse($0, as: .firm) }
            known[number] = made
            return made
        }
    }
}
