import DragomanLanguage

/// Joins short forms to full names: "Jalali" to "Kazem Jalali", "Nokian" to "Nokian Tyres", "(CATL)" to what it stands for.
struct ShortForms {
    private(set) var groups: [NameGroup]
    private let words: ArticleWords
    /// Beginnings and single words of the known firms and institutions that the article names in full.
    private var known: [[Int32]: Int] = [:]

    init(groups: [NameGroup], words: ArticleWords) {
        self.groups = groups
        self.words = words
    }

    /// Takes down the words of a known name: "Lucky" may stand for "Lucky Motor", "the Commission" for "European Commission".
    mutating func note(_ name: [Int32], entry: Int) {
        let type = words.base.entries[entry].type
        guard type == .company || type == .institution, name.count > 1 else { return }
        for length in 1..<min(name.count, 6) {
            let prefix = Array(name.prefix(length))
            if known[prefix] == nil { known[prefix] = entry }
        }
        if type == .institution {
            for word in name where words.base.has(.institution, word) && known[[word]] == nil { known[[word]] = entry }
        }
    }

    /// Surnames, first words of firms, heads of institutions.
    mutating func link() {
        var people: [Int32: Int] = [:]
        var firms: [[Int32]: Int] = [:]
        var bodies: [Int32: Int] = [:]
        for (index, group) in groups.enumerated() where group.words.count > 1 {
            if group.type == .person {
                let last = group.words.last { !words.base.has(.title, $0) } ?? group.words[0]
                for word in [last, group.words[0]] where people[word] == nil {
                    people[word] = index
                }
            } else if group.type == .company || group.type == .institution || group.type == .outlet {
                for length in 1..<min(group.words.count, 6) {
                    let prefix = Array(group.words.prefix(length))
                    if firms[prefix] == nil { firms[prefix] = index }
                }
                for word in group.words where words.base.has(.institution, word) && bodies[word] == nil {
                    bodies[word] = index
                }
            }
        }
        for (index, group) in groups.enumerated() {
            if group.words.count == 1, words.base.has(.institution, group.words[0]) {
                // "the Ministry": of what, the article says elsewhere, or it is no name.
                groups[index].entry = known[group.words]
                groups[index].root = bodies[group.words[0]]
                if groups[index].entry == nil, groups[index].root == nil { groups[index].drop() }
            } else if let entry = known[group.words], group.type != .person, group.type != .place, group.type != .model
            {
                groups[index].entry = entry
            } else if group.words.count == 1, let person = people[group.words[0]], person != index,
                group.type.map({ group.scores[$0] < 4 || $0 == .person || isSurname(group, of: person) }) ?? true
            {
                groups[index].root = person
            } else if group.type != .person, group.type != .place, group.type != .model, let firm = firms[group.words],
                firm != index, groups[firm].root == nil
            {
                groups[index].root = firm
            }
        }
    }

    /// Whether a lone word is the surname of a person named in full: much said by it makes it no firm.
    private func isSurname(_ group: NameGroup, of person: Int) -> Bool {
        let last = groups[person].words.last { !words.base.has(.title, $0) }
        return last == group.words[0] && group.type != .place && group.type != .model
    }

    /// Names introduced in brackets or by "known as".
    mutating func linkIntroduced(candidates: [Candidate], group: [Int], uses: [SpellingIndex.Use?]) {
        guard candidates.count > 1 else { return }
        // Names that others are short forms of; they must not become short forms themselves.
        var roots = Set(groups.compactMap(\.root))
        for index in 0..<candidates.count - 1 {
            let first = candidates[index].tokens
            let second = candidates[index + 1].tokens
            guard introduces(first.upperBound, second) else { continue }
            switch (uses[index], uses[index + 1]) {
            case (nil, nil):
                let full = group[index]
                let short = group[index + 1]
                guard full >= 0, short >= 0, full != short, groups[full].root == nil, groups[short].root == nil else {
                    continue
                }
                if !roots.contains(short) {
                    groups[short].root = full
                    roots.insert(full)
                }
            case (nil, let use?):
                // The base knows the short form only.
                if group[index] >= 0, !use.adjective, !isGeographic(use) { groups[group[index]].entry = use.entry }
            case (let use?, nil):
                if group[index + 1] >= 0, !use.adjective, !isGeographic(use) {
                    groups[group[index + 1]].entry = use.entry
                }
            case (_?, _?): continue
            }
        }
    }

    private func isGeographic(_ use: SpellingIndex.Use) -> Bool {
        [.country, .region, .place].contains(words.base.entries[use.entry].type)
    }

    /// Whether the tokens from `at` to `second` say that it is another name: "(CATL)", ", better known as CATL".
    private func introduces(_ at: Int, _ second: Range<Int>) -> Bool {
        guard at < second.lowerBound, second.lowerBound - at <= 5 else { return false }
        if words.isWord(at, "("), second.lowerBound == at + 1, second.upperBound < words.count,
            words.isWord(second.upperBound, ")")
        {
            return second.count == 1 && words.shapes[second.lowerBound].contains(.allCaps)
        }
        return words.isWord(second.lowerBound - 1, "as") && second.lowerBound - 2 >= at
            && words.isWord(second.lowerBound - 2, "known")
    }
}
