import DragomanLanguage
import DragomanNames
import DragomanText

/// The participants of verbs: voice undone, relative and participle clauses given the noun they hang on.
extension ClauseReader {
    private func isPassive(_ verb: Int) -> Bool {
        guard tokens[verb].tag == "VBN", tokens[verb].norm != "rid" else { return false }
        if tree.child(verb, "auxpass", "nsubjpass", "csubjpass") != nil { return true }
        if tree.child(verb, "aux") != nil { return false }
        if tokens[verb].dep == "acl" || tokens[verb].dep == "advcl" { return tree.child(verb, "dobj") == nil }
        let first = firstConjunct(verb)
        return first != verb && tree.child(first, "auxpass", "nsubjpass") != nil
    }

    func verbalArguments(_ clause: inout Clause) {
        let verb = clause.predicate
        let passive = isPassive(verb)
        clause.isPassive = passive
        let first = firstConjunct(verb)
        for child in tree.children(verb) {
            switch tokens[child].dep {
            case "nsubj", "csubj":
                if passive { clause.object += coordinated(child) } else { clause.subject += coordinated(child) }
            // "got rid of": no passive, though the parser says so.
            case "nsubjpass" where !passive: clause.subject += coordinated(child)
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
        if clause.object.isEmpty, phaseVerb(over: verb) != nil { clause.object = coordinated(tokens[verb].head) }
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
    func phaseVerb(over noun: Int) -> Int? {
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
}
