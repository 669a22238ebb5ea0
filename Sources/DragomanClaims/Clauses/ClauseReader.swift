import DragomanLanguage
import DragomanNames
import DragomanText

/// Makes clauses of parse trees: the one place that knows the treebank's labels.
struct ClauseReader: Sendable {
    let tree: Tree
    let cues: CueTable

    private var tokens: [Token] { tree.tokens }

    /// The clause whose predicate is `token`.
    func clause(at token: Int) -> Clause {
        var clause = Clause(predicate: token, isNominal: !tree.isVerb(token), top: token)
        climb(&clause)
        if clause.isNominal { nominalArguments(&clause) } else { verbalArguments(&clause) }
        // "600 cars are to be built": what a passive takes over is what it is done to.
        // "Renault and Kia halted their deliveries": whose they are stands above.
        let isOwn = clause.isNominal && clause.subject.allSatisfy { tokens[$0].tag == "PRP$" }
        if clause.isPassive ? clause.object.isEmpty : clause.subject.isEmpty || isOwn {
            let found = inheritedSubject(clause)
            if clause.isPassive {
                clause.object = found
            } else if !found.isEmpty {
                clause.subject = found
            }
        }
        operatorArguments(&clause)
        return clause
    }

    // MARK: Coordination

    /// `head` and the nouns coordinated with it, left to right.
    func coordinated(_ head: Int) -> [Int] {
        var heads = [head]
        var next = 0
        while next < heads.count, heads.count < 32 {
            for child in tree.children(heads[next]) {
                let isJoined = tokens[child].dep == "conj" && !tree.isVerb(child)
                // "Geely and Renault", where the parser takes the first name for an adverb or modifier.
                let isMissed =
                    child < head && tree.mention(child).map { !$0.isAdjective } ?? false
                    && tree.child(child, "cc") != nil
                    && ["advmod", "amod", "nmod", "compound", "npadvmod"].contains(tokens[child].dep)
                    && tree.mention(child)?.tokens != tree.mention(head)?.tokens && tree.isNoun(head)
                    && tree.mention(head) != nil
                if isJoined || isMissed { heads.append(child) }
            }
            next += 1
        }
        return heads.sorted()
    }

    /// The first verb of the coordination `verb` stands in.
    private func firstConjunct(_ verb: Int) -> Int {
        var first = verb
        for _ in 0..<16 where tokens[first].dep == "conj" && tree.isVerb(tokens[first].head) {
            first = tokens[first].head
        }
        return first
    }

    // MARK: Verbs

    private func isPassive(_ verb: Int) -> Bool {
        guard tokens[verb].tag == "VBN" else { return false }
        if tree.child(verb, "auxpass", "nsubjpass", "csubjpass") != nil { return true }
        if tree.child(verb, "aux") != nil { return false }
        if tokens[verb].dep == "acl" || tokens[verb].dep == "advcl" { return tree.child(verb, "dobj") == nil }
        let first = firstConjunct(verb)
        return first != verb && tree.child(first, "auxpass", "nsubjpass") != nil
    }

    private func verbalArguments(_ clause: inout Clause) {
        let verb = clause.predicate
        let passive = isPassive(verb)
        clause.isPassive = passive
        let first = firstConjunct(verb)
        for child in tree.children(verb) {
            switch tokens[child].dep {
            case "nsubj", "csubj":
                if passive { clause.object += coordinated(child) } else { clause.subject += coordinated(child) }
            case "nsubjpass": clause.object += coordinated(child)
            case "dobj", "oprd", "attr": clause.object += coordinated(child)
            case "dative":
                if tokens[child].pos == "ADP" {
                    addPreposition(child, to: &clause)
                } else {
                    clause.prepositions.append(("to", coordinated(child)))
                }
            case "agent":
                // "completed by the end of May": a date does nothing.
                for object in tree.children(child) where tokens[object].dep == "pobj" && !isTime(object) {
                    clause.subject += coordinated(object)
                }
            // "Geely and Renault founded": the parser may take the first name for an adverb.
            case "advmod" where tree.mention(child) != nil && tree.child(child, "cc") != nil && !passive:
                clause.subject += coordinated(child)
            case "prep", "prt", "advmod": addPreposition(child, to: &clause)
            default: break
            }
        }
        // A coordinated verb shares the subject of the first, and lends it its object.
        if first != verb {
            for child in tree.children(first) {
                switch tokens[child].dep {
                case "nsubj" where !passive && clause.subject.isEmpty: clause.subject = coordinated(child)
                case "nsubjpass" where passive && clause.object.isEmpty: clause.object = coordinated(child)
                case "nsubjpass" where !passive && clause.subject.isEmpty: clause.subject = coordinated(child)
                default: break
                }
            }
        }
        if clause.object.isEmpty, !passive {
            for child in tree.children(verb) where tokens[child].dep == "conj" && tree.isVerb(child) {
                if tree.child(child, "nsubj") == nil, let object = tree.child(child, "dobj") {
                    clause.object = coordinated(object)
                }
            }
        }
        relative(&clause, verb: first, passive: passive)
        for head in clause.object + clause.subject { addPrepositions(below: head, to: &clause) }
    }

