import DragomanLanguage
import DragomanNames
import DragomanText

/// Holds the rules of a pack against the clauses of one article.
struct Matcher: Sendable {
    let pack: Pack
    let tree: Tree
    let clauses: ClauseReader
    let stages: StageReader
    let phrases: Phrases

    private var tokens: [Token] { tree.tokens }

    /// The rules whose predicate `token` can be.
    func candidates(at token: Int) -> [Int] {
        let word = tokens[token]
        let lemma = word.lemma.lowercased()
        // "a follow-up": part of a word.
        if token + 1 < tokens.count, tokens[token + 1].tag == "HYPH", !word.spaced { return [] }
        switch word.pos {
        case "VERB", "AUX":
            // "localized cars": a participle before its noun only describes it.
            guard tree.isVerb(token), word.dep != "amod" || word.head < token else { return [] }
            var found: [Int] = []
            if let particle = clauses.particle(token) { found += pack.rulesByLemma[lemma + " " + particle] ?? [] }
            // "put on hold", "come to a halt"
            for child in tree.children(token) where tokens[child].dep == "prep" {
                guard let object = tree.child(child, "pobj") else { continue }
                found += pack.rulesByLemma["\(lemma) \(tokens[child].lemma) \(tokens[object].lemma)"] ?? []
            }
            // "take delivery", "break ground", "become customers"
            if let object = tree.child(token, "dobj", "nsubjpass", "acomp", "oprd", "attr") {
                found += pack.rulesByLemma["\(lemma) \(tokens[object].lemma.lowercased())"] ?? []
            }
            return found + (pack.rulesByLemma[lemma] ?? [])
        case "NOUN", "PROPN":
            if tree.mention(token) != nil || namesSort(token) { return [] }
            // "take delivery", "go on sale" are the verb's.
            let head = tokens[word.head]
            if word.dep == "pobj", tree.isVerb(head.head),
                pack.rulesByLemma["\(tokens[head.head].lemma) \(head.lemma) \(lemma)"] != nil
            {
                return []
            }
            if ["dobj", "nsubjpass"].contains(word.dep), pack.rulesByLemma["\(head.lemma.lowercased()) \(lemma)"] != nil
            {
                return []
            }
            var found = pack.rulesByLemma["the " + lemma] ?? []
            for verb in pack.verbsByNominal[lemma] ?? [] { found += pack.rulesByLemma[verb] ?? [] }
            let (_, length) = pack.lexicon.classes(endingAt: token, in: tree)
            if length > 1 {
                let phrase = (token + 1 - length..<token + 1).map { tokens[$0].lemma.lowercased() }.joined(
                    separator: " ")
                for verb in pack.verbsByNominal[phrase] ?? [] { found += pack.rulesByLemma[verb] ?? [] }
            }
            return found
        case "ADJ":
            return pack.rulesByLemma[lemma] ?? []
        // "all of them for Peru"
        case "DET", "PRON": return word.dep == "det" ? [] : pack.rulesByLemma[lemma] ?? []
        default: return []
        }
    }

    /// "building permits", "export manager": a noun that only says of what sort the next one is; "export contract" tells
    /// of an export.
    private func namesSort(_ noun: Int) -> Bool {
        let head = tokens[noun].head
        return ["compound", "nmod"].contains(tokens[noun].dep) && head > noun && tree.isNoun(head)
            && tree.mention(head) == nil && clauses.cue(head) == nil
    }

