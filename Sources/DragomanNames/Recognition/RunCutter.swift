import DragomanLanguage
import DragomanText

/// Cuts one run of capitalised tokens into candidates.
struct RunCutter {
    let finder: RunFinder
    let range: Range<Int>
    private var words: ArticleWords { finder.words }

    init(finder: RunFinder, range: Range<Int>) {
        self.finder = finder
        self.range = range
    }

    /// Appends the names of the run.
    func cut(into found: inout [Candidate]) {
        guard let role = range.last(where: { words.has(.role, $0) && !isInsideLongHit($0) }), !isTitleOfWork(role)
        else {
            return compose(range, into: &found)
        }
        var left = range.lowerBound..<role
        while let last = left.last, words.has(.roleModifier, last) || words.has(.topic, last) || isJoint(last) {
            left = left.lowerBound..<last
        }
        compose(left, into: &found)
        let right = role + 1..<range.upperBound
        guard !right.isEmpty else { return }
        let first = found.count
        compose(right, into: &found)
        // Whoever follows an office directly bears it.
        if found.count == first + 1, found[first].source == .found { found[first].scores[.person] += 6 }
    }

    /// "Official Journal": what follows is no person.
    private func isTitleOfWork(_ role: Int) -> Bool {
        let next = role + 1
        return next < range.upperBound
            && (words.has(.outletHead, next) || words.has(.outletNoun, next) || words.has(.companyHead, next)
                || words.has(.placeNoun, next) || words.has(.institution, next))
    }

    /// Cuts a run without roles.
    private func compose(_ whole: Range<Int>, into found: inout [Candidate]) {
        var range = trim(whole)
        var rounds = 0
        while !range.isEmpty, rounds < 64 {
            rounds += 1
            let parts = hits(in: range)
            guard let hit = parts.first else {
                if let name = nameAfterPost(range) {
                    append(range.lowerBound..<name, into: &found)
                    range = name..<range.upperBound
                    continue
                }
                return append(range, into: &found)
            }
            if hit.tokens == range { return found.append(finder.known(hit)) }
            if isPerson(hit, parts, range) { return append(range, into: &found) }
            let end: Int
            if hit.tokens.lowerBound == range.lowerBound {
                end = lead(hit, parts, range, into: &found)
            } else {
                end = tail(hit, parts, range, into: &found)
            }
            range = trim(end..<range.upperBound)
        }
    }

    /// "ambassador to Ruritania Anna Berg": where the given name begins, after the place of a post.
    private func nameAfterPost(_ range: Range<Int>) -> Int? {
        guard range.count >= 3, range.lowerBound >= 2, !words.has(.givenName, range.lowerBound),
            words.has(.role, range.lowerBound - 2), words.analysis.tokens[range.lowerBound - 1].pos == "ADP"
        else { return nil }
        return range.dropFirst().first { words.has(.givenName, $0) && $0 + 1 < range.upperBound }
    }

    /// "Jordan Smith": a given name that is a country or demonym too, and an unknown surname.
    private func isPerson(_ hit: Hit, _ parts: [Hit], _ range: Range<Int>) -> Bool {
        let rest = hit.tokens.upperBound..<range.upperBound
        return parts.count == 1 && hit.tokens.count == 1 && words.has(.givenName, hit.tokens.lowerBound)
            && hit.tokens.lowerBound == range.lowerBound && rest.count <= 2 && !hasFirmHead(rest) && !hasPlaceHead(rest)
    }

