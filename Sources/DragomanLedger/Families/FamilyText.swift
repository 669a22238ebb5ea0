internal import DragomanPage
internal import DragomanText

/// What of an article decides which family it belongs to.
struct FamilyText: Sendable {
    /// The article's id.
    var id: String
    var shingles: Shingles
    /// The outlet, as a comparison form.
    var outlet: String?
    /// The agency it credits, as a comparison form.
    var wire: String?

    init(id: String, text: [UInt8], blocks: [Block], outlet: String?, wire: String?) {
        self.id = id
        shingles = Shingles(text, blocks: blocks)
        self.outlet = outlet.map(NameKey.of)
        self.wire = wire.map(NameKey.of)
    }

    /// Whether the two are one text; symmetric.
    func isCopy(of other: FamilyText) -> Bool { shingles.isCopy(of: other.shingles, credited: isCredited(with: other)) }

    /// Whether one credits the other's outlet, or both credit the same agency.
    private func isCredited(with other: FamilyText) -> Bool {
        (wire != nil && (wire == other.outlet || wire == other.wire)) || (other.wire != nil && other.wire == outlet)
    }
}

/// Which articles to compare a new one with, so that the work for it does not grow with the ledger.
enum FamilyCandidates {
    /// How many articles of one index key are looked at: those with the smallest ids, which are as good as random.
    static let perKey = 32
    /// How many articles are compared word for word.
    static let most = 48

    /// The articles that share most keys, of lists of at most `perKey` ids for each key.
    static func best(of lists: some Sequence<[String]>) -> [String] {
        var shared: [String: Int] = [:]
        for list in lists { for id in list { shared[id, default: 0] += 1 } }
        return shared.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(most).map(\.key)
    }
}

/// Families of articles held in memory: the same steps as in a ledger, for measuring and testing.
struct FamilyIndex {
    private var texts: [String: FamilyText] = [:]
    private var postings: [UInt64: [String]] = [:]
    /// The family of each article: the smallest id of its members.
    private(set) var families: [String: String] = [:]
    private var members: [String: [String]] = [:]

    /// Adds a text and joins the families it links.
    mutating func add(_ text: FamilyText) {
        guard texts[text.id] == nil else { return }
        let keys = text.shingles.keys
        let candidates = FamilyCandidates.best(
            of: keys.map { Array((postings[$0] ?? []).prefix(FamilyCandidates.perKey)) })
        texts[text.id] = text
        families[text.id] = text.id
        members[text.id] = [text.id]
        for key in keys {
            let list = postings[key] ?? []
            let place = list.firstIndex { $0 > text.id } ?? list.count
            postings[key, default: []].insert(text.id, at: place)
        }
        for id in candidates where families[id] != families[text.id] {
            guard let other = texts[id], text.isCopy(of: other) else { continue }
            join(families[id] ?? id, families[text.id] ?? text.id)
        }
    }

    private mutating func join(_ one: String, _ other: String) {
        let name = min(one, other)
        let all = (members.removeValue(forKey: one) ?? []) + (members.removeValue(forKey: other) ?? [])
        for id in all { families[id] = name }
        members[name] = all
    }
}