    /// The draft that rule `number` gives for `clause`; nil where it does not match.
    ///
    /// - Parameters:
    ///   - speaker: the organisation that "we" stands for.
    ///   - isReported: whether the words are somebody's.
    ///   - previous: the claim before it in the paragraph, for rules that continue it.
    func match(_ number: Int, _ clause: Clause, speaker: Speaker?, isReported: Bool, previous: Draft?) -> Draft? {
        let rule = pack.rules[number]
        guard let kind = rule.kind ?? previous?.kind else { return nil }
        // "sales of the firm": what was sold in all, no selling of a plant or stake.
        if clause.isNominal, tokens[clause.predicate].norm == "sales", !rule.takesGoods { return nil }
        // "the land was returned to the city": no return of whoever returned it.
        if clause.isPassive, !rule.takesObject { return nil }
        // "it follows": no new number, model or partner.
        if rule.kind == nil, !rule.testsSubject, !rule.namesCounterpart, rule.needs == nil, clause.object.isEmpty,
            !clause.isPassive,
            clause.subject.contains(where: { tokens[$0].pos == "PRON" })
        {
            return nil
        }
        // A new partner begins a new paragraph with a matter of its own.
        if rule.kind == nil, rule.namesCounterpart, let previous, isApart(clause, from: previous) { return nil }
        var draft = Draft(clause: clause, rule: number, kind: kind, stage: .done)
        draft.carried = carried(by: clause, from: previous)
        var used: Set<Int> = []
        for element in rule.elements {
            if fill(element, clause, &draft, &used, speaker: speaker) { continue }
            guard !element.required else { return nil }
        }
        // "a special investment contract": of what sort it is, and no more.
        if used.isEmpty, clause.isNominal, tokens[clause.predicate].dep == "compound" { return nil }
        guard !isDoneToOther(clause, rule, used),
            !isDoneByNoActor(clause, rule, draft, used, speaker: speaker)
        else {
            return nil
        }
        // "lifted the ban on imports" is about the ban.
        if kind != .barrier, clause.operators.contains(where: phrases.isMeasure) { return nil }
        guard let reading = stages.stage(of: clause, rule: rule, isReported: isReported) else {
            return nil
        }
        draft.stage = reading.stage
        // "will stop building cars in Ulsan": who gives up making or selling leaves.
        if reading.cue == .ended, [.production, .distribution].contains(kind), !clause.subject.isEmpty,
            !clause.operators.contains(where: isIntent)
        {
            draft.kind = .exit
            if draft.stage == .ended { draft.stage = .done }
        }
        // "will stop supplying parts": what is to end is no supply to come.
        if reading.cue == .ended, [.supply, .certification].contains(kind), draft.stage == .planned {
            draft.stage = .ended
        }
        if rule.kind == nil, let previous { draft.takeParties(of: previous) }
        return draft
    }

    /// "built a good team in Madrid": an object of a sort that no element takes makes it another event.
    private func isDoneToOther(_ clause: Clause, _ rule: Rule, _ used: Set<Int>) -> Bool {
        !clause.isNominal && used.isDisjoint(with: clause.object)
            && rule.elements.contains { $0.position == .object }
            && clause.object.contains { tokens[$0].pos != "PRON" && !phrases.isSite($0) }
    }

    /// "the cars enter the port", "the minister left the country": where an actor is asked for, goods do nothing, and
    /// persons act for somebody only where they do it to a thing ("the president opened the plant").
    private func isDoneByNoActor(
        _ clause: Clause, _ rule: Rule, _ draft: Draft, _ used: Set<Int>, speaker: Speaker?
    ) -> Bool {
        guard !clause.isNominal, !clause.isPassive, !clause.subject.isEmpty, used.isDisjoint(with: clause.subject),
            rule.elements.contains(where: { $0.position == .subject && $0.fillers.contains { $0.role == .actor } })
        else { return false }
        // "we want to reduce customs duties": no firm sets them.
        if rule.elements.contains(where: { $0.position == .subject && $0.fillers.contains { $0.type == .authority } }),
            clause.subject.contains(where: { phrases.isFirm($0) || isOurFirm($0, speaker) })
        {
            return true
        }
        let isForSomebody = !draft.things.isEmpty || !draft.sites.isEmpty
        return clause.subject.allSatisfy { head in
            tokens[head].pos == "NOUN" && !phrases.isSite(head)
                && (phrases.isGoodsHead(head) || !isForSomebody && isPerson(head))
        }
    }

    /// "we", said by one who speaks for a firm.
    private func isOurFirm(_ head: Int, _ speaker: Speaker?) -> Bool {
        tokens[head].pos == "PRON" && tokens[head].lemma.lowercased() == "we"
            && tree.named.identities.contains { $0.type == .company && $0.name == speaker?.org }
    }

    /// Who speaks or decides for a firm: "the chairman", "officials".
    private func isPerson(_ noun: Int) -> Bool {
        !pack.speech.kinds(of: tokens[noun].lemma.lowercased()).isDisjoint(with: [.office, .source])
    }

    /// "cancelled plans to build": what never was is not left.
    private func isIntent(_ op: Int) -> Bool {
        guard case .stage(let stage) = clauses.cue(op), !tree.isVerb(op) else { return false }
        return stage == .planned || stage == .considered || stage == .talks
    }

