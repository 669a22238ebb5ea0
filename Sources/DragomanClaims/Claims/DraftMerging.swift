import DragomanLanguage

/// Makes one claim of several matches on the same words.
struct DraftMerging: Sendable {
    let tree: Tree
    let pack: Pack
    /// How many drafts before and after one are held against it: a sentence may be a megabyte long.
    private static let reach = 24

    /// The drafts of one sentence without those that another says better.
    func merged(_ drafts: [Draft]) -> [Draft] {
        var drafts = drafts.filter { !isDescription($0) }
        for index in drafts.indices where pack.rules[drafts[index].rule].isFallback {
            let near = drafts[max(0, index - Self.reach)..<min(drafts.count, index + Self.reach)]
            takeSubject(of: near, for: &drafts[index])
        }
        var dropped = Set<Int>()
        for (index, draft) in drafts.enumerated() {
            for other in max(0, index - Self.reach)..<min(drafts.count, index + Self.reach)
            where other != index && !dropped.contains(other) && !dropped.contains(index) {
                let rival = drafts[other]
                let nested = rival.clause.operators.contains(draft.clause.predicate)
                let same = draft.clause.predicate == rival.clause.predicate
                let linked = nested || draft.clause.operators.contains(rival.clause.predicate) || same
                // "signed an agreement to export": the export is the undertaking, the agreement its stage.
                if linked, draft.stage == .talks, pack.rules[draft.rule].kind == nil,
                    pack.rules[rival.rule].kind != nil,
                    !pack.rules[rival.rule].isFallback
                {
                    // "talks were held on assembling the model": what they are about is said.
                    dropped.insert(index)
                } else if pack.rules[draft.rule].isFallback, !draft.takesPart, linked || sharesClause(draft, rival),
                    !pack.rules[rival.rule].isFallback
                {
                    dropped.insert(index)
                } else if isMeasure(draft, of: rival) {
                    drafts[other].quantity = rival.quantity ?? draft.quantity
                    drafts[other].money = rival.money ?? draft.money
                    dropped.insert(index)
                } else if [.exit, .barrier].contains(rival.kind), draft.kind != rival.kind, isPart(draft, of: rival) {
                    // "will end car production": the production is what is ended.
                    if rival.goods.isEmpty { drafts[other].goods = draft.goods }
                    dropped.insert(index)
                } else if draft.kind == rival.kind, hangsOn(draft, rival) || isPart(draft, of: rival) {
                    drafts[other].takeMissing(from: draft, andPlace: rival.sites.isEmpty)
                    dropped.insert(index)
                } else if linked, draft.kind == rival.kind {
                    if nested ? rival.filled >= draft.filled : rival.filled > draft.filled { dropped.insert(index) }
                } else if same, draft.kind != rival.kind, isBetter(rival, draft) {
                    dropped.insert(index)
                } else if !linked, draft.kind == rival.kind, draft.stage == rival.stage,
                    draft.clause.top == rival.clause.top,
                    draft.actor == rival.actor,
                    rival.filled > draft.filled || rival.filled == draft.filled && other < index
                {
                    dropped.insert(index)
                }
            }
        }
        return drafts.enumerated().filter { !dropped.contains($0.offset) }.map(\.element)
    }

    /// "pulled out, handing the plant to the city": a participle that says more of the same event.
    private func hangsOn(_ draft: Draft, _ rival: Draft) -> Bool {
        let verb = draft.clause.predicate
        return tree.tokens[verb].dep == "advcl" && tree.tokens[verb].tag == "VBG"
            && (tree.tokens[verb].head == rival.clause.predicate
                || rival.clause.operators.contains(tree.tokens[verb].head))
            && (draft.actor.isEmpty || draft.actor == rival.actor)
            || tree.tokens[verb].dep == "relcl" && rival.quantity == nil
                && names(tree.tokens[verb].head, in: rival.sites)
    }

    /// Whether `head` is one of `sites` or stands in apposition to one: "its plant, the first abroad, which".
    private func names(_ head: Int, in sites: [Int]) -> Bool {
        sites.contains(head) || tree.tokens[head].dep == "appos" && sites.contains(tree.tokens[head].head)
    }