    /// Gives relative and participle clauses the noun they hang on.
    private func relative(_ clause: inout Clause, verb: Int, passive: Bool) {
        guard tokens[verb].head != verb else { return }
        let antecedent = agreeing(tokens[verb].head, with: verb)
        func replacePronouns(_ heads: [Int]) -> [Int] {
            heads.flatMap { ["WDT", "WP"].contains(tokens[$0].tag) ? coordinated(antecedent) : [$0] }
        }
        switch tokens[verb].dep {
        case "relcl":
            clause.subject = replacePronouns(clause.subject)
            clause.object = replacePronouns(clause.object)
            clause.prepositions = clause.prepositions.map { ($0.word, replacePronouns($0.heads)) }
            if clause.object.isEmpty, !clause.subject.isEmpty, !clause.subject.contains(antecedent), !passive,
                !isPurpose(verb)
            {
                clause.object = coordinated(antecedent)
            }
        case "acl":
            if passive {
                if clause.object.isEmpty { clause.object = coordinated(antecedent) }
            } else if tokens[verb].tag == "VBG", clause.subject.isEmpty {
                clause.subject = coordinated(antecedent)
            }
        default: break
        }
    }

    /// Whether the phrase at `head` is a date or period.
    private func isTime(_ head: Int) -> Bool {
        tokens[head].entity.hasSuffix("DATE") || tokens[head].entity.hasSuffix("TIME")
            || ["end", "beginning", "middle", "start"].contains(tokens[head].lemma)
                && tree.children(head).contains { of in
                    tokens[of].norm == "of" && tree.children(of).contains { tokens[$0].entity.hasSuffix("DATE") }
                }
    }

    /// "stopped shipping kits": the verb over a gerund that the parser takes for a noun before its object.
    private func phaseVerb(over noun: Int) -> Int? {
        let object = tokens[noun].head
        guard tokens[noun].dep == "compound", tokens[noun].norm.hasSuffix("ing"), noun < object,
            tokens[object].dep == "dobj"
        else { return nil }
        let verb = tokens[object].head
        guard verb < noun, tree.isVerb(verb), case .stage(let stage) = cue(verb),
            [.underway, .ended, .stalled].contains(stage)
        else { return nil }
        return verb
    }

    /// The noun a relative clause belongs to: "the tax on cars, which was scrapped" is about the tax, though the parser
    /// hangs the clause on the nearest noun.
    private func agreeing(_ noun: Int, with verb: Int) -> Int {
        guard tokens[verb].dep == "relcl", tokens[noun].dep == "pobj" else { return noun }
        let above = tokens[tokens[noun].head].head
        guard tree.isNoun(above), tree.mention(noun) == nil, let isPlural = isPlural(verb) else { return noun }
        let nounIsPlural = ["NNS", "NNPS"].contains(tokens[noun].tag)
        return nounIsPlural != isPlural && ["NNS", "NNPS"].contains(tokens[above].tag) == isPlural ? above : noun
    }

    /// Whether a relative verb's form is plural; nil where it does not show.
    private func isPlural(_ verb: Int) -> Bool? {
        guard let subject = tree.child(verb, "nsubj", "nsubjpass"), ["WDT", "WP"].contains(tokens[subject].tag) else {
            return nil
        }
        let finite = tree.children(verb).first { ["aux", "auxpass"].contains(tokens[$0].dep) } ?? verb
        switch (tokens[finite].tag, tokens[finite].norm) {
        case ("VBZ", _), (_, "was"): return false
        case ("VBP", _), (_, "were"): return true
        default: return nil
        }
    }

    // MARK: Nouns

