/// The knowledge base's entries by their spellings, as matching reads them: without legal forms, case and accents.
struct KnownNames: Sendable {
    private var byHash = HashTable<[Int32]>()
    private var numbers: [String: Int32] = [:]
    let entries: [Entry]
    /// Spellings of each entry, parsed as names of firms; at most `mostSpellings`.
    private(set) var spellings: [[ParsedName]] = []

    private static let mostSpellings = 6

    init(_ base: KnowledgeBase, parser: NameParser) {
        entries = base.entries
        Romanizer.prepare(entries.lazy.flatMap(\.matchedNames))
        for (number, entry) in entries.enumerated() {
            numbers[entry.id] = Int32(number)
            var parsed: [ParsedName] = []
            for name in entry.matchedNames {
                let spelling = parser.parse(name, as: .firm)
                let place = byHash.number(spelling.bareHash, orNew: [])
                if byHash.values[place].last != Int32(number) { byHash.values[place].append(Int32(number)) }
                if parsed.count < Self.mostSpellings { parsed.append(spelling) }
            }
            spellings.append(parsed)
        }
    }

    /// Entries that have this name; empty for none.
    func find(_ name: ParsedName) -> [Int32] { byHash[name.bareHash] ?? [] }

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