    /// "will open a plant with a capacity of 5,000", "at a cost of 2 billion": how large another undertaking is.
    private func isMeasure(_ draft: Draft, of rival: Draft) -> Bool {
        let noun = draft.clause.predicate
        guard draft.clause.isNominal, pack.rules[draft.rule].bare != nil, draft.clause.operators.isEmpty,
            [.quantity, .money].contains(pack.rules[draft.rule].needs), tree.tokens[noun].dep == "pobj",
            [.production, .investment].contains(rival.kind), !rival.clause.isNominal || rival.quantity == nil
        else { return false }
        let prep = tree.tokens[noun].head
        let above = tree.tokens[prep].head
        return ["with", "at", "for", "through"].contains(tree.tokens[prep].lemma)
            && (above == rival.clause.predicate || rival.heads.contains(above) || rival.sites.contains(above))
    }

    /// "lifted the duty of 40 percent": a noun that only fills an element of another clause.
    private func isPart(_ draft: Draft, of rival: Draft) -> Bool {
        let noun = draft.clause.predicate
        guard draft.clause.isNominal, !rival.clause.isNominal, rival.heads.contains(noun) else { return false }
        var above = tree.tokens[noun].head
        if tree.tokens[above].pos == "ADP" { above = tree.tokens[above].head }
        return above == rival.clause.predicate
    }

    /// Which of two readings of one predicate is the more exact.
    private func isBetter(_ a: Draft, _ b: Draft) -> Bool {
        if a.filled != b.filled { return a.filled > b.filled }
        let order: [ClaimKind] = [
            .exit, .barrier, .certification, .distribution, .investment, .production, .supply, .cooperation,
        ]
        return order.firstIndex(of: a.kind) ?? 0 < order.firstIndex(of: b.kind) ?? 0
    }

    /// "the sedan made by X": a participle that only says which goods are meant.
    private func isDescription(_ draft: Draft) -> Bool {
        let predicate = tree.tokens[draft.clause.predicate]
        let isParticiple =
            predicate.dep == "acl" && predicate.tag == "VBN" && tree.child(draft.clause.predicate, "aux") == nil
            && !tree.children(draft.clause.predicate).contains { tree.tokens[$0].norm == "being" }
        // "parts sent from Wuhu"
        if draft.kind == .supply, isParticiple, draft.counterpart.isEmpty, draft.clause.subject.isEmpty,
            draft.place.isEmpty, draft.quantity == nil,
            draft.date == nil, draft.clause.operators.isEmpty
        {
            return true
        }
        // "every car sold there"
        if draft.kind == .distribution, isParticiple, draft.clause.subject.isEmpty, draft.date == nil,
            draft.quantity == nil
        {
            return true
        }
        guard draft.kind == .production, isParticiple, draft.date == nil, draft.clause.operators.isEmpty else {
            return false
        }
        return draft.quantity == nil && !draft.goods.isEmpty || !draft.sites.isEmpty
    }

    /// "will be delivered under a contract signed in October": the contract is the delivery's.
    private func takeSubject(of drafts: ArraySlice<Draft>, for draft: inout Draft) {
        guard draft.stage == .signed else { return }
        let verb = draft.clause.predicate
        guard tree.tokens[verb].dep == "acl" else { return }
        for rival in drafts where !pack.rules[rival.rule].isFallback && rival.clause.predicate != verb {
            guard tree.span(rival.clause.predicate).contains(verb), !rival.clause.operators.contains(verb) else {
                continue
            }
            draft.kind = rival.kind
            draft.goods = rival.goods
            draft.actor = rival.actor
            draft.counterpart = rival.counterpart
            draft.place = rival.place
            draft.heads += rival.heads
            draft.takesPart = true
            return
        }
    }

    /// "signed with a firm that makes buses": what a relative clause tells of a partner is a matter of its own.
    private func isAside(_ verb: Int, below top: Int) -> Bool {
        var current = verb
        for _ in 0..<24 where current != top {
            let isJoined =
                tree.tokens[current].dep == "conj"
                && (tree.isNoun(tree.tokens[current].head) || tree.child(current, "nsubj", "nsubjpass") != nil)
            if tree.tokens[current].dep == "relcl" || tree.isVerb(current) && isJoined { return true }
            current = tree.tokens[current].head
        }
        return false
    }

    private func sharesClause(_ draft: Draft, _ rival: Draft) -> Bool {
        draft.clause.top == rival.clause.top || draft.clause.operators.contains(rival.clause.top)
            || rival.clause.operators.contains(draft.clause.top)
            || tree.span(draft.clause.predicate).contains(rival.clause.predicate)
                && !isAside(rival.clause.predicate, below: draft.clause.predicate)
    }
}
