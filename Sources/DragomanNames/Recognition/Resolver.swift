import DragomanLanguage
import DragomanText

/// Makes identities of candidates: one type and one identity for all forms of a name.
struct Resolver {
    let words: ArticleWords
    private var candidates: [Candidate]
    /// For each candidate: the use of its known spelling.
    private var uses: [SpellingIndex.Use?]
    /// Names the base does not have, by their words.
    private var groups: [NameGroup] = []
    private var groupOf: [[Int32]: Int] = [:]
    /// For each candidate: its group, or -1 where the base knows it.
    private var group: [Int]

    init(words: ArticleWords, candidates: [Candidate]) {
        self.words = words
        self.candidates = candidates
        uses = Array(repeating: nil, count: candidates.count)
        group = Array(repeating: -1, count: candidates.count)
    }

    /// - Returns: the analysis with its mentions and identities.
    mutating func resolve() -> NamedAnalysis {
        chooseUses()
        gather()
        backSurnames()
        for index in groups.indices { groups[index].decide() }
        link()
        return assemble()
    }

    private mutating func chooseUses() {
        let disambiguator = Disambiguator(words: words, candidates: candidates)
        var inBody: Set<Int> = []
        for (index, candidate) in candidates.enumerated() {
            guard case .spelling(let number) = candidate.source else { continue }
            if words.inHeadline(candidate.tokens.lowerBound), words.base.spellings.all[number].ambiguous { continue }
            uses[index] = disambiguator.use(candidate, spelling: number)
            if uses[index] != nil { inBody.insert(number) }
        }
        // What is ambiguous counts in a headline only where the body bears it out.
        for (index, candidate) in candidates.enumerated() {
            guard case .spelling(let number) = candidate.source, uses[index] == nil, inBody.contains(number) else {
                continue
            }
            uses[index] = disambiguator.use(candidate, spelling: number)
        }
    }

    private func key(_ range: Range<Int>) -> [Int32] { range.lazy.map { words.ids[$0] }.filter { $0 >= 0 } }

    private mutating func gather() {
        for (index, candidate) in candidates.enumerated() where uses[index] == nil {
            if words.inHeadline(candidate.tokens.lowerBound) || isAdjective(candidate) { continue }
            let key = key(candidate.tokens)
            guard !key.isEmpty else { continue }
            let number = groupOf[key] ?? groups.count
            if number == groups.count {
                groups.append(NameGroup(words: key))
                groupOf[key] = number
            }
            groups[number].scores.add(candidate.scores)
            groups[number].owner = groups[number].owner ?? candidate.owner
            group[index] = number
        }
    }

    /// An ambiguous spelling that context did not bear out, and which is a plain adjective: "Western carmakers".
    private func isAdjective(_ candidate: Candidate) -> Bool {
        candidate.tokens.count == 1 && candidate.source != .found
            && words.analysis.tokens[candidate.tokens.lowerBound].pos == "ADJ"
    }

    /// A name whose last word alone speaks later ("Saidov added") is a person's.
    private mutating func backSurnames() {
        for index in groups.indices where (2...4).contains(groups[index].words.count) {
            guard let last = groups[index].words.last, let short = groupOf[[last]], groups[short].scores[.person] > 0,
                !words.base.has(.companyHead, last), !words.base.has(.companyForm, last)
            else { continue }
            groups[index].scores[.person] += 2
        }
    }

    private mutating func link() {
        var linker = ShortForms(groups: groups, words: words)
        for (index, candidate) in candidates.enumerated() {
            if let use = uses[index], !use.adjective { linker.note(key(candidate.tokens), entry: use.entry) }
        }
        linker.link()
        linker.linkIntroduced(candidates: candidates, group: group, uses: uses)
        groups = linker.groups
    }

    private func assemble() -> NamedAnalysis {
        var builder = IdentityBuilder(words: words)
        for (index, candidate) in candidates.enumerated() {
            if let use = uses[index] {
                builder.add(candidate.tokens, entry: use.entry, adjective: use.adjective)
            } else if group[index] >= 0 {
                let root = groups[group[index]].root ?? group[index]
                if let entry = groups[root].entry {
                    builder.add(candidate.tokens, entry: entry, adjective: false)
                } else if let type = groups[root].type {
                    builder.add(candidate.tokens, group: root, type: type, owner: owner(groups[root]))
                }
            }
        }
        for block in words.isHeadline.indices where words.isHeadline[block] {
            for (range, number) in headlineNames(
                words.analysis.blocks.isEmpty ? 0..<words.count : words.analysis.blocks[block])
            {
                let root = groups[number].root ?? number
                guard let type = groups[root].type, groups[root].entry == nil else { continue }
                builder.add(range, group: root, type: type, owner: owner(groups[root]))
            }
        }
        return builder.build()
    }

    /// Who owns it, where its type can have an owner.
    private func owner(_ group: NameGroup) -> String? {
        switch group.type {
        case .company, .brand, .model, .plant, .institution: group.owner
        default: nil
        }
    }

    /// Names of the body that stand in a headline, the longest first, where no known name stands.
    private func headlineNames(_ block: Range<Int>) -> [(Range<Int>, Int)] {
        var known = Set<Int>()
        for (index, candidate) in candidates.enumerated() where uses[index] != nil && candidate.tokens.overlaps(block) {
            known.formUnion(candidate.tokens)
        }
        var found: [(Range<Int>, Int)] = []
        var at = block.lowerBound
        while at < block.upperBound {
            var hit: (Range<Int>, Int)?
            for end in stride(from: min(block.upperBound, at + 6), to: at, by: -1) where words.isCapital(at) {
                if let number = groupOf[key(at..<end)], groups[number].type != nil, words.ids[end - 1] >= 0,
                    !(at..<end).contains(where: { known.contains($0) })
                {
                    hit = (at..<end, number)
                    break
                }
            }
            if let hit { found.append(hit) }
            at = hit?.0.upperBound ?? at + 1
        }
        return found
    }
}