    /// A run that begins with a known name; gives where the rest begins.
    private func lead(_ hit: Hit, _ parts: [Hit], _ range: Range<Int>, into found: inout [Candidate]) -> Int {
        let rest = hit.tokens.upperBound..<range.upperBound
        let type = types(hit)
        if hit.tokens.count == 1, isAmbiguous(hit), parts.count == 1, !type.contains(.model), !isModelTail(rest) {
            append(range, into: &found)
            return range.upperBound
        }
        if type.contains(.company) || type.contains(.brand) {
            if let next = parts.dropFirst().first, isNext(next, after: hit), types(next).contains(.model) {
                // A brand with its model; what follows is its trim ("Fiat 500 Hybrid").
                let after = next.tokens.upperBound..<range.upperBound
                let end = self.hits(in: after).isEmpty ? range.upperBound : next.tokens.upperBound
                var model = model(hit.tokens.lowerBound..<end, of: hit)
                if end == next.tokens.upperBound, isOwn(next, hit) { model.source = .spelling(next.spelling) }
                found.append(model)
                return end
            }
            if rest.allSatisfy({ words.has(.companyForm, $0) || isJoint($0) }) {
                found.append(Candidate(tokens: range, source: .spelling(hit.spelling)))
                return range.upperBound
            }
            if parts.count == 1, !hasFirmHead(rest), isModelTail(rest) {
                found.append(model(range, of: hit))
                return range.upperBound
            }
            if parts.count == 1
                || (parts.count == 2 && parts[1].tokens.upperBound == range.upperBound && isGeographic(parts[1]))
            {
                var firm = Candidate(tokens: range, source: .found)
                firm.scores[.company] = 3
                firm.owner = entry(hit)
                found.append(firm)
                return range.upperBound
            }
            found.append(finder.known(hit))
            return hit.tokens.upperBound
        }
        if type.contains(.country) || type.contains(.place) || type.contains(.region) {
            if parts.count == 1 || !isAdjective(hit), hasFirmHead(rest) || hasPlaceHead(rest) {
                append(range, into: &found)
                return range.upperBound
            }
            if parts.count == 1, !isAdjective(hit), rest.count <= 2, range.lowerBound > 0,
                words.lemmaHas(.companyNoun, range.lowerBound - 1), !words.isCapital(range.lowerBound - 1)
            {
                // "the supplier Xinjiang Baoda"
                append(range, into: &found)
                return range.upperBound
            }
            found.append(finder.known(hit))
            return hit.tokens.upperBound
        }
        if type == [.outlet], parts.count == 2, isGeographic(parts[1]), parts[1].tokens == rest {
            // "Sputnik Uzbekistan"
            var outlet = Candidate(tokens: range, source: .found)
            outlet.scores[.outlet] = 5
            found.append(outlet)
            return range.upperBound
        }
        if type.contains(.model), parts.count == 1 {
            // A longer model name: "Corolla Cross".
            found.append(model(range, of: hit))
            return range.upperBound
        }
        found.append(finder.known(hit))
        return hit.tokens.upperBound
    }

    /// A run whose first words are unknown and which holds a known name later; gives where the rest begins.
    private func tail(_ hit: Hit, _ parts: [Hit], _ range: Range<Int>, into found: inout [Candidate]) -> Int {
        let head = range.lowerBound..<hit.tokens.lowerBound
        let type = types(hit)
        if isAmbiguous(hit) || type.contains(.outlet) && !isAdjective(hit) && hit.tokens.count == 1 {
            append(range, into: &found)
            return range.upperBound
        }
        let opening =
            head.count == 1 && RunFinder.opens(words, head.lowerBound)
            && !finder.capitalInside.contains(words.ids[head.lowerBound])
        let isProper = words.analysis.tokens[head.lowerBound].pos == "PROPN"
        if opening, !isGeographic(hit) || isAdjective(hit) || !isProper { return hit.tokens.lowerBound }
        if isAdjective(hit) {
            append(head, into: &found)
            return hit.tokens.lowerBound
        }
        append(range, into: &found)
        return range.upperBound
    }

    private func append(_ range: Range<Int>, into found: inout [Candidate]) {
        guard !range.isEmpty, range.contains(where: { words.shapes[$0].contains(.hasLetter) && !words.has(.topic, $0) })
        else { return }
        if range.count == 1, isGeneric(range.lowerBound) { return }
        found.append(Candidate(tokens: range, source: .found))
    }

    /// A common noun or adjective in a capital: "the Company", "Western carmakers".
    private func isGeneric(_ at: Int) -> Bool {
        let kinds: [WordClass] = [
            .companyNoun, .companyForm, .placeNoun, .siteNoun, .role, .roleModifier, .institution, .modelNoun, .goods,
            .outletNoun,
        ]
        if kinds.contains(where: { words.has($0, at) }) { return true }
        return words.analysis.tokens[at].pos == "ADJ" && !words.shapes[at].contains(.allCaps)
    }

    /// Whether a known model belongs to the brand or firm of another hit.
    private func isOwn(_ model: Hit, _ maker: Hit) -> Bool {
        let makers = uses(maker).map { words.base.entries[$0.entry] }
        return uses(model).contains { use in
            let owner = words.base.entries[use.entry].owner
            return owner != nil && makers.contains { $0.id == owner || $0.owner == owner }
        }
    }

