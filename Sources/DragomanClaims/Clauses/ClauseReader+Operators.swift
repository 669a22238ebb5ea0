import DragomanLanguage
import DragomanNames
import DragomanText

/// The words above a predicate: how far it has got, and whose it is where it does not say itself.
extension ClauseReader {
    /// Prepositions after a verb whose object is what the verb speaks of.
    private static let linkingPrepositions: Set<String> = [
        "on", "of", "for", "in", "about", "to", "at", "under", "over",
    ]
    /// Prepositions that name what a talk is about, wherever the parser hangs them.
    private static let topicPrepositions: Set<String> = [
        "on", "about", "over", "regard", "regarding", "concern", "concerning",
    ]

    /// Walks from the predicate towards the root and notes what may say how far it has got.
    func climb(_ clause: inout Clause) {
        var current = clause.predicate
        var operators: [Int] = []
        walk: for _ in 0..<64 {
            let token = tokens[current]
            let head = token.head
            guard head != current else { break }
            switch token.dep {
            case "conj":
                // Coordinated with the word above: that word's way up is ours too.
                guard tree.isVerb(current) == tree.isVerb(head) else { break walk }
                current = head
                continue
            case "xcomp", "ccomp", "oprd", "acomp":
                // A clause set before another one by a semicolon or dash only is no part of it.
                if isReport(head) || token.dep == "ccomp" && current < head { break walk }
                operators.append(head)
            case "advcl":
                // "is converting the hall to build cars": a purpose belongs to the verb above only where that is a cue.
                guard token.tag == "VB", cue(head) != nil, !isReport(head) else { break walk }
                operators.append(head)
            case "relcl" where isPurpose(current): operators.append(head)
            case "acl":
                // "rejected reports that the cars were a gift"
                let isReported = tree.child(current, "mark") != nil && isReport(head)
                guard token.tag == "VB" || (token.tag == "VBG" && cue(head) != nil) || isReported else { break walk }
                operators.append(head)
            case "dobj", "nsubj", "nsubjpass", "attr", "dative", "csubj":
                if isReport(head), token.dep != "dobj" { break walk }
                operators.append(head)
            case "pobj", "pcomp":
                // "with a part of it planned for Russia" says its own.
                if tree.isVerb(current), tree.child(current, "nsubj", "nsubjpass") != nil { break walk }
                var noun = tokens[head].head
                // "a memorandum valued at 300 million for the supply": what hangs on the participle is the agreement's.
                for _ in 0..<3 where cue(noun) == nil && isWorth(noun) { noun = tokens[noun].head }
                guard noun != head, tokens[head].dep == "prep" || tokens[head].dep == "agent" else { break walk }
                let isCue = cue(noun) != nil && !isReport(noun)
                guard isCue || tree.isNoun(noun) && tokens[head].lemma == "of" else { break walk }
                // "made in cooperation with", "sold under an agreement": the word above is the event itself.
                if tree.isVerb(noun), token.dep == "pobj", !Self.linkingPrepositions.contains(tokens[head].lemma),
                    !Self.topicPrepositions.contains(tokens[head].lemma)
                {
                    break walk
                }
                // "is under construction"
                if tokens[head].lemma == "under" { operators.append(head) }
                // "talks were underway on the supply": the topic belongs to the talks.
                if tree.isVerb(noun), Self.topicPrepositions.contains(tokens[head].lemma),
                    let talks = tree.child(noun, "nsubj", "nsubjpass"), cue(talks) != nil
                {
                    operators.append(talks)
                }
                operators.append(noun)
                current = noun
                continue
            case "compound" where phaseVerb(over: current) != nil:
                operators.append(tokens[head].head)
                current = tokens[head].head
                continue
            case "compound", "nmod", "amod":
                guard cue(head) != nil, !isReport(head) else { break walk }
                operators.append(head)
            default: break walk
            }
            current = head
        }
        clause.operators = operators.reversed()
        clause.top = operators.last ?? clause.predicate
    }

    /// Whether a word only says what the noun above it is worth or called: "worth 2 billion euros", "valued at".
    private func isWorth(_ token: Int) -> Bool {
        let head = tokens[token].head
        let isMoney = tokens[token].entity.hasSuffix("MONEY") && !tree.isVerb(head)
        return isMoney || ["acl", "amod"].contains(tokens[token].dep) && cue(head) != nil
    }

    /// The particle of a verb: "pull out", "put off".
    func particle(_ verb: Int) -> String? {
        if let child = tree.child(verb, "prt") { return tokens[child].lemma.lowercased() }
        for child in tree.children(verb) where child > verb && child <= verb + 2 {
            if tokens[child].dep == "prep" || tokens[child].dep == "advmod",
                tokens[child].pos == "ADP" || tokens[child].tag == "RB" || tokens[child].tag == "RP"
            {
                return tokens[child].lemma.lowercased()
            }
        }
        return nil
    }