    private func nominalArguments(_ clause: inout Clause) {
        let noun = clause.predicate
        if let verb = phaseVerb(over: noun) {
            clause.object = coordinated(tokens[noun].head)
            for child in tree.children(verb) where tokens[child].dep == "prep" { addPreposition(child, to: &clause) }
        }
        for child in tree.children(noun) {
            switch tokens[child].dep {
            case "poss": clause.subject += coordinated(child)
            case "compound", "nmod", "amod", "npadvmod":
                if tree.isNoun(child) || tree.mention(child) != nil { clause.object += coordinated(child) }
            case "prep", "agent": addPreposition(child, to: &clause)
            case "acl", "relcl":
                // "the delivery, agreed with X": its prepositions are the noun's.
                for prep in tree.children(child) where tokens[prep].dep == "prep" { addPreposition(prep, to: &clause) }
            default: break
            }
        }
        for (word, heads) in clause.prepositions where word == "of" { clause.object += heads }
        for (word, heads) in clause.prepositions where word == "by" { clause.subject += heads }
        for head in clause.object { addPrepositions(below: head, to: &clause) }
        // "exports to Russia rose": the noun's verb has the rest.
        if ["nsubj", "nsubjpass", "dobj"].contains(tokens[noun].dep) {
            for child in tree.children(tokens[noun].head) where tokens[child].dep == "prep" {
                addPreposition(child, to: &clause)
            }
        }
    }

    // MARK: Prepositions

    private func addPreposition(_ prep: Int, to clause: inout Clause) {
        var word = tokens[prep].lemma.lowercased()
        var objects: [Int] = []
        for child in tree.children(prep) {
            switch tokens[child].dep {
            case "pobj": objects += coordinated(child)
            case "prep":
                // "out of", "because of", "together with"
                word += " " + tokens[child].lemma.lowercased()
                for inner in tree.children(child) where tokens[inner].dep == "pobj" { objects += coordinated(inner) }
            default: break
            }
        }
        if ["there", "here", "locally", "domestically"].contains(word), tokens[prep].dep == "advmod" {
            word = "in"
            objects = [prep]
        }
        // "with Kia planning to sell": one who does something else is no partner.
        if word == "with" { objects.removeAll(where: isActing) }
        guard !objects.isEmpty else { return }
        clause.prepositions.append((word, objects))
        // "to Russia and to Belarus"
        for child in tree.children(prep) where tokens[child].dep == "conj" && tokens[child].pos == "ADP" {
            addPreposition(child, to: &clause)
        }
        // "in Manisa in Turkey", "with a firm in Minsk"
        for object in objects { addPrepositions(below: object, to: &clause) }
    }

    /// Whether a participle after a noun tells what it does.
    private func isActing(_ noun: Int) -> Bool {
        tree.children(noun).contains { tokens[$0].dep == "acl" && tokens[$0].tag == "VBG" }
    }

    private func addPrepositions(below head: Int, to clause: inout Clause) {
        guard clause.prepositions.count < 24 else { return }
        for child in tree.children(head) where tokens[child].dep == "prep" {
            let objects = tree.children(child)
            if clause.prepositions.contains(where: { $0.heads.contains(where: objects.contains) }) { continue }
            addPreposition(child, to: &clause)
        }
    }

    /// "the right to buy": an infinitive that the parser takes for a relative clause.
    private func isPurpose(_ verb: Int) -> Bool {
        tokens[verb].tag == "VB" && cue(tokens[verb].head) != nil
            && tree.children(verb).contains { tokens[$0].tag == "TO" }
            && !tree.children(verb).contains { ["WDT", "WP"].contains(tokens[$0].tag) }
    }

    // MARK: Operators

    /// Prepositions after a verb whose object is what the verb speaks of.
    private static let linkingPrepositions: Set<String> = [
        "on", "of", "for", "in", "about", "to", "at", "under", "over",
    ]
    /// Prepositions that name what a talk is about, wherever the parser hangs them.
    private static let topicPrepositions: Set<String> = [
        "on", "about", "over", "regard", "regarding", "concern", "concerning",
    ]

    /// Walks from the predicate towards the root and notes what may say how far it has got.
    private func climb(_ clause: inout Clause) {
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
    private func inheritedSubject(_ clause: Clause) -> [Int] {
        var below = clause.predicate
        for op in clause.operators.reversed() {
            defer { below = op }
            if tree.isVerb(op) {
                let first = firstConjunct(op)
                var found: [Int] = []
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
    private func operatorArguments(_ clause: inout Clause) {
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
}
