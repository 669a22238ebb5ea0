import DragomanLanguage

/// How far an undertaking has got, read from the operators over its predicate, outside in.
struct StageReader: Sendable {
    /// A stage, and the stage of the cue that decided, before tense and modality.
    struct Reading: Sendable {
        let stage: Stage
        /// Nil where the predicate itself decided.
        var cue: Stage?
    }

    let tree: Tree
    let clauses: ClauseReader

    private var tokens: [Token] { tree.tokens }

    /// How a verb stands: its tense, modality and polarity.
    private struct Mood {
        var negated = false
        var noLonger = false
        var notYet = false
        var future = false
        var possible = false
        var conditional = false
        var perfect = false
        var progressive = false
        var infinitive = false
        /// "exports", "are exported": a habit.
        var present = false
        /// Neither denied nor still to come.
        var isReal: Bool { !(negated || notYet || noLonger || future || possible || conditional || infinitive) }
    }

    /// The stage of a clause.
    ///
    /// - Parameters:
    ///   - clause: the predicate with its operators.
    ///   - rule: what says which stage the predicate's plain past, present and bare noun have.
    ///   - isReported: whether the words are somebody's indirect speech, where "would" is a future.
    /// - Returns: nil where the sentence does not say.
    func stage(of clause: Clause, rule: Rule, isReported: Bool) -> Reading? {
        let isTold = isReported || isTold(clause)
        guard !isCondition(clause), let reading = unconditioned(clause, rule, isTold) else { return nil }
        guard isAwaited(clause), [.signed, .underway, .done].contains(reading.stage) else { return reading }
        return Reading(stage: .planned, cue: reading.cue)
    }

    /// "he said it would build": the clause is what somebody says.
    private func isTold(_ clause: Clause) -> Bool {
        var top = clause.top
        for _ in 0..<8 where tokens[top].dep == "conj" { top = tokens[top].head }
        return tokens[top].dep == "ccomp" && clauses.cue(tokens[top].head) == .report
    }

    /// "if the tests are passed": a condition says nothing of how far an undertaking has got.
    private func isCondition(_ clause: Clause) -> Bool {
        hasMark(["if", "unless", "whether"], clause) { _ in true }
    }

    /// "once the plant opens": still to come.
    private func isAwaited(_ clause: Clause) -> Bool {
        hasMark(["once", "until", "when", "before"], clause) { word in
            let isPast = tokens[word].tag == "VBD" || tree.children(word).contains { tokens[$0].tag == "VBD" }
            return tokens[word].dep == "advcl" && !isPast
        }
    }

    /// Whether one of `marks` opens the clause of the predicate or of a word above it that `accept` takes.
    private func hasMark(_ marks: Set<String>, _ clause: Clause, accept: (Int) -> Bool) -> Bool {
        (clause.operators + [clause.predicate]).contains { word in
            accept(word)
                && tree.children(word).contains { child in
                    child < word && ["mark", "advmod"].contains(tokens[child].dep) && marks.contains(tokens[child].norm)
                }
        }
    }

    /// The stage without regard to conditions.
    private func unconditioned(_ clause: Clause, _ rule: Rule, _ isReported: Bool) -> Reading? {
        for (index, op) in clause.operators.enumerated() {
            guard case .stage(let stage) = clauses.cue(op) else {
                // "did not disclose the details of the sale": what is not told is not denied.
                if clauses.cue(op) == .report, mood(op).negated { return nil }
                if let early = passing(op, clause, rule, isReported) { return Reading(stage: early) }
                continue
            }
            // "talks have begun" are talks: a phase word over a word with a stage leaves it that stage.
            if stage == .underway, mood(op).isReal, clause.operators[(index + 1)...].contains(where: isTalks) {
                continue
            }
            if case .always(let own) = rule.aspect, stage == .underway || stage == .done {
                return Reading(stage: apply(mood(op), to: own, isReported: isReported))
            }
            return Reading(stage: apply(mood(op), to: stage, isReported: isReported), cue: stage)
        }
        // "forced X to leave": what is made to happen happens in the tense of the word that makes it.
        if let cause = clause.operators.first(where: { clauses.cue($0) == .cause && governsInfinitive($0, clause) }) {
            return Reading(stage: lexical(mood(cause), rule, cause))
        }
        return own(clause, rule: rule, isReported: isReported).map { Reading(stage: $0) }
    }