    private func model(_ range: Range<Int>, of hit: Hit) -> Candidate {
        var model = Candidate(tokens: range, source: .found)
        if let known = finder.words.base.spellings.find(range.filter { words.ids[$0] >= 0 }.map { words.ids[$0] }),
            !known.ambiguous
        {
            model.owner = words.base.entries[known.uses[0].entry].owner
        } else {
            model.owner = types(hit).contains(.model) ? words.base.entries[uses(hit)[0].entry].owner : entry(hit)
        }
        model.scores[.model] = 6
        return model
    }

    /// Takes away titles, nouns for firms and goods, joints and modifiers of roles at the start, joints at the end.
    private func trim(_ whole: Range<Int>) -> Range<Int> {
        var range = whole
        while let first = range.first, range.count > 1 || isJoint(first), isPrefix(first) {
            range = first + 1..<range.upperBound
        }
        while let last = range.last, isJoint(last) { range = range.lowerBound..<last }
        return range
    }

    private func isPrefix(_ at: Int) -> Bool {
        if isJoint(at) { return true }
        if words.has(.title, at) { return !(range.upperBound < words.count && words.has(.placeNoun, range.upperBound)) }
        guard finder.hitOf[at] < 0 else { return false }
        return words.has(.companyNoun, at) && RunFinder.opens(words, at)
    }

    private func isJoint(_ at: Int) -> Bool {
        words.ids[at] < 0 || words.isWord(at, "&") || (words.has(.particle, at) && !words.isCapital(at))
    }

    private func hits(in range: Range<Int>) -> [Hit] {
        var found: [Hit] = []
        var at = range.lowerBound
        while at < range.upperBound {
            if finder.hitOf[at] >= 0, finder.hits[finder.hitOf[at]].tokens.lowerBound == at,
                finder.hits[finder.hitOf[at]].tokens.upperBound <= range.upperBound
            {
                found.append(finder.hits[finder.hitOf[at]])
                at = finder.hits[finder.hitOf[at]].tokens.upperBound
            } else {
                at += 1
            }
        }
        return found
    }

    private func isInsideLongHit(_ at: Int) -> Bool {
        finder.hitOf[at] >= 0 && finder.hits[finder.hitOf[at]].tokens.count > 1
    }

    private func isNext(_ next: Hit, after hit: Hit) -> Bool {
        next.tokens.lowerBound == hit.tokens.upperBound
            || (next.tokens.lowerBound == hit.tokens.upperBound + 1 && words.ids[hit.tokens.upperBound] < 0)
    }

    private func uses(_ hit: Hit) -> [SpellingIndex.Use] { words.base.spellings.all[hit.spelling].uses }
    private func types(_ hit: Hit) -> Set<NameType> { Set(uses(hit).map { words.base.entries[$0.entry].type }) }
    private func isAmbiguous(_ hit: Hit) -> Bool { uses(hit).contains { $0.ambiguous } }
    private func isAdjective(_ hit: Hit) -> Bool { uses(hit).allSatisfy(\.adjective) }
    private func isGeographic(_ hit: Hit) -> Bool { !types(hit).isDisjoint(with: [.country, .region, .place]) }
    private func entry(_ hit: Hit) -> String? { uses(hit).first.map { words.base.entries[$0.entry].id } }

    private func hasFirmHead(_ range: Range<Int>) -> Bool {
        range.contains {
            words.has(.companyHead, $0) || words.has(.companyForm, $0) || words.has(.outletHead, $0)
                || words.has(.siteNoun, $0)
        }
    }

    private func hasPlaceHead(_ range: Range<Int>) -> Bool { range.last.map { words.has(.placeNoun, $0) } ?? false }

    /// Whether what follows a brand looks like a model: digits, or goods named after it, or "the" or "new" before it.
    private func isModelTail(_ rest: Range<Int>) -> Bool {
        if rest.isEmpty { return false }
        if rest.contains(where: { words.shapes[$0].contains(.hasDigit) }) { return true }
        if rest.upperBound < words.count {
            let next = rest.upperBound
            if words.has(.goods, next) || words.has(.modelNoun, next) { return rest.count <= 3 }
        }
        guard range.lowerBound > 0, rest.count <= 2 else { return false }
        let before = range.lowerBound - 1
        return words.isWord(before, "the") || words.isWord(before, "new") || words.isWord(before, "a")
    }
}