    private func fill(
        _ element: RuleElement, _ clause: Clause, _ draft: inout Draft, _ used: inout Set<Int>, speaker: Speaker?
    )
        -> Bool
    {
        switch element.position {
        case .subject:
            // A noun's owner may stand before it or after "of".
            let isOwned = clause.subject.isEmpty && clause.isNominal
            // "the procedure was completed": a thing that stands as subject is one in the passive too.
            let isThing = clause.isPassive && element.fillers.allSatisfy { $0.role == nil }
            let heads = isOwned || isThing ? clause.object : clause.subject
            return take(heads, element, clause, &draft, &used, speaker: speaker)
        case .object:
            if take(clause.object, element, clause, &draft, &used, speaker: speaker) { return true }
            return clause.isNominal && take(clause.subject, element, clause, &draft, &used, speaker: speaker)
        case .preposition(let words):
            var found = false
            for (word, heads) in clause.prepositions where words.contains(word) {
                // "talks with Iran": who one talks with is no market.
                var element = element
                if word == "with" {
                    element.fillers = element.fillers.filter { $0.role == .counterpart } + element.fillers
                }
                if word == "from", draft.kind == .supply { element = asOrigin(element) }
                if take(heads, element, clause, &draft, &used, speaker: speaker) { found = true }
            }
            return found
        }
    }

    /// "parts come from Wuhan": where goods are from is no market; a country is the one that supplies.
    private func asOrigin(_ element: RuleElement) -> RuleElement {
        var element = element
        element.fillers = element.fillers.flatMap { filler in
            filler.role == .place
                ? [Filler(role: .actor, type: .country), Filler(role: nil, type: filler.type)] : [filler]
        }
        return element
    }

    /// Fills the first filler that fits, from all heads it fits.
    private func take(
        _ heads: [Int], _ element: RuleElement, _ clause: Clause, _ draft: inout Draft, _ used: inout Set<Int>,
        speaker: Speaker?
    ) -> Bool {
        var found = false
        for head in heads where !used.contains(head) {
            for filler in element.fillers where phrases.fits(head, filler.type) || carries(head, filler, draft) {
                guard put(head, filler, clause, &draft, speaker: speaker) else { continue }
                used.insert(head)
                draft.heads.append(head)
                if filler.role == .goods || filler.role == nil { draft.things.append(head) }
                draft.filled += 1
                // A subject of a stated class makes the reading more exact than a fuller one of any subject.
                if element.position == .subject, case .wordClass = filler.type { draft.filled += 2 }
                found = true
                break
            }
        }
        return found
    }

    private func put(_ head: Int, _ filler: Filler, _ clause: Clause, _ draft: inout Draft, speaker: Speaker?) -> Bool {
        if phrases.isSite(head) {
            draft.sites.append(head)
        } else if filler.role == nil, tokens[head].pos == "PRON", let site = phrases.lastSite(before: head) {
            draft.sites.append(site)
        }
        switch filler.role {
        case .actor:
            // "the plant makes": who runs it is read from the context.
            if phrases.isSite(head), tree.mention(head) == nil {
                _ = append(phrases.statedOwner(head).map { [$0] } ?? [], to: &draft.actor)
                return true
            }
            return append(phrases.partyNames(head, speaker: speaker), to: &draft.actor)
        case .counterpart:
            // "through 40 dealers" says how many, not who.
            if phrases.fits(head, .wordClass("outlets")), tree.child(head, "nummod") != nil { return true }
            return append(
                phrases.partyNames(head, speaker: speaker).filter { !draft.actor.contains($0) }, to: &draft.counterpart)
        case .place:
            let names = phrases.placeNames(head)
            let prep = tokens[head].head
            if tokens[prep].pos == "ADP", !draft.place.isEmpty {
                let above = tokens[prep].head
                // "in Manisa in Turkey": the narrower place says it.
                if tokens[prep].lemma == "in" || tokens[prep].lemma == "of",
                    phrases.placeNames(above).contains(where: draft.place.contains)
                {
                    return !names.isEmpty
                }
                // "in Vietnam, the trade representative in Hanoi said": where somebody has an office.
                if isPerson(above) { return false }
            }
            return append(names, to: &draft.place)
        case .goods:
            let isCarried = carries(head, filler, draft)
            let goods = isCarried ? goods(ofPart: head, draft) : phrases.goods(head)
            for item in goods where !draft.goods.contains(item) { draft.goods.append(item) }
            return isCarried || !goods.isEmpty
        case .money: return true
        case nil:
            for item in phrases.modifierGoods(head) where !draft.goods.contains(item) { draft.goods.append(item) }
            return true
        }
    }

    private func append(_ names: [String], to list: inout [String]) -> Bool {
        for name in names where !list.contains(name) { list.append(name) }
        return !names.isEmpty
    }
}