    private func isTalks(_ token: Int) -> Bool {
        let cue = clauses.cue(token)
        return cue == .stage(.talks) || cue == .stage(.considered)
    }

    /// The stage that a word without a stage of its own decides by its tense and modality; nil where it does not.
    private func passing(_ op: Int, _ clause: Clause, _ rule: Rule, _ isReported: Bool) -> Stage? {
        let mood = mood(op)
        if mood.notYet { return .planned }
        if mood.negated || isNegatedNoun(op) { return .denied }
        guard tree.isVerb(op) else { return nil }
        if mood.future { return .planned }
        if mood.conditional { return isReported ? .planned : .considered }
        if mood.possible { return .considered }
        guard governsInfinitive(op, clause) else { return nil }
        switch tokens[op].lemma {
        // "was to have opened": it did not.
        case "be" where tokens[op].tag == "VBD" && hasPerfectInfinitive(op): return .stalled
        // "is to start", "have to build"
        case "be", "have": return .planned
        case "go": return mood.progressive ? .planned : nil
        // "used to assemble"
        case "use": return rule.aspect == .activity ? .ended : .done
        default: return nil
        }
    }

    /// The stage that the predicate itself gives.
    private func own(_ clause: Clause, rule: Rule, isReported: Bool) -> Stage? {
        if clause.isNominal {
            guard !isNegatedNoun(clause.predicate) else { return .denied }
            guard let verb = clause.operators.first(where: { clauses.cue($0) == .light && tree.isVerb($0) }) else {
                return rule.bare
            }
            return lexical(mood(verb), rule, verb)
        }
        let mood = mood(clause.predicate)
        if case .cue = rule.aspect, case .stage(let stage) = clauses.cue(clause.predicate) {
            return apply(mood, to: stage, isReported: isReported)
        }
        // "will stay": what denies an undertaking denies it in the future too.
        if rule.aspect == .always(.denied), !mood.negated, !mood.possible { return .denied }
        if mood.notYet { return .planned }
        if mood.noLonger { return .ended }
        if mood.negated { return .denied }
        if mood.future { return .planned }
        if mood.conditional { return isReported ? .planned : .considered }
        if mood.possible { return .considered }
        return lexical(mood, rule, clause.predicate)
    }

    private func governsInfinitive(_ op: Int, _ clause: Clause) -> Bool {
        tree.children(op).contains { child in
            ["xcomp", "ccomp"].contains(tokens[child].dep)
                && (child == clause.predicate || clause.operators.contains(child)
                    || tree.span(child).contains(clause.predicate) || isSubject(clause.predicate, of: op))
                && tree.children(child).contains { tokens[$0].tag == "TO" }
        }
    }

    /// "deliveries are to start": what stands above is said of the noun, which is no part of the infinitive.
    private func isSubject(_ noun: Int, of verb: Int) -> Bool {
        tokens[noun].head == verb && ["nsubj", "nsubjpass"].contains(tokens[noun].dep)
    }

    private func hasPerfectInfinitive(_ op: Int) -> Bool {
        tree.children(op).contains { child in
            tokens[child].dep == "xcomp" && tokens[child].tag == "VBN"
                && tree.children(child).contains { tokens[$0].dep == "aux" && tokens[$0].norm == "have" }
        }
    }

    private func apply(_ mood: Mood, to stage: Stage, isReported: Bool) -> Stage {
        if mood.notYet { return .planned }
        if mood.noLonger { return .ended }
        if mood.negated { return .denied }
        if stage == .denied || stage == .considered || stage == .planned { return stage }
        if mood.future { return .planned }
        if mood.conditional { return isReported ? .planned : .considered }
        if mood.possible { return .considered }
        return stage
    }