    /// The stage cue of a word.
    func cue(_ token: Int) -> Cue? {
        cues.cue(tokens[token].lemma.lowercased(), particle: tree.isVerb(token) ? particle(token) : nil)
    }

    private func isReport(_ token: Int) -> Bool { cue(token) == .report }

    /// The subject of the nearest word above that has one.
    func inheritedSubject(_ clause: Clause) -> [Int] {
        var below = clause.predicate
        for op in clause.operators.reversed() {
            defer { below = op }
            if tree.isVerb(op) {
                let first = firstConjunct(op)
                var found: [Int] = []
                // "forced several makers to stop": who is made to do it.
                if cue(op) == .cause, tokens[below].dep == "xcomp", let made = tree.child(op, "dobj") {
                    return coordinated(made)
                }
                let children = Array(tree.children(op)) + (first == op ? [] : Array(tree.children(first)))
                for child in children {
                    switch tokens[child].dep {
                    case "nsubj" where child != below: found = found.isEmpty ? coordinated(child) : found
                    // "X is expected to build": raised.
                    case "nsubjpass" where child != below && ["xcomp", "pobj", "pcomp"].contains(tokens[below].dep):
                        found = found.isEmpty ? coordinated(child) : found
                    case "agent" where tokens[below].dep != "xcomp":
                        for object in tree.children(child) where tokens[object].dep == "pobj" {
                            found = coordinated(object)
                        }
                    default: break
                    }
                }
                found = found.flatMap { head in
                    guard ["WDT", "WP"].contains(tokens[head].tag), tokens[first].dep == "relcl" else { return [head] }
                    return coordinated(tokens[first].head)
                }
                if found.isEmpty, tokens[first].dep == "acl", tokens[first].tag == "VBG" {
                    found = coordinated(tokens[first].head)
                }
                if !found.isEmpty { return found }
            } else {
                for child in tree.children(op) where tokens[child].dep == "poss" || tokens[child].dep == "agent" {
                    if tokens[child].dep == "poss" { return coordinated(child) }
                    if let object = tree.child(child, "pobj") { return coordinated(object) }
                }
                if let compound = tree.children(op).first(where: {
                    tree.mention($0) != nil && ["compound", "nmod", "amod"].contains(tokens[$0].dep) && $0 != below
                }) {
                    return coordinated(compound)
                }
            }
        }
        // "..., leaving", "by exporting": the subject of the verb above.
        let verb = firstConjunct(clause.operators.first ?? clause.predicate)
        guard tree.isVerb(verb), ["advcl", "xcomp", "pcomp", "ccomp"].contains(tokens[verb].dep) else { return [] }
        var above = tokens[verb].head
        if tokens[above].pos == "ADP" { above = tokens[above].head }
        let first = firstConjunct(above)
        return tree.child(first, "nsubj", "nsubjpass").map(coordinated) ?? []
    }

    /// Adds what stands with the operators: "signed an agreement with X to supply Y".
    func operatorArguments(_ clause: inout Clause) {
        for op in clause.operators.reversed() {
            let complement = tree.child(op, "acomp").map { Array(tree.children($0)) } ?? []
            // "signed a deal with X to supply Y": the deal's partner is the supply's.
            let agreed = tree.child(op, "dobj").flatMap { object in
                cue(op) == .stage(.signed) && cue(object) == .stage(.signed) ? Array(tree.children(object)) : nil
            }
            // "agreements worth 2 billion euros with Stadler": the partner, wherever the parser hangs it.
            let isAgreement = cue(op) == .stage(.signed) && tree.isNoun(op)
            let partners = (isAgreement ? Array(tree.span(op).prefix(24)) : []).filter {
                tokens[$0].norm == "with" && tokens[$0].dep == "prep" && $0 < clause.predicate && tokens[$0].head != op
            }
            for child in Array(tree.children(op)) + complement + (agreed ?? []) + partners
            where tokens[child].dep == "prep" || tokens[child].dep == "agent" {
                guard !tree.span(child).contains(clause.predicate) else { continue }
                if clause.prepositions.count < 32 { addPreposition(child, to: &clause) }
            }
        }
    }

    /// "the right to buy": an infinitive that the parser takes for a relative clause.
    func isPurpose(_ verb: Int) -> Bool {
        tokens[verb].tag == "VB" && cue(tokens[verb].head) != nil
            && tree.children(verb).contains { tokens[$0].tag == "TO" }
            && !tree.children(verb).contains { ["WDT", "WP"].contains(tokens[$0].tag) }
    }
}
