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

    /// How much room it takes, in shingles.
    var cost: Int { shingles.sequence.count + 1 }

    /// Whether the two are one text; symmetric.
    func isCopy(of other: FamilyText) -> Bool { shingles.isCopy(of: other.shingles, credited: isCredited(with: other)) }

    /// Whether one credits the other's outlet, or both credit the same agency.
    private func isCredited(with other: FamilyText) -> Bool {
        (wire != nil && (wire == other.outlet || wire == other.wire)) || (other.wire != nil && other.wire == outlet)
    }
}

/// Families of texts held in memory, all found at once: what a ledger comes to article by article, for measuring and testing.
struct FamilyIndex {
    private var texts: [String: FamilyText] = [:]
    private var days: [String: Int] = [:]

    /// Adds a text of a day, in days since 1970; without one it counts as undated.
    mutating func add(_ text: FamilyText, day: Int = KeyOrder.undated) {
        texts[text.id] = text
        days[text.id] = day
    }

    /// The family of each text: the smallest id of its members.
    var families: [String: String] {
        var lists: [Int: [String]] = [:]
        for id in texts.keys.sorted(by: { (days[$0] ?? 0, $0) < (days[$1] ?? 0, $1) }) {
            for key in texts[id].map(FamilyTable.keys) ?? [] { lists[key, default: []].append(id) }
        }
        var near: Set<KeyOrder.Pair> = []
        for list in lists.values {
            for (place, id) in list.enumerated() {
                for other in list[(place + 1)...].prefix(FamilyTable.order.reach) {
                    near.insert(KeyOrder.Pair(id, other))
                }
            }
        }
        var parent: [String: String] = [:]
        func first(_ id: String) -> String {
            var at = id
            while let up = parent[at] { at = up }
            return at
        }
        for pair in near {
            guard let one = texts[pair.one], let other = texts[pair.other], one.isCopy(of: other) else { continue }
            let (left, right) = (first(pair.one), first(pair.other))
            if left != right { parent[max(left, right)] = min(left, right) }
        }
        return Dictionary(uniqueKeysWithValues: texts.keys.map { ($0, first($0)) })
    }
}