    private func lexical(_ mood: Mood, _ rule: Rule, _ verb: Int) -> Stage {
        let tag = tokens[verb].tag
        if mood.infinitive { return .planned }
        switch rule.aspect {
        case .always(let stage): return stage
        case .activity, .cue: return .underway
        case .event:
            if mood.progressive { return .underway }
            if mood.present, let present = rule.present { return present }
            guard tag == "VBG", !mood.perfect else { return .done }
            // "pulled out, handing the plant to the city": a participle goes with the verb it hangs on.
            let head = tokens[verb].head
            guard tokens[verb].dep == "advcl", head != verb, tree.isVerb(head) else { return .underway }
            let above = self.mood(head)
            if above.future || above.conditional { return .planned }
            return tokens[head].tag == "VBD" || above.perfect ? .done : .underway
        }
    }

    private func isNegatedNoun(_ token: Int) -> Bool {
        if tree.children(token).contains(where: {
            ["no", "neither"].contains(tokens[$0].lemma.lowercased()) && tokens[$0].dep != "intj"
        }) {
            return true
        }
        // "makes no cars there"
        if tree.isVerb(token), let object = tree.child(token, "dobj"),
            tree.children(object).contains(where: { tokens[$0].norm == "no" && tokens[$0].dep == "det" })
        {
            return true
        }
        guard tree.isVerb(token), let subject = tree.child(token, "nsubj", "nsubjpass") else { return false }
        return ["none", "nobody", "neither", "nothing"].contains(tokens[subject].lemma.lowercased())
            || tree.children(subject).contains { ["no", "neither"].contains(tokens[$0].lemma.lowercased()) }
    }

    private func mood(_ verb: Int) -> Mood {
        var mood = Mood()
        guard tree.isVerb(verb) || tokens[verb].pos == "AUX" else {
            mood.negated = isNegatedNoun(verb)
            return mood
        }
        var carrier = verb
        read(verb, into: &mood)
        // "will build and export": a bare coordinated verb takes the auxiliaries of the first.
        for _ in 0..<8 {
            guard tokens[carrier].dep == "conj", tree.child(carrier, "aux", "auxpass", "nsubj", "nsubjpass") == nil,
                tree.isVerb(tokens[carrier].head), ["VB", "VBN", "VBG"].contains(tokens[verb].tag)
            else { break }
            carrier = tokens[carrier].head
            read(carrier, into: &mood)
        }
        if isNegatedNoun(carrier) { mood.negated = true }
        let hasPresentAuxiliary = tree.children(carrier).contains {
            tokens[$0].dep == "auxpass" && ["VBZ", "VBP"].contains(tokens[$0].tag)
        }
        mood.present = !mood.perfect && (["VBZ", "VBP"].contains(tokens[verb].tag) || hasPresentAuxiliary)
        if tokens[verb].tag == "VB" {
            let hasTo =
                tree.children(carrier).contains { tokens[$0].tag == "TO" }
                || tree.children(verb).contains { tokens[$0].tag == "TO" }
            mood.infinitive = hasTo || tree.child(carrier, "aux") == nil
        }
        return mood
    }

    private func read(_ verb: Int, into mood: inout Mood) {
        for child in tree.children(verb) {
            let lemma = tokens[child].lemma.lowercased()
            switch tokens[child].dep {
            case "neg": mood.negated = true
            case "aux", "auxpass":
                switch lemma {
                case "will", "shall", "'ll", "’ll", "wo", "should", "must", "ought": mood.future = true
                case "would", "'d": mood.conditional = true
                case "may", "might", "could": mood.possible = true
                case "have": mood.perfect = true
                case "be": if tokens[verb].tag == "VBG" || tokens[child].tag == "VBG" { mood.progressive = true }
                default: break
                }
            case "advmod":
                if lemma == "never" { mood.negated = true }
                if lemma == "yet", mood.negated { mood.notYet = true }
                if tokens[child].norm == "longer" || lemma == "anymore" { mood.noLonger = true }
                if ["possibly", "perhaps", "maybe", "potentially"].contains(lemma) { mood.possible = true }
            default: break
            }
        }
        if mood.noLonger { mood.negated = false }
    }
}
